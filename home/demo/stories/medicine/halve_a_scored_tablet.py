"""Demo story: Ask the clinic: is it safe to halve a tablet with a score line?"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="halve-a-scored-tablet",
    section="medicine",
    headline="Ask the clinic: is it safe to halve a tablet with a score line?",
    standfirst=(
        "Sometimes, if the line was put there for dividing. Our pharmacist explains how to tell, and which "
        "tablets to leave alone."
    ),
    by=("kiran-vasquez-lund",),
    hours_ago=316.9,
    kicker="Ask the clinic",
    kind="explainer",
    topics=("ask-the-clinic", "medicines"),
    related=("generic-and-branded-medicines",),
    edited_by="noor-castellane",
    reviewed_by="amara-solheim",
    review_days_ago=14,
    risk_class="C",
    evidence="expert",
    evidence_note=(
        "Based on licensing rules, laboratory weighing studies and a pharmacist’s practice; there are no large trials."
    ),
    sources=(
        DemoSource(
            kind="agency",
            title="Score lines on tablets: what the leaflet must say",
            publisher="Medicines Standards Agency",
            year=2025,
            url="https://medicines-standards.example/score-lines",
        ),
        DemoSource(
            kind="observational",
            title="Weights of 600 halved tablets, by hand, knife and splitter",
            publisher="Imagined Pharmacy Quarterly",
            year=2024,
            url="https://imagined-pharmacy.example/2024/halved-tablets",
        ),
        DemoSource(
            kind="guideline",
            title="Dividing and crushing medicines",
            publisher="Society of Hospital and Community Pharmacy",
            year=2026,
            url="https://pharmacy-society.example/dividing",
        ),
    ),
    body=[
        (
            "block_quote",
            {
                "text": (
                    "My doctor wants me on half the dose for a fortnight. The tablets have a line across the middle. "
                    "Can I just snap them?"
                ),
                "attribution": "Reader, Orlo",
            },
        ),
        (
            "paragraph",
            (
                "<p>Possibly, and the leaflet will tell you. A score line can mean two different things. On some "
                "tablets it has been tested, and the halves hold equal doses. On others it is there only so that you "
                "can break the tablet to swallow it, and you are meant to take both pieces. The leaflet has to say "
                "which. [1]</p>"
                "<p>Your case has one thing in its favour: the person who prescribed the medicine has asked for "
                "half. Please don’t halve a dose to stretch a supply or soften a side effect without that "
                "conversation.</p>"
            ),
        ),
        ("heading", {"text": "Tablets to leave whole", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    (
                        "<b>Slow-release tablets</b>, often marked modified, prolonged or extended. Breaking one can "
                        "release a day’s dose at once."
                    ),
                    "<b>Coated tablets</b> made to pass through the stomach, and <b>capsules</b> of any sort.",
                    "<b>Some hormone and cancer medicines</b>, which can harm the person handling the dust.",
                    (
                        "<b>Anything where a small difference matters</b>, such as certain epilepsy or heart "
                        "medicines, unless your pharmacist has agreed it."
                    ),
                ],
            },
        ),
        ("heading", {"text": "If yours can be divided", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Use a tablet splitter, which costs little, and ask us to show you. In a study that weighed 600 "
                "halves, 171 of the 200 made with a splitter were within a tenth of the right weight, compared with "
                "118 of 200 broken by hand and 103 of 200 cut with a knife. [2] Split one tablet at a time, just "
                "before you need it, take the second half as your next dose if your pharmacist agrees, and keep it "
                "dry and out of children’s reach until then. Wash the splitter afterwards. [3]</p>"
                "<p>There is a simpler possibility, too. Many medicines come in a smaller strength, or as a liquid. "
                "Ring the pharmacy: if there is one, we can ask your doctor to change the prescription, and you can "
                "keep the kitchen knife for onions.</p>"
            ),
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Ask a pharmacist before dividing any tablet for the first time, and before stopping or "
                    "changing a regular medicine. If you think you have taken too much, call your local emergency "
                    "number or poisons line at once, even if you feel well, and have the packet to hand.</p>"
                ),
            },
        ),
    ],
)
