"""Demo page: Privacy notice."""

POLICY = {
    "kind": "privacy",
    "slug": "privacy",
    "title": "Privacy notice",
    "summary": "No cookies for readers and no tracking. The little we do collect, and for how long.",
    "body": [
        (
            "paragraph",
            (
                "<p>Reading Velour &amp; Tonic sets no cookies. There is no consent banner because there is nothing "
                "to consent to. We don’t track you across pages, build profiles, use fingerprints or sell data, and "
                "health stories are no exception.</p>"
            ),
        ),
        ("heading", {"text": "What we hold", "level": "h2"}),
        (
            "fact_box",
            {
                "title": "Information and how long we keep it",
                "items": [
                    {
                        "term": "Server records",
                        "description": (
                            "Internet address, page, time and browser name, to keep the site running and stop abuse. "
                            "Deleted after 14 days"
                        ),
                    },
                    {
                        "term": "Error reports",
                        "description": (
                            "Your message, the page and version, and your e-mail address if you give one. Deleted 12 "
                            "months after we reply"
                        ),
                    },
                    {
                        "term": "Newsletters",
                        "description": (
                            "Your e-mail address and the letters you chose, until you leave. The letters contain no "
                            "tracking pixels"
                        ),
                    },
                    {
                        "term": "Letters to the newsroom",
                        "description": "As long as the reporting needs them. Ask, and we will tell you",
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>We count visits from the server records, by page and by hour. The counts can’t be traced back to "
                "a person.</p>"
            ),
        ),
        ("heading", {"text": "What stays on your own device", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>If you choose the light or dark theme, your browser remembers it. The choice is kept on your "
                "device and isn’t sent to us. Clearing your browser’s site data removes it.</p>"
            ),
        ),
        ("heading", {"text": "Video from elsewhere", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Some stories include a video held by another company. We show a still picture from our own site, "
                "and nothing is loaded from theirs until you press play. From then on their privacy notice applies, "
                "and they may set cookies of their own. A description of the video is there for those who would "
                "rather not.</p>"
            ),
        ),
        ("heading", {"text": "Who else sees it", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Our hosting and e-mail providers handle data on our instructions and may not use it for "
                "themselves. We disclose information to authorities only if the law compels us, and we read the "
                "order first. People who work here sign in to edit the site, and a cookie keeps them signed in. It "
                "is never set for readers.</p>"
            ),
        ),
        ("heading", {"text": "Your rights", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>You can ask for a copy of what we hold about you, have it put right or have it deleted. The law "
                "lets us keep some material for journalism, and we’ll say if we rely on that. Write to "
                "privacy@velourandtonic.example. We answer within a month and charge nothing.</p>"
            ),
        ),
    ],
}
