"""Demo page: How we use AI."""

POLICY = {
    "kind": "ai_use",
    "slug": "use-of-ai",
    "title": "How we use AI",
    "summary": "Where software helps, where it is not allowed, and who answers for it.",
    "body": [
        (
            "paragraph",
            (
                "<p>People report, write and edit what appears here, and people are responsible for it. We use "
                "software that makes guesses, the kind now called AI, for a few tasks in which its mistakes can be "
                "caught.</p>"
            ),
        ),
        ("heading", {"text": "What we use it for", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    (
                        "First drafts of interview transcripts, which a reporter checks against the recording before "
                        "quoting."
                    ),
                    (
                        "Rough translations of documents, which someone who reads the language confirms before we "
                        "rely on them."
                    ),
                    "Sorting large sets of documents. Whatever the sorting finds, we read.",
                    (
                        "Suggested descriptions of pictures for people who can’t see them, always rewritten or "
                        "approved by the picture desk."
                    ),
                ],
            },
        ),
        ("heading", {"text": "What we don’t use it for", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Writing stories, reviews, columns or headlines.",
                    "Summarising medical research. The health desk reads the paper.",
                    "Answering readers’ health questions, which clinicians do.",
                    "Making pictures, voices or video that could be taken for a record of something that happened.",
                    "Deciding what an individual reader sees. Everyone gets the same front page.",
                ],
            },
        ),
        ("heading", {"text": "Labels", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>If a story made use of AI in a way that a reader might reasonably want to know about, it says "
                "how, beside the credits, and names the editor responsible. Images made with AI, and composites, are "
                "labelled in the caption even when the picture is plainly not real. The illustrations on this site "
                "are drawn by our studio.</p>"
            ),
        ),
        ("heading", {"text": "Your words and ours", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We don’t put confidential material, unpublished stories or letters from readers into tools that "
                "keep or learn from them. Staff may use only tools approved by the editor-in-chief, and the list is "
                "looked at again every six months.</p>"
                "<p>If you think that we have broken these rules, tell standards@velourandtonic.example. A false "
                "sentence produced by a machine gets the same correction as one produced by a tired person.</p>"
            ),
        ),
    ],
}
