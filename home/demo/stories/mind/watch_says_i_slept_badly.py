"""Demo story: My watch says I slept badly. Should I believe it or my own head?"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="watch-says-i-slept-badly",
    section="mind",
    headline="My watch says I slept badly. Should I believe it or my own head?",
    standfirst=(
        "A general practitioner on what a wrist can measure at night, what it guesses, and which "
        "witness to trust when the two disagree."
    ),
    by=("amara-solheim",),
    hours_ago=236.25,
    kicker="Ask the clinic",
    kind="explainer",
    lead="mind",
    lead_alt="A head in profile with calm waves inside it and a pale moon behind.",
    lead_caption="A watch reads the wrist. Sleep goes on somewhat higher up.",
    topics=("sleep", "ask-the-clinic"),
    related=("sleep-regularity", "resting-heart-rate", "two-alarms-survey"),
    fact_checked_by="elin-marchetti",
    reviewed_by="priya-anand-holt",
    review_days_ago=14,
    risk_class="B",
    evidence="expert",
    evidence_note="A clinician’s answer, drawing on two small studies of consumer devices.",
    sources=(
        DemoSource(
            kind="observational",
            title="Seven consumer devices against the sleep laboratory: 84 nights",
            publisher="Journal of Illustrative Sleep Research, 9, 140–158",
            year=2025,
            url="https://illustrative-sleep.example/seven-devices",
        ),
        DemoSource(
            kind="trial",
            title="Told you slept badly: false feedback and afternoon alertness",
            publisher="Journal of Invented Psychology, 13(4), 211–224",
            year=2025,
        ),
    ),
    body=[
        (
            "block_quote",
            {
                "text": (
                    "I woke up feeling fine. Then my watch gave me 54 out of 100 and I was tired all day. Which of us "
                    "was right?"
                ),
                "attribution": "Philippa, Fenmoor",
            },
        ),
        (
            "paragraph",
            (
                "<p>You were, with one reservation. The watch was doing its best with poor information.</p>"
                "<p>A device on your wrist senses movement and pulse. From those it can make a decent estimate of when "
                "you were asleep. In a comparison with laboratory equipment over 84 nights, seven popular devices "
                "got total sleep right to within about 25 minutes. They did much worse at sorting it into light, deep "
                "and dreaming stages, agreeing with the laboratory a little over half the time.[1] Lying still with "
                "a good book, incidentally, tends to be scored as sleep.</p>"
                "<p>The score out of 100 is a further step away. Each company mixes its ingredients to its own "
                "recipe, and no clinic I know of uses the result.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>Now the reservation. Being told you slept badly can be tiring in its own right. In one trial, "
                "volunteers were handed a made-up score at breakfast. Of those given a poor one, 46 in every 100 said "
                "by mid-afternoon that they felt drained, against 29 in every 100 given a good one.[2] It was a "
                "small study and lasted a day. Still, I think of it when a patient opens the app before "
                "telling me how they are.</p>"
                "<p>My advice is to ask yourself first. Before you look, decide how rested you feel out of ten and jot "
                "it down. After a fortnight, see whether the watch has told you anything you didn’t know. Long "
                "trends, such as a bedtime creeping later, are where it earns its charge. If checking makes you "
                "anxious, leave it in a drawer for a week; nothing medical depends on it.</p>"
            ),
        ),
        (
            "file",
            {
                "title": "Two-week sleep diary",
                "description": "One printable page. Fill it in at breakfast, in pencil, before you consult any device.",
                "file": "sleep-diary",
            },
        ),
        (
            "paragraph",
            (
                "<p>What I’d like you to bring me is different. Loud snoring with pauses, waking up gasping, nodding "
                "off "
                "at the wheel or in meetings, or several weeks of poor nights that spoil your days: those deserve an "
                "appointment however handsome your score.</p>"
            ),
        ),
    ],
)
