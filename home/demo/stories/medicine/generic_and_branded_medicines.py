"""Demo story: Generic and branded medicines: what the difference comes down to"""

from home.demo.spec import DemoCorrection, DemoSource, DemoStory

STORY = DemoStory(
    slug="generic-and-branded-medicines",
    section="medicine",
    headline="Generic and branded medicines: what the difference comes down to",
    standfirst=(
        "Same active ingredient, different box. We answer eight common questions, including when the box does matter."
    ),
    by=("noor-castellane",),
    hours_ago=127.6,
    kind="explainer",
    lead="pills",
    lead_caption="A generic must match the original in what it does. It may not look like it.",
    lead_alt="A pattern of tablets and two-coloured capsules on pale green, with one deep red capsule standing out",
    topics=("medicines", "heart-health"),
    related=("tablet-changed-colour-stickers", "why-cheap-medicines-run-short"),
    updated_hours_ago=101.2,
    edited_by="elin-marchetti",
    reviewed_by="kiran-vasquez-lund",
    review_days_ago=4,
    risk_class="C",
    evidence="strong",
    evidence_note=(
        "Licensing studies and comparisons in everyday use agree for most medicines. A small group needs more care."
    ),
    sources=(
        DemoSource(
            kind="agency",
            title="How generic medicines are licensed",
            publisher="Medicines Standards Agency",
            year=2026,
            url="https://medicines-standards.example/generics",
        ),
        DemoSource(
            kind="systematic_review",
            title="Generic and original heart medicines compared: 31 studies",
            publisher="Annals of Demonstration Medicine",
            year=2024,
            url="https://annals.example/2024/generics",
        ),
        DemoSource(
            kind="guideline",
            title="Medicines that should be prescribed by brand",
            publisher="Society of Hospital and Community Pharmacy",
            year=2025,
            url="https://pharmacy-society.example/prescribe-by-brand",
        ),
    ),
    corrections=(
        DemoCorrection(
            kind="clarification",
            was_wrong="The answer on switching could be read as applying to inhalers.",
            is_right=("Inhalers differ in how they are used, and a change of device should come with a demonstration."),
            hours_ago=101.2,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>There were two boxes on the counter in the Castle Street pharmacy in Fenmoor, and one of them "
                "cost six times as much as the other. They held the same amount of the same painkiller. “People pick "
                "them up in turn, like melons,” said the pharmacist, Anselm Duquesne-Rao. “Then they ask me what "
                "they’re paying for.”</p>"
                "<p>The short answer is the name, the advertising and sometimes a coating that is easier to swallow. "
                "The active ingredient, the part that does the work, has to be the same, in the same strength. "
                "[1]</p>"
            ),
        ),
        ("heading", {"text": "What has to match", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>When a company invents a medicine it has some years in which nobody else may sell it. After "
                "that, others can apply to make a generic. They don’t repeat the original trials. They must show "
                "that their version delivers the ingredient into the blood at the same rate and to the same extent, "
                "within narrow limits, and that it is made to the same standard. [1]</p>"
                "<p>A review of 31 studies in people with heart conditions found no meaningful difference. Over a "
                "year, 62 in every 1,000 people on generics were admitted to hospital, against 63 in every 1,000 on "
                "originals. [2]</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Two boxes, side by side",
                "columns": [("text", "Feature"), ("text", "Must be the same"), ("text", "May differ")],
                "rows": [
                    ["Active ingredient", "Yes", "No"],
                    ["Strength", "Yes", "No"],
                    ["Speed and amount absorbed", "Yes, within set limits", "Slightly"],
                    ["Colour, shape, flavour", "No", "Yes"],
                    ["Other ingredients", "No", "Yes, and they are listed"],
                    ["Price", "No", "Often a great deal"],
                ],
                "source": "Medicines Standards Agency licensing guide, 2026",
            },
        ),
        ("heading", {"text": "When the maker matters", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>For a short list of medicines, small differences in absorption can matter, and prescribers name "
                "a product and try to keep people on it. Some treatments for epilepsy are on the list, along with "
                "some used after a transplant and some slow-release products. [3] If yours is one, the prescription "
                "should say so. Never switch or stop such a medicine by yourself.</p>"
            ),
        ),
        (
            "questions",
            {
                "title": "Your questions",
                "items": [
                    {
                        "question": "Why does mine look different this month?",
                        "answer": (
                            "<p>Your pharmacy has probably bought from another maker. Check that the name and "
                            "strength on the label are what you expect, and ask before taking it if they aren’t.</p>"
                        ),
                    },
                    {
                        "question": "Are generics weaker?",
                        "answer": (
                            "<p>No. The strength on the box is the amount of active ingredient, whoever makes it.</p>"
                        ),
                    },
                    {
                        "question": "I feel worse since the change. Am I imagining it?",
                        "answer": (
                            "<p>Take it seriously and tell your pharmacist or doctor. It may be another ingredient, "
                            "the illness itself or expectation, and they can help to find out. Don’t stop the "
                            "medicine in the meantime unless you are told to.</p>"
                        ),
                    },
                    {
                        "question": "Could I take both by accident?",
                        "answer": (
                            "<p>Yes, and this is the commonest real danger. Cold remedies and painkillers with "
                            "different names can contain the same ingredient. Read the active ingredient on each box "
                            "before you combine them.</p>"
                        ),
                    },
                    {
                        "question": "What if I’m allergic to a filler or dye?",
                        "answer": (
                            "<p>Tell the pharmacy each time. The leaflet lists every ingredient, and there is often "
                            "a version without the one you avoid.</p>"
                        ),
                    },
                    {
                        "question": "Can I ask for the brand I had before?",
                        "answer": (
                            "<p>You can ask. For most medicines the pharmacy may supply any equivalent, and will "
                            "often try to keep you on one maker if changes confuse you.</p>"
                        ),
                    },
                    {
                        "question": "Do inhalers count?",
                        "answer": (
                            "<p>Inhalers need more care because each device is used differently. A new one should "
                            "come with a demonstration.</p>"
                        ),
                    },
                    {
                        "question": "Is the expensive painkiller faster?",
                        "answer": (
                            "<p>Some versions are made to dissolve sooner, and say so. If the two boxes list the "
                            "same ingredient, strength and form, expect the same relief.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Ask a pharmacist if a medicine looks wrong or the label has changed. Call your local "
                    "emergency number for swelling of the face or throat, trouble breathing, or if you think you or "
                    "someone else has taken too much of anything.</p>"
                ),
            },
        ),
    ],
)
