"""Demo page: How we check facts."""

POLICY = {
    "kind": "fact_checking",
    "slug": "fact-checking",
    "title": "How we check facts",
    "summary": "What is checked, by whom, and what we do when something can’t be confirmed.",
    "body": [
        (
            "paragraph",
            (
                "<p>The writer is responsible for every fact in a story and the editor for having asked. Beyond "
                "that, some stories are read by a third person, named beside the byline, whose only task is to doubt "
                "it.</p>"
            ),
        ),
        ("heading", {"text": "Which stories get a checker", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "All news about health, including agency copy.",
                    "Investigations, and any story that makes a serious allegation.",
                    "Features of more than a thousand words.",
                    "Anything built on figures that we worked out ourselves.",
                ],
            },
        ),
        ("heading", {"text": "What a check consists of", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Names, titles, ages, places and dates are compared with a record, not with another newspaper.",
                    (
                        "Each quotation is compared with notes or a recording. Sources may confirm facts; they don’t "
                        "approve copy."
                    ),
                    (
                        "Figures are recalculated from the original table. A percentage is traced to the two numbers "
                        "that made it."
                    ),
                    (
                        "Every study is read in full by someone on the health desk. A press release or an abstract "
                        "is not enough, and a paper that hasn’t been reviewed by other scientists is described that "
                        "way."
                    ),
                    "Pictures are checked for where, when and by whom. Illustrations say that they are illustrations.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>For a contested claim we want two sources that don’t depend on each other. Three outlets "
                "repeating one agency count as one.</p>"
            ),
        ),
        ("heading", {"text": "Breaking news and live pages", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Speed changes how much we print, and should not change how sure we are of it. In a live page we "
                "say what we know, who told us and what we have not been able to confirm. Unconfirmed items are "
                "labelled in the entry itself, and mended in the entry with a note if they turn out to be wrong.</p>"
            ),
        ),
        ("heading", {"text": "Reviews and opinion", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>A verdict can’t be checked; running times, plots, casts and prices can, and are. Columnists are "
                "entitled to their opinions and have to bring real facts. If a column touches health, a health "
                "editor reads it first.</p>"
            ),
        ),
        ("heading", {"text": "When we can’t be sure", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We leave it out, or say who claims it and why we couldn’t confirm it. If you can help us, write "
                "to standards@velourandtonic.example.</p>"
            ),
        ),
    ],
}
