"""Demo story: How a festival stage goes up in 36 hours, and why it takes 50 to come down"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="festival-stage-in-36-hours",
    section="music",
    kicker="Explainer",
    kind="explainer",
    headline="How a festival stage goes up in 36 hours, and why it takes 50 to come down",
    standfirst=(
        "Eleven lorries from Port Aldous, 74 people and a spirit level older than most of them: the order in "
        "which a field becomes a concert hall."
    ),
    by=("caspian-adeyemi",),
    hours_ago=262,
    lead="stage",
    lead_alt="A lone singer in a spotlight between heavy red stage curtains.",
    lead_caption="The spotlight is the last thing to be fixed and the first that anybody notices.",
    topics=("festivals", "port-aldous"),
    related=("fenmoor-festival-caps-tickets",),
    body=[
        (
            "paragraph",
            "<p>Before anything goes up at Fenmoor, Cornelius Babatunde lies down. The site chief does it at five "
            "in the morning, on a groundsheet, at the spot where centre stage will be. If his left ear is lower "
            "than his right he sends for gravel. There are lasers for this, and he has one in the van. He says it "
            "agrees with him.</p>",
        ),
        ("heading", {"text": "The order of work", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "<b>Hours 0 to 6: the floor.</b> Steel plates spread the load; 312 adjustable legs find the level.",
                    "<b>Hours 6 to 15: the arch.</b> Built flat on the deck, then winched upright in 40 minutes.",
                    "<b>Hours 15 to 24: the roof.</b> One sheet of canvas, 1.9 tonnes, never raised in a wind.",
                    "<b>Hours 24 to 33: the machinery.</b> Motors first, then lamps, and speakers last of all.",
                    "<b>Hours 33 to 36: silence.</b> Everyone leaves the deck while an inspector walks it alone.",
                ],
            },
        ),
        (
            "embed",
            {
                "url": "https://www.youtube.com/watch?v=vTdemoStge4",
                "title": "How a festival stage goes up in 36 hours",
                "caption": "Watch: a day and a half at Fenmoor, from groundsheet to first note.",
                "poster": "festival",
                "duration": "8 min 5 sec",
            },
        ),
        (
            "paragraph",
            "<p>The sequence is fixed because each stage is held up by the one before. The arch, for instance, is "
            "not safe until the roof is on, which is why nobody goes home between hours 15 and 24. If the wind "
            "rises in that window the crew’s only course is to lower the lot and eat.</p>",
        ),
        ("heading", {"text": "Your questions", "level": "h2"}),
        (
            "questions",
            {
                "title": "Asked at the fence",
                "items": [
                    {
                        "question": "Why does it take longer to come down?",
                        "answer": (
                            "<p>Going up, lorries arrive in the right order. Coming down, each piece must be "
                            "cleaned, counted and packed for a different field, and half the crew has gone on "
                            "ahead to build it.</p>"
                        ),
                    },
                    {
                        "question": "Who decides if the wind is too strong?",
                        "answer": (
                            "<p>One named person, with a gauge at roof height. At Fenmoor the limit for lifting "
                            "canvas is written on the inspector’s sleeve, so that nobody can offer an opinion "
                            "about it.</p>"
                        ),
                    },
                    {
                        "question": "Does the same crew build and strike it?",
                        "answer": (
                            "<p>About a third do. They are the ones asleep in the catering tent on Saturday.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "file",
            {
                "title": "The stage cue sheet",
                "description": "The one-page running order the Fenmoor crew tapes inside every van door.",
                "file": "cue-sheet",
            },
        ),
        (
            "paragraph",
            "<p>At hour 36 the inspector signs, and Babatunde gives the deck to the first band by stamping on it "
            "once. In 19 years it has never answered back. He keeps the groundsheet folded in his jacket all "
            "weekend, he says, because on Monday it is where the first bolt goes.</p>",
        ),
    ],
)
