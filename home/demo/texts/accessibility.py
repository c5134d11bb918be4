"""Demo page: Accessibility statement."""

PAGE = {
    "slug": "accessibility",
    "title": "Accessibility statement",
    "summary": "What works, what doesn’t yet, and how to tell us.",
    "body": [
        (
            "paragraph",
            (
                "<p>We want everyone to be able to read this site, and we test it against the Web Content "
                "Accessibility Guidelines, version 2.2, level AA.</p>"
            ),
        ),
        ("heading", {"text": "What you can expect", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Every page works with a keyboard alone, and the focus is always visible.",
                    "Text can be enlarged to 200 per cent without loss, and pages fit a screen 320 pixels wide.",
                    "Colour never carries a meaning by itself. Desks, labels and ratings are also given in words.",
                    "Pictures that carry information have a description. Audio has a transcript.",
                    "Nothing moves or plays on its own, and animations respect your device’s settings.",
                    "Pages read and work without JavaScript.",
                ],
            },
        ),
        ("heading", {"text": "What doesn’t work yet", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Some videos held by other companies have captions made by machine, or none. We write a "
                "description of what matters in them. Wide tables scroll sideways on small screens. Older documents "
                "for download may lack tags; ask and we will send you another format.</p>"
            ),
        ),
        ("heading", {"text": "Tell us", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Write to accessibility@velourandtonic.example with the page and what happened. We reply within "
                "five working days and list known problems here until they are mended. The site is checked with a "
                "screen reader and a keyboard before every larger change.</p>"
            ),
        ),
    ],
}
