"""Demo story: Port Aldous schools put beans on the menu three days a week"""

from home.demo.spec import DemoCorrection, DemoSource, DemoStory

STORY = DemoStory(
    slug="school-beans-port-aldous",
    section="nutrition",
    headline="Port Aldous schools put beans on the menu three days a week",
    standfirst=(
        "Cooks wrote the recipes and pupils marked them out of ten. A chilli that scored four has been quietly retired."
    ),
    by=("noor-castellane",),
    hours_ago=262.7,
    lead="table",
    lead_caption="The butter-bean pie, not pictured, was eaten before it could be drawn.",
    lead_alt="A table seen from above with a plate of beans and vegetables, soup and small bowls",
    topics=("port-aldous", "food-labels"),
    updated_hours_ago=240.2,
    fact_checked_by="elin-marchetti",
    risk_class="A",
    sources=(
        DemoSource(
            kind="dataset",
            title="School meals: plate waste and cost by term",
            publisher="Port Aldous Town Council",
            year=2026,
            url="https://port-aldous-council.example/data/school-meals",
        ),
    ),
    corrections=(
        DemoCorrection(
            kind="correction",
            was_wrong="An earlier version said that 36 schools had taken part in the trial.",
            is_right="The trial ran in 26 schools.",
            hours_ago=240.2,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>The butter-bean pie scored eight. The lentil bolognese scored seven and a half, with one "
                "dissenting note in crayon. After a term of tasting, the kitchens of 26 primary schools in Port "
                "Aldous will serve beans, peas or lentils as the main dish on three days in five.</p>"
                "<p>Council weighings show that food scraped into the bin fell from 61 grams a pupil a day to 48 "
                "during the trial, while a plate cost 11p less to make. [1] Dishes with meat or fish stay on the "
                "other two days, and a jacket potato remains the refuge of the undecided. Every dish now comes with "
                "a card that lists its allergens in words a seven-year-old can read.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>“Children will tell you the truth about a chilli,” said Morwenna Castell-Adu, head cook at "
                "Quayside Primary, who withdrew hers. Two parents’ groups have asked for a meat option daily; the "
                "council says it will look again at Easter.</p>"
            ),
        ),
    ],
)
