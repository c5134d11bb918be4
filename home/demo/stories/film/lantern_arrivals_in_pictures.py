"""Demo story: In pictures: arrivals on the steps at the Lantern Awards"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="lantern-arrivals-in-pictures",
    section="film",
    kicker="In pictures",
    kind="gallery",
    headline="In pictures: arrivals on the steps at the Lantern Awards",
    standfirst=(
        "Six frames from an hour on the wet side of Assembly Square, where the umbrellas were borrowed and "
        "the shoes were not."
    ),
    by=("caspian-adeyemi",),
    hours_ago=2.3,
    lead="premiere",
    lead_alt="Two people on a red carpet walk towards a lit cinema front under crossed searchlights.",
    lead_caption="The carpet was laid twice: the first one floated.",
    topics=("lantern-awards", "awards"),
    related=("lantern-awards-live", "salt-hour-review"),
    body=[
        (
            "paragraph",
            (
                "<p>It rained from four o’clock. The Assembly Rooms lent out the umbrellas it has collected in "
                "thirty years of lost property, so that the best-dressed people in the country came up the steps "
                "under the names of four different banks.</p>"
            ),
        ),
        (
            "gallery",
            {
                "caption": "Fenmoor, before the doors closed.",
                "images": [
                    {
                        "image": "premiere",
                        "alt": "Two figures on a red carpet between gold barriers outside a lit cinema.",
                        "caption": ("Teodor Blyth and Corin Vale arrive together and pretend not to know each other."),
                    },
                    {
                        "image": "portrait",
                        "alt": "Three portraits side by side: sunglasses, closed eyes and a beanie with a beard.",
                        "caption": "The leads of ‘Two-Faced’, who were asked to dress as one person.",
                    },
                    {
                        "image": "mic",
                        "alt": "A studio microphone against a pale background with sound waves.",
                        "caption": "The radio position, sheltered by a tablecloth.",
                    },
                    {
                        "image": "festival",
                        "alt": "A crowd in silhouette before a lit stage at dusk, with beams overhead.",
                        "caption": "Two thousand people watched on the screen in the square.",
                    },
                    {
                        "image": "stage",
                        "alt": "A performer at a microphone in a single spotlight between red curtains.",
                        "caption": "Ostara Vale, who sings later, tests the edge of the stage by sitting on it.",
                    },
                    {
                        "image": "cinema",
                        "alt": "Silhouetted heads in rows of seats facing a bright screen.",
                        "caption": "Seats are filled from the back. Nominees are told it is for the cameras.",
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Ilke Tamsin came on the tram, with a change at Market Cross, and was asked for her ticket "
                "three times: twice by inspectors.</p>"
            ),
        ),
        ("related", {"story": "lantern-awards-live"}),
    ],
)
