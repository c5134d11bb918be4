"""Demo story: The second film is the hardest to pay for, so why are so many winning prizes?"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="second-films-finance-analysis",
    section="film",
    kicker="Analysis",
    kind="analysis",
    headline="The second film is the hardest to pay for, so why are so many winning prizes?",
    standfirst=(
        "Debuts have schemes and third films have reputations. We followed the money through the awkward "
        "one in between."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=166.25,
    edited_by="marguerite-oyelaran",
    fact_checked_by="ines-farrow",
    lead="premiere",
    lead_alt="Searchlights over a lit cinema at night, with two people on a long red carpet.",
    lead_caption="Six of this year’s nineteen Lantern-nominated features are second films.",
    topics=("lantern-awards", "ilke-tamsin", "awards"),
    related=("salt-hour-review", "ilse-varga-monk-interview"),
    body=[
        (
            "key_points",
            {
                "items": [
                    "The median gap between a first and a second feature is now five years and two months.",
                    "Public funds give debuts 64 per cent of their development money, second films 9 per cent.",
                    "Regional pre-sales, bookshop loans and one ferry company have filled some of the hole.",
                ]
            },
        ),
        (
            "paragraph",
            (
                "<p>Ilke Tamsin’s first film cost £410,000 and every pound of it had a crest on. There was a "
                "newcomers’ scheme, a coastal scheme and a scheme for stories under ninety minutes. When she "
                "went back with a second script, the same three offices congratulated her and explained that she "
                "was no longer eligible for anything.</p>"
                "<p>That was in 2020. <cite>Salt Hour</cite> opens on 27 November with five Lantern nominations. "
                "It is one of six second features on a list of nineteen, the highest share in the prize’s "
                "history, and the people who made them would like it known that this is not a sign of health.</p>"
            ),
        ),
        ("heading", {"text": "A ladder with one rung out", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We asked the makers of 40 second features released since 2018 to open their books. Thirty-one "
                "did, on the understanding that titles would not be matched to sums. The result is a picture of "
                "a ladder whose second rung has been sawn through, with some care, by people standing on the "
                "first and third.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Where the development money came from, by film in a director’s career",
                "columns": [
                    ("text", "Source"),
                    ("number", "First"),
                    ("number", "Second"),
                    ("number", "Third"),
                ],
                "rows": [
                    ["Public funds", "64%", "9%", "22%"],
                    ["Distributors", "11%", "27%", "51%"],
                    ["Broadcasters and streaming", "18%", "23%", "19%"],
                    ["Director’s own household", "7%", "41%", "8%"],
                ],
                "source": "Velour & Tonic survey of 31 productions, 2018–2026",
            },
        ),
        (
            "paragraph",
            (
                "<p>The bottom line of that table is the story. Four pounds in every ten spent on writing and "
                "preparing a second film came from the person who wanted to make it, or from whoever they live "
                "with. One director listed “a shed” as an asset, then a disposal.</p>"
            ),
        ),
        ("heading", {"text": "Selection by stamina", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>It would be pleasant to conclude that hardship improves films. Ngaire Holm-Adu, who lectures "
                "on production finance at the University of Fenmoor, thinks the arithmetic points elsewhere. "
                "“You’re looking at the survivors and admiring their lungs,” she says. “Ask who stopped "
                "swimming.”</p>"
                "<p>Of the 212 people who released a debut between 2014 and 2018, her department found, 139 have "
                "not made another. The ones who have were likelier to own a home, and much likelier to have a "
                "partner with a salary.</p>"
                "<p>Five extra years do buy something, though. The six nominated second films went through an "
                "average of fourteen drafts. Their directors had time to find locations nobody else had asked "
                "for, and cast members who had since become harder to hire.</p>"
            ),
        ),
        ("heading", {"text": "Odd lenders", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Where the usual offices withdrew, unusual ones arrived. The Orlo Steam Packet Company put "
                "£90,000 into <cite>Night Ferry to Orlo</cite> when it was still a second film by a different "
                "director; it asked only that the boat should not sink. A chain of bookshops lends against "
                "screenplays, at four per cent, and sells bound copies to recover the difference.</p>"
                "<p>Tamsin sold <cite>Salt Hour</cite> to cinemas before it existed. Thirty-four independents paid "
                "£2,500 each for the right to open it a week early. Perpetua Lamb of the Alhambra signed first. "
                "“It was a man and a lighthouse on one sheet of paper,” she says. “It wasn’t even the right "
                "lighthouse.”</p>"
            ),
        ),
        ("heading", {"text": "What might change", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The Moving Picture Fund will consult in the new year on a strand reserved for second "
                "features. A draft seen by this newspaper proposes twelve awards of up to £150,000, open for six "
                "years after a debut. Holm-Adu calls it the right shape and a third of the size.</p>"
                "<p>Meanwhile the offices that turned Tamsin down have each written to ask whether their crest "
                "might appear on the poster. She has replied to all three. The schemes, she regrets to tell "
                "them, are for newcomers.</p>"
            ),
        ),
    ],
)
