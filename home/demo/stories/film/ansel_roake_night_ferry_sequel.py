"""Demo story: Director Ansel Roake steps back from ‘Night Ferry’ sequel"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="ansel-roake-night-ferry-sequel",
    section="film",
    kicker="Film",
    kind="news",
    headline="Director Ansel Roake steps back from ‘Night Ferry’ sequel",
    standfirst=(
        "The film-maker will stay as producer of ‘The Morning Boat’ but says he has “no second crossing in me”."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=7.2,
    edited_by="tobias-lindqvist-hale",
    lead="",
    topics=("ansel-roake", "awards"),
    related=("three-hour-drama-interval",),
    body=[
        (
            "paragraph",
            (
                "<p>Ansel Roake will not direct the follow-up to <cite>Night Ferry to Orlo</cite>, his three-hour "
                "drama about a stalled crossing, its distributor Longshore Pictures has confirmed.</p>"
                "<p>Roake, 58, told the cast by letter on Friday. He remains a producer on <cite>The Morning "
                "Boat</cite>, which was due to start shooting at the Orlo slipway in April and will now wait "
                "until a replacement is found.</p>"
            ),
        ),
        (
            "block_quote",
            {
                "text": (
                    "I have looked for a second crossing in me and there isn’t one. Somebody younger should get wet."
                ),
                "attribution": "Ansel Roake, in his letter to the cast",
            },
        ),
        (
            "paragraph",
            (
                "<p>Bertrand Osei, who played the ferry’s purser, said he had read the letter twice “and then "
                "rung him up to argue, and lost”. Osei is still attached.</p>"
                "<p>The decision comes on the day of the Lantern Awards, where <cite>Night Ferry to Orlo</cite> "
                "has seven nominations, more than any other title. Longshore said the timing was a coincidence "
                "of the post. Roake is not expected at the ceremony; a spokeswoman said he does not like to be "
                "indoors in Fenmoor.</p>"
                "<p>Two people with knowledge of the production said the first assistant director, Petra "
                "Halloran, had been asked to read the script. Longshore would not comment on names.</p>"
            ),
        ),
    ],
)
