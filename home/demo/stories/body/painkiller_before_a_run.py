"""Demo story: Can I take a painkiller before a race so that my hip won’t hurt?"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="painkiller-before-a-run",
    section="body",
    headline="Can I take a painkiller before a race so that my hip won’t hurt?",
    standfirst=("A pharmacist would rather you didn’t. The tablets have their place, and the start line isn’t it."),
    by=("kiran-vasquez-lund",),
    hours_ago=560.8,
    kicker="Ask the clinic",
    kind="explainer",
    lead="pills",
    lead_alt="Rows of tablets and capsules on pale green, one of them magenta.",
    lead_caption="Sold without a prescription does not mean suited to every Sunday.",
    topics=("medicines", "exercise", "ask-the-clinic"),
    related=("starting-to-run-after-50", "eat-before-a-morning-run"),
    reviewed_by="amara-solheim",
    review_days_ago=400,
    risk_class="C",
    evidence="expert",
    evidence_note="A pharmacist’s answer, drawing on one review and one survey of runners.",
    sources=(
        DemoSource(
            kind="systematic_review",
            title="Anti-inflammatory tablets taken before endurance exercise: 14 studies",
            publisher="Fictional Reviews in Pharmacy, 8(2), 55–73",
            year=2024,
        ),
        DemoSource(
            kind="observational",
            title="What 820 finishers swallowed: the Fenmoor Ten-Mile survey",
            publisher="University of Fenmoor",
            year=2025,
            url="https://fenmoor-university.example/ten-mile-survey",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p><i>I’m doing the Fenmoor Ten-Mile and my hip starts to ache at six. Could I take something at "
                "breakfast so that I don’t feel it?</i> — Gwil, Port Aldous</p>"
                "<p>You can buy the tablets next to the chewing gum, which makes this seem a smaller question than it "
                "is. My answer is no, and your hip is only one of the reasons.</p>"
                "<p>Anti-inflammatory painkillers such as ibuprofen can irritate the lining of the stomach and reduce "
                "the blood flow to the kidneys. A long race, especially a warm one with too little to drink, leans on "
                "both of those already. A review of 14 studies found no dependable benefit to performance or to "
                "soreness the next day from taking them beforehand, and advised against making it a habit.[1]</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>Researchers have also asked people at your own race. Among 820 finishers, 18 in every 100 of those "
                "who had taken an anti-inflammatory before the start had stomach or gut trouble on the way round. "
                "Among "
                "those who had not, it was 9 in every 100.[2] That is double, or nine extra runners in each 100. It’s "
                "a "
                "survey, so it can’t prove that the tablets were to blame, but I wouldn’t volunteer to find out.</p>"
                "<p>Paracetamol is easier on the stomach, though it has a ceiling. An extra dose because the hill was "
                "steep, on top of a cold remedy that contains it too, is how sensible people go over the daily "
                "limit on the packet.</p>"
            ),
        ),
        (
            "fact_box",
            {
                "title": "Ask a pharmacist before any anti-inflammatory if you",
                "items": [
                    {
                        "term": "Have or have had",
                        "description": "Kidney, liver or heart disease, high blood pressure, a "
                        "stomach ulcer, or asthma",
                    },
                    {
                        "term": "Take",
                        "description": "Blood thinners, blood pressure tablets, steroids or some antidepressants",
                    },
                    {"term": "Are", "description": "Pregnant, breastfeeding or over 65"},
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>And then there’s the hip. An ache that arrives at the same mile each week is telling you "
                "something about load, and muffling it means you’ll hear it later and louder. Run the six miles you "
                "have, and see a physiotherapist about the other four. Marshals at Fenmoor hand out the "
                "same mug to everybody.</p>"
            ),
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Book an appointment for joint pain that wakes you at night, lasts more than two weeks or stops "
                    "you putting weight on the leg. Get urgent help if you vomit blood, pass black stools, or pass "
                    "very "
                    "little or dark urine after a race, or if you have taken more than the dose on the packet, even "
                    "if you feel well. Chest pain is always an emergency.</p>"
                ),
            },
        ),
    ],
)
