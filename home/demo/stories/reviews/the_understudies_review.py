"""Demo story: ‘The Understudies’: three performances in one, and I had to see them all"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="the-understudies-review",
    section="reviews",
    kicker="Stage review",
    kind="review",
    headline="‘The Understudies’: three performances in one, and I had to see them all",
    standfirst=(
        "A lottery decides who plays the lead at the Lyric. Three visits later, our critic has a favourite and is "
        "keeping it to herself."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=52,
    lead="stage",
    lead_alt="A performer in a long coat stands in a cone of light on a dark, curtained stage.",
    lead_caption="Vesper Hallam waits for her cue, as she has for thirty years.",
    poster="p-mask",
    topics=("theatre", "port-aldous"),
    related=("three-actors-one-role",),
    body=[
        (
            "paragraph",
            "<p>I saw it first with Jonah Featherstay and cried. I saw it next with Lisbet Corrigan-Amadi and "
            "laughed, in places where I’d cried, and felt a fool. The third time Mirela Quist walked out of the "
            "wings with the same suitcase, said the same line about the trains, and a woman behind me whispered "
            "“oh no”, on what turned out to be excellent grounds.</p>"
            "<p>Sunniva Achterberg’s production draws its leading actor by lot five minutes past seven. It sounds "
            "like a parlour game and I went prepared to be charmed for 20 minutes. But the play is about that "
            "very thing: Vesper Hallam has learnt every part in the repertory and lived in none, and on the night "
            "when she is finally called, she can’t tell whose voice will come out. We are in the same "
            "position.</p>",
        ),
        (
            "paragraph",
            "<p>The writing, by Theodora Bankole-Wick, is spare and sometimes a touch pleased with itself; there "
            "is a speech about mirrors that all three of them rattle through as fast as decency allows. The set, "
            "a backstage seen from behind, is a beauty. When the “real” play starts we watch the actors’ backs "
            "and hear a house applaud beyond the flats, and it takes a moment to know that the applause is a "
            "recording of last night’s, of us.</p>",
        ),
        (
            "pull_quote",
            {
                "text": "The applause is a recording of last night’s, of us.",
                "attribution": "Marguerite Oyelaran",
            },
        ),
        (
            "paragraph",
            "<p>And then the letter. Featherstay reads it as if the news were good. Corrigan-Amadi reads the "
            "envelope. Quist, after a pause that on Wednesday ran to eleven seconds, doesn’t read it at all, puts "
            "it in the suitcase, and so makes better sense of the final scene than the author does.</p>"
            "<p>Does it survive a single visit? It does; each is a complete account of a person. I would only say "
            "that you will come out into the rain wondering about the other two, sitting upstairs in their "
            "overcoats, and that the box office stays open until ten.</p>",
        ),
        (
            "verdict",
            {
                "summary": (
                    "A gimmick that turns out to be the subject, carried by three actors who have each found a "
                    "different woman in the same coat."
                ),
                "rating": "4",
                "scale": 5,
                "works": ["All three leads", "The reversed set", "A letter scene worth three tickets"],
                "fails": ["The speech about mirrors"],
                "title": {
                    "type": "stage",
                    "name": "The Understudies",
                    "year": 2026,
                    "creator_label": "Director",
                    "creators": "Sunniva Achterberg",
                    "cast": "Lisbet Corrigan-Amadi, Jonah Featherstay or Mirela Quist, with company",
                    "details": [
                        {"term": "Writer", "description": "Theodora Bankole-Wick"},
                        {"term": "Venue", "description": "Port Aldous Lyric"},
                        {"term": "Runtime", "description": "2 hr 10 min, one interval"},
                    ],
                },
                "disclosure": "ticket",
                "disclosure_text": "The theatre gave us one press ticket. We paid for the other two.",
            },
        ),
    ],
)
