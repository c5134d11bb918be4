"""Demo story: Three harbour bands pool their brass after a winter of leaking roofs"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="harbour-bands-pool-brass",
    section="music",
    kicker="From our partner",
    origin="partner",
    headline="Three harbour bands pool their brass after a winter of leaking roofs",
    standfirst=(
        "Between them the players had 71 instruments and one dry cupboard. From this month there will be a single "
        "lending store."
    ),
    by=("caspian-adeyemi",),
    hours_ago=885,
    lead="festival",
    lead_alt="Musicians on a lit outdoor stage at dusk, seen over the raised arms of a crowd.",
    lead_caption="The combined bands made their debut on the quay stage, short of one euphonium.",
    topics=("port-aldous", "festivals"),
    body=[
        (
            "paragraph",
            "<p>The Ropewalk, Customs House and East Quay bands, which have competed against one another since "
            "1907 and stopped speaking in 1988, are to keep their instruments in the same room.</p>"
            "<p>All three lost rehearsal space to flooding in a single fortnight last winter. A count afterwards "
            "found 71 usable instruments, nine of them tubas, and only one cupboard that had stayed dry. It "
            "belongs to the fishermen’s chapel, whose verger, Clement Addo, has agreed to look after the lot in "
            "return for carols.</p>",
        ),
        (
            "paragraph",
            "<p>Any player may now borrow from the common store for £2 a week, and beginners for nothing. The "
            "arrangement was put to a vote and passed by 58 to six. “It turned out we all wanted the same "
            "flugelhorn,” said Euphemia Stannard, secretary of East Quay. “It’s easier to hate people when you "
            "haven’t seen them carry a tuba upstairs.”</p>"
            "<p>The bands will go on competing. The chapel cupboard is to be locked, by mutual consent, in the "
            "week before the autumn contest.</p>",
        ),
        (
            "callout",
            {
                "title": "Where this story comes from",
                "text": (
                    '<p>This report was first published by <a href="https://quaysidecourier.example/brass">the '
                    "Quayside Courier</a>, a local news partner, and appears here under a sharing agreement.</p>"
                ),
            },
        ),
    ],
)
