"""Demo page: Ownership and funding."""

POLICY = {
    "kind": "ownership",
    "slug": "ownership-and-funding",
    "title": "Ownership and funding",
    "summary": "Who owns us, where the money comes from and what it can’t buy.",
    "body": [
        (
            "paragraph",
            (
                "<p>Velour &amp; Tonic is published by Harbour Bell Press Limited, a company registered in Port "
                "Aldous and founded on 18 September 2014. It publishes nothing else.</p>"
            ),
        ),
        ("heading", {"text": "Who owns it", "level": "h2"}),
        (
            "fact_box",
            {
                "title": "Shares in Harbour Bell Press Limited",
                "items": [
                    {
                        "term": "Alder Quay Trust",
                        "description": (
                            "60 per cent. An independent trust with five trustees, none of whom works in "
                            "entertainment, food or medicine"
                        ),
                    },
                    {"term": "Staff", "description": "28 per cent, held together and voted as one block"},
                    {
                        "term": "Rosalind Vane-Abiola, founder",
                        "description": "12 per cent, without voting rights since 2022",
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>The trust appoints the editor-in-chief for a term of six years and can remove her only for "
                "breaking this site’s own published policies. It receives no dividend: surplus is spent on "
                "reporting. No political party, government, drug company or film distributor holds shares or has "
                "lent us money.</p>"
            ),
        ),
        ("heading", {"text": "Where the money comes from", "level": "h2"}),
        (
            "fact_box",
            {
                "title": "Income in the last financial year",
                "items": [
                    {"term": "Readers’ voluntary support", "description": "47 per cent"},
                    {"term": "Advertising", "description": "29 per cent"},
                    {"term": "Labelled paid content", "description": "11 per cent"},
                    {"term": "Affiliate commission", "description": "8 per cent"},
                    {"term": "Grants", "description": "5 per cent, all from the Fenmoor Fund for Local Reporting"},
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Any organisation that provides five per cent or more of our income in a year is named here. Last "
                "year that was one: the Fenmoor Fund. It chose none of the stories that it paid for, and each of "
                "them says so at the end.</p>"
            ),
        ),
        ("heading", {"text": "What it can’t buy", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "A story, a place in a list or a kinder adjective.",
                    "A look at copy before publication.",
                    "Our silence. We have reported on two advertisers’ court cases and lost one advertiser.",
                    "Paid content about conditions, treatments, medicines or doses, which we refuse.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>All our health reporting is free to read. Accounts are filed each spring, and we’ll send a copy "
                "to anybody who writes to hello@velourandtonic.example.</p>"
            ),
        ),
    ],
}
