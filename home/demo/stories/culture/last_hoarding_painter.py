"""Demo story: The last man to paint film hoardings by hand is getting a show of his own"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="last-hoarding-painter",
    section="culture",
    kicker="Culture",
    kind="feature",
    headline="The last man to paint film hoardings by hand is getting a show of his own",
    standfirst=(
        "For thirty-six years Emeric Sallow put faces twelve feet high above Custom Street, then painted "
        "over them on Thursdays."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=716,
    edited_by="ines-farrow",
    lead="gallery",
    lead_alt="Two visitors and a smaller figure look at three framed pictures in a pale gallery.",
    lead_caption="Only three of about 1,800 hoardings survive, one of them as a chicken house.",
    topics=("museums", "cinemas", "port-aldous"),
    related=("back-row-independent-cinemas",),
    body=[
        (
            "paragraph",
            (
                "<p>Emeric Sallow never saw the films. The Alhambra sent him a postcard-sized still on a Tuesday "
                "and by Thursday night it had to be a face twelve feet high, above Custom Street, in a colour "
                "that would survive sea fog. On the Thursday after that he painted it white and began another.</p>"
                "<p>“If you’d seen the picture you would start having opinions,” says Sallow, who is 84. “I had a "
                "man’s left ear and forty-eight hours.”</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>He made about 1,800 hoardings between 1958 and 1994. The Museum of Trades in Port "
                "Aldous, which "
                "opens an exhibition of his work next month, has found three. One was a garage door, and one the "
                "floor of a pigeon loft. The largest, eleven feet of the actress Mirabel Strood looking sideways, "
                "had been a chicken house in Orlo since 1971, and the hens were rehoused at public expense.</p>"
                "<p>The rest of the show is made of what lay underneath. Curator Ifeoma Castle took the last board "
                "he ever used, which he had kept as a table, and had it scanned. Below the white were two "
                "hundred and six Thursdays, a moustache on a nurse, a horse coming out of a sunset.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "portrait",
                "alt": "Three large flat-colour portraits side by side, in yellow, red and teal.",
                "caption": "Sallow used three tins and mixed on the board: “You can’t carry nine up a ladder.”",
                "credit": "",
            },
        ),
        (
            "paragraph",
            (
                "<p>Castle will project them one at a time, each for as long as it took him to eat lunch on the "
                "scaffold. The whole cycle runs for four days. A local school has been taught the method and will "
                "paint the museum’s own hoarding, weekly, until spring.</p>"
                "<p>Sallow has asked for one concession. On the opening night he is to be shown a film, any film, "
                "from among those he advertised. The museum offered him a list. He chose on the basis of "
                "the ear.</p>"
            ),
        ),
    ],
)
