"""Demo story: Why independent cinemas are buying back the back row"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="back-row-independent-cinemas",
    section="film",
    kicker="Cinemas",
    kind="feature",
    headline="Why independent cinemas are buying back the back row",
    standfirst="Velvet seats, lower prices and a members’ vote on what plays next are filling the worst view.",
    by=("tobias-lindqvist-hale",),
    hours_ago=52,
    edited_by="marguerite-oyelaran",
    lead="cinema",
    lead_alt="The backs of a full auditorium, seen from the last row, with a sunset on the screen.",
    lead_caption="Row T at the Alhambra: fourteen seats, one pillar, no view of the bottom left corner.",
    topics=("cinemas", "port-aldous"),
    related=("three-hour-drama-interval", "projection-course-fenmoor"),
    body=[
        (
            "paragraph",
            (
                "<p>Seat T9 at the Alhambra has a pillar in it. Not in front of it: in it, so that whoever buys "
                "the ticket sits slightly to one side, as though sharing with a large quiet friend. For eleven "
                "years the seat was let, along with the rest of its row, to a company that sold advertising on "
                "the headrests. In June the members bought it back.</p>"
                "<p>It cost them £6,300 for fourteen seats, raised in nine days and mostly in tens. Nine other "
                "independents have since done something similar, ending leases signed in the thin years when a "
                "guaranteed cheque for the least popular row looked like found money.</p>"
            ),
        ),
        ("heading", {"text": "Half price, by show of hands", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>What happens next depends on the town. At the Alhambra the row is sold at half price on the "
                "night, in person, and never online. At the Lyric in Orlo it is given to anyone who has worked "
                "a shift that week, including the window cleaner. The Gaiety, which has sixty-one seats in "
                "all and therefore a back row of six, put the matter to a vote and ended up with a rota.</p>"
                "<p>“We modelled it as a loss,” says Perpetua Lamb, who manages the Alhambra. “Then the people "
                "in row T turned out to be twenty-three years old and to buy crisps.” The row now takes more at "
                "the kiosk, per head, than the premium sofas at the front.</p>"
            ),
        ),
        (
            "fact_box",
            {
                "title": "Row T, June to October",
                "items": [
                    {"term": "Price of the lease", "description": "£6,300, paid by 508 members"},
                    {"term": "Ticket", "description": "£4.50, from the kiosk only"},
                    {"term": "Nights sold out", "description": "71 of 98"},
                    {"term": "Seat T9", "description": "Sold on all 98"},
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>The advertising firm, Headrest Partners, says it wishes the cinemas well and still holds "
                "leases on 340 rows. Its contracts run for three years and renew unless someone writes to "
                "object. Several managers said they had simply not known they could.</p>"
                "<p>There is a second vote attached. Row T members choose one film a month, by paper ballot, "
                "from a list they also write. October’s winner was a 1968 documentary about lock-keepers. It "
                "sold every seat, and the lock-keeper’s granddaughter came, and sat in T9.</p>"
            ),
        ),
    ],
)
