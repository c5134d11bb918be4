"""Demo story: Do I need to eat before I go out for an early morning run?"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="eat-before-a-morning-run",
    section="body",
    headline="Do I need to eat before I go out for an early morning run?",
    standfirst=(
        "It depends on how far you mean to go and what your stomach thinks about it, says our "
        "dietitian. Neither answer makes you tougher."
    ),
    by=("samira-okonjo-reyes",),
    hours_ago=131.5,
    kicker="Ask the clinic",
    kind="explainer",
    state="draft",
    lead="",
    topics=("exercise", "ask-the-clinic"),
    related=("starting-to-run-after-50", "painkiller-before-a-run"),
    reviewed_by="kiran-vasquez-lund",
    review_days_ago=2,
    risk_class="B",
    evidence="expert",
    evidence_note="A dietitian’s answer; the studies behind it are small.",
    sources=(
        DemoSource(
            kind="guideline",
            title="Eating around everyday exercise",
            publisher="Association of Community Dietitians",
            year=2025,
            url="https://community-dietitians.example/exercise",
        ),
        DemoSource(
            kind="trial",
            title="Breakfast before or after? Thirty morning runners, two routes",
            publisher="Journal of Made-Up Metabolism, 6(1), 20–33",
            year=2026,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p><b>For half an hour at a chatty pace, no.</b> Last night’s supper is still doing its job. Drink "
                "some water, go, and have breakfast when you’re back.</p>"
                "<p>For anything over an hour, or with hills you plan to race up, a little carbohydrate helps: a "
                "banana or a slice of toast, half an hour or so before you leave.[1] In a small trial on the Orlo "
                "coast path, 30 runners covered a short route equally well fed or unfed. On the long one, 11 of them "
                "slowed sharply near the end without breakfast, against four with it.[2]</p>"
                "<p>I am asked whether running on empty burns more fat. During the run, a bit. By supper it seems to "
                "have evened out, because people who skip breakfast tend to catch up later in the day.[2]</p>"
                "<p>Some stomachs object to food and jogging before eight. Trust yours. If you feel shaky or "
                "light-headed when you run unfed, eat something first.</p>"
            ),
        ),
        (
            "callout",
            {
                "title": "Check first",
                "text": (
                    "<p>If you have diabetes and use insulin or tablets that can lower blood sugar, are pregnant, or "
                    "have "
                    "had an eating disorder, talk to your care team before you exercise without eating.</p>"
                ),
            },
        ),
    ],
)
