"""Demo story: ‘Rooftop Season’: a town of lovely gables with nobody at home"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="rooftop-season-review",
    section="reviews",
    kicker="Game review",
    kind="review",
    origin="freelance",
    headline="‘Rooftop Season’: a town of lovely gables with nobody at home",
    standfirst=(
        "You can tile, paint and crown four hundred houses in this building game. You may begin to wish that "
        "someone would open a window."
    ),
    by=("rafe-montague-eze",),
    hours_ago=455,
    lead="tvwall",
    lead_alt="Dozens of small screens in a dark wall, showing suns, skylines, faces and coloured bars.",
    lead_caption="The same sunset, from many angles, is the game’s main reward.",
    poster="p-town",
    topics=("streaming", "port-aldous"),
    related=("nobody-owes-us-a-kitchen",),
    body=[
        (
            "paragraph",
            "<p>In my eleventh hour of <cite>Rooftop Season</cite> I put a cockerel on a chimney. It was a "
            "handsome bird. It turned in the wind, a bell rang, and the game awarded me a slightly larger "
            "cockerel.</p>"
            "<p>I don’t wish to be unkind about a thing so pretty. Gablework, a studio of five people in Fenmoor, "
            "has drawn the terraces above Port Aldous in plum and mustard, under a peach sky that never quite "
            "gets dark. You are the town’s roofer. You choose a slope, a tile and a finial; the camera swoops "
            "out; there is a hush, and some strings. For an evening it’s like stroking a cat.</p>",
        ),
        (
            "paragraph",
            "<p>Then you look for the people. There are lit windows, but no one crosses them. Requests arrive by "
            "letter (“Dear Roofer, might ours be pointier?”) from correspondents who’ve never seen it rain, since "
            "it doesn’t. No roof leaks here. None is ever blown off. I spent an hour trying to make a bad one, "
            "all gutters and no pitch, and the Widow Amble wrote to say that it was her dream.</p>"
            "<p>A game need not be hard, or have a plot, or contain one single orc. It should, I think, be able "
            "to tell whether I am there. At about house 200 I propped a book on the button that lays tiles and "
            "went to make soup. When I came back I had been appointed mayor.</p>",
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Houses to roof:</b> 400, in nine basic shapes",
                    "<b>Kinds of tile:</b> 86, of which the fish-scale is the one to have",
                    "<b>Residents met:</b> none",
                ],
            },
        ),
        (
            "paragraph",
            "<p>Some of this may be mended. The developer promises weather in the spring, and two of the letters "
            "hint at a feud over a shared gutter that I’d gladly have pursued to the courts. The score, for a "
            "string trio and someone knocking on slate, is a delight; I’ve had it on while typing.</p>"
            "<p>But you can feel the better game under the felt: one with a storm on the way, six roofs and time "
            "to fix four. I would play that until the cockerels came home.</p>",
        ),
        (
            "verdict",
            {
                "summary": (
                    "Beautiful to look at and soothing for an evening, but a building game in which nothing can "
                    "go wrong has little to build towards."
                ),
                "rating": "2",
                "scale": 5,
                "works": ["A gorgeous hillside", "The slate-and-strings score"],
                "fails": ["No weather, no people, no failure", "Four hundred houses where forty would do"],
                "title": {
                    "type": "game",
                    "name": "Rooftop Season",
                    "year": 2026,
                    "creator_label": "Developer",
                    "creators": "Gablework",
                    "cast": "",
                    "details": [
                        {"term": "Formats", "description": "Computer, handheld; streamed on Palisade"},
                        {"term": "Time played", "description": "19 hours"},
                        {"term": "Price", "description": "£22"},
                    ],
                },
                "disclosure": "screener",
                "disclosure_text": "The developer provided a code before release.",
            },
        ),
    ],
)
