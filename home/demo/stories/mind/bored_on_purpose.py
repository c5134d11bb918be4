"""Demo story: The case for being bored on purpose"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="bored-on-purpose",
    section="mind",
    headline="The case for being bored on purpose",
    standfirst="Psychologists are studying what happens when the phone stays in the other room.",
    by=("elin-marchetti",),
    hours_ago=61.2,
    kicker="Mind",
    kind="feature",
    lead="mind",
    lead_alt="A head in profile, filled with calm blue waves and an arc of coloured lines above them.",
    lead_caption="Asked to do nothing for twenty minutes, most volunteers began by counting something.",
    topics=("mental-health", "sleep"),
    related=("sleep-regularity", "wellness-vocabulary-problem"),
    edited_by="marguerite-oyelaran",
    fact_checked_by="noor-castellane",
    reviewed_by="priya-anand-holt",
    review_days_ago=6,
    risk_class="B",
    sources=(
        DemoSource(
            kind="trial",
            title="Kerrigan-Bao I and others. Unfilled time and the making of lists",
            publisher="Journal of Invented Psychology, 14(1), 3–19",
            year=2026,
            url="https://invented-psychology.example/unfilled-time",
        ),
        DemoSource(
            kind="trial",
            title="Phones outside the bedroom: a two-week pilot in 38 adults",
            publisher="Journal of Illustrative Sleep Research, 10, 61–70",
            year=2026,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>The room is beige. This was debated: the first version was white, and volunteers said that white "
                "was interesting. It holds a chair, a table and a carpet tile with one corner that will not lie flat. "
                "“The corner was an accident,” says Dr Isolde Kerrigan-Bao. “By minute twelve it is the best "
                "thing in there. People have asked after it.”</p>"
                "<p>Kerrigan-Bao runs the attention group at the University of Fenmoor, and for three years she has "
                "been boring people on purpose. It is harder than it used to be. We carry a cure for boredom at all "
                "times and take it at the first twinge: at the kettle, on the stairs, in the eleven seconds it takes "
                "a lift to come. She wanted to know what we have been treating.</p>"
            ),
        ),
        ("heading", {"text": "Twenty minutes with a carpet tile", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Her main experiment put 124 adults in the room for twenty minutes. Half had surrendered their "
                "phones at the door. Half kept them and were told to do as they liked. Afterwards everyone was given a "
                "house brick and asked to write down as many uses for it as they could.</p>"
                "<p>The phoneless group listed 9.1 uses on average, the others 7.8.[1] Before anyone throws a phone "
                "off "
                "the harbour wall: three judges who did not know which list came from whom found the longer ones no "
                "more original. A good many of the extra ideas were doorstops.</p>"
                "<p>“I’d call it a nudge,” says Kerrigan-Bao, whom success has not made reckless. “If the "
                "mind is left unoccupied, it goes and finds an occupation. Sometimes that is a novel. "
                "Sometimes it is what you should have said to your landlord in 2019.”</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "If quiet makes you miserable, you haven’t failed at it.",
                "attribution": "Dr Isolde Kerrigan-Bao, University of Fenmoor",
            },
        ),
        ("heading", {"text": "The phone in the other room", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The practical version is being tried in bedrooms. In a two-week pilot, 38 adults swapped the phone "
                "on the pillow for an alarm clock. Participants who left their phones outside the bedroom said they "
                "fell asleep sooner, by eleven minutes on average, though the study was small and nobody measured "
                "their sleep except themselves.[2] Five gave up in the first week. One had bought an alarm clock with "
                "a radio in it, which the researchers felt rather missed the point.</p>"
                "<p>Gethin Sorrell, a harbour pilot from Port Aldous, stayed the fortnight. He remembers the third "
                "night best. “I lay there and thought about my grandfather’s shed, top to bottom, every tin. I "
                "hadn’t been in that shed for thirty years. Then it was morning.”</p>"
            ),
        ),
        (
            "gallery",
            {
                "caption": "Where readers told us they let their minds wander.",
                "images": [
                    {
                        "image": "coast",
                        "alt": "A lighthouse at night with two small figures on the rocks.",
                        "caption": "The rocks below the old light, after the last bus.",
                    },
                    {
                        "image": "gallery",
                        "alt": "Three visitors standing before framed paintings in a pale room.",
                        "caption": "One painting, one bench, forty minutes.",
                    },
                    {
                        "image": "books",
                        "alt": "Shelves of coloured books lit by a beam from above.",
                        "caption": "The returns desk at Fenmoor library, where nothing is due back.",
                    },
                    {
                        "image": "table",
                        "alt": "A laid table seen from above, with plates, a glass of water and a green check cloth.",
                        "caption": "Lunch for one, facing the wall.",
                    },
                ],
            },
        ),
        ("heading", {"text": "When empty time turns sour", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Not everybody finds a shed. For people who are low or anxious, an idle hour can fill up with the "
                "same few thoughts going round, and in the beige room about one volunteer in eight left feeling worse "
                "than when they went in.[1] Kerrigan-Bao screens for that now and stops the clock early.</p>"
                "<p>“If quiet makes you miserable, you haven’t failed at it,” she says. Doing something absorbing with "
                "your hands is a fair alternative. So is company. If worry or low mood is taking up most days, that is "
                "worth mentioning to a doctor.</p>"
            ),
        ),
        ("divider", {}),
        ("heading", {"text": "How to begin, with very little ceremony", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Nobody I spoke to recommends an hour. Start with a job you do anyway, such as waiting for toast, "
                "and "
                "leave the phone in your coat. Walk one familiar street unaccompanied by a podcast. Sit on the top "
                "deck "
                "and look in at first-floor windows, which is what the top deck is for.</p>"
                "<p>Or borrow the recording below. It was made in the beige room, and has a bell at either end so that "
                "you needn’t look at a clock.</p>"
            ),
        ),
        (
            "audio",
            {
                "title": "Listen: a minute with nothing in it",
                "text": "One handbell, sixty seconds of the beige room at Fenmoor, and the bell again.",
                "file": "bell",
                "transcript": (
                    "<p>A handbell rings once. The note fades into the hum of a quiet room. A chair creaks. Somebody "
                    "outside walks past and does not come in. The bell rings again.</p>"
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>I did my own twenty minutes on a wet Wednesday. I counted the ceiling panels (36), planned a "
                "supper "
                "and composed a dignified letter to a water company. Then, for a while, nothing. On the way out I "
                "pressed the corner of the carpet tile flat with my shoe. It came back up.</p>"
            ),
        ),
    ],
)
