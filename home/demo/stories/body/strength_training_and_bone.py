"""Demo story: Does strength training protect your bones? Yes, and slowly"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="strength-training-and-bone",
    section="body",
    headline="Does strength training protect your bones? Yes, and slowly",
    standfirst=(
        "Two dozen trials agree that loading a skeleton helps to keep it. The gain is real, modest "
        "and gone within a year or two of stopping."
    ),
    by=("noor-castellane",),
    hours_ago=668.4,
    kicker="Evidence check",
    kind="explainer",
    lead="cells",
    lead_alt="Round cells in pink, teal and yellow, scattered over a pale background.",
    lead_caption="Bone is rebuilt by cells that answer to load, some of them faster than others.",
    topics=("exercise", "evidence-check"),
    related=("starting-to-run-after-50", "walk-after-meals-blood-sugar"),
    edited_by="elin-marchetti",
    fact_checked_by="caspian-adeyemi",
    reviewed_by="amara-solheim",
    review_days_ago=289,
    risk_class="C",
    evidence="strong",
    evidence_note=("Several well-run trials agree on bone density. The evidence on fractures themselves is thinner."),
    sources=(
        DemoSource(
            kind="systematic_review",
            title="Adeyinka-Frost R, Bell H. Resistance exercise and bone density after 50: 24 trials",
            publisher="Illustrative Journal of Bone and Muscle, 19, 301–326",
            year=2024,
        ),
        DemoSource(
            kind="trial",
            title="The Ladder Study: supervised lifting in 410 adults, five-year follow-up",
            publisher="Annals of Demonstration Medicine, 11(4), 270–288",
            year=2024,
        ),
        DemoSource(
            kind="guideline",
            title="Exercise for people with low bone density",
            publisher="College of Movement Therapists",
            year=2025,
            url="https://movement-therapists.example/guidance/bone",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p><b>The claim.</b> It was printed on a tote bag in the queue at an Orlo leisure centre: <i>Lift "
                "heavy, keep your bones</i>. Tote bags are not peer reviewed. This one, as it happens, is more right "
                "than most.</p>"
            ),
        ),
        ("heading", {"text": "The research", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Bone is living tissue, and it thickens where it is pulled. A review of 24 trials, with 1,930 "
                "adults "
                "over 50 between them, compared two or three sessions of resistance training a week with gentle "
                "stretching or nothing.[1] After a year, those who lifted had about 1.2 per cent more bone at the hip "
                "than those who had not. Much of that was loss avoided, as both groups were at an age when bone "
                "thins.</p>"
                "<p>One per cent sounds like a rounding error. Density, though, is a stand-in for the thing people "
                "care about, which is not breaking a hip on a wet kerb. Few trials run long enough to count breaks. "
                "The Ladder Study did.[2]</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "The Ladder Study after five years",
                "columns": [("text", "Outcome"), ("number", "Lifting group"), ("number", "Stretching group")],
                "rows": [
                    ["People followed to the end", "198", "196"],
                    ["Any fracture, per 100 people", "9", "12"],
                    ["A fall in the past year, per 100 people", "24", "31"],
                    ["Injured in a session, per 100 people", "6", "3"],
                ],
                "source": "Annals of Demonstration Medicine, 2024",
            },
        ),
        (
            "paragraph",
            (
                "<p>So a quarter fewer fractures, or three fewer for every 100 people who trained. With numbers this "
                "small, chance may have had a hand in it. And lifting had its own toll, mostly strains that mended "
                "within a fortnight.</p>"
            ),
        ),
        ("heading", {"text": "How far it goes", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The benefit leaves when you do. In the trials that kept measuring after classes ended, the gap had "
                "closed within two years.[1] Nor does exercise stand in for medicine in people who have been "
                "prescribed one for osteoporosis.</p>"
                "<p>“I’d sooner see somebody do two dull sessions a week until they are 80 than a heroic twelve "
                "weeks,” says Marit Eklund-Dray, a physiotherapist in Fenmoor. Guidance for people who already have "
                "low bone density is to begin with supervision and to avoid loaded forward bends.[3]</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Work the big joints: sit-to-stand, a step-up, a row, a press.",
                    "Start with a weight you could lift twelve times and add a little when twelve feels easy.",
                    "Balance practice matters as much as load for preventing falls.",
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>See a doctor before lifting if you have broken a bone after a minor fall, have been told you "
                    "have osteoporosis or take steroid tablets long term. Sudden back pain after a small movement, or "
                    "losing height, should be checked. Get urgent help for back pain with numbness or loss of bladder "
                    "or bowel control.</p>"
                ),
            },
        ),
    ],
)
