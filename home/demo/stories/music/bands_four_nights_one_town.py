"""Demo story: Why bands now play four nights in one town instead of one night in four"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="bands-four-nights-one-town",
    section="music",
    kicker="Analysis",
    kind="analysis",
    headline="Why bands now play four nights in one town instead of one night in four",
    standfirst=(
        "The short residency saves on diesel, hotels and tempers. It also asks fans to pay for the travelling "
        "that musicians used to do."
    ),
    by=("tobias-lindqvist-hale", "caspian-adeyemi"),
    hours_ago=171,
    fact_checked_by="ines-farrow",
    lead="premiere",
    lead_alt="A theatre with a glowing marquee on a night street, a red carpet running up to its doors.",
    lead_caption="The same name stays above the door until Sunday: residencies have spread to middle-sized halls.",
    topics=("port-aldous", "the-long-read"),
    related=("fenmoor-festival-caps-tickets",),
    sources=(
        DemoSource(
            "dataset",
            "Thirty-eight tours: cost sheets submitted by members",
            "Venues Mutual",
            2026,
            "https://venuesmutual.example/cost-sheets",
        ),
        DemoSource(
            "interview",
            "Interviews with five tour managers and three hall managers",
            "Velour & Tonic",
            2026,
        ),
    ),
    body=[
        (
            "key_points",
            {
                "items": [
                    "Of 38 tours examined for this article, 17 included a stay of three nights or more.",
                    "Trucks and beds cost almost twice as much for a show that moves as for one that stays.",
                    "Fewer fans can get there, and those who do spend more once inside.",
                ]
            },
        ),
        (
            "paragraph",
            "<p>On the first night in Port Aldous the drum riser took three hours to build. On the second it took "
            "no time at all, because it was still there. Rosalind Achterhoek, who manages the tours of nine bands "
            "and has the back to show for it, spent the saved afternoon at the aquarium. “I’d been to that town "
            "22 times,” she says. “I didn’t know it had fish.”</p>"
            "<p>What used to be the privilege of very large acts, the stay of several nights in one place, is "
            "becoming ordinary for bands that fill a room of 900. Promoters call it the short residency. Five "
            "years ago, members of the trade body Venues Mutual reported two of them in an autumn. This year "
            "there are 17.</p>",
        ),
        ("heading", {"text": "The price of moving", "level": "h2"}),
        (
            "paragraph",
            "<p>The association let us see cost sheets, stripped of names, for 38 tours. We matched shows in "
            "halls of similar size and compared a night on the road with a night in a residency.</p>",
        ),
        (
            "table",
            {
                "caption": "Average per show, matched halls of 600 to 1,200 places, autumn 2026",
                "columns": [("text", "Measure"), ("number", "On the road"), ("number", "In residence")],
                "rows": [
                    ["Trucks and fuel", "£1,480", "£410"],
                    ["Crew hours", "96", "41"],
                    ["Beds", "£1,120", "£940"],
                    ["Tickets sold", "91%", "84%"],
                    ["Spend on merchandise, per head", "£6.40", "£8.90"],
                    ["Left for the band", "£1,900", "£3,350"],
                ],
                "source": "Venues Mutual cost sheets, 38 tours; analysis by Velour & Tonic",
            },
        ),
        (
            "paragraph",
            "<p>The last line explains the fashion. A band of five that clears £1,900 after a full house is one "
            "broken axle from playing for nothing. The residency sells fewer tickets and leaves three quarters as "
            "much again in the kitty, chiefly because nobody is paid to lift anything.</p>",
        ),
        ("heading", {"text": "Who pays instead", "level": "h2"}),
        (
            "paragraph",
            "<p>The lorry has not vanished, though. It has been cut into 900 pieces and handed to the audience. "
            "Postcodes from two of the halls suggest that the typical ticket holder at a residency had come 41 "
            "miles, against 14 for a single date. Late trains to Fenmoor are full of people in matching scarves; "
            "the last one to Orlo leaves before most encores.</p>",
        ),
        ("heading", {"text": "The towns that drop off the map", "level": "h3"}),
        (
            "paragraph",
            "<p>Dunstan Fell manages the 700-seat Corn Hall in Saltreach, which had 61 concerts in 2021 and "
            "expects 28 next year. He is not short of interest. “They ring up, very polite, and ask how far we "
            "are from the residency,” he says. “I tell them 35 minutes. They say lovely, your people can drive.” "
            "He has begun hiring coaches.</p>",
        ),
        ("heading", {"text": "What it does to the music", "level": "h2"}),
        (
            "paragraph",
            "<p>Musicians say the second night is the best and the third the strangest. With the same hall and a "
            "fair number of the same faces, a fixed set begins to feel like a repeated anecdote. Of the 17 "
            "residencies, 12 changed at least a third of their songs from night to night. One band played its "
            "debut backwards. Another took a vote at the bar.</p>",
        ),
        (
            "block_quote",
            {
                "text": (
                    "By Thursday we had run out of songs people know, so we played the ones they don’t. By Friday "
                    "those were the ones they shouted for."
                ),
                "attribution": "From the tour diary of Gwendolen Marsh, bassist",
            },
        ),
        ("heading", {"text": "Three tests for next year", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>The spring diary.</b> If halls under 500 places are offered residencies, the economics hold.",
                    "<b>The last train.</b> Two rail operators are considering a later departure on concert nights.",
                    "<b>The third night.</b> It sells worst. Some managers would like a discount; agents would not.",
                ],
            },
        ),
        (
            "paragraph",
            "<p>Achterhoek will take three of her nine bands into residence in the new year and leave six on the "
            "road, among them a folk trio that travels by estate car and cannot see what the fuss is about. She "
            "has bought an annual pass to the aquarium, and thinks she will have it paid off by March.</p>",
        ),
    ],
)
