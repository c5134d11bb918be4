"""Demo story: Palisade cut its dramas to six episodes. The seventh was where viewers settled in"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="six-episode-orders-analysis",
    section="tv",
    kicker="Analysis",
    kind="analysis",
    headline="Palisade cut its dramas to six episodes. The seventh was where viewers settled in",
    standfirst=(
        "Shorter runs were meant to be cheaper and tighter. New viewing figures suggest that people were "
        "only just getting comfortable."
    ),
    by=("ines-farrow", "tobias-lindqvist-hale"),
    hours_ago=418.75,
    edited_by="caspian-adeyemi",
    fact_checked_by="marguerite-oyelaran",
    lead="table",
    lead_alt="A meal seen from above: a plate of salad, soup, drinks and berries on a green checked cloth.",
    lead_caption="Meals were the first thing to go when Palisade’s average run fell from ten episodes to 6.2.",
    topics=("streaming", "harrow-lane"),
    related=("palisade-free-trials", "harrow-lane-finale"),
    body=[
        (
            "paragraph",
            (
                "<p>There is a scene in the seventh episode of almost every long drama where two people who have "
                "not shared a room before are made to wash up. Nothing is revealed. Someone drops a spoon. "
                "Writers call it the kitchen, and for five years Palisade has been paying them not to write "
                "it.</p>"
                "<p>The service moved to six-part orders in 2022, reasoning that half its audience gave up on "
                "longer runs before the end. That was true. Figures supplied to advertisers this month, and seen "
                "by <cite>Velour &amp; Tonic</cite>, show what happened to the other half.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Viewers of Palisade dramas who finished, and who came back for a second series",
                "columns": [
                    ("text", "Length of first series"),
                    ("number", "Finished it"),
                    ("number", "Returned"),
                    ("number", "Cost per returning viewer"),
                ],
                "rows": [
                    ["Six episodes", "71%", "29%", "£11.40"],
                    ["Eight episodes", "58%", "41%", "£8.10"],
                    ["Ten or more", "49%", "44%", "£9.30"],
                ],
                "source": "Palisade advertiser briefing; 38 dramas, 2019–2026",
            },
        ),
        (
            "paragraph",
            (
                "<p>Short series are finished by more people and missed by fewer. The cheapest loyal viewer, it "
                "turns out, is one who was given eight hours and spent two of them on people washing up.</p>"
                "<p>Some caution is due. The longer dramas are older, from years when there was less to watch, "
                "and no one commissions ten episodes of a thing they think is bad. Palisade’s head of research, "
                "Quentin Arkwright-Bose, says the gap narrows by about a third once he allows for age. He does "
                "not say that it closes.</p>"
            ),
        ),
        ("heading", {"text": "What six leaves out", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We compared scripts for twelve dramas before and after they were shortened. Plots survived. "
                "What went was company: meals, journeys, the second-best friend. <cite>The Orchard "
                "Trust</cite> lost "
                "a village fête, two sisters and a dog whose name is still in the titles.</p>"
                "<p>“You keep the bones because the bones are what you pitched,” says its writer, Cerys Olamide. "
                "“Then they ask in the research why nobody is sad when the father goes. He’d been on screen for "
                "nine minutes. I’ve had longer goodbyes with plumbers.”</p>"
                "<p>The counter-example everyone reaches for is <cite>Harrow Lane</cite>, which had its own short "
                "first run and kept going for eight years. But Halyard renewed it before a single viewer had been "
                "counted, and its writer used the time to convene a planning committee.</p>"
                "<p>Palisade has ordered two eight-part dramas for next winter. It describes this as a pilot. "
                "One, according to a person who has read it, opens at the sink.</p>"
            ),
        ),
    ],
)
