"""Demo story: The three-hour drama is back, and cinemas are rebuilding the interval around it"""

from home.demo.spec import DemoCorrection, DemoSource, DemoStory

STORY = DemoStory(
    slug="three-hour-drama-interval",
    section="film",
    kicker="Film",
    kind="feature",
    headline="The three-hour drama is back, and cinemas are rebuilding the interval around it",
    standfirst=(
        "Epic running times used to empty foyers. This winter’s biggest releases are betting that "
        "a proper break, a bar and a bell will fill them again."
    ),
    by=("marguerite-oyelaran", "tobias-lindqvist-hale"),
    hours_ago=10.5,
    updated_hours_ago=5.2,
    edited_by="ines-farrow",
    fact_checked_by="caspian-adeyemi",
    lead="stage",
    lead_alt="A lone singer at a microphone stand in a spotlight, framed by red stage curtains.",
    lead_caption="The Alhambra in Port Aldous reopened its stage for live acts between reels.",
    topics=("cinemas", "port-aldous", "ansel-roake", "the-long-read"),
    related=("back-row-independent-cinemas", "stop-apologising-for-the-interval", "salt-hour-review"),
    body=[
        (
            "key_points",
            {
                "items": [
                    "Nine of this winter’s wide releases run longer than 160 minutes, up from two in 2022.",
                    "Cinemas that schedule a 15-minute interval report higher bar takings and fewer walk-outs.",
                    "Directors are split: some now write to the break, others forbid it in their contracts.",
                ]
            },
        ),
        (
            "paragraph",
            (
                "<p>At 8.47 on a wet Thursday in Port Aldous, a woman in a waistcoat walks to the front of "
                "Screen One and rings a handbell. The film stops. It stops exactly where its director meant it "
                "to, on a door that has just been closed, and 412 people exhale, stand up and begin to talk to "
                "each other.</p>"
                "<p>Nobody had rung that bell since 1974.[3] It was in a box marked <i>misc. brass</i>, and its "
                "return says a good deal about what has happened to going out. After a decade in which films "
                "were edited for a sofa and a thumb, the long drama is back on purpose, and it has brought the "
                "interval with it.</p>"
            ),
        ),
        ("heading", {"text": "The bell that started it", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The Alhambra’s manager, Perpetua Lamb, says the idea came from a complaint. “A man wrote to "
                "ask why he could have a glass of wine at the opera and not during <cite>Night Ferry to "
                "Orlo</cite>, which is longer,” she says. “I didn’t have an answer. So I found the bell.”[2]</p>"
                "<p>Within a month, midweek admissions had risen by a fifth. Independent cinemas elsewhere in "
                "the region began to ask for the cue sheet. By September a small working group had agreed on a "
                "standard: fifteen minutes, house lights at forty per cent, no advertising on screen.</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "People don’t want films to be shorter. They want to be treated as if they have a body.",
                "attribution": "Perpetua Lamb, manager, the Alhambra",
            },
        ),
        (
            "figure",
            {
                "image": "cinema",
                "alt": "Rows of cinema-goers in silhouette facing a glowing orange screen.",
                "caption": "Screen One holds 412. The back row is now sold at half price, by members’ vote.",
                "credit": "",
            },
        ),
        ("related", {"story": "back-row-independent-cinemas"}),
        ("heading", {"text": "What the numbers say", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The case is not only sentimental. A survey of 61 venues, carried out for this article by "
                "the trade body Screens Together, compared matched weeks with and without a break.[1]</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Matched weeks at 61 independent venues, autumn 2026",
                "columns": [
                    ("text", "Measure"),
                    ("number", "No interval"),
                    ("number", "With interval"),
                    ("number", "Change"),
                ],
                "rows": [
                    ["Average admissions", "184", "221", "+20%"],
                    ["Bar spend per head", "£3.10", "£5.85", "+89%"],
                    ["Left before the end", "7.4%", "3.9%", "−3.5 pts"],
                    ["Late finishes", "2", "9", "+7"],
                ],
                "source": "Screens Together, Venue interval survey, October 2026",
            },
        ),
        (
            "paragraph",
            (
                "<p>The last row is the one that worries accountants. A film that finishes late keeps four "
                "people on shift, and in two of the surveyed towns it misses the final bus. The Fenmoor "
                "Regent has solved this by starting at 6.50. The Orlo Lyric has solved it by asking the bus "
                "to wait, which it does on Wednesdays.</p>"
                "<p>Managers described three lessons that the spreadsheet missed:</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "The bell matters more than the bar. A human signal brings people back on time.",
                    "Announce the length at the till, in hours and minutes, not in a footnote.",
                    "Never put a trailer in the gap. Audiences forgive almost anything else.",
                ],
            },
        ),
        (
            "block_quote",
            {
                "text": (
                    "An interval is an edit the audience makes together. I would rather place it myself than "
                    "have it placed for me by a bladder."
                ),
                "attribution": "Ansel Roake, in a letter to exhibitors, reprinted with permission",
            },
        ),
        (
            "paragraph",
            (
                "<p>Not everyone has written back so warmly. Clause 14 of the exhibition contract for "
                "<cite>The Gauge Keeper</cite>, which runs to 171 minutes, forbids “any cessation of the "
                "picture, whether announced or apologised for”. Its distributor declined to say who drafted "
                "it. Two venues told us they have stopped the film anyway, citing the fire regulations, and "
                "have heard nothing since.</p>"
            ),
        ),
        (
            "fact_box",
            {
                "title": "At a glance: the 15-minute standard",
                "items": [
                    {"term": "House lights", "description": "40 per cent, rising over ten seconds"},
                    {"term": "Sound", "description": "No music for the first minute"},
                    {"term": "Screen", "description": "Masked or a still title card"},
                    {"term": "Recall", "description": "Handbell at three minutes and one minute"},
                ],
            },
        ),
        ("heading", {"text": "How a break is built", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Editors call it the hinge. Ilse Varga-Monk, who cut <cite>Salt Hour</cite>, keeps a list of "
                "moments that survive being interrupted: a letter not yet opened, a car that might turn back, "
                "a child counting. “You need a question that gets louder when the lights come up,” she says.</p>"
                "<p>She tried eleven hinges before settling on a door at 94 minutes. The rejected ones were all "
                "louder. “A bang sends people to the bar talking about the bang,” she says. “A closed door "
                "sends them out talking about who closed it.”[2]</p>"
            ),
        ),
        ("heading", {"text": "In the foyer", "level": "h3"}),
        (
            "paragraph",
            (
                "<p>What people do with a quarter of an hour turns out to vary by town. Orlo queues for "
                "coffee. Fenmoor goes outside. The Lyric’s manager, Sunniva Dacre, lent her lobby to a "
                "second-hand bookseller for one weekend; he has not left, and has started recommending things "
                "on the strength of the first half.</p>"
            ),
        ),
        (
            "gallery",
            {
                "caption": "Five foyers, five ways to fill fifteen minutes.",
                "images": [
                    {
                        "image": "premiere",
                        "alt": "Two figures on a red carpet outside a lit cinema at night.",
                        "caption": "The Fenmoor Regent sends its audience out to the steps.",
                    },
                    {
                        "image": "gallery",
                        "alt": "Three people looking at paintings on a pale wall.",
                        "caption": "The Lyric in Orlo hangs work by its own projectionists.",
                    },
                    {
                        "image": "vinyl",
                        "alt": "A record turning on an orange turntable.",
                        "caption": "One side of one record at the Gaiety, chosen by row.",
                    },
                    {
                        "image": "books",
                        "alt": "Crowded bookshelves lit by a single beam.",
                        "caption": "The bookseller who came for a weekend.",
                    },
                    {
                        "image": "portrait",
                        "alt": "Three portraits side by side on yellow, red and teal.",
                        "caption": "Volunteer bell-ringers at the Alhambra, painted by a regular.",
                    },
                ],
            },
        ),
        (
            "embed",
            {
                "url": "https://www.youtube.com/watch?v=hN7zQx0rLk4",
                "title": "The hinge: how an interval is cut",
                "caption": "Ilse Varga-Monk shows three of the eleven breaks she threw away.",
                "poster": "tvwall",
                "duration": "5 min 20 sec",
            },
        ),
        (
            "timeline",
            {
                "title": "A short history of the gap",
                "events": [
                    {
                        "date": "1912",
                        "text": "Reel changes force a pause of several minutes. Foyers begin to sell ices.",
                    },
                    {
                        "date": "1959",
                        "text": ("Roadshow epics print an entr’acte in the programme and charge theatre prices."),
                    },
                    {
                        "date": "1974",
                        "text": (
                            "The Alhambra rings its bell for the last time before platters make changeovers invisible."
                        ),
                    },
                    {
                        "date": "September 2026",
                        "text": "Twenty-three venues adopt a shared fifteen-minute standard.",
                    },
                ],
            },
        ),
        (
            "audio",
            {
                "title": "Listen: one bell, six foyers",
                "text": "Sound recordist Ola Brandvik on why a handbell cuts through a crowd.",
                "file": "bell",
                "transcript": (
                    "<p>A handbell is struck twice in an empty foyer, then twice in a full one.</p>"
                    "<p>Ola Brandvik: “A crowd sits low. It is mostly vowels. The bell is up where nobody is "
                    "talking, so it does not need to be loud. That’s the Alhambra. You can hear the dent.”</p>"
                ),
            },
        ),
        (
            "file",
            {
                "title": "The interval cue sheet",
                "description": "One page for the booth, the bar and the person holding the bell.",
                "file": "cue-sheet",
            },
        ),
        (
            "callout",
            {
                "title": "Does your local cinema ring a bell?",
                "text": (
                    "<p>Send us a recording and the name of the person who rings it. We may publish a "
                    'selection. <a href="https://velourandtonic.example/contact/">Write to the film desk</a>.</p>'
                ),
            },
        ),
        ("heading", {"text": "Your questions", "level": "h2"}),
        (
            "questions",
            {
                "title": "Intervals, answered",
                "items": [
                    {
                        "question": "Can I stay in my seat during the interval?",
                        "answer": (
                            "<p>Yes. Venues using the standard keep the auditorium open, with lights raised to "
                            "forty per cent.</p>"
                        ),
                    },
                    {
                        "question": "Does the interval make the ticket more expensive?",
                        "answer": (
                            "<p>Not at the venues we surveyed. Most cover the extra staffing from bar sales.</p>"
                        ),
                    },
                    {
                        "question": "Will streaming versions include the break?",
                        "answer": ("<p>Two distributors told us they will keep the title card but not the pause.</p>"),
                    },
                ],
            },
        ),
        ("heading", {"text": "What happens next", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "In January, the working group publishes its cue sheet under an open licence.",
                    "In March, three multiplex chains begin trials on Tuesdays and Sundays.",
                    "By summer, the Alhambra hopes to have trained twelve new bell-ringers.",
                ],
            },
        ),
        ("divider", {}),
        (
            "paragraph",
            (
                "<p>Lamb has had the original restored. There is a dent on the rim, she points out, where "
                "somebody in 1974 must have dropped it. “We left that,” she says, and goes to find her "
                "waistcoat.</p>"
            ),
        ),
    ],
    sources=(
        DemoSource("dataset", "Venue interval survey, October 2026", "Screens Together", 2026),
        DemoSource(
            "interview",
            "Interviews with Perpetua Lamb, Ilse Varga-Monk and nine venue managers",
            "Velour & Tonic",
            2026,
        ),
        DemoSource("document", "Alhambra day books, 1968–1975", "Port Aldous Municipal Archive", 1975),
    ),
    corrections=(
        DemoCorrection(
            kind="correction",
            was_wrong="An earlier version gave Screen One’s capacity as 421.",
            is_right="It is 412.",
            hours_ago=5.2,
        ),
    ),
)
