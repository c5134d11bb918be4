"""Demo story: Do you need a vitamin C supplement in winter?"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="vitamin-c-supplement-winter",
    section="nutrition",
    headline="Do you need a vitamin C supplement in winter?",
    standfirst=(
        "It is the cold season’s most dependable purchase. For people who eat some fruit and vegetables, the "
        "trials suggest it buys very little."
    ),
    by=("elin-marchetti",),
    hours_ago=30.5,
    kicker="Evidence check",
    kind="explainer",
    lead="citrus",
    lead_caption="Fruit is the obvious source. A red pepper or a bowl of frozen peas also counts.",
    lead_alt="Cut oranges, grapefruit, lemons and limes with blueberries, drawn flat against a peach background",
    topics=("evidence-check", "supplements"),
    related=("frozen-vegetables-fresh", "fibre-ordinary-week"),
    edited_by="noor-castellane",
    reviewed_by="samira-okonjo-reyes",
    review_days_ago=3,
    risk_class="C",
    evidence="strong",
    evidence_note=(
        "Many trials agree that daily vitamin C does not prevent most colds. The finding that colds end slightly "
        "sooner is consistent too, but small."
    ),
    sources=(
        DemoSource(
            kind="systematic_review",
            title="Daily vitamin C and the winter cold: 24 trials in 9,640 adults",
            publisher="Annals of Demonstration Medicine",
            year=2025,
            url="https://annals.example/2025/winter-cold",
        ),
        DemoSource(
            kind="trial",
            title="Vitamin C begun at the first sneeze: a placebo-controlled trial in 388 office workers",
            publisher="Demonstration Journal of Nutrition",
            year=2024,
            url="https://demonstration-nutrition.example/2024/first-sneeze",
        ),
        DemoSource(
            kind="guideline",
            title="Vitamins and minerals: who needs a supplement",
            publisher="Fenmoor Institute of Dietetics",
            year=2026,
            url="https://fenmoor-dietetics.example/guidance/supplements",
        ),
    ),
    body=[
        (
            "key_points",
            {
                "items": [
                    "Daily tablets do not stop most people catching colds.",
                    "Regular users’ colds were shorter in trials, by less than half a day.",
                    "Large doses can upset the stomach, and some people should avoid them.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>By the second week of November the display has moved to the front of every chemist in Port "
                "Aldous: orange tubes, built into a pyramid at the eye level of anyone steering a pushchair and a "
                "cough. Most will be empty by Christmas. The colds will carry on until March.</p>"
                "<p>Nobody disputes that we need vitamin C. The body cannot make it and keeps only a modest store, "
                "so it has to arrive in food every few days. The question for the pyramid is whether more than "
                "enough does anything useful.</p>"
            ),
        ),
        ("heading", {"text": "What the trials found", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The largest review gathers 24 trials in which adults took either a daily supplement or an "
                "identical dummy through at least one winter. Out of every 1,000 people on the vitamin, about 610 "
                "caught a cold; out of every 1,000 on the dummy, about 620 did. A gap that small may be chance. "
                "[1]</p>"
                "<p>One benefit did recur. Among people who had been taking it all along, colds lasted 4.6 days on "
                "average rather than 5.0. [1] Waiting for the first sneeze and then starting made no clear "
                "difference in a separate trial. [2]</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "A winter with and without a daily supplement",
                "columns": [("text", "Outcome"), ("number", "Vitamin C"), ("number", "Dummy tablet")],
                "rows": [
                    ["Caught a cold, per 1,000 people", "610", "620"],
                    ["Average length of a cold, days", "4.6", "5.0"],
                    ["Stomach upset, per 1,000 people", "48", "31"],
                ],
                "source": "Review of 24 trials, Annals of Demonstration Medicine, 2025",
            },
        ),
        (
            "paragraph",
            (
                "<p>The last row is easy to skip. In the same trials, 17 more people in every 1,000 had stomach "
                "trouble, most of them on the highest doses. [1]</p>"
            ),
        ),
        ("heading", {"text": "Who might be short of it", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>People who eat very little fruit or veg, who smoke, or whose gut absorbs food poorly can run "
                "low, and a clinician may suggest a supplement for them. [3] For everybody else the guidance asks "
                "for ordinary food, and winter is kinder than its reputation:</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Peppers, sprouts and cabbage</b>, cooked briefly or eaten raw.",
                    "<b>Frozen peas and berries</b>, which are usually packed within hours of picking.",
                    "<b>Satsumas and kiwis</b>, which need no recipe and no pyramid.",
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Speak to a doctor or pharmacist before taking high-dose vitamin C if you have or have had "
                    "kidney stones or kidney disease, have a condition that makes your body store too much iron, are "
                    "pregnant, or take regular medicines.</p>"
                    "<p>See a doctor about a cough that lasts more than three weeks. Get urgent help for trouble "
                    "breathing, chest pain or coughing up blood.</p>"
                ),
            },
        ),
    ],
)
