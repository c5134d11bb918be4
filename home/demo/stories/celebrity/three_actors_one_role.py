"""Demo story: Three actors, one role: inside the casting of ‘The Understudies’"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="three-actors-one-role",
    section="celebrity",
    kicker="Backstage",
    kind="feature",
    headline="Three actors, one role: inside the casting of ‘The Understudies’",
    standfirst=(
        "They rehearsed together for a year. Only one goes on each night, and until five past seven nobody, "
        "themselves included, knows who."
    ),
    by=("ines-farrow",),
    hours_ago=58,
    edited_by="marguerite-oyelaran",
    lead="portrait",
    lead_alt="Three flat portraits side by side on yellow, red and teal: two women and a bearded man in a cap.",
    lead_caption="Lisbet Corrigan-Amadi, Mirela Quist and Jonah Featherstay, in no order, by agreement.",
    topics=("theatre", "port-aldous", "the-long-read"),
    related=("the-understudies-review", "corin-vale-interview"),
    body=[
        (
            "paragraph",
            "<p>The teapot is brown, chipped and has not held tea since the spring. At 7.05pm Oonagh Mbeki, stage "
            "manager of the Port Aldous Lyric, carries it into the green room, where three people in identical "
            "grey overcoats are looking at anything else. She puts in her hand. Out comes one of three brass "
            "cloakroom tokens.</p>"
            "<p>“Eleven,” she says, and Mirela Quist gets up and goes to work. The other two breathe out, which "
            "is a different noise from relief.</p>",
        ),
        ("heading", {"text": "A part for one and a half people", "level": "h2"}),
        (
            "paragraph",
            "<p><cite>The Understudies</cite> concerns Vesper Hallam, who has spent 30 years in the wings "
            "learning other people’s lines. The director, Sunniva Achterberg, auditioned 94 actors and kept "
            "crossing out the wrong ones. “I had three names left and could give you an excellent reason against "
            "each,” she says. “Lisbet is too funny, Jonah is too young and Mirela frightens me. Then I saw that "
            "Vesper is all of those, depending on the weather.”</p>"
            "<p>So she engaged the three of them on one contract, at one salary each, for a single role. The "
            "producers objected to the sum until somebody pointed out that the production would never need an "
            "understudy.</p>",
        ),
        ("heading", {"text": "The year of the overcoat", "level": "h2"}),
        (
            "paragraph",
            "<p>Rehearsals lasted eleven months, an absurd luxury, paid for by Achterberg’s television work. "
            "Everything was learnt in triplicate. Each actor built a Vesper alone, then spent a fortnight playing "
            "somebody else’s, down to the limp that Jonah Featherstay had given his and now regretted. They took "
            "notes on one another. They were made to watch.</p>"
            "<p>“You discover what you do by seeing another person steal it,” says Lisbet Corrigan-Amadi. “I have "
            "a thing with my cuffs. I had no idea. Mirela did it for two weeks and I wanted to send the cuffs "
            "back.”</p>",
        ),
        (
            "pull_quote",
            {
                "text": "You discover what you do by seeing another person steal it.",
                "attribution": "Lisbet Corrigan-Amadi",
            },
        ),
        (
            "paragraph",
            "<p>What survived is a common skeleton, fixed to the half second so that the eight other players can "
            "rely on it, and a great deal of private flesh. The pause before the letter runs to four seconds in "
            "one performance and eleven in another. The supporting cast have learnt to dread and love the "
            "eleven.</p>",
        ),
        ("heading", {"text": "The two who don’t go on", "level": "h2"}),
        (
            "paragraph",
            "<p>Losers, a word nobody in the building uses, must stay. They sit until the curtain falls in "
            "dressing room six, in costume, with the play coming through a loudspeaker above the sink. By "
            "convention they don’t speak during the letter scene. Featherstay knits. Corrigan-Amadi has read the "
            "whole of a fourteen-volume history of canals.</p>"
            "<p>Twice the arrangement has been needed. In October Quist lost her voice in the second act, turned "
            "upstage with a handkerchief, and Corrigan-Amadi turned back. A good part of the audience assumed it "
            "was in the text. One critic praised the symbolism.</p>",
        ),
        (
            "block_quote",
            {
                "text": (
                    "Token 7 has been drawn nineteen times, 11 twenty-two times and 20 fifteen. I have been asked "
                    "to even it up. I have replied that I am a stage manager and not the weather."
                ),
                "attribution": "Oonagh Mbeki, show report, week seven",
            },
        ),
        ("heading", {"text": "Coming back for the other one", "level": "h2"}),
        (
            "paragraph",
            "<p>The Lyric’s 640 seats cannot be sold by name, because there is no name to sell. The box office "
            "dreaded this; in the event, one ticket in five now goes to somebody who has been already. A retired "
            "couple from Orlo have been nine times and seen Featherstay on eight of them. They are perfectly "
            "polite about it. They would like, they told the manager, to meet the ladies.</p>"
            "<p>All three are eligible for next year’s Lantern Awards, as a single performer. The academy has yet "
            "to rule on how many people may climb the steps. Achterberg says the matter is simple, and that she "
            "will bring the teapot.</p>",
        ),
        ("related", {"story": "the-understudies-review"}),
    ],
)
