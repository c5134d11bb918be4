"""Demo story: The encore is a fib we have all agreed to applaud, so let it go"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="the-encore-is-a-fib",
    section="music",
    kicker="Opinion",
    kind="opinion",
    state="scheduled",
    headline="The encore is a fib we have all agreed to applaud, so let it go",
    standfirst=(
        "They have not finished. We know they have not finished. Must everybody stand in the dark and pretend?"
    ),
    by=("ottoline-brandt",),
    hours_ago=-30,
    edited_by="caspian-adeyemi",
    lead="stage",
    lead_alt="A singer’s silhouette at a microphone stand, red curtains drawn back on either side.",
    lead_caption="They will be back. The guitar technician has not even sat down.",
    topics=("festivals", "theatre"),
    related=("bands-four-nights-one-town",),
    body=[
        (
            "paragraph",
            "<p>Last Tuesday I watched a grown man hide behind an amplifier. He is a gifted songwriter with two "
            "children and a mortgage, and he crouched there for a minute and a half while 800 of us begged him, "
            "at the tops of our voices, to do what was printed on the set list taped to the floor in plain view "
            "of row A.</p>"
            "<p>Then he came back. He seemed surprised. He has seemed surprised in the same place, according to a "
            "friend who follows him about, on every night since February.</p>",
        ),
        (
            "paragraph",
            "<p>The encore began as an impertinence. People liked a thing so much that they insisted on having it "
            "again, at once, and the player, flattered or frightened, gave in. Old programmes from the Orlo "
            "Playhouse carry the line “no repetitions”, which tells you that repetitions had got out of hand. "
            "Some evenings must have lasted until breakfast. I should have liked that.</p>"
            "<p>What we have now is a delivery slot. The best-known song is withheld until twenty to eleven as a "
            "landlord withholds a deposit, and our rapture is assumed in the lighting plan. A technician told me "
            "the false exit has its own cue number. It is always 48.</p>",
        ),
        (
            "pull_quote",
            {
                "text": "The best-known song is withheld until twenty to eleven as a landlord withholds a deposit.",
                "attribution": "Ottoline Brandt",
            },
        ),
        (
            "paragraph",
            "<p>I hear the defence. It is a ritual, it lets the singer drink a glass of water, it gives the shy a "
            "chance to shout. Very well: have a glass of water. Have it in front of us. I would pay to see a "
            "person who has just sung for 90 minutes drink a glass of water, and I’d clap when it was gone.</p>"
            "<p>My objection is to what the fib has done to the real article. Twice in my life I have seen an "
            "audience refuse to leave. The second time, the house manager had switched on the cleaners’ lights, "
            "and a pianist named Leocadia Strand came out in her overcoat, with her bag on her shoulder, and "
            "played something she plainly had not meant to play. She kept the bag on. Nobody who was there has "
            "stopped talking about it, as you see.</p>"
            "<p>So finish when you have finished. Play the famous one, bow, go and find your coat. If we are "
            "still there in ten minutes, with the lights up and the last tram gone, you will know that we mean "
            "it.</p>",
        ),
    ],
)
