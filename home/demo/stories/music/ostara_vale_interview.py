"""Demo story: Ostara Vale: ‘I made the second half for people who had left the room’"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="ostara-vale-interview",
    section="music",
    kicker="Interview",
    kind="interview",
    headline="Ostara Vale: ‘I made the second half for people who had left the room’",
    standfirst=(
        "The singer on a divisive third album, a song that took one afternoon, and why she now performs sitting "
        "on the edge of the stage."
    ),
    by=("caspian-adeyemi",),
    hours_ago=150,
    lead="mic",
    lead_alt="A ribbed, plum-coloured microphone on a stand against bars of pink and gold sound.",
    lead_caption="Vale recorded most of Perihelion’s vocals before breakfast, on one microphone.",
    topics=("ostara-vale", "lantern-awards", "vinyl"),
    related=("perihelion-review",),
    body=[
        (
            "paragraph",
            "<p>Ostara Vale arrives with a bag of quinces, because her neighbour has too many, and spends the "
            "next hour pressing them on everybody in the café including the man mending the till. Her third "
            "album, <cite>Perihelion</cite>, is 71 minutes long. Opinion is split at about the 31st.</p>",
        ),
        (
            "paragraph",
            "<p><b>People adore the first half hour. Does it sting when they stop there?</b></p>"
            "<p>No. I know exactly where they stop: the end of <cite>Closest Approach</cite>. It’s a proper "
            "ending. There’s a key change, there’s a choir, any sensible person would put their coat on. I made "
            "the second half for people who had left the room and could hear it through the wall.</p>",
        ),
        (
            "paragraph",
            "<p><b>Did anybody try to talk you out of it?</b></p>"
            "<p>My mother. She asked if the tape had stuck.</p>"
            "<p><b>And yet </b><cite>Paper Moons</cite><b>, your song on the Lantern shortlist, lasts two "
            "minutes.</b></p>"
            "<p>It took one afternoon, on a harmonium I’d borrowed from a primary school. Half the notes were "
            "missing. I wrote the tune round the gaps. The film’s director came to collect me, heard it from the "
            "corridor and said the picture was finished now. I thought the money had run out.</p>",
        ),
        (
            "pull_quote",
            {
                "text": "Half the notes were missing. I wrote the tune round the gaps.",
                "attribution": "Ostara Vale",
            },
        ),
        (
            "paragraph",
            "<p><b>You have begun performing with the house lights up.</b></p>"
            "<p>I had a cracked lamp in Fenmoor and they left the lights on while they changed it. I could see a "
            "woman in row D peeling an orange. She looked so contented. I thought, I’ve been singing to a wall "
            "for twelve years and there was a person with an orange there the whole time.</p>"
            "<p><b>Is it harder?</b></p>"
            "<p>You can see them check the time. But you can also see them decide not to go.</p>",
        ),
        (
            "paragraph",
            "<p><b>What happens after the tour?</b></p>"
            "<p>Nothing, on purpose, until the quinces come back. I’ve told the label I’ll send something short. "
            "They asked how short. I said, well, you know how you all felt at minute thirty-one?</p>"
            "<p><cite>Perihelion</cite> <i>is out now. The interview has been condensed for length.</i></p>",
        ),
    ],
)
