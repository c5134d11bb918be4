"""Demo story: Starting to run after 50: a slower plan that sticks"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="starting-to-run-after-50",
    section="body",
    headline="Starting to run after 50: a slower plan that sticks",
    standfirst=(
        "Walk breaks are not failure. They are the method, says a club in Orlo whose slowest members "
        "have been coming longest."
    ),
    by=("elin-marchetti",),
    hours_ago=109.7,
    kicker="Body",
    kind="feature",
    lead="runner",
    lead_alt="A dark figure running across the curved white lanes of a red track under a yellow sun.",
    lead_caption="The outside lane at Orlo is reserved for anyone going slower than they would like.",
    topics=("exercise", "heart-health"),
    related=("strength-training-and-bone", "painkiller-before-a-run", "resting-heart-rate"),
    edited_by="noor-castellane",
    reviewed_by="amara-solheim",
    review_days_ago=9,
    risk_class="B",
    sources=(
        DemoSource(
            kind="trial",
            title="Run, walk or both: a ten-week trial in 96 beginners aged 50 to 68",
            publisher="Illustrative Journal of Bone and Muscle, 21, 14–31",
            year=2026,
            url="https://bone-and-muscle.example/run-walk",
        ),
        DemoSource(
            kind="guideline",
            title="Returning to exercise in later life",
            publisher="College of Movement Therapists",
            year=2025,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Bernadette Quill was overtaken on her first night by a man pushing a bicycle. He was not riding "
                "it. “He said good evening,” she recalls. “I’d have said it back if I’d had the air.” She was 58, a "
                "bus "
                "driver for 26 years, and had agreed to come because her sister had already paid.</p>"
                "<p>That was two winters ago. On Tuesdays she now leads the back group at Orlo Harriers, a collection "
                "of some thirty people known to the rest of the club as the Slow Tuesdays and to themselves as the "
                "main event. Nobody in it ran before 50. The oldest, Ambrose Teller-Nyong, is 77 and keeps a "
                "handkerchief up his sleeve for encouraging others with.</p>"
            ),
        ),
        ("heading", {"text": "Why most plans are too quick", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Lungs and heart adapt within weeks. Tendons take months, and grow slower to adapt with age. The "
                "gap between what you can manage and what your calves are ready for is where beginners get hurt, says "
                "Tomasz Rellingham, the physiotherapist who wrote the group’s plan. “At week four they feel "
                "marvellous. "
                "I dread week four.”</p>"
                "<p>His case has some support. A trial gave 96 beginners aged 50 to 68 the same weekly minutes, either "
                "as continuous slow running or broken up with walking. Over ten weeks, 15 of the 48 continuous runners "
                "picked up an injury that cost them a session. Among the 48 who mixed the two it was eight.[1] "
                "That is about half the rate: 31 in every 100 against 17. Their fitness at the end was much the same, "
                "and 41 of the run-walkers were still going six months on, against 30 of the others.[1]</p>"
            ),
        ),
        (
            "block_quote",
            {
                "text": (
                    "I used to think the walking bits were when I had stopped being a runner. Now I think of them as "
                    "the "
                    "rests in a piece of music. You’re still playing."
                ),
                "attribution": "Ambrose Teller-Nyong, 77",
            },
        ),
        ("heading", {"text": "The plan", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Three sessions a week, never on consecutive days. Each starts with five minutes of brisk walking "
                "and ends with five more. The running should be slow enough for a conversation about something "
                "that annoys you. If a week felt hard, do it again; in the Slow Tuesdays the record for week three is "
                "held by a dentist who did it six times.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "The Slow Tuesdays plan, week by week",
                "columns": [
                    ("text", "Week"),
                    ("number", "Run (minutes)"),
                    ("number", "Walk (minutes)"),
                    ("number", "Repeats"),
                ],
                "rows": [
                    ["1 and 2", "1", "2", "6"],
                    ["3 and 4", "1", "1", "8"],
                    ["5 and 6", "2", "1", "7"],
                    ["7 to 9", "3", "1", "6"],
                    ["10 to 12", "5", "1", "4"],
                ],
                "source": "Orlo Harriers; reproduced with permission",
            },
        ),
        (
            "paragraph",
            (
                "<p>Rest days are part of the plan. Protect your sleep on the nights after a long session, and put two "
                "short bouts of strength work into the week, because strong hips and calves take some of the load. "
                "Guidance for later-life exercisers suggests adding to the time before you add to the speed.[2]</p>"
            ),
        ),
        (
            "embed",
            {
                "url": "https://www.youtube.com/watch?v=t7KqR2mXw9c",
                "title": "A physiotherapist’s six-minute stretch for beginners",
                "caption": "Tomasz Rellingham on the six movements he gives every newcomer.",
                "poster": "runner",
                "duration": "6 min 40 sec",
            },
        ),
        ("heading", {"text": "Before you buy the shoes", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Most people can start walking briskly without asking anybody. Speak to a doctor or nurse first if "
                "you have heart, lung or kidney disease, diabetes treated with medicine, a recent operation, or chest "
                "pain, dizziness or unusual breathlessness when you exert yourself.[2]</p>"
                "<p>As for kit, Quill began in gardening trousers. Comfortable shoes with some life left in them will "
                "do. Rellingham’s one firm rule is about lights in winter, after an incident with a hedge.</p>"
            ),
        ),
        ("heading", {"text": "Sore, or hurt?", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Carry on:</b> both legs stiff the next morning, easing as you move.",
                    "<b>Repeat the week:</b> an ache that is there at the start, fades, and is back by bedtime.",
                    "<b>Stop and get it looked at:</b> pain on one side that makes you limp, swelling, or a "
                    "sore spot on "
                    "bone that you can cover with a fingertip.",
                ],
            },
        ),
        (
            "callout",
            {
                "title": "Stop at once",
                "text": (
                    "<p>Chest pain or tightness, faintness, or breathlessness that does not ease when you rest is an "
                    "emergency. Stop, sit down and call your local emergency number.</p>"
                ),
            },
        ),
        (
            "paragraph",
            (
                "<p>In May, Quill ran five kilometres without a walk for the first time, discovered she did not much "
                "care for it and put the breaks back in. The man with the bicycle is in the group now. He joined last "
                "autumn. She says good evening to him every week, on the way past.</p>"
            ),
        ),
        ("related", {"story": "strength-training-and-bone"}),
    ],
)
