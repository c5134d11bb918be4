"""Demo page: Terms of use."""

PAGE = {
    "slug": "terms",
    "title": "Terms of use",
    "summary": "What you may do with our work, and what we ask in return.",
    "body": [
        (
            "paragraph",
            ("<p>By using this site you agree to these terms. We have tried to keep them short enough to be read.</p>"),
        ),
        ("heading", {"text": "Our work", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Text, pictures and sound belong to Harbour Bell Press Limited or to those who licensed them to "
                "us. You may read, print and share links freely, and quote short passages with a credit and a link. "
                "For anything longer, ask permissions@velourandtonic.example.</p>"
                "<p>Feeds are offered for reading. Please don’t republish whole stories from them.</p>"
            ),
        ),
        ("heading", {"text": "Health information", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Our health reporting is general information. It isn’t a diagnosis, and doesn’t replace advice "
                "from someone who knows your history. In an emergency, call your local emergency number.</p>"
            ),
        ),
        ("heading", {"text": "What you send us", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>A letter or recording that you send for publication remains yours, and you allow us to publish "
                "it with your name unless you ask otherwise. Don’t send anything that isn’t yours to give.</p>"
            ),
        ),
        ("heading", {"text": "Links and liability", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>We link to other sites and don’t control them. We take care to be accurate and correct what "
                "isn’t; we don’t promise that the site will never be interrupted. Nothing here limits rights that "
                "the law gives you.</p>"
                "<p>These terms were last changed on 1 October 2026. Older versions are kept and sent on request.</p>"
            ),
        ),
    ],
}
