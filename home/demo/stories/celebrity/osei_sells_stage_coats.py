"""Demo story: Bertrand Osei sells 61 stage coats to mend a drama school’s roof"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="osei-sells-stage-coats",
    section="celebrity",
    headline="Bertrand Osei sells 61 stage coats to mend a drama school’s roof",
    standfirst=(
        "The sale made £48,200, most of it for a garment with somebody else’s name in the collar. The rain should "
        "be out by Easter."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=812,
    fact_checked_by="ines-farrow",
    lead="stage",
    lead_alt="A cloaked figure at a microphone, caught in one beam between red stage curtains.",
    lead_caption="The velvet cloak from Osei’s first winter at the Lyric was the last lot of the evening.",
    topics=("theatre", "port-aldous"),
    related=("lomax-osei-share-statuette",),
    body=[
        (
            "paragraph",
            "<p>It rained during the auction, which did the auctioneer’s work for him. Bidders at the Fenmoor "
            "School of Acting moved their chairs twice to avoid the drips, and by the end of the evening had paid "
            "£48,200 for the 61 coats that Bertrand Osei has worn, outworn and quietly failed to return in 34 "
            "years on the stage.</p>"
            "<p>The money will buy slates. The school, where Osei trained on a borrowed bursary, has had buckets "
            "in its movement studio since the spring; second-year students had begun to work them into scenes.</p>",
        ),
        (
            "paragraph",
            "<p>The dearest lot, at £9,400, was a plum velvet cloak made for another actor, Emeric Thole, whose "
            "name is stitched inside. Osei put it on by mistake in his first season and got a laugh. He has never "
            "said where. “If I told you, you’d pay less,” he explained to the room.</p>"
            "<p>Two theatres asked for their property back and were persuaded to bid. The Orlo Playhouse "
            "recovered a greatcoat for £310. In the pocket, it reports, was a sandwich ticket for 1996.</p>",
        ),
    ],
)
