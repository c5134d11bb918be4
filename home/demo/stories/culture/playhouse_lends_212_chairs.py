"""Demo story: Orlo Playhouse opens its props store to borrowers, starting with 212 chairs"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="playhouse-lends-212-chairs",
    section="culture",
    state="draft",
    headline="Orlo Playhouse opens its props store to borrowers, starting with 212 chairs",
    standfirst=(
        "Thrones, milking stools and a dentist’s recliner may be taken home for a fortnight. The skull is staying "
        "where it is."
    ),
    by=("ines-farrow",),
    hours_ago=61,
    lead="stage",
    lead_alt="Deep red curtains part on a bare stage where a single performer stands in the light.",
    lead_caption="The Playhouse has cleared its wings for the first time since the war.",
    topics=("theatre", "port-aldous"),
    related=("osei-sells-stage-coats",),
    body=[
        (
            "paragraph",
            "<p>Anybody with a library card from Orlo or Port Aldous will soon be able to sit on a throne at "
            "home. The Orlo Playhouse, which has run out of room for its own history, is to lend its stage "
            "furniture free of charge, in fortnightly loans, beginning with the chairs.</p>"
            "<p>There are 212 of these. They include eleven thrones, a set of bentwoods on which every student of "
            "a certain age has wept, and a dentist’s recliner bought for a farce in 1962 and never made to go "
            "down.</p>",
        ),
        (
            "paragraph",
            "<p>“They were built to be looked at from 20 metres, so please lower yourself,” advised the head of "
            "props, Septimus Arkwright, who has mended most of them more than once. Borrowers will be asked to "
            "note any wobble on a luggage label. Actors, he said, never do.</p>"
            "<p>Tables and lamps will follow in the summer if the chairs come back. Swords are under discussion "
            "with the insurers. A skull that has appeared in nine productions of the same tragedy is not for "
            "loan, having been left to the theatre on strict terms by its owner.</p>",
        ),
    ],
)
