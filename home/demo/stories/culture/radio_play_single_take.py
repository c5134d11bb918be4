"""Demo story: The return of the radio play, recorded in a single take"""

from home.demo.spec import DemoCorrection, DemoStory

STORY = DemoStory(
    slug="radio-play-single-take",
    section="culture",
    kicker="Radio",
    kind="feature",
    headline="The return of the radio play, recorded in a single take",
    standfirst=(
        "Small casts, big weather and nowhere to hide: a harbour studio has stopped editing, and its listeners "
        "have stopped falling asleep."
    ),
    by=("ines-farrow",),
    hours_ago=124,
    edited_by="caspian-adeyemi",
    lead="mic",
    lead_alt="A large studio microphone in its cradle, with bars of sound rising and falling behind.",
    lead_caption="One microphone, six actors: whoever is speaking must be nearest.",
    topics=("radio", "port-aldous"),
    related=("three-actors-one-role", "library-of-unfinished-novels"),
    corrections=(
        DemoCorrection(
            kind="clarification",
            was_wrong=("This article described the plays as “live”, which some readers took to mean live broadcasts."),
            is_right=("The plays are recorded in one unedited take and go out two days later, on the Thursday."),
            hours_ago=90,
        ),
    ),
    body=[
        (
            "paragraph",
            "<p>Thirty-one minutes into <cite>The Ice Ledger</cite>, a kettle falls off a stool. It is not in the "
            "script. There is a silence, in which six actors can be heard deciding something, and then Leopold "
            "Nakata, playing a harbourmaster with a secret, says wearily: “And that, I suppose, was the last of "
            "the good kettles.” Nobody cut it. Nobody could have.</p>"
            "<p>For 15 months the drama unit at Harbour Radio in Port Aldous has recorded its plays from the "
            "first line to the last without stopping. If an actor dries, the audience hears it. If a ship sounds "
            "off the mole, there is a ship in the play.</p>",
        ),
        (
            "paragraph",
            "<p>It began as thrift. Tamar Wexcombe, who produces the series, lost her editing budget and was left "
            "with a studio, a Tuesday and one good microphone. “I told the cast we’d do it in a take and mend the "
            "worst of it later, and there wasn’t any later,” she says. The figures arrived a month on. People "
            "were staying to the end. “If an actor dries, the audience leans in,” says Wexcombe. “You can’t buy "
            "that, and I’d lost the budget anyway.” Letters came from listeners who had put the plays on to fall "
            "asleep and then lain there, cross, needing to know about the ledger.</p>",
        ),
        (
            "audio",
            {
                "title": "Listen: one bell, one take",
                "text": "Sound recordist Ola Brandvik on the hardest effect in The Ice Ledger, and how it is done.",
                "file": "bell",
                "transcript": (
                    "<p>[A handbell rings once.] That’s it, that’s the harbour bell. In the studio it is a small "
                    "brass handbell, and I stand eleven paces off, facing the wall, so that you hear the room "
                    "before the bell.</p>"
                    "<p>I have one chance at it. If I ring early the ship sinks in the wrong scene. [The bell "
                    "rings again, further away.] There. Everybody drowned on time.</p>"
                ),
            },
        ),
        (
            "paragraph",
            "<p>Writers have had to learn a new thrift too. A character who is about to enter must be given four "
            "seconds to cross the carpet. Nobody may eat anything crisp. Storms are popular, as they cover page "
            "turns, and Brandvik, who makes the noises, has asked for a play set in a library so that he can have "
            "one evening sitting down.</p>"
            "<p>The cast rehearses for two days and has a signal, a palm laid flat on the chest, for “I am lost, "
            "go round me”. Nakata has used it once. A nine-year-old, in her first part, went round him with two "
            "invented lines about herring, which the author has kept in the published text.</p>",
        ),
        (
            "pull_quote",
            {
                "text": (
                    "If an actor dries, the audience leans in. You can’t buy that, and I’d lost the budget anyway."
                ),
                "attribution": "Tamar Wexcombe, producer",
            },
        ),
        (
            "paragraph",
            "<p>A second season starts after the new year, with eight plays, and two other stations have asked "
            "for the method. Wexcombe sends them a card with three words on it: script, bell, Tuesday. The fallen "
            "kettle has been given a hook of its own by the studio door. It is down in the cast list of next "
            "season’s opener, and has a longer part.</p>",
        ),
    ],
)
