"""Demo story: Why series vanish from streaming, and what you can do before they go"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="why-series-vanish-from-streaming",
    section="tv",
    kicker="Explainer",
    kind="explainer",
    headline="Why series vanish from streaming, and what you can do before they go",
    standfirst=(
        "A show can leave because a contract ended, a song ran out or a tax year did. Here is how to tell which."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=512,
    edited_by="ines-farrow",
    lead="",
    topics=("streaming", "museums"),
    related=("palisade-free-trials",),
    body=[
        (
            "key_points",
            {
                "items": [
                    "Most departures are expired licences, and about half of those titles return within two years.",
                    "A date under “Available until” is a contract date and can move in either direction.",
                    "Buying a digital copy usually buys permission to watch, for as long as the shop has it.",
                ]
            },
        ),
        (
            "paragraph",
            (
                "<p>You were four episodes into <cite>The Lock-Keepers</cite>. It was there on Sunday. On Monday "
                "the tile had been replaced by a baking contest, and the search box claimed never to have heard "
                "of it.</p>"
                "<p>Nothing has gone wrong at your end. Series leave services every week, for reasons that are "
                "seldom announced and not very mysterious.</p>"
            ),
        ),
        ("heading", {"text": "Three ways out", "level": "h2"}),
        (
            "paragraph",
            (
                "<p><b>The licence ended.</b> A service that did not make a show rents it, typically for two to "
                "five years. When the term is up the owner may want more money, or may want it back. These are "
                "the departures with a date on them, and the ones most likely to be reversed.</p>"
                "<p><b>A part of it expired.</b> Music is the usual culprit. A song cleared for broadcast in 2009 "
                "was often cleared for ten years, by people who did not imagine eleven. The episode is withdrawn, "
                "recut with a different song and returned a little sadder.</p>"
                "<p><b>It was written off.</b> A company can remove a series it owns and treat what it spent as a "
                "loss. These go suddenly, whole, and with no date. They are rare: nine last year, by our count.</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Look for the date on the title’s own page. It is hidden from the home screen on purpose.",
                    "Check the public library. Fenmoor’s lends 6,000 series on disc and has a reservation list.",
                    "Ask the broadcaster, by name of programme. Someone there has to answer.",
                ],
            },
        ),
        (
            "questions",
            {
                "title": "Short answers",
                "items": [
                    {
                        "question": "I downloaded it. Is it safe?",
                        "answer": (
                            "<p>Until you next connect. Most downloads check their licence every 30 days, and stop "
                            "playing when the title leaves.</p>"
                        ),
                    },
                    {
                        "question": "I bought it. Surely that is different?",
                        "answer": (
                            "<p>On a disc, yes. Bought through a service, you normally hold a licence; "
                            "read the line "
                            "above the button. Some shops refund withdrawn titles if asked.</p>"
                        ),
                    },
                    {
                        "question": "Can anyone make them keep it?",
                        "answer": (
                            "<p>Not at present. The national archive takes one copy of everything "
                            "broadcast, though, "
                            "and will let you watch it on the premises, in a booth, with a pencil.</p>"
                        ),
                    },
                ],
            },
        ),
    ],
)
