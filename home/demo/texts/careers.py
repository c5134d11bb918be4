"""Demo page: Careers."""

PAGE = {
    "slug": "careers",
    "title": "Careers",
    "summary": "Working here, and what we are looking for.",
    "body": [
        (
            "paragraph",
            (
                "<p>We hire a few people a year and advertise every job on this page with its salary. At the moment "
                "there are no vacancies.</p>"
            ),
        ),
        ("heading", {"text": "Freelances", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Pitch in three sentences: what happened, who will talk and why now. Say what you have declared "
                "elsewhere and who else has seen it. We answer in a week, pay on acceptance and pay half if we "
                "commission a piece and don’t run it. Write to pitches@velourandtonic.example.</p>"
            ),
        ),
        ("heading", {"text": "Clinical reviewers", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We would like to hear from registered clinicians in paediatrics, psychiatry and women’s health. "
                "Reviews are paid at a flat rate and take about an hour. Write to health@velourandtonic.example with "
                "your registration number.</p>"
            ),
        ),
    ],
}
