"""Demo page: Editorial policy."""

POLICY = {
    "kind": "ethics",
    "slug": "editorial-policy",
    "title": "Editorial policy",
    "summary": "How we report, check, correct and pay for our journalism.",
    "body": [
        (
            "paragraph",
            (
                "<p>Readers come to us for two things that are easy to fake: taste and trust. This page sets out the "
                "rules we hold ourselves to, and how to tell us when we fall short. It applies to staff, freelances, "
                "critics and columnists alike.</p>"
            ),
        ),
        ("heading", {"text": "Independence", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Advertisers don’t see stories before publication and can’t ask for changes. The editor answers "
                "for everything published here except advertising, and the owners may not direct coverage. Anything "
                "paid for is labelled at the top, in words, on the page and in every list where it appears.</p>"
                "<p>Writers declare their interests on their own pages, including when there are none. Nobody covers "
                "a company they own, a relative’s employer or a prize they helped to judge.</p>"
            ),
        ),
        ("heading", {"text": "Fairness", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    (
                        "We put a contested claim to the person it concerns, with a reasonable time to answer, "
                        "before we publish it."
                    ),
                    "Quotations are exact. A cut is marked, and a translation says so.",
                    "We don’t diagnose named people, guess at their health or comment on their weight.",
                    "Children are not interviewed about their families without a parent’s agreement and an editor’s.",
                ],
            },
        ),
        ("heading", {"text": "Reviews and ratings", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Critics see, hear or read the whole work. Ratings run from half a star to five and belong to the "
                "critic; no editor has ever changed one, though several have wished to. If we were given a ticket, a "
                "screener or a journey, the review says so. We buy our own tickets when a distributor sets "
                "conditions on coverage.</p>"
            ),
        ),
        ("heading", {"text": "Health reporting", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Stories that give advice carry at least two sources and are reviewed by a clinician who isn’t "
                "their author. A percentage change in a risk is never printed without the numbers of people behind "
                "it. The policy on medical review explains the rest.</p>"
            ),
        ),
        ("heading", {"text": "Holding us to it", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Write to standards@velourandtonic.example. We reply to every complaint within five working days. "
                "If you disagree with the answer, ask for it to be read by the editor-in-chief, who was not involved "
                "in the first.</p>"
            ),
        ),
    ],
}
