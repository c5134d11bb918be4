"""Demo story: ‘Two-Faced’: the con artist who could not stop telling the truth"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="two-faced-review",
    section="reviews",
    kicker="Film review",
    kind="review",
    headline="‘Two-Faced’: the con artist who could not stop telling the truth",
    standfirst=(
        "A farce about identity theft runs like a watch, with two actors in one coat and a costume "
        "department in heaven."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=468,
    edited_by="ottoline-brandt",
    lead="portrait",
    lead_alt="Three faces on yellow, red and teal panels: dark glasses, closed eyes, a beanie and beard.",
    lead_caption="Mirel, Mirelle and the man who thinks he has met both.",
    poster="p-mask",
    topics=("awards", "lantern-awards"),
    body=[
        (
            "paragraph",
            (
                "<p>For the first ten minutes you will think that <cite>Two-Faced</cite> has made a mistake. A "
                "waiter with a scar on the left goes into a cloakroom. A baroness with a scar on the right comes "
                "out. It takes a moment to see that they are different actors, and rather longer to see that "
                "nobody in the film ever will.</p>"
                "<p>Sabine Korhola-Reid plays Mirel, a swindler who wears her marks’ lives one at a time. When she "
                "is struck by a sincere wish to confess, a second performer, Dashiell Obi, begins turning "
                "up in her "
                "clothes to do it for her. He is her conscience, possibly. He is also an excellent dancer.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>Director Anselma Tye keeps the machine in view. There are nine doors, a lift and one coat, "
                "which changes hands thirty-one times without a visible join. The designer Wilf Castellane-Amoah "
                "dyed it a green that reads as black by candlelight and as guilt under a chandelier.</p>"
                "<p>Does it mean anything? Late on, Mirel tells the truth to a man she has robbed, and he thanks "
                "her and offers a reference. For about a minute the film is in earnest, and the minute is its "
                "weakest. Then somebody opens the lift.</p>"
            ),
        ),
        (
            "block_quote",
            {
                "text": "I have been six people since lunch, and every one of them owes me an apology.",
                "attribution": "Mirel, in ‘Two-Faced’",
            },
        ),
        (
            "verdict",
            {
                "summary": "The most precise comedy in years, and the only one whose coat should be on the jury.",
                "rating": "4",
                "scale": 5,
                "works": ["Nine doors, no dead ends", "Korhola-Reid and Obi as halves of a whole", "That coat"],
                "fails": ["An earnest minute"],
                "title": {
                    "type": "movie",
                    "name": "Two-Faced",
                    "year": 2026,
                    "creator_label": "Director",
                    "creators": "Anselma Tye",
                    "cast": "Sabine Korhola-Reid, Dashiell Obi",
                    "details": [
                        {"term": "Runtime", "description": "1 hr 38 min"},
                        {"term": "Certificate", "description": "PG"},
                    ],
                },
                "disclosure": "set_visit",
                "disclosure_text": "The reviewer spent a day on the set in 2025 for a news report, at our expense.",
            },
        ),
    ],
)
