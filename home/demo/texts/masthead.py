"""Demo page: Masthead."""

POLICY = {
    "kind": "masthead",
    "slug": "masthead",
    "title": "Masthead",
    "summary": "Who edits, who reports, who reviews, and who answers for what.",
    "body": [
        (
            "paragraph",
            (
                "<p>Velour &amp; Tonic has eight staff writers, four clinical reviewers and a desk that is usually "
                "in two towns at once. Writers’ own pages list what they cover, their training and the interests "
                "they have declared.</p>"
            ),
        ),
        ("heading", {"text": "Editors", "level": "h2"}),
        (
            "fact_box",
            {
                "title": "The desk",
                "items": [
                    {
                        "term": "Aurelia Stanhope-Ngo",
                        "description": (
                            "Editor-in-chief. Responsible for everything that we publish, apart from advertising"
                        ),
                    },
                    {"term": "Lucian Achterberg", "description": "Entertainment editor"},
                    {
                        "term": "Benedikta Rowe-Adjei",
                        "description": "Health editor. Runs medical review and the list of stories due for another",
                    },
                    {
                        "term": "Yara Colquhoun-Bisset",
                        "description": "Picture editor. Credits, rights and descriptions",
                    },
                    {
                        "term": "Ferelith Okoro-Dunne",
                        "description": "Standards editor. Complaints, corrections and this page",
                    },
                ],
            },
        ),
        ("heading", {"text": "Writers", "level": "h2"}),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Marguerite Oyelaran</b>, film editor",
                    "<b>Tobias Lindqvist-Hale</b>, business reporter",
                    "<b>Ines Farrow</b>, television critic",
                    "<b>Caspian Adeyemi</b>, music editor",
                    "<b>Elin Marchetti</b>, health writer",
                    "<b>Noor Castellane</b>, health correspondent",
                    "<b>Ottoline Brandt</b> and <b>Rafe Montague-Eze</b>, columnists",
                ],
            },
        ),
        ("heading", {"text": "Clinical reviewers", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Reviewers are independent of the newsroom, are paid a flat fee and can refuse to sign. They "
                "never review their own work.</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Dr Priya Anand-Holt</b>, consultant in sleep medicine",
                    "<b>Dr Amara Solheim</b>, general practitioner",
                    "<b>Dr Kiran Vasquez-Lund</b>, clinical pharmacist",
                    "<b>Samira Okonjo-Reyes</b>, registered dietitian",
                ],
            },
        ),
        ("heading", {"text": "How the desk decides", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The front page is chosen by the two section editors, who meet at half past eight and again at "
                "four. Nobody may approve a story of their own. A story that breaks one of our standards can be "
                "published only by an editor who writes down why, and the standards editor reads those notes every "
                "week.</p>"
                "<p>Complaints about the editor-in-chief go to the trustees of the Alder Quay Trust, at "
                "trustees@velourandtonic.example. The publisher, Harbour Bell Press Limited, looks after the "
                "accounts, the building and the kettle, and takes no part in editorial decisions.</p>"
            ),
        ),
    ],
}
