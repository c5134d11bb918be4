"""Demo story: Subtitles on Halyard dramas to show speakers in colour again from spring"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="subtitle-speaker-colours-return",
    section="tv",
    kicker="TV",
    kind="news",
    state="in_review",
    headline="Subtitles on Halyard dramas to show speakers in colour again from spring",
    standfirst=("The broadcaster dropped the system in 2022 to match its app. Nearly 9,000 viewers asked for it back."),
    by=("ines-farrow",),
    hours_ago=57.5,
    lead="mic",
    lead_alt="A microphone on a stand between bars of sound in pink, plum and yellow.",
    lead_caption="Four colours will be used, in an order agreed with deaf viewers’ groups.",
    topics=("harrow-lane", "streaming"),
    body=[
        (
            "paragraph",
            (
                "<p>Halyard will restore coloured subtitles to its dramas in April, four years after replacing "
                "them with plain white to match the style of its app.</p>"
                "<p>White, yellow, cyan and green will be assigned to speakers in order of importance, as before, "
                "and will work on broadcasts and on catch-up. The change follows a petition of 8,940 names "
                "organised by Thandeka Roux, a retired court typist who began it after an episode of <cite>Harrow "
                "Lane</cite> in which the planning committee all talked at once.</p>"
                "<p>“There were six people in that room and I had one colour of sentence,” Roux said. “I thought "
                "Gorse had proposed to himself.”</p>"
                "<p>Halyard’s access editor, Milo Strand, said viewers would be asked to test the new decoder "
                "over the winter, and that the broadcaster had been wrong to treat the colours as decoration. "
                "Live programmes will follow in 2028.</p>"
            ),
        ),
    ],
)
