"""Demo page: Advertising, paid content and affiliate links."""

POLICY = {
    "kind": "advertising",
    "slug": "advertising-and-affiliates",
    "title": "Advertising, paid content and affiliate links",
    "summary": "How to recognise what has been paid for, and what it never decides.",
    "body": [
        (
            "paragraph",
            (
                "<p>Advertising and affiliate links help to pay for reporting. You should be able to recognise them "
                "at a glance, and they have no say in what we cover or how we rate it.</p>"
            ),
        ),
        ("heading", {"text": "Paid content", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Some pages are written for an advertiser by people outside the newsroom. They say “Paid for by”, "
                "with the advertiser’s name, at the top of the page and on every list, card and feed where they "
                "appear. They don’t carry a reporter’s byline, they are left out of “Most read” and related health "
                "stories, and their links are marked as sponsored for search engines.</p>"
            ),
        ),
        ("heading", {"text": "Affiliate links", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Some links to tickets, books and records earn us a commission if you buy. Stories with such "
                "links carry a notice near the top, and our software adds it so that nobody can forget. Critics "
                "don’t know which links earn money when they write, and the price you pay is the same.</p>"
            ),
        ),
        ("heading", {"text": "Health stories", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "We refuse paid content about conditions, treatments, medicines, doses or mental health.",
                    "Stories on sensitive subjects carry no advertising and no affiliate links.",
                    "We don’t link to shops from a story about a supplement, a device or a diet.",
                    (
                        "We don’t advertise prescription medicines, gambling, cosmetic procedures or weight-loss "
                        "products anywhere."
                    ),
                ],
            },
        ),
        ("heading", {"text": "How adverts are shown", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>An advert is chosen for the page and never for the reader. It is a picture and a link served "
                "from our own site, marked “Advertisement”. It sets no cookie, loads no script from anybody else and "
                "is not told that you saw it.</p>"
            ),
        ),
        ("heading", {"text": "Gifts and travel", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Staff may accept a review ticket, a book, a screener or a cup of tea. Anything worth more than "
                "£25 is returned or given to charity. If a festival or a studio paid for travel, the story says so "
                "in its disclosure.</p>"
            ),
        ),
        (
            "questions",
            {
                "title": "Two questions that advertisers ask",
                "items": [
                    {"question": "Can we see the story beforehand?", "answer": "<p>No.</p>"},
                    {
                        "question": "Can we choose what appears next to our advert?",
                        "answer": (
                            "<p>You can ask to stay out of a section. You can’t ask to be near, or away from, a "
                            "particular story.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Questions about a label go to standards@velourandtonic.example; to buy space, write to "
                "advertising@velourandtonic.example.</p>"
            ),
        ),
    ],
}
