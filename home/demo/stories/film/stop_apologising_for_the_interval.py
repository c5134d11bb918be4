"""Demo story: Stop apologising for leaving at the interval"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="stop-apologising-for-the-interval",
    section="film",
    kicker="Opinion",
    kind="opinion",
    headline="Stop apologising for leaving at the interval",
    standfirst=(
        "The gap in the middle has a second purpose, and it is to let the rest of us find our coats with dignity."
    ),
    by=("ottoline-brandt",),
    hours_ago=71.5,
    edited_by="marguerite-oyelaran",
    lead="stage",
    lead_alt="A single figure in a spotlight between heavy red curtains.",
    lead_caption="Somewhere behind you, someone is looking for the other sleeve.",
    topics=("cinemas", "theatre"),
    related=("three-hour-drama-interval",),
    body=[
        (
            "paragraph",
            (
                "<p>I left <cite>The Gauge Keeper</cite> at the interval, and I left it happy. I had enjoyed an "
                "hour and a half of a man measuring a river. I could see that he was going to go on measuring "
                "it. I thanked the usher, bought a pear from the stall on Custom Street and was home in time to "
                "ring my sister.</p>"
                "<p>When I told people this they lowered their voices. Had it been very bad? Was I unwell? One "
                "friend offered to tell me the ending, in the tone people use for the results of tests. (He "
                "measures it again. It is lower.)</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>We have invented the perfect instrument for leaving and then agreed never to play it. The new "
                "intervals are excellent. The lights come up gently, a person rings a bell, nobody tries to sell "
                "you a car. And 96 per cent of us, according to the trade body, sit down again, including a fair "
                "number who are doing so out of manners.</p>"
                "<p>Manners towards whom? The director is in another country. The actors finished months ago and "
                "have different hair. The cinema has your money and has already sold you the wine. If you stay "
                "for the sake of the couple on your left, consider that they may be staying for yours.</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "Nobody finishes a loaf to spare the feelings of the baker.",
                "attribution": "",
            },
        ),
        (
            "paragraph",
            (
                "<p>I can hear the objection, because Marguerite, who edits these pages, has made it across my "
                "desk. A film is one thing. Take away the second half and you have not seen it; you have seen "
                "its coat. To which I say that I own several good coats.</p>"
                "<p>There are films I would not leave if the building were on fire. You will know them by the "
                "bell: when it rings and you find you have not moved. That is worth learning about oneself at "
                "forty pence a minute. But you can only learn it if the door was truly open, and it isn’t open "
                "if you have to creep through it.</p>"
                "<p>So walk out upright. Say good night. Half of something, properly attended to, is more than "
                "most people get from the whole. I learned that on page 212 of a novel in nine volumes, and have "
                "been grateful to its author ever since.</p>"
            ),
        ),
    ],
)
