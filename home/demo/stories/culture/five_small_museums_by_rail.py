"""Demo story: Five small museums within an hour of Orlo, and no car needed"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="five-small-museums-by-rail",
    section="culture",
    kicker="Advertiser content",
    kind="advertorial",
    origin="sponsored",
    sponsor="Orlo Harbour Railway",
    headline="Five small museums within an hour of Orlo, and no car needed",
    standfirst=(
        "A rope works, a house of clocks and the country’s only collection of weathervanes, each a short walk "
        "from a station."
    ),
    by=("harbour-bell-studio",),
    hours_ago=560,
    lead="coast",
    lead_alt="A striped lighthouse above a dark bay, its beam crossing a starry sky.",
    lead_caption="The Lamp House at Saltreach Head is eight minutes’ walk from the platform.",
    topics=("museums", "port-aldous"),
    related=("museum-guards-hang-the-show",),
    body=[
        (
            "paragraph",
            "<p>The big galleries have the queues. The little ones have the curator, who is generally also the "
            "person selling the tickets, and who will unlock the cupboard if you ask. Here are five, all served "
            "by the Orlo Harbour Railway, with an honest estimate of the walk at the far end.</p>",
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>The Rope House, Ropewalk Halt.</b> 400 metres long and nine wide. Visitors can twist a "
                    "yard to take home. Four minutes’ walk.",
                    "<b>The House of Clocks, Fenmoor.</b> Some 260 timepieces, of which two agree. Come at noon "
                    "and stay until they have all finished. Eleven minutes.",
                    "<b>The Lamp House, Saltreach Head.</b> Lighthouse lenses you can stand inside. Eight "
                    "minutes, the last of them uphill.",
                    "<b>The Vane Collection, Upper Orlo.</b> Cockerels, ships and one very good pike, all "
                    "pointing at the door. Six minutes.",
                    "<b>The Biscuit Tin Museum, Port Aldous.</b> Smaller than you expect, and better. Two "
                    "minutes, and there is a café.",
                ],
            },
        ),
        (
            "paragraph",
            "<p>Trains run every half hour until early evening. Most of the five are closed on Mondays, and the "
            "House of Clocks shuts for a week each spring and autumn, when the hour changes and all hands are "
            "needed.</p>"
            "<p>If you mean to see two in a day, pair the Rope House with the Biscuit Tins. They lie on the same "
            "branch, and the walk between them follows the harbour wall past the signal room and the fish stairs. "
            "Dogs travel free and are welcome in all but the Clocks, where a terrier once answered back.</p>",
        ),
        (
            "fact_box",
            {
                "title": "The Small Museums ticket",
                "items": [
                    {"term": "Price", "description": "£14, or £7 for under-16s"},
                    {"term": "Covers", "description": "A day’s travel and entry to any two museums"},
                    {"term": "Valid", "description": "Tuesdays to Sundays until the end of March"},
                ],
            },
        ),
        (
            "paragraph",
            "<p>Tickets are sold at staffed stations and from <a "
            'href="https://orloharbourrailway.example/small-museums">the railway’s website</a>. Seats on the '
            "harbour side of the train are on the left when leaving Orlo, a thing that regular passengers would "
            "rather we had not mentioned.</p>",
        ),
    ],
)
