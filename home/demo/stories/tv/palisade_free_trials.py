"""Demo story: Streaming service Palisade ends free trials from January"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="palisade-free-trials",
    section="tv",
    kicker="Streaming",
    kind="news",
    headline="Streaming service Palisade ends free trials from January",
    standfirst=(
        "New customers will pay from the first day, after the company said a third of trials led to no second week."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=4.4,
    updated_hours_ago=3.6,
    edited_by="ines-farrow",
    lead="tvwall",
    lead_alt="Television screens of many sizes stacked against black, each glowing with a different picture.",
    lead_caption="Palisade has 4.1 million paying households, by its own count.",
    topics=("streaming", "salt-hour"),
    related=("six-episode-orders-analysis", "why-series-vanish-from-streaming"),
    body=[
        (
            "paragraph",
            (
                "<p>Palisade is to abolish the 30-day free trial it has offered since it launched, replacing it "
                "on 5 January with a first month at £2.</p>"
                "<p>In a note to investors, the company said that 34 per cent of trials begun this year were "
                "cancelled within eight days, “commonly within an hour of the final episode of a single series”. "
                "It did not name the series. The last of <cite>The Orchard Trust</cite> was released in the same "
                "week as its largest run of cancellations.</p>"
            ),
        ),
        (
            "table",
            {
                "caption": "Palisade prices, per month",
                "columns": [("text", "Plan"), ("number", "Now"), ("number", "From 5 January")],
                "rows": [
                    ["First month", "£0.00", "£2.00"],
                    ["With advertisements", "£5.50", "£5.50"],
                    ["Without advertisements", "£9.00", "£9.75"],
                ],
                "source": "Palisade",
            },
        ),
        (
            "paragraph",
            (
                "<p>Trials started before the change will run to their full length. People who have already used "
                "one will not be charged for it, a spokesman said, adding that the question had come up.</p>"
                "<p>Freya Dunmore-Saito of the Viewers’ Association said the new terms were clear “for once”, but "
                "asked the company to send a reminder before the first full payment. Palisade said later on that "
                "it would do so by email, two days ahead.</p>"
                "<p>The first customers on the £2 month will reach full price on 5 February, three days after "
                "<cite>Salt Hour</cite> arrives on the service.</p>"
            ),
        ),
    ],
)
