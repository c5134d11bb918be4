"""The first half of the updates from the Lantern Awards."""

from home.demo.spec import DemoUpdate

UPDATES = [
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
]
