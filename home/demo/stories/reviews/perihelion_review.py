"""Demo story: Ostara Vale’s ‘Perihelion’: a dazzling half an hour, then a long way home"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="perihelion-review",
    section="reviews",
    kicker="Album review",
    kind="review",
    headline="Ostara Vale’s ‘Perihelion’: a dazzling half an hour, then a long way home",
    standfirst=(
        "Her third album flies as close to the sun as pop gets this year, and spends the next 40 minutes "
        "describing the heat."
    ),
    by=("caspian-adeyemi",),
    hours_ago=33,
    edited_by="ines-farrow",
    lead="vinyl",
    lead_alt="A record on an orange turntable, seen from above, with a white arm resting near its label.",
    lead_caption="Four sides of vinyl: most listeners will wear out the first two.",
    poster="p-orbit",
    topics=("ostara-vale", "vinyl"),
    related=("ostara-vale-interview", "pressing-plant-works-at-night"),
    body=[
        (
            "paragraph",
            "<p>A comet spends most of its life being cold and dim a very long way from anything. Then it swings "
            "in, catches fire for a season, and everybody goes out on to the lawn. Ostara Vale has built an album "
            "on this principle, and the trouble with it as a plan is that she has also included the rest of the "
            "orbit.</p>"
            "<p>The approach, though. <cite>Perihelion</cite> opens with 20 seconds of somebody tuning a harp "
            "badly and goes straight into <cite>Falling Inward</cite>, four minutes of acceleration so well "
            "engineered that the drums appear to be running downhill. <cite>Kettle Moon</cite> rhymes “tangent” "
            "with “change in”, and earns it. By the time a choir of Fenmoor schoolchildren comes round the corner "
            "in <cite>Closest Approach</cite>, modulating as it comes, I had stopped writing notes and was "
            "standing up.</p>",
        ),
        (
            "paragraph",
            "<p>That is the 31st minute. There follow nine songs, six of them slow, in which the same melodies "
            "return at a lower temperature. The intention is clear enough: this is what comes after rapture, the "
            "washing-up of the soul. On paper it moved me. In the room I noticed that <cite>Aphelion I</cite> and "
            "<cite>Aphelion II</cite> are separated by another song purely, I think, so that one can tell.</p>"
            "<p>Vale’s voice holds it together. It has dropped since her debut and gained a grain, like a door "
            "that has begun to catch on the carpet, and she has the nerve to sing quietly with very little round "
            "her. On <cite>The Long Arm</cite>, with only an upright piano and a radiator, she comes close to "
            "making her case.</p>",
        ),
        (
            "pull_quote",
            {
                "text": "The drums appear to be running downhill.",
                "attribution": "On ‘Falling Inward’",
            },
        ),
        (
            "paragraph",
            "<p>The last track is 11 minutes long and fades for three of them. If you listen on headphones to the "
            "very end you’ll hear her put down the lid of the piano and say, distinctly, “There.” I admire an "
            "artist who knows where she wanted to get to. I have been back to the first half eight times.</p>",
        ),
        (
            "verdict",
            {
                "summary": (
                    "Thirty-one minutes of the most exhilarating pop of the year, attached to forty that only the "
                    "devoted will need."
                ),
                "rating": "3.5",
                "scale": 5,
                "works": [
                    "A flawless opening run of five songs",
                    "Vale’s darker, grainier voice",
                    "The school choir",
                ],
                "fails": ["Six slow songs in a row of nine", "Themes restated long after they have landed"],
                "title": {
                    "type": "album",
                    "name": "Perihelion",
                    "year": 2026,
                    "creator_label": "Artist",
                    "creators": "Ostara Vale",
                    "cast": "",
                    "details": [
                        {"term": "Label", "description": "Quince & Daughter"},
                        {"term": "Running time", "description": "71 minutes, 14 tracks"},
                        {"term": "Formats", "description": "Double vinyl, digital"},
                    ],
                },
                "disclosure": "screener",
                "disclosure_text": "The label supplied an advance copy. We bought the vinyl edition ourselves.",
            },
        ),
    ],
)
