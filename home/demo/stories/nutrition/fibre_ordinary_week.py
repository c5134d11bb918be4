"""Demo story: What ‘eat more fibre’ looks like across an ordinary week"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="fibre-ordinary-week",
    section="nutrition",
    headline="What ‘eat more fibre’ looks like across an ordinary week",
    standfirst=(
        "Seven dinners, no powders and one very good soup, planned with a dietitian and cooked by someone who "
        "was tired."
    ),
    by=("noor-castellane",),
    hours_ago=151.4,
    kicker="In the kitchen",
    kind="explainer",
    lead="table",
    lead_caption="Thursday: whatever was left, with a tin of butter beans tipped over it.",
    lead_alt=(
        "Dinner from above: a plate of chopped vegetables and beans, a bowl of soup and a dish of berries on a "
        "checked cloth"
    ),
    topics=("food-labels", "heart-health"),
    related=("frozen-vegetables-fresh", "school-beans-port-aldous"),
    fact_checked_by="elin-marchetti",
    reviewed_by="samira-okonjo-reyes",
    review_days_ago=9,
    risk_class="B",
    evidence="moderate",
    evidence_note=(
        "Large studies of people’s habits agree, and short trials support part of the link. Long trials are few."
    ),
    sources=(
        DemoSource(
            kind="observational",
            title="Dietary fibre and heart disease in the Harbour Cohort: 14 years of follow-up",
            publisher="Annals of Demonstration Medicine",
            year=2024,
            url="https://annals.example/2024/harbour-cohort",
        ),
        DemoSource(
            kind="trial",
            title="Beans on weekdays: a 12-week trial of pulses and cholesterol in 146 adults",
            publisher="Demonstration Journal of Nutrition",
            year=2026,
            url="https://demonstration-nutrition.example/2026/beans-on-weekdays",
        ),
        DemoSource(
            kind="guideline",
            title="Increasing fibre safely",
            publisher="Fenmoor Institute of Dietetics",
            year=2025,
            url="https://fenmoor-dietetics.example/guidance/fibre",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>“Eat more fibre” is advice in the same spirit as “be taller”. It tells you where to end up and "
                "leaves the stairs to you. So for one week I cooked from a plan that Bettina Okwuosa-Hale, a "
                "dietitian at Fenmoor General, drew up on the back of an appointment card. Her rule fitted in a "
                "line: every day, something with a skin, something with a seed and something from a pod.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "The week’s dinners",
                "columns": [("text", "Day"), ("text", "Dinner"), ("text", "Where the fibre is"), ("number", "Minutes")],
                "rows": [
                    ["Monday", "Jacket potato, chilli beans", "Skin, beans", "12 + oven"],
                    ["Tuesday", "Wholewheat pasta, peas, lemon", "Pasta, peas", "15"],
                    ["Wednesday", "Lentil and tomato soup", "Lentils, barley", "35"],
                    ["Thursday", "Leftovers with butter beans", "Beans, whatever was left", "10"],
                    ["Friday", "Fish, chips with skins, mushy peas", "Skins, peas", "40"],
                    ["Saturday", "Chickpea curry, brown rice", "Chickpeas, rice", "30"],
                    ["Sunday", "Roast roots, pearl barley", "Roots, barley", "70"],
                ],
                "source": "Plan by Bettina Okwuosa-Hale; times from the reporter’s kitchen, including swearing",
            },
        ),
        (
            "paragraph",
            (
                "<p>The soup deserves its billing: an onion, a carrot, two tins of tomatoes, a mug of red lentils, "
                "half a mug of barley, and a rind of hard cheese fished out at the end. It fed two people twice.</p>"
            ),
        ),
        ("heading", {"text": "Why bother", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>In a cohort of 21,000 adults followed for 14 years, the fifth who ate most fibre had about a "
                "quarter less heart disease than the fifth who ate least. In plain numbers that was 38 people in "
                "every 1,000 against 51. [1] People who eat lentils also tend to smoke less and walk more, and a "
                "study of habits cannot fully untangle that. A short trial points the same way: cholesterol fell "
                "slightly in adults given pulses five days a week. [2]</p>"
            ),
        ),
        ("heading", {"text": "Go slowly", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>I did not, and by Wednesday evening had become poor company. Guts adjust over weeks. The "
                "guidance is to add one change every few days and to drink more as you go. [3]</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Swap one thing first, such as the bread or the breakfast cereal, and leave it a week.",
                    (
                        "Read the first ingredient on the loaf. If the label doesn’t open with wholemeal or "
                        "wholegrain, it is mostly just brown."
                    ),
                    "Rinse tinned beans. It removes some of the salt and some of the consequences.",
                    "Leave the peel on anything you can scrub.",
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Ask a doctor or dietitian before adding fibre if you have a bowel condition, have had bowel "
                    "surgery or have been told to eat a low-fibre diet. See a doctor about blood in your poo, a "
                    "change in bowel habit that lasts three weeks or more, or weight loss you can’t explain.</p>"
                ),
            },
        ),
    ],
)
