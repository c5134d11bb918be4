"""Demo story: The hour you go to bed matters less than the hour you stick to"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="sleep-regularity",
    section="mind",
    headline="The hour you go to bed matters less than the hour you stick to",
    standfirst=(
        "Sleep regularity is having a moment. We look at what the research can support, what it can’t, "
        "and which small changes are worth trying first."
    ),
    by=("elin-marchetti",),
    hours_ago=13.7,
    kicker="Evidence check",
    kind="explainer",
    lead="sleep",
    lead_alt="A person asleep under a blanket that becomes rolling hills, beneath a full moon.",
    lead_caption="Consistency, not perfection, is the idea behind sleep regularity.",
    topics=("sleep", "mental-health", "evidence-check"),
    related=("bored-on-purpose", "cold-water-calm-head", "resting-heart-rate", "starting-to-run-after-50"),
    edited_by="noor-castellane",
    fact_checked_by="tobias-lindqvist-hale",
    reviewed_by="priya-anand-holt",
    review_days_ago=8,
    risk_class="B",
    evidence="moderate",
    evidence_note="Two large cohort studies agree. The trials so far are small, short and not blinded.",
    sources=(
        DemoSource(
            kind="observational",
            title="Halloran B, Nwosu T. Timing before duration",
            publisher="Annals of Demonstration Medicine, 12(3), 201–214",
            year=2025,
            url="https://annals.example/2025/timing-before-duration",
        ),
        DemoSource(
            kind="observational",
            title="Verity Cohort Group. Sleep regularity in 8,400 adults",
            publisher="Journal of Illustrative Sleep Research, 8, 44–59",
            year=2024,
            url="https://illustrative-sleep.example/verity-8400",
        ),
        DemoSource(
            kind="systematic_review",
            title="Ostrander L. Weekends and the body clock: a review",
            publisher="Fictional Reviews in Physiology, 3(1), 9–31",
            year=2026,
        ),
    ),
    body=[
        (
            "key_points",
            {
                "items": [
                    "Going to bed and getting up at similar times is linked with feeling more rested.",
                    "Most studies are observational, so they can’t show that regularity is the cause.",
                    "If you change one thing, start with the time you get up.",
                ]
            },
        ),
        (
            "paragraph",
            (
                "<p>For years, advice about sleep has been about quantity: get your seven to nine hours. A newer line "
                "of research asks a different question. How much does it matter that those hours fall at roughly the "
                "same time each day?[1]</p>"
                "<p>The short answer is that regular sleepers tend to report better rest and steadier mood. The longer "
                "answer is more careful, because people with regular sleep also tend to have regular jobs, meals and "
                "light.[2]</p>"
            ),
        ),
        ("heading", {"text": "What regularity means", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Researchers often describe regularity as the chance that you are in the same state, asleep or "
                "awake, at the same time on two consecutive days. A shift of half an hour is ordinary. A swing of "
                "three hours between Friday and Monday is what some call social jet lag.[3]</p>"
                "<p>The sums are humdrum. Sleep from 11pm to 7am one night and from 11.20pm to 7.10am the next, and "
                "the two match for all but half an hour. Move the second night to 2am until 10am, the same eight "
                "hours, and they part company for six. A sleep total would not notice the difference.</p>"
            ),
        ),
        (
            "fact_box",
            {
                "title": "Terms you may see",
                "items": [
                    {"term": "Chronotype", "description": "Your natural leaning towards mornings or evenings"},
                    {"term": "Sleep window", "description": "The time between lights out and getting up"},
                    {"term": "Social jet lag", "description": "The gap between workday and free-day sleep"},
                ],
            },
        ),
        ("heading", {"text": "How strong is the evidence?", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Two large cohort studies point in the same direction, and several small trials have tried to test "
                "it directly.[2] Taken together, our reviewer rates the evidence as moderate: consistent, but short "
                "on long trials.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "What the studies can and can’t tell us",
                "columns": [("text", "Type of study"), ("text", "What it found"), ("text", "Main limit")],
                "rows": [
                    ["Cohort, 8,400 adults", "Regular sleepers reported better rest", "Cannot rule out other causes"],
                    [
                        "Trial, 112 adults, six weeks",
                        "Small gains in alertness",
                        "Short, and participants knew their group",
                    ],
                    [
                        "Diary study, 640 students",
                        "Irregular weeks followed by lower mood",
                        "Self-reported, one university",
                    ],
                ],
                "source": "Velour & Tonic reading of the studies listed under this article",
            },
        ),
        (
            "paragraph",
            (
                "<p>In the larger cohort, 31 in every 100 of the least regular sleepers rated their rest as poor, "
                "against 22 in every 100 of the most regular.[2] ‘Almost a third fewer’ is one way to put that. Nine "
                "people in every 100 is another, and the one we prefer. Once the researchers allowed for age, income "
                "and shift work, the gap narrowed to five.</p>"
                "<p>The trial has the opposite weakness. It asked people to change and then watched what happened, "
                "which is the right way round, but 19 of its 112 volunteers had dropped out by the sixth week. Keeping "
                "an appointment with your own pillow turns out to be harder than it sounds.</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "Regularity is a kind thing to offer your body. It is not a test you can fail.",
                "attribution": "Dr Priya Anand-Holt, medical reviewer",
            },
        ),
        ("heading", {"text": "If your hours are not your own", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Delphine Achterberg has baked bread in Orlo for eleven years and goes to work when the pubs shut. "
                "“I’ve two body clocks and they’re not on speaking terms,” she says. For anyone on nights, or anyone "
                "with a newborn, a lecture on consistency is about as useful as one on punctuality is to a "
                "stranded passenger.</p>"
                "<p>What research there is suggests aiming for regularity within a run of shifts: the same "
                "sleep window on each of four nights, a dark room, and a gradual return afterwards.[3] Parents of "
                "small "
                "babies can leave this page until later. It will keep.</p>"
            ),
        ),
        ("heading", {"text": "What to try", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "<b>Fix the morning first.</b> Choose a getting-up time you can keep on six days out of seven.",
                    "<b>Get outside early.</b> Daylight in the first hour helps set the body clock.",
                    "<b>Move bedtime slowly.</b> Shift by 15 minutes every few days, not two hours at once.",
                    "<b>Plan the exception.</b> One late night is fine. Keep the next morning close to normal.",
                ],
            },
        ),
        (
            "figure",
            {
                "image": "breath",
                "alt": "A swimmer crossing a calm sea in front of a low red sun.",
                "caption": "Morning light, indoors or out, is one of the strongest cues for the body clock.",
                "credit": "",
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>See a doctor or nurse if poor sleep has lasted more than a few weeks, if you stop breathing or "
                    "gasp at night, or if tiredness makes driving or work unsafe.</p>"
                ),
            },
        ),
    ],
)
