"""Demo story: Ada Lomax and Bertrand Osei to share one statuette, six months each"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="lomax-osei-share-statuette",
    section="celebrity",
    kicker="Lantern Awards",
    headline="Ada Lomax and Bertrand Osei to share one statuette, six months each",
    standfirst=(
        "The first tied acting prize since 1998 came with only one trophy. A handover is booked for May, at a "
        "motorway service station."
    ),
    by=("ines-farrow",),
    hours_ago=0.5,
    edited_by="caspian-adeyemi",
    lead="premiere",
    lead_alt="Two figures on a red carpet outside a theatre with a bright marquee, searchlights overhead.",
    lead_caption="The winners left the Fenmoor ceremony by the same door, each holding an end.",
    topics=("lantern-awards", "awards", "salt-hour"),
    related=("corin-vale-interview", "osei-sells-stage-coats"),
    body=[
        (
            "paragraph",
            "<p>Ada Lomax and Bertrand Osei have settled the custody of their Lantern. She will keep it until the "
            "end of May and he will have it from June, under a one-page agreement drawn up on the back of a "
            "seating plan and witnessed by the harpist.</p>"
            "<p>The pair tied for supporting performance, which had not happened since 1998. Only one statuette "
            "had been cast. On stage each insisted that the other take it, until Lomax proposed a saw and asked "
            "for the half with the lamp.</p>",
        ),
        (
            "paragraph",
            "<p>The academy’s secretary, Lucasta Brightmoor, said a second casting could be ready by spring, and "
            "that both winners had asked her not to bother. “They seem to be enjoying it,” she said. “I have "
            "requested only that it be insured in both houses.”</p>"
            "<p>The exchange is to take place at the services outside Saltreach, which lie 52 miles from her "
            "front door and 52 from his. Lomax has undertaken to bring sandwiches. Osei, asked where he would put "
            "the thing, said that he had a downstairs lavatory like everybody else.</p>",
        ),
    ],
)
