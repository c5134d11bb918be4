"""Demo story: Fenmoor film school brings back projection 19 years after closing the booth"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="projection-course-fenmoor",
    section="film",
    kicker="Film",
    kind="news",
    headline="Fenmoor film school brings back projection 19 years after closing the booth",
    standfirst=("Twelve students a year will learn to lace, focus and splice, as cinemas report a shortage of hands."),
    by=("marguerite-oyelaran",),
    hours_ago=203.5,
    fact_checked_by="tobias-lindqvist-hale",
    lead="cinema",
    lead_alt="A cinema audience in silhouette before a glowing orange screen.",
    lead_caption="Nine venues in the region still run film at least once a month.",
    topics=("cinemas", "festivals"),
    related=("back-row-independent-cinemas",),
    body=[
        (
            "paragraph",
            (
                "<p>The Fenmoor School of Moving Pictures will teach film projection from next autumn, two "
                "decades after it sold its machines to a restaurant that used them as lamps.</p>"
                "<p>The one-year certificate has twelve places. It is paid for by Screens Together, whose "
                "members told a survey this summer that the average age of a trained projectionist in the "
                "region is 67.</p>"
                "<p>Students will be assessed on:</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "a clean changeover between two machines, in front of a paying audience",
                    "repairing a torn print by hand in under four minutes",
                    "one full season of house notes, kept in ink",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>The course leader is Ferris Oduya, 71, who closed the old booth himself in 2007 and kept the "
                "key. “They asked for it back on the last day,” he said. “I told them I’d lost it. I had it "
                "framed.”</p>"
                "<p>Their first public show will be at the Fenmoor Documentary Festival in May. The "
                "restaurant has agreed "
                "to return one of the lamps.</p>"
            ),
        ),
    ],
)
