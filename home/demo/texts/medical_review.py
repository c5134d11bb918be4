"""Demo page: How health stories are reviewed."""

POLICY = {
    "kind": "medical_review",
    "slug": "medical-review",
    "title": "How health stories are reviewed",
    "summary": "Who signs off our health reporting, what they check and what happens when it ages.",
    "body": [
        (
            "paragraph",
            (
                "<p>Most of our health stories are written by journalists. Those that touch on what you might do are "
                "read before publication by a clinician who didn’t write them and is free to say no.</p>"
            ),
        ),
        ("heading", {"text": "Three kinds of story", "level": "h2"}),
        (
            "fact_box",
            {
                "title": "What each kind needs",
                "items": [
                    {
                        "term": "News about health",
                        "description": "Checked for facts by someone other than its author",
                    },
                    {
                        "term": "Wellness and evergreen guides",
                        "description": "At least two sources and a review, repeated within 24 months",
                    },
                    {
                        "term": "Conditions, treatments, medicines, doses, mental health, children",
                        "description": (
                            "At least two sources, a clinician’s signed review, repeated within 12 months, and a "
                            "note on when to get help"
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>A press release, or a paper that other scientists haven’t yet reviewed, is not enough on its own "
                "for the third kind.</p>"
            ),
        ),
        ("heading", {"text": "What reviewers sign", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Reviewers check clinical accuracy, balance and safety. They see the headline, the standfirst, "
                "the text and the sources, and they sign that version. The line “Medically reviewed by” appears only "
                "as long as it is the version on the page. If the words change afterwards, the line changes too, and "
                "says that the story was updated since its review.</p>"
                "<p>Each reviewer’s page shows a degree, a speciality, a register and a number you can look up. "
                "Interests are declared by choice, including “none”. Reviewers are paid a flat fee, whatever they "
                "decide, and don’t review subjects in which they have a stake.</p>"
            ),
        ),
        ("heading", {"text": "How we describe evidence", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Strong</b>: several well-run trials agree.",
                    "<b>Moderate</b>: consistent studies, with important limits.",
                    "<b>Early</b>: small, short or conflicting research, or work in cells or animals.",
                    "<b>Expert opinion</b>: the judgement of clinicians where there are few studies.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Sources are numbered in the text and listed at the end by type. Risks are given as numbers of "
                "people. We don’t write “doubles the risk” without saying from what to what.</p>"
            ),
        ),
        ("heading", {"text": "When a review grows old", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The health desk keeps a list of what is due. A story more than six months overdue carries a "
                "public note, and one we no longer trust is withdrawn. If guidance changes sooner, so do we.</p>"
                "<p>Nothing here replaces advice from someone who knows your history. In an emergency, call your "
                "local emergency number. If you think a story is unsafe, tell health@velourandtonic.example, which "
                "is read every day.</p>"
            ),
        ),
    ],
}
