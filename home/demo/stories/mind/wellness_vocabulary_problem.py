"""Demo story: Wellness has a vocabulary problem, and it is selling you something"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="wellness-vocabulary-problem",
    section="mind",
    headline="Wellness has a vocabulary problem, and it is selling you something",
    standfirst=(
        "‘Toxins’ that are never named, ‘balance’ that is never measured: my modest proposal is to "
        "ask every jar for a noun."
    ),
    by=("rafe-montague-eze",),
    hours_ago=27.4,
    kicker="Opinion",
    kind="opinion",
    lead="citrus",
    lead_alt="Sliced oranges, grapefruit, lemons and limes with a few blueberries on a peach background.",
    lead_caption="Citrus: available without a manifesto.",
    topics=("mental-health", "supplements"),
    related=("bored-on-purpose", "gym-body-age-ruling"),
    reviewed_by="kiran-vasquez-lund",
    review_days_ago=3,
    risk_class="B",
    sources=(
        DemoSource(
            kind="dataset",
            title="Words on jars: the language of 500 wellness advertisements",
            publisher="Plain Speech Project, University of Fenmoor",
            year=2026,
            url="https://plain-speech.example/words-on-jars",
        ),
        DemoSource(
            kind="agency",
            title="Health claims in advertising: what must be shown, and when",
            publisher="Fair Claims Board",
            year=2025,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>My neighbour’s new candle <i>holds space</i>. It says so on the lid. I have owned cupboards that "
                "held space and at no point did they cost £38.</p>"
                "<p>I bear wellness no ill will. I like baths. I’m told I should stretch, and after this column’s last "
                "deadline I believe it. What I object to is the dialect: a soft, warm, boneless language in which "
                "nothing can ever be found to be untrue because nothing has quite been said.</p>"
                "<p>Consider ‘toxins’. A toxin is a poison made by a living thing, and anyone who treats poisoning can "
                "tell you which one they are after. The Plain Speech Project read 500 wellness advertisements and "
                "found "
                "the word in 141 of them. Two said which toxin.[1] Two! One of those was talking about a wasp.</p>"
                "<p>‘Balance’ appeared in 203. Balance of what, against what, weighed by whom? ‘Supports’ turned up in "
                "more than half, and here I must doff my hat, since it is the cleverest verb in commerce. If a powder "
                "<i>treats</i> anxiety, its maker must have evidence and answer to the people who check. If it merely "
                "<i>supports calm</i>, a good deal less is asked of it.[2] A trellis supports calm. So does "
                "the absence of my brother-in-law.</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "Before you buy the jar, ask it for a noun.",
                "attribution": "Rafe Montague-Eze",
            },
        ),
        (
            "paragraph",
            (
                "<p>Does it matter? I think it does, and for a dull reason: the fog costs money and it costs time. "
                "Someone who can’t sleep, or who has been low since March, deserves words that lead somewhere. "
                "<i>Insomnia</i> leads to a clinic. <i>Depression</i> leads to a person with training and a choice of "
                "treatments. <i>Misalignment</i> leads to a subscription.</p>"
                "<p>The trade’s defence is that people find clinical language cold. Perhaps so. The remedy for a cold "
                "word is a kind voice saying it, and I’ve met nurses who can make ‘bowel’ sound like an "
                "invitation to tea.</p>"
                "<p>My proposal is small. Before you buy the jar, ask it for a noun. What does it contain, and how "
                "much? What does it change, and who measured? Compared with what? A jar that can answer may be worth "
                "your £38. If it should tell you that it meets you where you are, check that you still have your "
                "wallet.</p>"
                "<p>The candle, I’m obliged to report, smells lovely. It smells of oranges. Had it said so, "
                "I would have bought two.</p>"
            ),
        ),
    ],
)
