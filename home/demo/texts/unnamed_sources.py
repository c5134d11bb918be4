"""Demo page: Unnamed sources."""

POLICY = {
    "kind": "unnamed_sources",
    "slug": "unnamed-sources",
    "title": "Unnamed sources",
    "summary": "When we let someone speak without a name, and what we check first.",
    "body": [
        (
            "paragraph",
            (
                "<p>A name lets you judge what you are told. We leave one out only when the information matters, "
                "can’t be had otherwise and would put the person who gives it at real risk: of losing work, safety, "
                "privacy or care.</p>"
            ),
        ),
        ("heading", {"text": "Before we agree", "level": "h2"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    (
                        "The reporter must know who the source is, how they know what they say and what they stand "
                        "to gain."
                    ),
                    "A senior editor must know the name too. For health stories it is the health editor.",
                    (
                        "We look for a second source, a document or a recording. A single unnamed voice may not "
                        "carry an allegation."
                    ),
                    (
                        "Reporter and source agree on what can be said of them. “A projectionist at one of the "
                        "venues” is better than “an insider”."
                    ),
                ],
            },
        ),
        ("heading", {"text": "What we won’t print unnamed", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "Opinions about a person’s character, looks or talent.",
                    "Claims about anyone’s health, pregnancy, weight or private relationships.",
                    "Praise from somebody with something to sell.",
                    (
                        "Medical advice. A clinician who advises our readers does so by name, with a registration "
                        "you can look up."
                    ),
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Casting, contracts and box-office forecasts attract a lot of whispering. We describe a rumour as "
                "a rumour, say how many people told us and go back to it when it is settled, especially if it was "
                "wrong.</p>"
            ),
        ),
        ("heading", {"text": "Patients and relatives", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>People who talk to us about their own illness choose how they are named. They can use a first "
                "name, a changed name, which we mark, or their own. They may change their mind until publication, "
                "and we discuss what a search result might mean to them in ten years.</p>"
            ),
        ),
        ("heading", {"text": "Keeping our word", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We don’t give up a confidential source. We collect little, keep notes apart from names and "
                "destroy what we no longer need. If somebody has lied to us in order to harm another person, we "
                "consider the promise void, and tell them so before we act.</p>"
                "<p>To reach us privately, write to a reporter at a postal address on the contact page, or telephone "
                "and ask for the editor on duty. Please don’t use an employer’s computer.</p>"
            ),
        ),
    ],
}
