"""Demo story: The quiet press tour: why film stars are giving fewer, longer interviews"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="the-quiet-press-tour",
    section="celebrity",
    kicker="Analysis",
    kind="analysis",
    state="private",
    headline="The quiet press tour: why film stars are giving fewer, longer interviews",
    standfirst=(
        "Forty conversations in a hotel suite used to be the price of a premiere. Some distributors have found "
        "that six will do."
    ),
    by=("ines-farrow", "tobias-lindqvist-hale"),
    hours_ago=430,
    edited_by="marguerite-oyelaran",
    fact_checked_by="caspian-adeyemi",
    lead="tvwall",
    lead_alt="A wall of glowing screens in many sizes, showing faces, hills, test bars and concentric circles.",
    lead_caption="One answer, forty screens: the traditional press day filled them all with the same anecdote.",
    topics=("cinemas", "streaming", "salt-hour"),
    related=("corin-vale-interview", "nobody-owes-us-a-kitchen"),
    body=[
        (
            "key_points",
            {
                "items": [
                    "A typical press day has fallen from about 40 interviews to 15 in three years.",
                    "The shorter lists favour radio and print, where a conversation can run for an hour.",
                    "Small outlets lose most, and some have begun to share one interviewer.",
                ]
            },
        ),
        (
            "paragraph",
            "<p>The anecdote about the seagull was told 43 times. Zillah Diop knows because she was in the "
            "corridor with a stopwatch, as publicist on <cite>Night Ferry to Orlo</cite>, letting in a journalist "
            "every four minutes. “By lunchtime the seagull had a personality,” she says. “By six it was dead. The "
            "actor had killed it, in self-defence, somewhere around the thirty-fifth.”</p>"
            "<p>Diop, who now runs her own agency in Port Aldous, booked six interviews for her most recent "
            "client. The shortest lasted 50 minutes. None contained livestock.</p>",
        ),
        (
            "table",
            {
                "caption": "Press days for 24 wide releases handled by four agencies",
                "columns": [("text", "Measure"), ("number", "2023"), ("number", "2026")],
                "rows": [
                    ["Interviews given", "41", "15"],
                    ["Average length, minutes", "4", "26"],
                    ["Outlets quoting the interview", "58", "97"],
                    ["Cost of the day", "£22,000", "£9,500"],
                ],
                "source": "Agency schedules seen by Velour & Tonic, October 2026",
            },
        ),
        (
            "paragraph",
            "<p>The third row is the surprise. Fewer conversations are producing more coverage, since a long one "
            "throws off several things worth repeating and forty short ones throw off a seagull. The saving on "
            "hotel suites is welcome, but distributors interviewed for this article put it second.</p>"
            "<p>There is a cost, and it falls on people who were never in the suite for long. Regional papers and "
            "small podcasts used to get their four minutes. Barnaby Ncube of the <cite>Saltreach "
            "Advertiser</cite> has not spoken to a visiting actor since last winter.</p>",
        ),
        (
            "block_quote",
            {
                "text": (
                    "I grant you that mine was a terrible interview. It was the only one that asked him about the "
                    "bus station scene, which was filmed here, in our bus station."
                ),
                "attribution": "Barnaby Ncube, editor, the Saltreach Advertiser",
            },
        ),
        (
            "paragraph",
            "<p>Eleven local titles have answered by pooling. They send one reporter, in turn, with a list of "
            "eleven questions, and publish the transcript in full. Two agencies have accepted the pool so far. A "
            "third is considering it, on condition that nobody asks about the bus station.</p>",
        ),
    ],
)
