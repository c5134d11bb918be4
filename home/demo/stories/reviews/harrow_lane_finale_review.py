"""Demo story: ‘Harrow Lane’: a finale that trusts its audience completely"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="harrow-lane-finale-review",
    section="reviews",
    kicker="TV review",
    kind="review",
    headline="‘Harrow Lane’: a finale that trusts its audience completely",
    standfirst=(
        "No wedding, no funeral, no montage. The last episode sits down on a box and lets us look along the street."
    ),
    by=("ines-farrow",),
    hours_ago=54.6,
    edited_by="marguerite-oyelaran",
    lead="tvwall",
    lead_alt="Dozens of screens showing fragments: a hill, a face, colour bars, a row of rooftops.",
    lead_caption="Halyard showed the finale without a break for the first time in the series.",
    poster="p-town",
    topics=("harrow-lane", "streaming"),
    related=("harrow-lane-finale", "harrow-lane-street-lease"),
    body=[
        (
            "paragraph",
            (
                "<p>I have watched <cite>Harrow Lane</cite> for eight years with a pen in my hand, and on the last "
                "night I put it down. This is poor practice. It was also twenty minutes before I noticed.</p>"
                "<p>The final episode takes place in a single evening and contains almost no events. A skip is "
                "collected. Councillor Gorse (Hugo Penhallow, never finer) delivers a decision notice by hand and "
                "is asked in for the first time. Two people who have not spoken since the third series find "
                "themselves on either end of a wardrobe, and must discuss the stairs.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>Maren Pellow’s writing has always worked by withholding, but the early years sometimes "
                "withheld as if for a prize. Here it feels like tact. When Gorse sees the kitchen he has spent "
                "sixty episodes refusing permission to extend, he looks at the ceiling, then at the window, and "
                "says: “The light in here is very good.” Penhallow gets eight years into seven words.</p>"
                "<p>And then Leonie Castell, alone, in the wet. I will leave the scene to those who have still to "
                "see it. I’ll say that it makes no appeal to memory: no flashback, no returning face. It shows us "
                "a street at night, house by house, and depends entirely on our knowing who is behind each door. "
                "We do. That is the whole argument for television, made in under four minutes, with a hose.</p>"
            ),
        ),
        (
            "verdict",
            {
                "summary": "An ending of rare confidence, for a series that never once told us what to feel.",
                "rating": "5",
                "scale": 5,
                "works": [
                    "Leonie Castell, sitting down",
                    "Hugo Penhallow, coming in",
                    "Sanna Brightholme’s unhurried direction",
                ],
                "fails": ["There is no more of it"],
                "title": {
                    "type": "tv",
                    "name": "Harrow Lane",
                    "year": 2018,
                    "creator_label": "Creator",
                    "creators": "Maren Pellow",
                    "cast": "Leonie Castell, Hugo Penhallow",
                    "details": [
                        {"term": "Episodes", "description": "64, over eight series"},
                        {"term": "Broadcaster", "description": "Halyard"},
                        {"term": "Streaming", "description": "All eight series on Halyard catch-up"},
                    ],
                },
                "disclosure": "screener",
                "disclosure_text": "Halyard supplied the episode two days before broadcast.",
            },
        ),
    ],
)
