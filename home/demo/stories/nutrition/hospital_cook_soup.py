"""Demo story: The hospital cook who took eleven years to get the soup right"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="hospital-cook-soup",
    section="nutrition",
    headline="The hospital cook who took eleven years to get the soup right",
    standfirst=(
        "At Port Aldous Infirmary, lunch comes back half eaten. Rosamund Ikeji-Thorne decided to find out which half."
    ),
    by=("odile-wrenfield",),
    hours_ago=861.0,
    kind="feature",
    origin="freelance",
    lead="portrait",
    lead_caption="Tasters at Port Aldous Infirmary. The panel meets on Thursdays and is not easily pleased.",
    lead_alt=(
        "Three illustrated portraits side by side: one person in dark glasses, one with eyes closed, one with a beard"
    ),
    topics=("the-long-read", "port-aldous"),
    edited_by="elin-marchetti",
    fact_checked_by="noor-castellane",
    risk_class="A",
    sources=(
        DemoSource(
            kind="document",
            title="Tray notes from four wards, first and second month",
            publisher="Port Aldous Infirmary catering department",
            year=2026,
            url="https://port-aldous-infirmary.example/catering/tray-notes",
        ),
        DemoSource(
            kind="interview",
            title="Interviews with kitchen and ward staff at Port Aldous Infirmary",
            publisher="Velour & Tonic",
            year=2026,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>The trolley leaves the basement at ten to twelve and takes a lift that was built for laundry. By "
                "the time the soup reaches Ward 9 it has lost eleven degrees and, Rosamund Ikeji-Thorne used to "
                "think, most of its will to live.</p>"
                "<p>She was an assistant cook then. One afternoon she put on a visitor’s badge, followed her own "
                "soup upstairs and watched what happened to it. A man with a drip in his right arm could not peel "
                "back the lid. A woman who had been told to eat was asleep, and the bowl went back full at half "
                "past. “I had been changing the recipe for years,” she says. “Nobody had ever changed the lid.”</p>"
            ),
        ),
        ("heading", {"text": "Counting the leftovers", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>What she did next was unglamorous. For a month the kitchen weighed every returned tray from four "
                "wards, with a note of what was left and why. Hardly any of the reasons were about taste. Bowls were "
                "out of reach. Lunch collided with the ward round. Bread came in plastic that beat arthritic hands. "
                "The soup itself was blamed in 31 of 412 notes, and 18 of those complained that it was too hot, "
                "which she framed. [1]</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "I had been changing the recipe for years. Nobody had ever changed the lid.",
                "attribution": "Rosamund Ikeji-Thorne, head cook, Port Aldous Infirmary",
            },
        ),
        (
            "paragraph",
            (
                "<p>The lids went first. Then the mugs: two handles, half the volume, offered twice. A volunteer now "
                "walks ahead of the trolley to raise beds and clear tables, a job with no title and a waiting list. "
                "Lunch on two wards moved to twenty past twelve, after a negotiation with the surgeons that she "
                "describes as “brief, on my side”.</p>"
            ),
        ),
        (
            "gallery",
            {
                "caption": "Basement to bedside, in three stops.",
                "images": [
                    {
                        "image": "table",
                        "alt": "Bowls of soup, fruit and sauce on a checked cloth",
                        "caption": "Eleven fifty: the tasting tray, one spoon each.",
                    },
                    {
                        "image": "portrait",
                        "alt": "Three illustrated portraits on coloured panels",
                        "caption": "The Thursday panel: a porter, a patient, a physiotherapist.",
                    },
                    {
                        "image": "citrus",
                        "alt": "Halved oranges, grapefruit and limes",
                        "caption": "Lemon, added at the last minute, does the work of a good deal of salt.",
                    },
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>And the soup? She did get round to it. It is leek and white bean, finished with lemon and "
                "blended to three thicknesses, so that people on the speech therapists’ textured diets get the same "
                "lunch as everyone else at the time everyone else gets it. [2] The dietitians set the limits and she "
                "works up to them.</p>"
                "<p>She will not say the food makes anybody better. “That is upstairs’ job.” What she has is a "
                "second month of notes, taken this spring, in which the bowls coming back full had fallen from 96 to "
                "41. [1] One reads, in full: <i>Finished. Is there more.</i> There was no question mark. She framed "
                "that too.</p>"
            ),
        ),
    ],
)
