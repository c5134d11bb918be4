"""The demo publication: its identity, sections, topics and addresses."""

PUBLICATION = {
    "name": "Velour & Tonic",
    "tagline": "Entertainment and health news",
    "description": (
        "Film, television, music and culture on one page, and careful reporting about health on the other, from "
        "newsrooms in Port Aldous and Fenmoor."
    ),
    "legal_name": "Harbour Bell Press Limited",
    "founding_date": "2014-09-18",
    "email": "hello@velourandtonic.example",
    "social_profiles": [
        ("Harbour Social", "https://social.example/@velourandtonic"),
        ("Harbour Social, health desk", "https://social.example/@tonicdesk"),
        ("Video", "https://video.social.example/velourandtonic"),
    ],
}

SECTIONS = [
    {
        "slug": "entertainment",
        "title": "Entertainment",
        "standfirst": "What to see, hear and argue about, and the business of getting it in front of you.",
        "description": (
            "Film, television, music, celebrity and culture news, interviews and features from the Velour & Tonic "
            "entertainment desk."
        ),
        "colour": "velour",
        "health": False,
        "children": [
            {
                "slug": "film",
                "title": "Film",
                "standfirst": (
                    "Releases, reviews and the business of getting pictures on to screens, from the entertainment desk."
                ),
                "description": (
                    "Film news, interviews and features: new releases, awards, festivals, and the cinemas that show "
                    "them."
                ),
                "colour": "velour",
                "health": False,
                "children": [],
            },
            {
                "slug": "tv",
                "title": "TV",
                "standfirst": "Series, finales and the channels and services that make them, watched to the end.",
                "description": (
                    "Television news, interviews and features: new series, finales, streaming services and the "
                    "people who write for them."
                ),
                "colour": "velour",
                "health": False,
                "children": [],
            },
            {
                "slug": "music",
                "title": "Music",
                "standfirst": "Records, rooms and the people who fill both.",
                "description": (
                    "Music news and features: albums, concerts, festivals, vinyl and the people who make records "
                    "sound the way they do."
                ),
                "colour": "velour",
                "health": False,
                "children": [],
            },
            {
                "slug": "celebrity",
                "title": "Celebrity",
                "standfirst": "Public lives, reported with names attached and bodies left alone.",
                "description": (
                    "Interviews and reporting about performers and public figures, without rumour, diagnosis or "
                    "comment on anyone’s body."
                ),
                "colour": "velour",
                "health": False,
                "children": [],
            },
            {
                "slug": "culture",
                "title": "Culture",
                "standfirst": "Books, stages, galleries and radio, and the towns that keep them open.",
                "description": (
                    "Books, theatre, museums and radio: news and features on the arts in Port Aldous, Fenmoor, Orlo "
                    "and beyond."
                ),
                "colour": "velour",
                "health": False,
                "children": [],
            },
        ],
    },
    {
        "slug": "health",
        "title": "Health",
        "standfirst": "Health, explained with its sources showing and checked by people who treat patients.",
        "description": (
            "Health news, evidence checks and explainers with numbered sources, reviewed by clinicians who are not "
            "their authors."
        ),
        "colour": "tonic",
        "health": True,
        "children": [
            {
                "slug": "mind",
                "title": "Mind",
                "standfirst": "Sleep, mood and attention: what helps, what might, and what is only for sale.",
                "description": (
                    "Reporting on mental health, sleep and attention, with evidence ratings and medical review of "
                    "every story that gives advice."
                ),
                "colour": "tonic",
                "health": True,
                "children": [],
            },
            {
                "slug": "body",
                "title": "Body",
                "standfirst": "Hearts, muscles, joints and the machines that count them.",
                "description": (
                    "Exercise, heart health and everyday illness: explainers and news with numbered sources, "
                    "reviewed by clinicians."
                ),
                "colour": "tonic",
                "health": True,
                "children": [],
            },
            {
                "slug": "nutrition",
                "title": "Nutrition",
                "standfirst": "Food, labels and supplements, from the field to the small print.",
                "description": (
                    "Food, labels and supplements: what the research supports, what it doesn’t, and what to cook on "
                    "a Tuesday."
                ),
                "colour": "tonic",
                "health": True,
                "children": [],
            },
            {
                "slug": "medicine",
                "title": "Medicine",
                "standfirst": "Medicines, vaccines and the laboratories behind them.",
                "description": (
                    "How medicines and vaccines are made, tested, priced and used, with plain numbers and named "
                    "sources."
                ),
                "colour": "tonic",
                "health": True,
                "children": [],
            },
        ],
    },
    {
        "slug": "reviews",
        "title": "Reviews",
        "standfirst": "Rated by critics who saw, heard or read the whole thing.",
        "description": (
            "Film, television, music, stage and book reviews with ratings out of five and the critic’s interests "
            "declared."
        ),
        "colour": "velour",
        "health": False,
        "children": [],
    },
]

