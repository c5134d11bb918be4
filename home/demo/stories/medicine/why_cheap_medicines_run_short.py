"""Demo story: Why the same cheap medicines run short every winter"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="why-cheap-medicines-run-short",
    section="medicine",
    headline="Why the same cheap medicines run short every winter",
    standfirst=(
        "A tablet that costs pennies is made in fewer and fewer places. When one of them stops, the saving turns "
        "up on somebody’s doorstep."
    ),
    by=("tobias-lindqvist-hale", "noor-castellane"),
    hours_ago=402.5,
    kind="analysis",
    lead="lab",
    lead_caption="A batch that fails its tests in October can be missing from the shelf in January.",
    lead_alt="A laboratory rack of test tubes in green and orange",
    topics=("medicines", "the-long-read"),
    related=("generic-and-branded-medicines", "tablet-changed-colour-stickers"),
    edited_by="elin-marchetti",
    reviewed_by="kiran-vasquez-lund",
    review_days_ago=19,
    risk_class="C",
    evidence="moderate",
    evidence_note=(
        "The count of shortages is official. The causes are pieced together from notices, tenders and interviews."
    ),
    sources=(
        DemoSource(
            kind="dataset",
            title="Register of medicine supply notices, 2022–2026",
            publisher="Medicines Standards Agency",
            year=2026,
            url="https://medicines-standards.example/supply-register",
        ),
        DemoSource(
            kind="observational",
            title="Number of makers and length of shortage in 340 generic medicines",
            publisher="Imagined Pharmacy Quarterly",
            year=2025,
            url="https://imagined-pharmacy.example/2025/makers-and-shortages",
        ),
        DemoSource(
            kind="guideline",
            title="What to do when a medicine is unavailable",
            publisher="Society of Hospital and Community Pharmacy",
            year=2026,
            url="https://pharmacy-society.example/shortages",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>In the second week of last January there were four bottles of a common children’s antibiotic in "
                "the whole of Port Aldous, and Fidelma Asante-Crowe had three of them. She rationed them by "
                "telephone. “I run a pharmacy,” she says. “That week I ran an exchange.”</p>"
                "<p>Pharmacists have come to expect it. The register of supply notices lists 212 medicines that were "
                "hard to obtain at some point in the year to September, up from 148 four years earlier. More than "
                "half were generics costing less than £2 a pack. [1]</p>"
            ),
        ),
        ("heading", {"text": "Pennies, and what they buy", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Cheapness is the achievement of the system, and also its weak point. Hospitals and wholesalers "
                "buy older medicines by tender, and the lowest price generally takes the whole contract. Losers "
                "leave. Each round has fewer bidders than the last, until a tablet taken by 90,000 people comes out "
                "of two factories, both of which may buy their raw ingredient from the same third.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Fewer makers, longer gaps: 340 generic medicines, 2020 to 2024",
                "columns": [
                    ("text", "Licensed makers still supplying"),
                    ("number", "Medicines"),
                    ("number", "Had a shortage"),
                    ("number", "Typical length, weeks"),
                ],
                "rows": [
                    ["One", "58", "31", "14"],
                    ["Two or three", "127", "44", "9"],
                    ["Four or more", "155", "29", "4"],
                ],
                "source": "Imagined Pharmacy Quarterly, 2025",
            },
        ),
        (
            "paragraph",
            (
                "<p>The pattern is plain enough. Of medicines with a single remaining maker, 31 in 58 ran short; of "
                "those with four or more, 29 in 155 did. [2] The study cannot prove that the number of makers is the "
                "reason, since unprofitable medicines lose makers and lose attention at the same time.</p>"
            ),
        ),
        ("heading", {"text": "Why winter", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Makers plan production a year ahead, from the previous year’s sales. A mild winter therefore "
                "orders too little for the hard one that follows. Antibiotic liquids, inhalers and fever remedies "
                "are wanted by everybody in the same six weeks and keep for months and not years, so nobody cares to "
                "hold a mountain of them.</p>"
                "<p>“You are asking a firm to build for a peak it sees one year in four, at a price that barely "
                "covers the trough,” says Cornelis Abara-Whitlock, who studies supply at the University of Fenmoor. "
                "A line that stops for cleaning in October is nothing in a good year. In a bad one it is January’s "
                "headline.</p>"
            ),
        ),
        ("related", {"story": "generic-and-branded-medicines"}),
        ("heading", {"text": "What might work", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Three remedies are on ministers’ desks. The first, splitting contracts between at least two "
                "makers, is cheap and annoys the winner. The second is a paid reserve of eight weeks’ stock for a "
                "list of 60 medicines, which the agency costs at £11 million a year. The third would make companies "
                "declare where raw ingredients come from, which industry says is a commercial secret and pharmacists "
                "say is the only fact they want.</p>"
                "<p>The strongest objection is to the reserve. Stock expires, and a buffer bought in a shortage "
                "deepens it. Abara-Whitlock would build it in summer, slowly, and accept some waste. Asante-Crowe "
                "would settle for warning. Of the notices that affected her shop last winter, two in three reached "
                "her after the shelf was already empty.</p>"
            ),
        ),
        ("heading", {"text": "What patients can do", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Order repeat prescriptions in the usual week: early enough that a pharmacy has time to look, and "
                "no earlier, because stockpiling takes someone else’s supply. If a medicine can’t be found, "
                "pharmacists can often locate an alternative with your doctor. [3]</p>"
            ),
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Tell your pharmacist or doctor as soon as you are down to a week of an essential medicine. "
                    "Don’t skip, halve or share doses to make it last, and don’t buy prescription medicines from "
                    "unregistered sellers. Get urgent advice if you have run out of insulin, a steroid, an epilepsy "
                    "medicine or anything you have been told never to miss.</p>"
                ),
            },
        ),
    ],
)
