"""Demo story: How overnight ratings are counted now that hardly anyone watches overnight"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="how-overnight-ratings-are-counted",
    section="tv",
    kicker="Explainer",
    kind="explainer",
    state="draft",
    headline="How overnight ratings are counted now that hardly anyone watches overnight",
    standfirst="A panel of 5,300 homes, a box under the set and a sum that is finished four weeks later.",
    by=("ines-farrow",),
    hours_ago=63,
    lead="sleep",
    lead_alt="A person asleep under a green blanket, with a bright moon in a starry sky.",
    lead_caption="The panel’s boxes report at two in the morning, when most of its members are not.",
    topics=("streaming", "harrow-lane"),
    body=[
        (
            "paragraph",
            (
                "<p>When Halyard says that 3.2 million people saw the end of <cite>Harrow Lane</cite>, it means "
                "that about 680 households did, and that somebody multiplied.</p>"
                "<p>The households belong to the Viewing Panel, 5,300 homes chosen to look like the country in "
                "miniature. Each has a box that listens to the set and a remote control with a button for every "
                "person in the room, guests included. Members are asked to press on the way in and again on the "
                "way out. Most remember the first.</p>"
            ),
        ),
        ("heading", {"text": "Four numbers for one night", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "<b>Overnight:</b> the set was on while the programme went out.",
                    "<b>Same day:</b> adds recordings played before two in the morning.",
                    "<b>Seven-day:</b> adds catch-up, and is the figure used to price advertisements.",
                    "<b>Twenty-eight-day:</b> adds everyone who said they were saving it.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Ten years ago the first of these was nine-tenths of the last. For drama it is now under half, "
                "which is why broadcasters announce a number at breakfast and a better one a month later.</p>"
                "<p>Telephones and tablets are measured apart, by software, and joined to the panel with a model "
                "that tries not to count a person twice. It cannot see a screen shared on a train. “We know there "
                "is somebody in the next seat,” says the panel’s statistician, Aurelie Bankole-West. “We can’t "
                "tell if they’re enjoying it.”</p>"
                "<p>A panel that size is good to about one part in thirty for a big audience and poor for "
                "a small one. "
                "A programme seen by nine panel homes may have doubled its following because somebody’s "
                "mother came to "
                "stay.</p>"
                "<p>[Desk: Halyard to confirm seven-day figure before this runs. IF]</p>"
            ),
        ),
    ],
)
