"""Demo story: Medicine leaflets to open with a one-page summary from spring"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="one-page-medicine-leaflets",
    section="medicine",
    headline="Medicine leaflets to open with a one-page summary from spring",
    standfirst=(
        "The first side will answer five questions in large type. The small print stays, but it moves to the back."
    ),
    by=("noor-castellane",),
    hours_ago=-12,
    state="scheduled",
    lead="books",
    lead_caption="Laid end to end, one pharmacy’s leaflets for a year would reach from Orlo to the ferry.",
    lead_alt="Shelves crowded with coloured books, lit by a lamp from above",
    topics=("medicines", "port-aldous"),
    related=("generic-and-branded-medicines",),
    fact_checked_by="elin-marchetti",
    risk_class="A",
    sources=(
        DemoSource(
            kind="agency",
            title="Patient leaflets: results of reader testing",
            publisher="Medicines Standards Agency",
            year=2026,
            url="https://medicines-standards.example/leaflets",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Folded eleven times and printed on paper you can read a newspaper through, the medicine leaflet "
                "is one of the most widely distributed and least opened documents in the country. From April its "
                "first side will have to make sense to somebody standing in a kitchen.</p>"
                "<p>The Medicines Standards Agency said new and renewed leaflets must begin with a single page, in "
                "type of at least 12 points, that answers five questions:</p>"
            ),
        ),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "What is this medicine for?",
                    "How and when do I take it?",
                    "What must I not take or do with it?",
                    "What if I miss a dose?",
                    "Which side effects need help now?",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>In tests at the central library in Port Aldous, 233 of 240 readers found the advice on missed "
                "doses with the new layout, compared with 171 of another 240 given the old one. [1] The full list of "
                "ingredients and possible side effects remains, on the reverse.</p>"
                "<p>“We removed nothing,” said the agency’s head of patient information, Octavia Brandreth-Mensah. "
                "“We stopped hiding it alphabetically.” Makers have until the end of next year to change medicines "
                "already on sale.</p>"
            ),
        ),
    ],
)
