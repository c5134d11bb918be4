"""Demo story: Fenmoor festival caps tickets at 30,000 and says the sound will be better for it"""

from home.demo.spec import DemoCorrection, DemoStory

STORY = DemoStory(
    slug="fenmoor-festival-caps-tickets",
    section="music",
    kicker="Festivals",
    headline="Fenmoor festival caps tickets at 30,000 and says the sound will be better for it",
    standfirst=(
        "The organisers are giving up a fifth of their crowd. The engineers and one dairy farmer are delighted; "
        "the traders are doing sums."
    ),
    by=("caspian-adeyemi",),
    hours_ago=28.5,
    updated_hours_ago=2,
    edited_by="marguerite-oyelaran",
    fact_checked_by="tobias-lindqvist-hale",
    lead="festival",
    lead_alt="A lit festival stage at dusk, beams fanning into a violet sky above a dense crowd.",
    lead_caption="The main stage will keep its arch. The crowd in front of it will be a fifth smaller.",
    topics=("festivals", "port-aldous"),
    related=("festival-stage-in-36-hours", "bands-four-nights-one-town"),
    corrections=(
        DemoCorrection(
            kind="correction",
            was_wrong=(
                "An earlier version said the cap applied to each day and that people who had already bought "
                "tickets would be entered in a ballot to keep them."
            ),
            is_right=(
                "The cap of 30,000 covers the whole weekend, and every one of the 11,400 tickets already sold "
                "remains valid."
            ),
            hours_ago=2,
            severe=True,
        ),
    ),
    body=[
        (
            "paragraph",
            "<p>Fenmoor festival will sell 30,000 tickets next summer and then stop. Last year it sold 37,500, "
            "and the people who will not be coming have been replaced, on the site plan shown to councillors this "
            "week, by a strip of grass on which nobody is allowed to stand.</p>"
            "<p>The strip runs behind the main mixing desk. Hedda Quillfeather, who has directed the festival "
            "since 2011, calls it the most expensive lawn in the county. “Every year we moved the crowd back and "
            "the speakers up,” she says. “At the far fence they were getting the bass from us and the rest from "
            "the ring road. We were selling people a ticket to a rumour.”</p>",
        ),
        (
            "paragraph",
            "<p>The two great hanging clusters that have flanked the stage since 2014 will go. In their place, "
            "nine slender towers will repeat the signal across the field, each delayed by a fraction of a second "
            "so that the music arrives everywhere from the direction of the band. Magnus Treloar, who designed "
            "the system, says it can run a third quieter and still be understood. “You can only do it if there is "
            "a last row,” he says. “We have never had a last row. We had a horizon.”</p>",
        ),
        (
            "fact_box",
            {
                "title": "The new Fenmoor",
                "items": [
                    {"term": "Tickets", "description": "30,000 for the weekend, down from 37,500"},
                    {"term": "Already sold", "description": "11,400, all of them still valid"},
                    {"term": "Weekend price", "description": "£168, up from £149"},
                    {"term": "Stages", "description": "Four, down from six"},
                ],
            },
        ),
        (
            "paragraph",
            "<p>The arithmetic is uncomfortable. Even at the higher price, income from the gate falls by about "
            "£550,000, or a tenth. Quillfeather expects to find roughly half of that by losing two stages and the "
            "overnight shuttle, and says the festival’s reserves will cover the rest for two summers. After that, "
            "she says, “we shall know whether people meant it when they complained”.</p>"
            "<p>Traders have their doubts. Wilhelmina Sorrel, of Port Aldous, has sold buckwheat pancakes at the "
            "west gate for 16 summers and thinks in queues. Pitch fees will drop by 12 per cent, she points out, "
            "while the number of hungry people drops by 20. “I like the sound as much as anybody,” she says. “I "
            "can’t fry it.”</p>",
        ),
        ("related", {"story": "festival-stage-in-36-hours"}),
        (
            "paragraph",
            "<p>There was one unreserved welcome at the council meeting. Joss Pemberley milks 90 cows on the "
            "other side of the northern hedge, and has spent each festival Monday collecting them from other "
            "people’s gardens. He asked only that the delay towers be pointed the other way. Treloar, from the "
            "public seats, told him that they already were.</p>",
        ),
    ],
)
