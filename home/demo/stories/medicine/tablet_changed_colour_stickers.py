"""Demo story: Pharmacies to tell patients when a tablet changes colour"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="tablet-changed-colour-stickers",
    section="medicine",
    headline="Pharmacies to tell patients when a tablet changes colour",
    standfirst=(
        "A yellow sticker on the bag will say that the look is new and the medicine is not, after a pilot in "
        "eleven Port Aldous shops."
    ),
    by=("noor-castellane",),
    hours_ago=21.4,
    lead="pills",
    lead_caption="A change of supplier can change a tablet’s colour overnight.",
    lead_alt="Rows of pale tablets and capsules on a mint background, with a single dark red capsule among them",
    topics=("medicines", "port-aldous"),
    related=("generic-and-branded-medicines", "halve-a-scored-tablet"),
    fact_checked_by="elin-marchetti",
    risk_class="A",
    sources=(
        DemoSource(
            kind="document",
            title="Changed-appearance stickers: pilot report",
            publisher="Port Aldous Pharmacy Service",
            year=2026,
            url="https://port-aldous-pharmacy.example/stickers",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>The white ones had turned pink, so Aurelio Bainbridge-Sato put them in a drawer and waited for "
                "somebody to notice the mistake. Five days later his daughter rang the pharmacy. There was no "
                "mistake. The supplier had changed.</p>"
                "<p>From next month every community pharmacy in the Port Aldous area will be asked to put a yellow "
                "sticker on the bag when a repeat medicine arrives in a new shape, colour or box. At the eleven "
                "shops that tried it, queries about unfamiliar tablets fell from 164 in three months to 97 in the "
                "next three. [1] The shops volunteered and there was no comparison group, so the sticker may not "
                "deserve all the credit.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>“Nobody should have to work out from silence whether they’ve been given the wrong thing,” said "
                "Imke Thorsby, who ran the pilot. She chose yellow because it was the one colour no supplier in her "
                "stockroom used for a box.</p>"
                "<p>The sticker carries the shop’s telephone number, and pharmacists would like it rung. People who "
                "are unsure about a medicine are asked to check before they take it, and not to stop a regular one "
                "because it looks different.</p>"
            ),
        ),
    ],
)
