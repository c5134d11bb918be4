"""Demo story: ‘Dead Reckoner’: lost in space, with a map nobody asked to see"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="dead-reckoner-review",
    section="reviews",
    kicker="TV review",
    kind="review",
    state="scheduled",
    headline="‘Dead Reckoner’: lost in space, with a map nobody asked to see",
    standfirst=(
        "A generation ship drifts off course in Halyard’s costly new serial, and the script is right behind it."
    ),
    by=("ines-farrow",),
    hours_ago=-20,
    edited_by="caspian-adeyemi",
    lead="tvwall",
    lead_alt="Screens stacked in the dark, one large one filled with concentric violet rings.",
    lead_caption="The bridge has 41 monitors. Thirty-eight show the same spiral.",
    poster="p-orbit",
    topics=("streaming", "radio"),
    body=[
        (
            "paragraph",
            (
                "<p>The navigator of the starship <i>Providence</i> has made an error of one degree. Over ninety "
                "years this has become a very large error indeed, and the crew must now decide whether to tell the "
                "passengers. I can think of no better premise on the screen this winter, or of one so thoroughly "
                "buried under chairs.</p>"
                "<p>Everybody sits. The captain sits on the bridge and the council sits in the round, and for two "
                "episodes they debate, in the passive voice, a treaty we have not seen with a people who don’t "
                "appear. A glossary has been issued to the press. It runs to eleven pages and spells the "
                "heroine’s name in two ways. The story began on the radio, where nobody could see the chairs.</p>"
                "<p>Nnedi Hallvard, as the navigator, has a wonderful stricken stillness, and once, alone with a "
                "pencil, she redraws the line and we see what the series could have been. The music, all low "
                "brass, suggests that somebody important is parking.</p>"
            ),
        ),
        (
            "verdict",
            {
                "summary": "A beautiful idea, one degree off at the start and a very long way out by the end.",
                "rating": "2",
                "scale": 5,
                "works": ["Nnedi Hallvard and her pencil"],
                "fails": ["Meetings in space", "A plot that needs a glossary"],
                "title": {
                    "type": "tv",
                    "name": "Dead Reckoner",
                    "year": 2026,
                    "creator_label": "Creator",
                    "creators": "Torquil Vane-Adair",
                    "cast": "Nnedi Hallvard, Jasper Oyston",
                    "details": [
                        {"term": "Episodes", "description": "Eight; four seen for review"},
                        {"term": "Broadcaster", "description": "Halyard"},
                    ],
                },
                "disclosure": "screener",
                "disclosure_text": "Four episodes were supplied by the broadcaster, under embargo.",
            },
        ),
    ],
)
