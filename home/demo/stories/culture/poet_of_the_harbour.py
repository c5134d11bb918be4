"""Demo story: Port Aldous names its first poet of the harbour"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="poet-of-the-harbour",
    section="culture",
    headline="Port Aldous names its first poet of the harbour",
    standfirst=(
        "The post pays £6,000 and comes with a mooring. Its holder must read one poem a month to passing ships, "
        "at slack water."
    ),
    by=("ines-farrow",),
    hours_ago=9,
    fact_checked_by="marguerite-oyelaran",
    lead="coast",
    lead_alt="A lighthouse beam reaching over a calm night sea towards the edge of the frame.",
    lead_caption="Poems will be read from the old signal room, on the channel used for lost property.",
    topics=("port-aldous", "books", "radio"),
    related=("harbour-bands-pool-brass",),
    body=[
        (
            "paragraph",
            "<p>Ngaire Tolliver-Bassi talked ships through the Port Aldous narrows for 26 years as a tug "
            "dispatcher. From January she will read them verse. The harbour commissioners yesterday named her "
            "their first poet, from a field of 140, for a term of two years.</p>"
            "<p>She must write one poem a month and deliver it over marine radio at slack water, when pilots have "
            "a few minutes with nothing to hit. The text has to be understood through wind. “I’ve been doing "
            "short lines all my life,” she said. “If you put a subordinate clause on the radio, somebody goes "
            "aground.”</p>"
            "<p>Her trial piece, read to the pilot boat on a Tuesday, was four lines long:</p>",
        ),
        (
            "preformatted",
            {
                "text": "Slow ahead, grey ship.\n    The light you count by\n    counts you too.\nCome in.",
                "kind": "text",
            },
        ),
        (
            "paragraph",
            "<p>The appointment was not unanimous. One commissioner had wanted a dredger. The two will cost the "
            "same amount, it was pointed out, if the dredger is bought over 300 years.</p>"
            "<p>Tolliver-Bassi has published two collections, <cite>Over</cite> and <cite>Standing By</cite>. Her "
            "first official work, on the subject of fenders, is expected at 4.10am on New Year’s Day. Vessels are "
            "asked not to acknowledge.</p>",
        ),
        (
            "footnotes",
            {
                "items": [
                    "<p>Slack water is the short rest between two tides. At Port Aldous it lasts eleven minutes, on a "
                    "kind day.</p>",
                    "<p>The channel is number 12. Lost property moves to 14.</p>",
                ]
            },
        ),
    ],
)
