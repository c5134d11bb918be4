"""Demo page: About us."""

PAGE = {
    "slug": "about",
    "title": "About us",
    "summary": "Entertainment and health, one paper, two desks.",
    "body": [
        (
            "paragraph",
            (
                "<p>Velour is the cloth of a stage curtain. A tonic is a restorative, and the note a melody comes "
                "home to. We started in 2014, above a ticket office in Port Aldous, with the idea that people who "
                "want to know whether a film is worth three hours often want to know, the same evening, whether a "
                "vitamin is worth three pounds. Both questions deserve a straight answer.</p>"
            ),
        ),
        ("heading", {"text": "Two desks", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The entertainment desk covers film, television, music, celebrity and culture. Its critics see "
                "the whole thing. The health desk covers mind, body, nutrition and medicine. Its stories carry "
                "numbered sources, and those that give advice are reviewed by a clinician.</p>"
                "<p>We share a kitchen and a style guide. The desks don’t share advertisers’ wishes, because neither "
                "hears them.</p>"
            ),
        ),
        ("heading", {"text": "How to judge us", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Every story says who wrote it, when, and when it last changed in substance.",
                    "Every mistake is in the corrections log.",
                    "Everything paid for is labelled in words.",
                    "Every health reviewer has a register number that you can look up.",
                ],
            },
        ),
        ("paragraph", "<p>We publish from Port Aldous, Fenmoor and Orlo, for readers anywhere.</p>"),
        ("heading", {"text": "A fictional publication", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Velour &amp; Tonic is invented, and so are the people, titles, firms, studies and events in it. "
                "It exists to show what the software beneath it can do. Please don’t take health advice from it.</p>"
            ),
        ),
    ],
}
