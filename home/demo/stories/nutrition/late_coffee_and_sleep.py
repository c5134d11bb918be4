"""Demo story: How late is too late for a coffee? The trials give a range, not a rule"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="late-coffee-and-sleep",
    section="nutrition",
    headline="How late is too late for a coffee? The trials give a range, not a rule",
    standfirst=("Six hours is a sensible place to start. A fortnight with a pencil will tell you more than any chart."),
    by=("noor-castellane",),
    hours_ago=538.3,
    kicker="Evidence check",
    kind="explainer",
    lead="sleep",
    lead_caption=(
        "Some people can drink an espresso at nine and sleep like this. They should not advise the rest of us."
    ),
    lead_alt="A person asleep under a green quilt shaped like hills, beneath a large moon and stars",
    topics=("evidence-check", "sleep"),
    edited_by="elin-marchetti",
    reviewed_by="priya-anand-holt",
    review_days_ago=25,
    risk_class="B",
    evidence="moderate",
    evidence_note=(
        "Laboratory trials agree that late caffeine shortens sleep on average. They are small, and people differ "
        "widely."
    ),
    sources=(
        DemoSource(
            kind="trial",
            title="Caffeine nought, three and six hours before bed: a crossover trial in 84 adults",
            publisher="Journal of Illustrative Sleep Research",
            year=2025,
            url="https://illustrative-sleep.example/2025/caffeine-timing",
        ),
        DemoSource(
            kind="observational",
            title="Afternoon coffee and self-reported sleep in 5,100 shift and day workers",
            publisher="Fictional Reviews in Physiology",
            year=2024,
            url="https://fictional-physiology.example/2024/afternoon-coffee",
        ),
        DemoSource(
            kind="guideline",
            title="Sleep habits worth trying first",
            publisher="Fenmoor Sleep Association",
            year=2026,
            url="https://fenmoor-sleep.example/habits",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Every office has a Dolores, who drinks a double espresso after dinner and is asleep by ten. "
                "Every office also has someone who had half a cup of tea at four and saw the milk float. Any honest "
                "answer about coffee has to leave room for both.</p>"
                "<p>Caffeine works partly by blocking a chemical that builds up through the day and makes us drowsy. "
                "The body then clears it at a pace set by genes, age, pregnancy, smoking and some medicines, and one "
                "person can take several times as long as another.</p>"
            ),
        ),
        ("heading", {"text": "What happened in the laboratory", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>In the most useful trial, 84 adults spent four nights in a sleep laboratory and drank the same "
                "strong coffee at bedtime, three hours before, six hours before, or a decaffeinated version that "
                "fooled most of them. With coffee six hours before bed they slept 22 minutes less on average, out of "
                "roughly seven hours. At three hours the loss was 41 minutes. [1]</p>"
                "<p>The averages hide Dolores. Nineteen of the 84 lost no measurable sleep at six hours, and eleven "
                "lost more than an hour. Few could tell which they were: most of the poor sleepers thought they had "
                "slept as usual. [1]</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>A survey of 5,100 workers found that people who drank coffee after three in the afternoon more "
                "often called their sleep poor. [2] Some will have been drinking it because they slept badly, which "
                "is the trouble with surveys.</p>"
            ),
        ),
        ("heading", {"text": "Run your own trial", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Sleep clinics commonly suggest a caffeine-free stretch before bed as one of the first things to "
                "test, alongside a steady getting-up time. [3] Try a last cup at least six hours before bed for one "
                "week, return to your usual for the next, and write down what happens. Cut back gradually if you "
                "drink a lot: a sudden stop can bring a few days of headache.</p>"
            ),
        ),
        (
            "file",
            {
                "title": "Sleep diary, fourteen nights on one page",
                "description": (
                    "Columns for the last caffeine, lights out, getting up and how you felt at noon. Print it, or "
                    "keep it by the kettle."
                ),
                "file": "sleep-diary",
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>See a doctor or nurse if poor sleep has lasted more than a few weeks, if you stop breathing "
                    "or gasp at night, or if tiredness makes driving or work unsafe. If you are pregnant, ask your "
                    "midwife how much caffeine is advised. If coffee gives you palpitations, mention it.</p>"
                ),
            },
        ),
    ],
)
