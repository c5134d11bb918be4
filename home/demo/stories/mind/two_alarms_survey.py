"""Demo story: Four in ten people set two alarms, survey of 2,000 adults finds"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="two-alarms-survey",
    section="mind",
    headline="Four in ten people set two alarms, survey of 2,000 adults finds",
    standfirst=(
        "Respondents offered reasons from trains to teenagers. A third of the doubters admitted that "
        "the first bell is decorative."
    ),
    by=("noor-castellane",),
    hours_ago=3.5,
    kicker="Sleep",
    kind="news",
    lead="sleep",
    lead_alt="A sleeper under a green blanket shaped like hills, with a bright moon above.",
    lead_caption="The commonest gap between the first alarm and the second was nine minutes.",
    topics=("sleep", "mental-health"),
    related=("sleep-regularity", "watch-says-i-slept-badly"),
    risk_class="A",
    sources=(
        DemoSource(
            kind="press_release",
            title="The second alarm: a survey of 2,000 adults",
            publisher="Lull & Barrow",
            year=2026,
            url="https://lull-and-barrow.example/second-alarm",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Four in ten adults do not trust one alarm to wake them, according to <cite>The second "
                "alarm</cite>, a survey by Lull &amp; "
                "Barrow, which makes alarm clocks and would presumably be glad to sell them another.</p>"
                "<p>Of 2,000 people questioned online, 812 said they set two or more on a working day.[1] The "
                "commonest "
                "gap was nine minutes. Of the 812, 271 said they never intended to get up for the first.</p>"
                "<p>Early trains were the reason given most often, followed by ‘a teenager’. Ninety-one "
                "people with two alarms said worry about oversleeping woke them before either.</p>"
                "<p>The survey did not ask when anybody had gone to bed, so it cannot say whether people with two "
                "alarms sleep less, or whether the habit does any harm. Dr Priya Anand-Holt, a consultant in sleep "
                "medicine who was not involved, said needing several was usually a sign of a short night. “If you wake "
                "rested, set as many as you like,” she said. “If you don’t, look at the other end of the night.”</p>"
            ),
        ),
    ],
)
