"""The second half of the updates from the Lantern Awards."""

from home.demo.spec import DemoUpdate

UPDATES = [
    DemoUpdate(
        headline="‘Two-Faced’ takes editing too",
        by="ines-farrow",
        hours_ago=1.55,
        body=[
            (
                "paragraph",
                (
                    "<p>Hanne Obuya, for thirty-one coat changes without a visible join. Ilse Varga-Monk, who "
                    "cut <cite>Salt Hour</cite> and was not nominated, is on her feet before anybody else.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="A Lantern for the green coat",
        by="caspian-adeyemi",
        hours_ago=1.66,
        body=[
            (
                "paragraph",
                (
                    "<p>Best costume goes to Wilf Castellane-Amoah for <cite>Two-Faced</cite>. He has brought "
                    "the coat. It gets its own round of applause and is helped off by an usher.</p>"
                ),
            ),
            (
                "figure",
                {
                    "image": "portrait",
                    "alt": "Three stylised faces against yellow, red and teal.",
                    "caption": "The cast of ‘Two-Faced’, none of whom was allowed to keep the coat.",
                    "credit": "",
                },
            ),
        ],
    ),
    DemoUpdate(
        headline="What a Lantern is worth",
        by="tobias-lindqvist-hale",
        hours_ago=1.8,
        body=[
            (
                "paragraph",
                (
                    "<p>About 900 extra screens in the fortnight after best picture, according to Screens "
                    "Together, and nothing measurable for anything else. In weight it is 2.3 kilograms of "
                    "brass. The wick is real and insurers ask that it is not lit.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="‘The Gauge Keeper’ wins best documentary",
        by="ines-farrow",
        hours_ago=1.91,
        body=[
            (
                "paragraph",
                (
                    "<p>The film about a man who measures a river. Its subject, Osric Dunn, comes up with the "
                    "director and reports that the level this morning was one metre forty.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="Speeches, by the clock",
        by="tobias-lindqvist-hale",
        hours_ago=2.02,
        body=[
            (
                "list",
                {
                    "style": "bullet",
                    "items": [
                        "<b>Best short:</b> 2 minutes 20, of which 40 seconds was a sneeze.",
                        "<b>Best sound:</b> 9 seconds.",
                        "<b>The sponsor:</b> 6 minutes 5.",
                    ],
                },
            ),
        ],
    ),
    DemoUpdate(
        headline="Ola Brandvik wins best sound for ‘Salt Hour’",
        by="caspian-adeyemi",
        hours_ago=2.1,
        body=[
            (
                "paragraph",
                "<p>A first award for the favourite, and the shortest speech. Here it is, complete:</p>",
            ),
            (
                "block_quote",
                {
                    "text": "Thank you. Listen to that. It’s a good room. Thank you.",
                    "attribution": "Ola Brandvik",
                },
            ),
        ],
    ),
    DemoUpdate(
        headline="The first Lantern goes to ‘Tally’",
        by="ines-farrow",
        hours_ago=2.2,
        body=[
            (
                "paragraph",
                (
                    "<p>Best short film, for seven minutes about a woman counting sheep she does not own. "
                    "Director Jolyon Mbatha-Reeve sneezes through his thanks to the flock.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="The orchestra moves upstairs",
        by="ines-farrow",
        hours_ago=2.36,
        key=True,
        body=[
            (
                "paragraph",
                (
                    "<p>A leak above the pit has sent forty players to the front of the balcony. The "
                    "conductor is now the best-lit person in the building.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="Doors close, eleven minutes late",
        by="ines-farrow",
        hours_ago=2.47,
        body=[
            (
                "paragraph",
                (
                    "<p>The host is the comedian Lorcan Beddow, who has a stopwatch round his neck and begins "
                    "by apologising for the previous eleven minutes, which he says were the director’s cut.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="Roake stays away",
        by="tobias-lindqvist-hale",
        hours_ago=2.58,
        body=[
            (
                "paragraph",
                (
                    "<p>Ansel Roake, who gave up the <cite>Night Ferry</cite> sequel earlier, has sent a card "
                    "to be opened if he wins. The stage manager has held it up to the light and will say only "
                    "that it is short.</p>"
                ),
            ),
        ],
    ),
    DemoUpdate(
        headline="On the steps, in the wet",
        by="caspian-adeyemi",
        hours_ago=2.7,
        body=[
            (
                "paragraph",
                (
                    "<p>The red carpet has been laid twice because the first one floated. Teodor Blyth and "
                    "Corin Vale arrive under one umbrella marked with the name of a bank.</p>"
                ),
            ),
            (
                "figure",
                {
                    "image": "premiere",
                    "alt": "Two people on a red carpet outside a brightly lit cinema at night.",
                    "caption": "Blyth, left, and Vale, who have not been seen apart since the first screening.",
                    "credit": "",
                },
            ),
        ],
    ),
    DemoUpdate(
        headline="How to follow the evening",
        by="ines-farrow",
        hours_ago=2.85,
        pinned=True,
        body=[
            (
                "list",
                {
                    "style": "bullet",
                    "items": [
                        "Twelve awards, six on either side of an interval.",
                        ("Voted by 1,140 members of the academy; counted by two notaries and a maths teacher."),
                        "Marguerite Oyelaran sat on the 2024 jury and is not reporting on the results.",
                    ],
                },
            ),
        ],
    ),
    DemoUpdate(
        headline="Good evening from Fenmoor",
        by="ines-farrow",
        hours_ago=2.97,
        body=[
            (
                "paragraph",
                (
                    "<p>The Assembly Rooms smell of damp wool and lilies. <cite>Night Ferry to Orlo</cite> has "
                    "the most nominations, with seven; <cite>Salt Hour</cite>, which does not open until "
                    "Friday, has five and most of the talk in the cloakroom.</p>"
                    "<p>I am in row H. Caspian Adeyemi is outside with the umbrellas, and Tobias "
                    "Lindqvist-Hale is in charge of sums.</p>"
                ),
            ),
        ],
    ),
]
