"""Demo story: The woman who writes the wrong answers: a conversation with Hester Quill"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="quiz-setter-hester-quill",
    section="tv",
    kicker="Interview",
    kind="interview",
    headline="The woman who writes the wrong answers: a conversation with Hester Quill",
    standfirst=(
        "Anyone can set a question, says the chief setter of ‘Second Guess’. The craft is in the other three options."
    ),
    by=("ines-farrow",),
    hours_ago=339,
    lead="mic",
    lead_alt="A dark red studio microphone with a pattern of sound waves on either side.",
    lead_caption="Quill reads every option aloud before it goes in: “A lie has to scan.”",
    topics=("books", "radio"),
    body=[
        (
            "paragraph",
            (
                "<p>For fourteen series of <cite>Second Guess</cite>, contestants have been beaten by a retired "
                "cartographer in a back bedroom in Orlo. Hester Quill, 66, has written 31,000 wrong answers. She "
                "remembers most of them and regrets two. A selection, <cite>The Other Three</cite>, is "
                "published next "
                "month.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p><b>What makes a good one?</b></p>"
                "<p>It has to be somebody’s honest belief. I collect them. I sit on the number 12 bus with a "
                "notebook. If a man tells his grandson that spiders are insects with two extra, that’s worth a "
                "thousand pounds to me.</p>"
                "<p><b>And a bad one?</b></p>"
                "<p>A joke. As soon as they laugh at option C you’ve given them a one-in-three. Funny wrong "
                "answers are for hosts.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p><b>You drew maps for thirty years. Is there a connection?</b></p>"
                "<p>Every map-maker puts in one street that doesn’t exist, to catch the copyists. Mine was "
                "Quill’s Passage. There’s a café there now, in the sense that the café uses it as its address. So "
                "I’ve been careful ever since about what I make up.</p>"
                "<p><b>Which two do you regret?</b></p>"
                "<p>One turned out to be right. We had to bring the poor woman back and she’d already moved to "
                "Fenmoor in a temper. The other was too good. It was about how long a swan lives, and I’ve since "
                "heard it on the radio, twice, as a fact. I rang in. They didn’t believe me.</p>"
            ),
        ),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "<b>The neighbour.</b> True of the thing next to it.",
                    "<b>The schoolroom.</b> What they were taught, before it changed.",
                    "<b>The mirror.</b> Exactly backwards, and said with confidence.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p><b>Those are the three kinds?</b></p>"
                "<p>In that order, usually, with the truth moved about. I use a bag of tiles to place it. People "
                "think there’s a pattern. A gentleman wrote with a spreadsheet to prove that the answer is most "
                "often B. It is most often B, by nine. It’s a bag.</p>"
                "<p><b>Do you ever play at home?</b></p>"
                "<p>My husband does. I have to leave the room, because he watches my face.</p>"
            ),
        ),
    ],
)
