"""Demo page: Corrections policy."""

POLICY = {
    "kind": "corrections",
    "slug": "corrections-policy",
    "title": "Corrections policy",
    "summary": "What we do when we get something wrong, and where you can see that we did.",
    "body": [
        (
            "paragraph",
            (
                "<p>We make mistakes. When we do, we correct the story, say what was wrong and what is right, and "
                "leave the note there for good. We don’t quietly mend an error of fact.</p>"
            ),
        ),
        ("heading", {"text": "Five kinds of note", "level": "h2"}),
        (
            "fact_box",
            {
                "title": "What the words mean",
                "items": [
                    {
                        "term": "Correction",
                        "description": (
                            "We published something false. An error is always called a correction, however small."
                        ),
                    },
                    {"term": "Clarification", "description": "What we wrote was accurate and could mislead."},
                    {"term": "Update", "description": "The story has changed because events have."},
                    {
                        "term": "Editor’s note",
                        "description": "Something about the reporting that readers ought to know.",
                    },
                    {
                        "term": "Retraction",
                        "description": (
                            "The story as a whole can’t be relied on. We say why and leave the note at its address."
                        ),
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Spelling slips, broken links and missing commas are mended without a note, provided that the "
                "meaning stays the same.</p>"
            ),
        ),
        ("heading", {"text": "Where a note appears", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Serious corrections stand at the top of a story. Lesser ones stand at the end. All are dated.",
                    "When a correction is serious, every list that shows the story carries a mark for 48 hours.",
                    "Each one is copied to the public corrections log, which has its own feed.",
                    "The story’s feed entry goes out again, so that people who read it elsewhere see the change.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>A published note is never edited. If a correction itself needs correcting, we add another below "
                "it.</p>"
            ),
        ),
        ("heading", {"text": "How to report an error", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Use “Report an error” at the foot of any story. It tells us which page and which version you "
                "were reading. You can also write to corrections@velourandtonic.example. We look at every report on "
                "the day it arrives, answer within five working days and say plainly if we think we were right.</p>"
            ),
        ),
        ("heading", {"text": "Removing stories", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>A story that has been public is not deleted. In rare cases, such as a court order or a danger to "
                "someone, we withdraw it, and its address gives the reason as far as the law allows. We don’t remove "
                "accurate reporting because it has become inconvenient. We will add what happened next.</p>"
            ),
        ),
    ],
}
