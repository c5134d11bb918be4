"""Demo story: ‘Upper Circle’: a great staircase, and not much at the top of it"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="upper-circle-review",
    section="reviews",
    kicker="Film review",
    kind="review",
    headline="‘Upper Circle’: a great staircase, and not much at the top of it",
    standfirst=(
        "Lucan Threlfall’s backstage thriller looks magnificent on the way up. The trouble begins on the landing."
    ),
    by=("rafe-montague-eze",),
    hours_ago=231,
    edited_by="marguerite-oyelaran",
    lead="stage",
    lead_alt="A figure alone in a spotlight on a stage framed by crimson curtains.",
    lead_caption="The heroine spends much of the film being told that the house is full.",
    poster="p-stairs",
    topics=("theatre", "lantern-awards"),
    body=[
        (
            "paragraph",
            (
                "<p>The staircase has 212 steps and you will come to know them. It winds up through the dark of "
                "an opera house in what the film calls simply the Capital, past wardrobe, past wigs, past a room "
                "where an old man paints leaves, and for its first half-hour <cite>Upper Circle</cite> "
                "just climbs. "
                "It is bliss.</p>"
                "<p>Then Vesna (Isolde Marchbanks), an usher who has seen something drop from the gods, reaches "
                "the top, and somebody explains the plot to her. They go on explaining it for an hour and a half. "
                "There is a forged libretto. There are twins. A critic is strangled, which I tried to take in "
                "good part.</p>"
                "<p>Threlfall came up through music promos, and he can make a velvet rope look like a threat. He "
                "has no interest in people talking, and he has written a great deal of it. Marchbanks does what "
                "she can, mainly with her torch. Only the leaf-painter, played by 90-year-old Ambrose Kettering, "
                "seems to be in the film that was promised by the stairs.</p>"
            ),
        ),
        (
            "verdict",
            {
                "summary": "Half an hour of superb ascent, followed by a long meeting.",
                "rating": "2.5",
                "scale": 5,
                "works": ["Production design that deserves its own ticket", "Ambrose Kettering and his leaves"],
                "fails": ["Everyone explains everything", "The twins"],
                "title": {
                    "type": "movie",
                    "name": "Upper Circle",
                    "year": 2026,
                    "creator_label": "Director",
                    "creators": "Lucan Threlfall",
                    "cast": "Isolde Marchbanks, Ambrose Kettering, Piers Adomako",
                    "details": [
                        {"term": "Runtime", "description": "2 hr 7 min"},
                        {"term": "In cinemas", "description": "Now"},
                    ],
                },
                "disclosure": "ticket",
                "disclosure_text": "The distributor provided a ticket to the premiere.",
            },
        ),
    ],
)