TOPICS = [
    {
        "slug": "awards",
        "title": "Awards",
        "description": "Juries, nominations, speeches and the campaigns that come before them.",
    },
    {
        "slug": "lantern-awards",
        "title": "Lantern Awards",
        "description": "The film prizes given each November in Fenmoor, from shortlist to statuette.",
    },
    {
        "slug": "salt-hour",
        "title": "Salt Hour",
        "description": "Ilke Tamsin’s film about two brothers, a lighthouse and a long winter.",
    },
    {
        "slug": "ilke-tamsin",
        "title": "Ilke Tamsin",
        "description": "The director of ‘Salt Hour’: reviews, interviews and news.",
    },
    {
        "slug": "ansel-roake",
        "title": "Ansel Roake",
        "description": "The director of ‘Night Ferry to Orlo’, and the sequel he stepped back from.",
    },
    {
        "slug": "cinemas",
        "title": "Cinemas",
        "description": "The buildings: who owns them, who fills them and who rings the bell.",
    },
    {"slug": "festivals", "title": "Festivals", "description": "Tents, tickets, line-ups and sound checks."},
    {
        "slug": "streaming",
        "title": "Streaming",
        "description": "Palisade and its rivals: prices, programmes and what has quietly disappeared.",
    },
    {
        "slug": "harrow-lane",
        "title": "Harrow Lane",
        "description": "The street drama that ran for eight years and ended on a doorstep.",
    },
    {
        "slug": "ostara-vale",
        "title": "Ostara Vale",
        "description": "The singer of ‘Perihelion’ and ‘Paper Moons’: records, concerts and interviews.",
    },
    {
        "slug": "vinyl",
        "title": "Vinyl",
        "description": "Records as objects: pressing plants, sleeves and the people still queuing.",
    },
    {"slug": "books", "title": "Books", "description": "New writing, old libraries and the trade between them."},
    {"slug": "theatre", "title": "Theatre", "description": "Rehearsal rooms, first nights and understudies."},
    {
        "slug": "museums",
        "title": "Museums",
        "description": "Collections, exhibitions and the staff who live among them.",
    },
    {"slug": "radio", "title": "Radio", "description": "Plays, voices and things worth hearing in the dark."},
    {
        "slug": "port-aldous",
        "title": "Port Aldous",
        "description": "News from the harbour town where half this newsroom works.",
    },
    {"slug": "the-long-read", "title": "The long read", "description": "Reporting that needs a chair."},
    {
        "slug": "sleep",
        "title": "Sleep",
        "description": (
            "What researchers know about rest, what is still being argued over and what is probably just marketing."
        ),
    },
    {
        "slug": "mental-health",
        "title": "Mental health",
        "description": "Mood, anxiety and care, reported with people and without euphemism.",
    },
    {
        "slug": "heart-health",
        "title": "Heart health",
        "description": "Pulse, pressure and prevention, and how to read the numbers.",
    },
    {"slug": "exercise", "title": "Exercise", "description": "Moving more at any age, at a pace that lasts."},
    {
        "slug": "supplements",
        "title": "Supplements",
        "description": "Vitamins, powders and promises, set beside the trials.",
    },
    {
        "slug": "food-labels",
        "title": "Food labels",
        "description": "What has to be on the packet, what doesn’t, and who decides.",
    },
    {"slug": "vaccines", "title": "Vaccines", "description": "How vaccines are made, tested, updated and delivered."},
    {"slug": "medicines", "title": "Medicines", "description": "Safe use, supply, price and regulation."},
    {
        "slug": "evidence-check",
        "title": "Evidence check",
        "description": "A claim, the research behind it and how far it goes.",
    },
    {
        "slug": "ask-the-clinic",
        "title": "Ask the clinic",
        "description": "Readers’ questions, answered by a clinician and checked by another.",
    },
]

CONTACT = {
    "slug": "contact",
    "title": "Contact us",
    "intro": (
        "<p>Letters are read by people, usually the ones you would like to read them. We answer complaints within "
        "five working days and most other things sooner. We can’t give advice about your own health; please ask "
        "someone who can examine you, and in an emergency call your local emergency number.</p>"
        "<p>By post: Velour &amp; Tonic, The Ticket Office, Alder Quay, Port Aldous.</p>"
    ),
    "addresses": [
        {
            "label": "Newsroom",
            "email": "news@velourandtonic.example",
            "note": (
                "Stories, tips and invitations. For something confidential, read the page on unnamed sources first."
            ),
        },
        {
            "label": "Corrections",
            "email": "corrections@velourandtonic.example",
            "note": "Or use “Report an error” at the foot of the story, which tells us the page and version.",
        },
        {
            "label": "Standards and complaints",
            "email": "standards@velourandtonic.example",
            "note": "Answered by the standards editor within five working days.",
        },
        {
            "label": "Health desk",
            "email": "health@velourandtonic.example",
            "note": "Questions for Ask the clinic, and anything in a health story that looks unsafe. Read every day.",
        },
        {
            "label": "Reviews",
            "email": "reviews@velourandtonic.example",
            "note": "Screenings, review copies and first nights. We don’t agree to conditions.",
        },
        {
            "label": "Privacy",
            "email": "privacy@velourandtonic.example",
            "note": "To see, correct or delete what we hold about you.",
        },
        {
            "label": "Accessibility",
            "email": "accessibility@velourandtonic.example",
            "note": "Tell us the page and what got in your way.",
        },
        {
            "label": "Advertising",
            "email": "advertising@velourandtonic.example",
            "note": "Kept on a separate floor from the newsroom.",
        },
        {
            "label": "Everything else",
            "email": "hello@velourandtonic.example",
            "note": "Permissions, back issues, lost umbrellas.",
        },
    ],
}
