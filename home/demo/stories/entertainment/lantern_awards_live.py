"""Demo story: Lantern Awards: ‘Salt Hour’ leads the field as winners are announced in Fenmoor"""

from home.demo.spec import DemoStory, DemoUpdate

STORY = DemoStory(
    slug="lantern-awards-live",
    section="entertainment",
    kicker="Awards",
    headline="Lantern Awards: ‘Salt Hour’ leads the field as winners are announced in Fenmoor",
    standfirst=(
        "The ceremony is running eleven minutes late, the orchestra has been moved to the balcony and best "
        "picture is still to come."
    ),
    by=("ines-farrow", "caspian-adeyemi", "tobias-lindqvist-hale"),
    hours_ago=3.0,
    edited_by="marguerite-oyelaran",
    lead="premiere",
    lead_alt="Searchlights cross above a cinema front where two people walk a red carpet between gold posts.",
    lead_caption="The Assembly Rooms in Fenmoor, where the Lanterns have been lit since 1961.",
    topics=("lantern-awards", "awards", "salt-hour", "ilke-tamsin"),
    related=("salt-hour-review", "three-hour-drama-interval", "lantern-arrivals-in-pictures"),
    live_state="live",
    body=[
        (
            "key_points",
            {
                "items": [
                    (
                        "Salt Hour has three awards from five nominations, including best screenplay for Ilke "
                        "Tamsin and Jon Ferriby."
                    ),
                    (
                        "Supporting performance was shared for the first time since 1998, by Ada Lomax and "
                        "Bertrand Osei."
                    ),
                    ("Night Ferry to Orlo, which began with seven nominations, has won two. Ansel Roake is not here."),
                    "Lead performance, direction and best picture are expected within the hour.",
                ]
            },
        ),
    ],
    updates=[
        DemoUpdate(
            headline="Three to go, and this is the score",
            by="tobias-lindqvist-hale",
            hours_ago=0.12,
            body=[
                (
                    "table",
                    {
                        "caption": "Awards so far, by title, with three still to come",
                        "columns": [("text", "Title"), ("number", "Nominations"), ("number", "Won")],
                        "rows": [
                            ["Salt Hour", "5", "3"],
                            ["Night Ferry to Orlo", "7", "2"],
                            ["Two-Faced", "4", "2"],
                            ["The Gauge Keeper", "1", "1"],
                            ["Tally", "1", "1"],
                            ["The Terrace", "1", "1"],
                            ["Upper Circle", "2", "0"],
                        ],
                        "source": "",
                    },
                ),
                (
                    "paragraph",
                    "<p>That is ten wins for nine awards, and nine statuettes.</p>",
                ),
            ],
        ),
        DemoUpdate(
            headline="Still to come",
            by="ines-farrow",
            hours_ago=0.24,
            body=[
                (
                    "list",
                    {
                        "style": "number",
                        "items": [
                            "<b>Lead performance.</b> Six nominees, none of them a lighthouse brother.",
                            "<b>Direction.</b> Tamsin, Tye and, by post, Roake.",
                            "<b>Best picture.</b> Presented by last year’s winner, who has lost his voice.",
                        ],
                    },
                ),
            ],
        ),
        DemoUpdate(
            headline="‘Salt Hour’ wins best screenplay",
            by="ines-farrow",
            hours_ago=0.38,
            key=True,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Ilke Tamsin accepts without notes. She thanks her co-writer, Jon Ferriby; a retired "
                        "lamp engineer called Pell; and “whoever left the door open in scene sixty”. Ferriby, "
                        "beside her, raises one hand.</p>"
                    ),
                ),
                (
                    "figure",
                    {
                        "image": "stage",
                        "alt": "A performer alone in a spotlight between red curtains.",
                        "caption": "Tamsin spoke for fifty-one seconds.",
                        "credit": "",
                    },
                ),
            ],
        ),
        DemoUpdate(
            headline="Why that worked",
            by="caspian-adeyemi",
            hours_ago=0.49,
            body=[
                (
                    "paragraph",
                    (
                        "<p>A note on the song. On the record it has forty-eight tracks of strings. Vale sang it "
                        "with one viola, from a balcony, a full second behind her because of the distance. She "
                        "had worked out the delay this afternoon and waited for each chord to come down.</p>"
                    ),
                ),
            ],
        ),
        DemoUpdate(
            headline="Best original song goes to ‘Paper Moons’",
            by="caspian-adeyemi",
            hours_ago=0.57,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Ostara Vale performs it sitting on the edge of the stage with the house lights up. It "
                        "lasts two minutes and nobody coughs. The song plays under the closing titles of "
                        "<cite>The Terrace</cite>, where most people are looking for their bags.</p>"
                    ),
                ),
            ],
        ),
        DemoUpdate(
            headline="A statuette, and a saw",
            by="tobias-lindqvist-hale",
            hours_ago=0.7,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Only one was cast. The academy’s secretary, Lucasta Brightmoor, says that a "
                        "second could not be "
                        "ready before spring. The winners are in the wings with the harpist, drawing "
                        "something up on the "
                        "back of a seating plan.</p>"
                    ),
                ),
            ],
        ),
        DemoUpdate(
            headline="A tie for supporting performance",
            by="ines-farrow",
            hours_ago=0.81,
            key=True,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Ada Lomax (<cite>Salt Hour</cite>) and Bertrand Osei (<cite>Night Ferry to "
                        "Orlo</cite>) share the award. There is one statuette on the lectern. Osei insists she "
                        "takes it; she insists they saw it in half.</p>"
                    ),
                ),
                (
                    "block_quote",
                    {"text": "I’ll have the half with the lamp.", "attribution": "Ada Lomax"},
                ),
            ],
        ),
        DemoUpdate(
            headline="Those we have lost",
            by="caspian-adeyemi",
            hours_ago=0.93,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Twenty-two names, in silence, with no faces and no applause. The last is Edda "
                        "Wainwright-Cole, who worked the follow spot in this room for forty years. The beam comes "
                        "on, empty, and goes off.</p>"
                    ),
                ),
            ],
        ),
        DemoUpdate(
            headline="Everyone is back on time",
            by="ines-farrow",
            hours_ago=1.04,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Perpetua Lamb rings at three minutes and at one. Eight hundred people, several of them "
                        "agents, sit down when told to. It is the first Lantern ceremony in memory to lose no "
                        "time at the halfway mark. We are still exactly eleven minutes late.</p>"
                    ),
                ),
            ],
        ),
        DemoUpdate(
            headline="The interval, with a borrowed bell",
            by="tobias-lindqvist-hale",
            hours_ago=1.24,
            key=True,
            body=[
                (
                    "paragraph",
                    (
                        "<p>For the first time there is a break in the ceremony: fifteen minutes, house lights at "
                        "forty per cent, no advertising on the screen. The organisers have borrowed the standard "
                        "from the independent cinemas, and the bell from the Alhambra in Port Aldous, along with "
                        "its manager.</p>"
                        "<p>The queue for coffee contains four nominees. They are being let through in order of "
                        "category.</p>"
                    ),
                ),
            ],
        ),
        DemoUpdate(
            headline="Where things stand at half time",
            by="tobias-lindqvist-hale",
            hours_ago=1.3,
            body=[
                (
                    "table",
                    {
                        "caption": "Awards so far, by title",
                        "columns": [("text", "Title"), ("number", "Nominations"), ("number", "Won")],
                        "rows": [
                            ["Two-Faced", "4", "2"],
                            ["Salt Hour", "5", "1"],
                            ["Night Ferry to Orlo", "7", "1"],
                            ["The Gauge Keeper", "1", "1"],
                            ["Tally", "1", "1"],
                            ["Upper Circle", "2", "0"],
                        ],
                        "source": "",
                    },
                ),
            ],
        ),
        DemoUpdate(
            headline="Cinematography to ‘Night Ferry to Orlo’",
            by="ines-farrow",
            hours_ago=1.42,
            body=[
                (
                    "paragraph",
                    (
                        "<p>Katya Lindgren-Abara shot three hours of fog on a real boat and says that she would do "
                        "it again “on a bus”. It is the film’s first win of the seven it could have.</p>"
                    ),
                ),
            ],
        ),
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
    ],
)
