"""Demo story: A library of unfinished novels opens its doors"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="library-of-unfinished-novels",
    section="culture",
    kicker="The long read",
    kind="feature",
    headline="A library of unfinished novels opens its doors",
    standfirst=(
        "Some authors gave permission. Others left a forwarding address. All 1,140 manuscripts stop, and readers "
        "are forbidden to help."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=100,
    edited_by="marguerite-oyelaran",
    fact_checked_by="ines-farrow",
    lead="books",
    lead_alt="Three long shelves of brightly coloured books, with a diagonal shaft of light across them.",
    lead_caption=("Shelved by the page on which the writer stopped: shortest at the top, nearest misses by the door."),
    topics=("books", "the-long-read"),
    related=("orchardists-year-review", "radio-play-single-take"),
    sources=(
        DemoSource(
            "document",
            "Deed of the Halt Library, with schedule of deposits",
            "Fenmoor Borough Archive",
            2026,
            "https://archive.fenmoor.example/halt",
        ),
        DemoSource(
            "interview",
            "Interviews with Constance Abara-Lindgren and five depositors",
            "Velour & Tonic",
            2026,
        ),
    ),
    body=[
        (
            "paragraph",
            "<p>On page 412 of <cite>The Ferryman’s Inventory</cite>, a man with a wet envelope in his hand "
            "reaches the top of a staircase and raises his fist to knock. He has been doing so since 1983. "
            "Peregrine Osgood, who put him there, went downstairs for his lunch, thought better of the whole "
            "affair and took up bees.</p>"
            "<p>The typescript now lies in a grey box in a former tram depot in Fenmoor, along with 1,139 others "
            "that break off. The Halt Library opened on Saturday. By noon there was a queue to see what people "
            "had failed to finish.</p>",
        ),
        ("heading", {"text": "Filed by where they stop", "level": "h2"}),
        (
            "paragraph",
            "<p>Constance Abara-Lindgren, the librarian, spent two years deciding how to arrange the shelves. By "
            "author seemed unkind and by subject impossible, since few of the books had got as far as having one. "
            "In the end she filed them by length. At the top of the first bay is a novel of eleven words. Nearest "
            "the exit are the heartbreakers, the works that lacked one chapter, and in a single case one line.</p>"
            "<p>Each box bears a card in her handwriting which gives the place, the date and, when it is known, "
            "the reason. “Twins.” “Sold the desk.” “Read somebody better.” A good 60 of them just say “lunch”.</p>",
        ),
        (
            "figure",
            {
                "image": "gallery",
                "alt": "Three visitors in a pale room looking at framed pictures on the wall.",
                "caption": "The depot’s old ticket hall shows the final pages of forty works, framed and lit.",
                "credit": "",
            },
        ),
        ("heading", {"text": "How to give away a failure", "level": "h2"}),
        (
            "paragraph",
            "<p>The founding deposit was Abara-Lindgren’s own: 90 pages about a lighthouse, begun at university. "
            "She mentioned it in a talk at a book festival and asked if anybody else had one. “I thought there "
            "would be a laugh. There was a sort of rustle. People had brought them. They’d been carrying them "
            "about.”</p>"
            "<p>Living authors sign a two-page deed. They may take their manuscript back on one condition, which "
            "is that they finish it, and they have a year to prove that they did. Nine have tried. Two came back "
            "with a published book and seven with the box. For the dead, the heirs must agree, and one set of "
            "three sisters has so far agreed to everything but the order of their names.</p>",
        ),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Read it here; nothing is lent and nothing is copied.",
                    "Pencils only, and never on the box.",
                    "You may not write to an author to ask what happens.",
                    "You may not finish it. <b>This includes aloud.</b>",
                ],
            },
        ),
        ("heading", {"text": "The forwarding addresses", "level": "h2"}),
        (
            "paragraph",
            "<p>Then there are the parcels. Some 70 manuscripts have come with no deed and no name, only an "
            "address to which the library may, if it must, write. Several are post offices. One is a ship. The "
            "library’s solicitor, Ignatius Carmichael, will not let these be read, and so they stand in a locked "
            "case under the clock, 70 grey boxes with their backs to the room.</p>"
            "<p>He expects some to be claimed. In September a woman in a good coat walked round the case several "
            "times, asked whether the heating was ever turned off, and seemed glad to hear that it was not.</p>",
        ),
        (
            "block_quote",
            {
                "text": (
                    "I have no ending for you. I had one, and it was the trouble with the book. Please keep it "
                    "somewhere dry."
                ),
                "attribution": "Note found in box 688, author withheld",
            },
        ),
        ("heading", {"text": "What the readers are reading for", "level": "h2"}),
        (
            "paragraph",
            "<p>It is quieter than other libraries. People read fast, knowing what is coming, and then slow down. "
            "At the table by the window I watched a boy of about 16 reach the bottom of a page, turn it over, "
            "look at the blank side for some time, and go back three chapters to see if he had missed the "
            "turning.</p>"
            "<p>Abara-Lindgren gets asked if the place makes her sad. She points to the visitors’ book. Along "
            "with the usual remarks about the café, there are 31 entries from people saying that they had gone "
            "home and started again. She keeps a shelf clear for them, in case.</p>"
            "<p>Osgood himself came on the first afternoon, in his eighties now, with a jar of honey for the "
            "desk. He read all 412 pages. When he had done, he asked for a pencil, sat with it for some minutes "
            "over the raised fist at the top of the stairs, and handed it back.</p>",
        ),
    ],
)
