"""Demo story: Cold water, calm head? The evidence is smaller than the hype"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="cold-water-calm-head",
    section="mind",
    headline="Cold water, calm head? The evidence is smaller than the hype",
    standfirst=(
        "Swimmers swear by it. Researchers are more cautious, and the one trial with a fair comparison "
        "had a surprise on the shore."
    ),
    by=("elin-marchetti",),
    hours_ago=181.7,
    kicker="Evidence check",
    kind="explainer",
    lead="breath",
    lead_alt="A lone swimmer crossing a teal sea at sunrise, with low purple hills on the horizon.",
    lead_caption="The swim at Port Aldous starts at ten past seven, all year.",
    topics=("mental-health", "exercise", "evidence-check", "port-aldous"),
    related=("sleep-regularity", "first-talking-therapy-appointment"),
    fact_checked_by="noor-castellane",
    reviewed_by="amara-solheim",
    review_days_ago=11,
    risk_class="C",
    evidence="early",
    evidence_note="Small studies, few of them with a fair comparison group, and results that do not all agree.",
    sources=(
        DemoSource(
            kind="systematic_review",
            title="Pettigrew-Sato M and others. Outdoor cold-water immersion and mood: eleven studies",
            publisher="Fictional Reviews in Psychiatry, 7(2), 88–107",
            year=2025,
        ),
        DemoSource(
            kind="trial",
            title="The Slipway Trial: sea swimming or shore walking for low mood",
            publisher="Annals of Demonstration Medicine, 13(1), 15–29",
            year=2026,
            url="https://annals.example/2026/slipway-trial",
        ),
        DemoSource(
            kind="observational",
            title="Who swims in winter? A survey of 1,150 members of open-water clubs",
            publisher="University of Fenmoor",
            year=2024,
        ),
        DemoSource(
            kind="guideline",
            title="Entering cold water safely",
            publisher="Orlo Harbour Rescue",
            year=2025,
            url="https://harbour-rescue.example/cold-water",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Nine people in woollen hats are standing up to their shoulders in Port Aldous harbour, discussing "
                "a "
                "parking permit. The water is at eight degrees. “It resets you,” says Hester Vance-Adair, a retired "
                "surveyor, once she can feel her mouth again. “I go in cross and I come out with nothing left to be "
                "cross with.”</p>"
                "<p>Nobody who has seen her face would argue. Whether the cold is what does it is another matter.</p>"
            ),
        ),
        ("heading", {"text": "What has been tested", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>A review published last year found eleven studies of cold-water swimming and mood. Nine had fewer "
                "than 50 participants, and seven had no comparison group at all: people swam, then said how they "
                "felt.[1] Almost anything you choose to do on a fine morning with friends would pass that exam.</p>"
                "<p>The best attempt so far is the Slipway Trial. It put 61 adults with low mood into two groups: one "
                "swam weekly with a guide; the other walked the same stretch of shore, at the same hour, with the "
                "same flask of tea. After eight weeks the swimmers had improved by 4.1 points on a 40-point scale. "
                "The walkers had improved by 3.6, a difference small enough to be chance.[2]</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "We set out to test the sea and ended up with rather good evidence for the tea.",
                "attribution": "Dr Ruaridh Obasi-Lund, who led the Slipway Trial",
            },
        ),
        ("heading", {"text": "Why the stories run ahead", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>In a survey of club swimmers, 64 in every 100 winter regulars said their mood was ‘good most "
                "days’, "
                "against 48 in every 100 who stopped in September.[3] That is a third more, or 16 people in each 100. "
                "It cannot tell us which came first: those who feel wretched in January are less likely to be "
                "found on a slipway at dawn.</p>"
                "<p>Set against the possible gain is a known hazard. Sudden cold makes you gasp, and drives up heart "
                "rate and blood pressure; guidance advises anyone with a heart condition, high blood pressure or "
                "epilepsy, and anyone pregnant, to ask a clinician first.[4]</p>"
            ),
        ),
        (
            "fact_box",
            {
                "title": "If you want to try it",
                "items": [
                    {"term": "Company", "description": "Never alone. Go with a group that knows the water"},
                    {"term": "Entry", "description": "Walk in slowly until your breathing settles. No jumping"},
                    {"term": "Time", "description": "A couple of minutes is plenty to begin with"},
                    {"term": "Afterwards", "description": "Dry clothes and a warm drink at once; you go on cooling"},
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Low mood that lasts more than two weeks, or that stops you working, eating or sleeping, is "
                    "worth taking to a doctor. Swimming is no replacement for treatment, so don’t stop a prescribed "
                    "medicine for it. If you might harm yourself, call your local emergency number now, and tell "
                    "someone near you.</p>"
                ),
            },
        ),
    ],
)
