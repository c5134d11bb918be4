"""Demo story: The pressing plant that only works at night"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="pressing-plant-works-at-night",
    section="music",
    kicker="The long read",
    kind="feature",
    headline="The pressing plant that only works at night",
    standfirst=(
        "By day the steam belongs to a laundry. From eight in the evening until six, it makes 2,200 records, and "
        "a five-month queue is waiting for them."
    ),
    by=("caspian-adeyemi",),
    hours_ago=44,
    edited_by="marguerite-oyelaran",
    lead="vinyl",
    lead_alt="A black record with a cream and teal label turning under a white tone arm on an orange deck.",
    lead_caption="Every hundredth disc off the Orlo presses is played from start to finish before dawn.",
    topics=("vinyl", "ostara-vale", "the-long-read"),
    related=("orlo-sound-two-albums", "perihelion-review"),
    body=[
        (
            "paragraph",
            "<p>The last sheets come out of the Orlo Municipal Laundry at ten minutes to eight. A woman called "
            "Bettina wheels them to the loading bay, hangs up her tabard and closes a yellow valve the size of a "
            "dinner plate. Through the wall there is a sigh, then a knock. On the other side, Dov Nkemelu puts "
            "his hand flat on a press that weighs as much as a van and waits for it to become too hot to "
            "touch.</p>"
            "<p>It takes eleven minutes. After that, Lowlight Pressing is open, and will be until the hospitals "
            "want their linen again.</p>",
        ),
        ("heading", {"text": "Borrowed steam", "level": "h2"}),
        (
            "paragraph",
            "<p>A record is made with heat and regret. A warm lump of vinyl, known in the trade as a biscuit, is "
            "squeezed between two metal stampers at a pressure that would flatten a motorcycle, and then chilled "
            "before it can change its mind. The heat is steam. A boiler large enough to raise it costs more than "
            "a house, and when Isolde Marrack decided to open a plant in 2019 she had roughly the price of a "
            "garage.</p>"
            "<p>She did, however, have a key to a boiler. Marrack had spent nine years as the laundry’s "
            "maintenance engineer, and knew that from eight at night the finest steam plant in the town stood "
            "about keeping itself warm. “It was like watching somebody leave a grand piano in the rain,” she "
            "says. She offered the municipality a penny more per kilo than it cost to make. The contract is two "
            "pages long and one of them is about towels.</p>",
        ),
        (
            "gallery",
            {
                "caption": "A shift at Lowlight, from the first disc to the last.",
                "images": [
                    {
                        "image": "vinyl",
                        "alt": "A single black record on an orange turntable, tone arm lowered.",
                        "caption": "9.40pm: the first test disc of the night goes on the listening deck.",
                    },
                    {
                        "image": "mic",
                        "alt": "A plum-coloured studio microphone in front of a pale sound wave.",
                        "caption": "Midnight: a client rings from the studio to ask for one more master.",
                    },
                    {
                        "image": "coast",
                        "alt": "A striped lighthouse throwing its beam over dark water, two figures on the rocks.",
                        "caption": "4am: the view from the fire door, lit at somebody else’s expense.",
                    },
                ],
            },
        ),
        ("heading", {"text": "What the dark does to a disc", "level": "h2"}),
        (
            "paragraph",
            "<p>Regulars swear that a night pressing sounds better, and there is a theory for every one of them. "
            "The most respectable concerns water. The cooling line is fed from the harbour, which in the small "
            "hours runs four degrees colder than at noon, so the disc sets quickly and lies flat. Lowlight "
            "rejects three records in a hundred for warping. When it ran a trial fortnight of day shifts during a "
            "laundry strike, it rejected eleven.</p>"
            "<p>Nkemelu, who came here from a bakery, has a simpler explanation. “Nobody telephones,” he says. "
            "“You can hear the machine. If press three is going to sulk, she tells you a minute before.”</p>",
        ),
        (
            "pull_quote",
            {
                "text": "Nobody telephones. If press three is going to sulk, she tells you a minute before.",
                "attribution": "Dov Nkemelu, press operator",
            },
        ),
        ("heading", {"text": "Five months to the front of the queue", "level": "h2"}),
        (
            "paragraph",
            "<p>The four presses were bought from a factory that had been turning out shower trays. Between them "
            "they make some 2,200 good records in a night, which is a morning’s work for one of the big plants "
            "abroad, and the waiting list stands at five months. It is kept in a ledger, in pencil, and it does "
            "not bend. When Ostara Vale’s label asked to bring forward <cite>Perihelion</cite>, Marrack showed "
            "its representative the line above, a school orchestra wanting 150 copies of its summer concert. The "
            "school went first.</p>"
            "<p>The next problem is already written in. Orlo Sound will publish two albums on one day in March, "
            "which means two sets of stampers and twice the risk of the right music inside the wrong sleeve. They "
            "have been given eight consecutive nights, and the sleeves will be different shapes.</p>",
        ),
        ("related", {"story": "orlo-sound-two-albums"}),
        (
            "timeline",
            {
                "title": "Lowlight, so far",
                "events": [
                    {
                        "date": "1931",
                        "text": "The municipal laundry installs boilers built for a town twice the size.",
                    },
                    {"date": "2019", "text": "Isolde Marrack signs for the night steam and buys her first press."},
                    {"date": "2021", "text": "The laundry strike: the plant tries working by day, and goes back."},
                    {
                        "date": "2024",
                        "text": "Presses three and four arrive, still flecked with shower-tray enamel.",
                    },
                    {"date": "2026", "text": "The waiting list passes five months for the first time."},
                ],
            },
        ),
        ("heading", {"text": "The woman who plays everything", "level": "h2"}),
        (
            "paragraph",
            "<p>At a kitchen table behind the presses sits Agathe Sithole, aged 71, in headphones. She listens to "
            "every hundredth disc all the way through, both sides, and writes one line about each. She is not "
            "supposed to give opinions, and does not, quite. The card for a recent comeback album says: “Surface "
            "quiet. Side two very long.”</p>"
            "<p>She worked for 30 years as a court stenographer and regards music as a form of testimony. In five "
            "years she has stopped the line on 14 occasions. On the thirteenth, the fault was in the original "
            "performance, and the singer sent her flowers.</p>",
        ),
        ("heading", {"text": "Six o’clock", "level": "h2"}),
        (
            "paragraph",
            "<p>At ten to six the trimmings are swept up for melting and the last stack is sleeved. Marrack walks "
            "the length of the pipe with a torch, as she did when it was somebody else’s. Then there are "
            "footsteps beyond the wall, and Bettina’s opposite number on the early shift opens the yellow "
            "valve.</p>"
            "<p>The presses tick as they cool. In the yard a driver loads 22 boxes of records next to a cage of "
            "pillowcases, and both lots leave in the same van.</p>",
        ),
    ],
)
