"""Demo story: Gym chain told to drop ‘body age’ scores that said 34-year-old was 61"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="gym-body-age-ruling",
    section="body",
    headline="Gym chain told to drop ‘body age’ scores that said 34-year-old was 61",
    standfirst=(
        "A regulator found no evidence that Ironlark’s £35 scan measures what its name suggests. The "
        "company has 28 days to comply."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=1.8,
    kicker="Regulation",
    kind="news",
    state="in_review",
    lead="",
    topics=("exercise", "heart-health"),
    related=("wellness-vocabulary-problem",),
    edited_by="elin-marchetti",
    risk_class="A",
    sources=(
        DemoSource(
            kind="agency",
            title="Ruling on Ironlark Clubs: ‘Know your body age’",
            publisher="Fair Claims Board",
            year=2026,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Ironlark, which runs 22 gyms, must stop telling customers their ‘body age’, the Fair Claims Board "
                'has <a href="https://fair-claims.example/rulings/ironlark">ruled</a>, after 47 complaints about a '
                "scan that costs £35 and takes a minute and a half.</p>"
                "<p>The machine measures grip, balance, pulse and body fat, and turns them into a single figure in "
                "years. One "
                "complainant, aged 34, was given 61 and offered a personal trainer. She repeated the scan in dry shoes "
                "and was 39.</p>"
                "<p>The board said Ironlark had supplied one unpublished study of 52 members of its own staff, and "
                "that "
                "this did not show the score predicted health, illness or length of life.[1] Adverts using the phrase "
                "must be withdrawn within 28 days.</p>"
                "<p>Hollis Brandreth-Oku, the chain’s chief executive, said the figure was “a conversation starter” "
                "and that about 31,000 people had enjoyed one. Ironlark will keep the machines and rename the score. "
                "It has yet to settle on a word.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>The board said customers worried by a result need take no action because of it, and should raise "
                "any "
                "symptoms with a doctor in the usual way.</p>"
            ),
        ),
    ],
)
