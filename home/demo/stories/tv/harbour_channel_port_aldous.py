"""Demo story: The channel that shows only the harbour, and the people who cannot turn it off"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="harbour-channel-port-aldous",
    section="tv",
    kicker="TV",
    kind="feature",
    headline="The channel that shows only the harbour, and the people who cannot turn it off",
    standfirst=(
        "Channel 61 in Port Aldous has one camera, no presenter and a following that notices if a buoy is late."
    ),
    by=("ines-farrow",),
    hours_ago=262,
    fact_checked_by="caspian-adeyemi",
    lead="breath",
    lead_alt="A low red sun over flat teal water, with one swimmer and distant hills.",
    lead_caption="Sunrise on Channel 61 has outrated breakfast television in the town since March.",
    topics=("port-aldous", "streaming"),
    related=("quiz-setter-hester-quill",),
    body=[
        (
            "paragraph",
            (
                "<p>At 6.14 on Tuesday a gull walked across the bottom of the picture from left to right. Within "
                "ten minutes the harbour office had taken four calls. It was the wrong gull.</p>"
                "<p>Channel 61 began in 2009 as a test signal. An engineer pointed a camera at the water so that "
                "the transmitter would have something to carry, meaning to replace it with programmes, and the "
                "company that was to make the programmes went under. The licence has eleven years left. So has "
                "the camera, if nobody touches it.</p>"
            ),
        ),
        (
            "embed",
            {
                "url": "https://vimeo.com/100000001",
                "title": "Channel 61: one tide in ninety seconds",
                "caption": "The harbour on a spring tide, speeded up at the request of nobody who watches it.",
                "poster": "breath",
                "duration": "1 min 30 sec",
            },
        ),
        (
            "paragraph",
            (
                "<p>Some 38,000 people a week now look in for an hour or more, according to a survey the harbour "
                "board paid for when it was thinking of selling. They include a dentist who has it on the "
                "ceiling, the whole night shift at the bottling plant and Agnes Thorolf, 81, who keeps a log.</p>"
                "<p>“People say nothing happens,” says Thorolf, who is on her twenty-sixth notebook. “On the "
                "ninth of May a piano went out on the mail boat, and on the twelfth it came back.”</p>"
            ),
        ),
        (
            "block_quote",
            {
                "text": (
                    "We tried a caption with the time on it. There were letters. They felt they were being hurried."
                ),
                "attribution": "Joss Okereke, harbour board engineer",
            },
        ),
        (
            "paragraph",
            (
                "<p>Joss Okereke inherited the camera along with a ladder. His duties are to wipe the glass on "
                "the first of the month and to decide, in fog, whether to put up a sign saying that it is fog. "
                "He has decided against. Viewing rises in fog by about a tenth, and he thinks he knows why: it "
                "is the only time that everybody is waiting for the same thing.</p>"
                "<p>In January, Palisade offered the board £200,000 for the rights, with a plan to add highlights. "
                "The board asked the viewers. Of 2,911 replies, three were in favour, and one of those had "
                "misread the form.</p>"
            ),
        ),
    ],
)
