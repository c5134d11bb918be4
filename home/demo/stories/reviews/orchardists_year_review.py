"""Demo story: ‘The Orchardist’s Year’: a memoir of pruning, patience and debt"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="orchardists-year-review",
    section="reviews",
    kicker="Book review",
    kind="review",
    headline="‘The Orchardist’s Year’: a memoir of pruning, patience and debt",
    standfirst=(
        "Anselm Greaves-Ito inherited 900 apple trees and an overdraft. His account of twelve months with both is "
        "sharp, funny and properly costed."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=620,
    fact_checked_by="marguerite-oyelaran",
    lead="books",
    lead_alt="Books in red, teal, cream and violet packed on dark shelves, lit from the upper right.",
    lead_caption="Greaves-Ito’s book belongs with the ledgers as much as with the country memoirs.",
    poster="p-orchard",
    topics=("books", "port-aldous"),
    related=("library-of-unfinished-novels",),
    body=[
        (
            "paragraph",
            "<p>“January: cut off what is healthy, so that there will be more of it. I put this to the bank.” So "
            "begins the second chapter of <cite>The Orchardist’s Year</cite>, and any reader who has opened the "
            "book hoping to be soothed is fairly warned. There are owls. They come with invoices.</p>"
            "<p>Anselm Greaves-Ito was a piano tuner in Port Aldous when an uncle he had met twice left him 14 "
            "hectares of elderly apple trees near Orlo, mortgaged to the topmost twig. He gave himself one year "
            "to decide whether to sell. The book follows the calendar, a chapter to each month, and each chapter "
            "closes with a page of accounts. In March he spends £640 on a ladder. The ladder becomes one of the "
            "great characters of recent non-fiction.</p>",
        ),
        (
            "paragraph",
            "<p>What raises it above the crowded shelf of people finding themselves in wellingtons is his ear. He "
            "listens to everything, including the trees, which he taps, and above all to Perpetual Jim, the hired "
            "man of 78 who communicates chiefly by leaving. Their conversations about grafting are small comic "
            "masterpieces. So is the frost chapter, 20 pages on a single night in May, with every neighbour for "
            "miles lighting candles in the grass and none able to see the others for smoke.</p>",
        ),
        (
            "block_quote",
            {
                "text": (
                    "A tuner is called when a thing has gone wrong slowly. I looked at the trees, and at my "
                    "uncle’s handwriting in the cheque book, and felt that I had been called."
                ),
                "attribution": "Anselm Greaves-Ito, The Orchardist’s Year",
            },
        ),
        (
            "paragraph",
            "<p>He is less steady on people he loves. A wife, Hanako, is plainly doing half the work and paying "
            "most of the bills, and is rewarded with some fine paragraphs about her hair. I wanted her version; I "
            "should like to see her accounts. The last chapter also ties a ribbon on a decision that the figures, "
            "printed opposite, do not support.</p>"
            "<p>That he prints them at all is the mark of the book. I cover business for a living, and can report "
            "that the depreciation is correct. I can’t remember another memoir in which I turned to the balance "
            "sheet with my heart in my mouth.</p>",
        ),
        (
            "verdict",
            {
                "summary": (
                    "An unsentimental country memoir with a comic novelist’s dialogue and a bookkeeper’s nerve, "
                    "let down only by what it leaves unsaid at home."
                ),
                "rating": "4",
                "scale": 5,
                "works": ["Perpetual Jim", "The frost night", "Accounts that tell a story of their own"],
                "fails": ["A marriage seen from one side", "An ending at odds with its own sums"],
                "title": {
                    "type": "book",
                    "name": "The Orchardist’s Year",
                    "year": 2026,
                    "creator_label": "Author",
                    "creators": "Anselm Greaves-Ito",
                    "cast": "",
                    "details": [
                        {"term": "Publisher", "description": "Weir & Sallow"},
                        {"term": "Length", "description": "288 pages"},
                        {"term": "Price", "description": "£18, hardback"},
                    ],
                },
                "disclosure": "screener",
                "disclosure_text": (
                    "The publisher sent a proof copy. Quotations were checked against the finished book."
                ),
            },
        ),
    ],
)
