"""Demo story: ‘Harrow Lane’ ends where it began: on a doorstep, in the rain"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="harrow-lane-finale",
    section="tv",
    kicker="TV",
    kind="feature",
    headline="‘Harrow Lane’ ends where it began: on a doorstep, in the rain",
    standfirst=(
        "Eight years, one street and a finale that refuses to tidy up. The people who made it talk us "
        "through the last night."
    ),
    by=("ines-farrow",),
    hours_ago=49.5,
    edited_by="marguerite-oyelaran",
    fact_checked_by="tobias-lindqvist-hale",
    lead="tvwall",
    lead_alt="A wall of television sets of different sizes showing landscapes, faces and test patterns.",
    lead_caption="Sixty-four episodes, every one of them with weather in it.",
    topics=("harrow-lane", "the-long-read"),
    related=("harrow-lane-finale-review", "harrow-lane-street-lease"),
    body=[
        (
            "callout",
            {
                "title": "Spoilers ahead",
                "text": "<p>This article describes the last scene of <cite>Harrow Lane</cite> in full.</p>",
            },
        ),
        (
            "paragraph",
            (
                "<p>The rain is the last thing to arrive. It comes on a lorry at twenty past nine, four thousand "
                "litres of it, and is pumped up a scaffold behind number 22 by a man called Stoat who has been "
                "raining on this street since 2018. He would like it noted that he has never once wet the "
                "lamp post.</p>"
                "<p>Under the porch stands Leonie Castell, who plays Dot Amery, holding a removals box with the "
                "bottom taped. It is the same box. In the first minute of the first episode Dot stood here, "
                "soaked, with no key. Tonight she has the key. The whole of the ending is what she does with "
                "it, which is nothing at all.</p>"
            ),
        ),
        ("heading", {"text": "A street nobody wanted", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Maren Pellow wrote the pilot in 2016 for a different broadcaster, which asked for a murder. "
                "She added one, on page eleven, and in the next draft had the victim recover. Halyard bought it "
                "two years later for six episodes, on the condition that it cost no more than a gardening "
                "programme.</p>"
                "<p>The production rented a dead tram depot on the edge of Fenmoor and built nine house fronts "
                "out of plywood and donated doors. They were meant to last a summer. By the third series the "
                "postman had started delivering to them, and a family of swifts had taken number 17.</p>"
                "<p>“Everyone assumes we planned eight years,” Pellow says. “We planned a doorstep. I knew it was "
                "wet. I didn’t know who would be standing on the inside.”</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "coast",
                "alt": "A lighthouse at night sweeping a beam over dark water, with two figures on the rocks.",
                "caption": "Dot’s calendar: the lighthouse page stayed on the wall of number 22 for 64 episodes.",
                "credit": "",
            },
        ),
        ("heading", {"text": "The committee in the corner", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Every long story needs someone to push against. <cite>Harrow Lane</cite> found a planning "
                "committee. It first met in episode nine, to consider a dormer window, and sat in all but two of "
                "the episodes that followed. Hugo Penhallow was hired for a day to play Councillor Gorse. He "
                "brought his own stapler.</p>"
                "<p>“The note I was given was that Gorse is never wrong,” says Penhallow, who is kind and shy and "
                "is now booed in supermarkets. “He has read the documents. He is the only person on that street "
                "who has. It’s a terrible thing to be, if you think about it, and I tried not to.”</p>"
                "<p>Letters to the production ran four to one against him until the sixth series, when Gorse "
                "voted alone to save the depot wall. After that it was nearer evens, with a number of "
                "proposals.</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "He has read the documents. He is the only person on that street who has.",
                "attribution": "Hugo Penhallow on Councillor Gorse",
            },
        ),
        ("heading", {"text": "Four endings in a drawer", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The finale was written four times. In one version Dot opens the door and the house is full. "
                "In another she opens it and the house is empty, and we stay on the hall light. There was a "
                "funeral, dropped because the cast kept laughing, and a wedding, dropped because they did not.</p>"
                "<p>The fifth was written by accident. Castell, rehearsing in the wet, lost her grip on the box, "
                "set it down to change hands and sat on it. She looked at the street. Nobody called cut. The "
                "camera operator, Idris Falk-Yeo, thought it was in the script; the director, Sanna Brightholme, "
                "thought it was Castell’s idea; Castell’s knee had gone.</p>"
                "<p>“I sat down because it hurt,” she says. “And I looked along the road and thought, well, there "
                "they all are. I didn’t need to go in. She’d only ever wanted to be able to.”</p>"
                "<p>Pellow went back to her hotel and cut eleven pages.</p>"
            ),
        ),
        (
            "timeline",
            {
                "title": "Eight years on the Lane",
                "events": [
                    {"date": "2018", "text": "Six episodes are shot in nine weeks, in unscheduled rain."},
                    {"date": "2020", "text": "The committee approves the dormer. It is never built."},
                    {"date": "2023", "text": "Number 17 is closed to filming until the swifts have left."},
                    {"date": "2025", "text": "Pellow announces that the eighth series will be the last."},
                    {"date": "2026", "text": "Dot Amery sits down on a box."},
                ],
            },
        ),
        ("heading", {"text": "After the lorry left", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>They did it in two takes. The second was for safety and has a bus in it. What went out last "
                "weekend is the first, all three minutes and forty seconds, with the sound of the pump taken off "
                "and the rain left on. Halyard had asked for music. Pellow sent back the invoice for the water.</p>"
                "<p>When it was over, Stoat turned the valve and the street went quiet from the far end, house by "
                "house, as it does in life. Castell stayed where she was. Someone brought her a chair, and she "
                "pointed out that she had one.</p>"
                "<p>The box is going to the Port Aldous Museum of Trades. The key, it turned out when they "
                "catalogued it, has never fitted the door. It belongs to a bicycle shed at the depot, and the "
                "watchman would like it back.</p>"
            ),
        ),
    ],
)
