"""Demo story: Ask the clinic: are frozen vegetables as good as fresh?"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="frozen-vegetables-fresh",
    section="nutrition",
    headline="Ask the clinic: are frozen vegetables as good as fresh?",
    standfirst=(
        "A reader feels guilty about her freezer drawer. Our dietitian would like to see more people with one."
    ),
    by=("samira-okonjo-reyes",),
    hours_ago=44.2,
    kicker="Ask the clinic",
    kind="explainer",
    lead="table",
    lead_caption="Nobody at the table can taste which peas came from a bag.",
    lead_alt="A plate of mixed vegetables at the centre of a table set with soup, sauce and berries",
    topics=("ask-the-clinic", "food-labels"),
    related=("fibre-ordinary-week",),
    edited_by="elin-marchetti",
    reviewed_by="amara-solheim",
    review_days_ago=4,
    risk_class="B",
    evidence="moderate",
    evidence_note=(
        "Laboratory comparisons are consistent, but they measure vitamins in vegetables and not health in the "
        "people who eat them."
    ),
    sources=(
        DemoSource(
            kind="observational",
            title="Vitamin content of six vegetables, fresh, chilled and frozen, from field to plate",
            publisher="Demonstration Journal of Nutrition",
            year=2025,
            url="https://demonstration-nutrition.example/2025/field-to-plate",
        ),
        DemoSource(
            kind="guideline",
            title="Storing and cooking frozen vegetables",
            publisher="Food Information Authority",
            year=2026,
            url="https://food-information-authority.example/guidance/frozen-vegetables",
        ),
    ),
    body=[
        (
            "block_quote",
            {
                "text": (
                    "I work late and live on frozen spinach, peas and broccoli. My sister says I may as well eat the "
                    "bag. Is she right?"
                ),
                "attribution": "Reader, Fenmoor",
            },
        ),
        (
            "paragraph",
            (
                "<p>She is not, though the bag is probably recyclable.</p>"
                "<p>Vegetables begin losing some vitamins, vitamin C above all, from the moment they are picked. The "
                "frozen sort are blanched and chilled within hours, which costs a little at the start and then all "
                "but stops the clock. The fresh sort travel, sit on a shelf and sit again in your kitchen. When "
                "researchers followed six vegetables from field to plate, frozen ones matched fresh ones that had "
                "spent five days in a fridge in four cases, and beat them in two: green beans and spinach. [1] Beans "
                "picked and eaten on the same day were better than either, so if you have an allotment, carry on.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>Fibre and minerals hardly change in the freezer. Texture does, which is why frozen courgette "
                "belongs in a sauce.</p>"
            ),
        ),
        ("heading", {"text": "Three things I would check", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    (
                        "<b>The ingredients.</b> Plain vegetables should list one thing. Sauces and butters add salt "
                        "or fat you may not want every night."
                    ),
                    (
                        "<b>The cooking instructions.</b> Unless a bag says ready to eat, cook what is in it. "
                        "Freezing pauses germs and does not kill them."
                    ),
                    (
                        "<b>The water.</b> Steam, microwave or stir-fry for the shortest time on the pack. Long "
                        "boiling pours vitamins down the sink."
                    ),
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>That second point is the one people are surprised by, particularly with sweetcorn and peas "
                "straight from the drawer into a salad. The official advice is to cook them first, and it matters "
                "more if you are pregnant, older or have a weak immune system. [2]</p>"
                "<p>The comparison I care about is a different one. On a Tuesday at nine, the choice is rarely "
                "between frozen spinach and spinach cut that morning. It is between frozen spinach and toast. You "
                "have already made the better choice, and your sister is welcome to supper.</p>"
            ),
        ),
        (
            "callout",
            {
                "title": "Before you change what you eat",
                "text": (
                    "<p>If you have kidney disease, take a blood-thinning medicine or have been told to limit "
                    "certain vegetables, ask your care team before eating a lot more of them.</p>"
                ),
            },
        ),
    ],
)
