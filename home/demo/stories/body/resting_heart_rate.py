"""Demo story: What your resting heart rate is, and is not, telling you"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="resting-heart-rate",
    section="body",
    headline="What your resting heart rate is, and is not, telling you",
    standfirst=("Wearables have turned one number into a daily verdict. Cardiologists read it differently."),
    by=("priya-anand-holt",),
    hours_ago=36.7,
    updated_hours_ago=30.2,
    kicker="Explainer",
    kind="explainer",
    lead="heart",
    lead_alt="Concentric outlines of a heart on dark green, crossed by a single yellow pulse line.",
    lead_caption="The trend over weeks says more than any one morning’s figure.",
    topics=("heart-health", "sleep", "exercise"),
    related=("watch-says-i-slept-badly", "starting-to-run-after-50"),
    edited_by="elin-marchetti",
    reviewed_by="amara-solheim",
    review_days_ago=4,
    risk_class="C",
    sources=(
        DemoSource(
            kind="observational",
            title="A year on the wrist: sleep, travel and heart rate in 3,100 volunteers",
            publisher="Journal of Illustrative Sleep Research, 10, 5–22",
            year=2026,
        ),
        DemoSource(
            kind="guideline",
            title="Measuring the pulse in general practice",
            publisher="Society of Family Physicians, Fenmoor",
            year=2025,
            url="https://family-physicians.example/pulse",
        ),
        DemoSource(
            kind="observational",
            title="Usual heart rate and later heart disease: 12,400 adults over ten years",
            publisher="Annals of Demonstration Medicine, 10(2), 130–149",
            year=2023,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Before she has found her slippers, a patient of mine knows three things about herself: a sleep "
                "score, a ‘readiness’ and a resting heart rate. One morning last month the third was 66. The day "
                "before it had been 59. She booked an appointment, and has kindly let me describe it.</p>"
                "<p>What she had done was sleep badly after a late train. A reading taken after poor sleep can sit "
                "several beats higher than usual, which is why one number is not a verdict. In a study of 3,100 people "
                "who wore a monitor for a year, a night of under five hours was followed by a rate about four beats "
                "up; two nights later it had settled.[1]</p>"
            ),
        ),
        ("heading", {"text": "What the number is", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Resting heart rate is how often your heart beats in a minute while you are awake, calm and still. "
                "Guidance for family doctors treats roughly 60 to 100 as the usual adult range, and notes that plenty "
                "of healthy people, trained ones especially, sit below it.[2] Some medicines slow the pulse. Fever, "
                "pregnancy, worry, heat and last night’s wine all raise it.</p>"
                "<p>Many watches report the lowest stretch of your sleep instead, so your wrist and your nurse may "
                "disagree without either being wrong.</p>"
            ),
        ),
        (
            "timeline",
            {
                "title": "One healthy volunteer, one ordinary week",
                "events": [
                    {"date": "Monday", "text": "58, after eight hours’ sleep."},
                    {"date": "Wednesday", "text": "59. Nothing to report."},
                    {"date": "Friday", "text": "67, the morning after a leaving party."},
                    {"date": "Saturday", "text": "64, with a head cold on the way."},
                    {"date": "The next Tuesday", "text": "58 again."},
                ],
            },
        ),
        ("heading", {"text": "How a cardiologist reads it", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>“Is it regular, has it changed for good, and how do you feel?” says Dr Leopold Marchbanks-Iyer of "
                "Fenmoor Infirmary, listing what he asks. “A single Tuesday tells me about Tuesday.”</p>"
                "<p>Over decades the figure does carry some information. Among 12,400 adults followed for ten years, "
                "8 in every 100 whose usual rate was above 80 developed heart disease, against 6 in every 100 whose "
                "rate was in the sixties.[3] That is a third more, or two extra people in each 100. Fitness, smoking "
                "and stress were only partly accounted for, so a fast pulse may be the messenger and not the cause.</p>"
            ),
        ),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Sit down for five minutes, with no coffee or stairs in the half hour before.",
                    "Find the pulse at your wrist and count for a full minute. Note whether the beat is even.",
                    "Do it at the same time of day for a week and look at the middle of the pack.",
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Speak to a doctor if your resting rate stays above 100, if it stays low and you feel dizzy or "
                    "worn out, or if your pulse often feels irregular. Call your local emergency number for chest "
                    "pain, fainting or sudden breathlessness, whatever the watch says.</p>"
                ),
            },
        ),
    ],
)
