"""Demo story: Ilse Varga-Monk: ‘The best cut I ever made was to leave it alone’"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="ilse-varga-monk-interview",
    section="film",
    kicker="Interview",
    kind="interview",
    headline="Ilse Varga-Monk: ‘The best cut I ever made was to leave it alone’",
    standfirst=(
        "The editor of ‘Salt Hour’ on working in the dark, firing a seagull and the eleven minutes she did not touch."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=98,
    edited_by="ines-farrow",
    lead="portrait",
    lead_alt="Three stylised portraits on yellow, red and teal panels; the middle one has closed eyes.",
    lead_caption="Varga-Monk listens to every scene with her eyes shut before she watches it.",
    topics=("salt-hour", "ilke-tamsin"),
    related=("salt-hour-review", "three-hour-drama-interval"),
    body=[
        (
            "paragraph",
            (
                "<p>The cutting room is a former dairy behind the Orlo fish market, and it is cold. Ilse "
                "Varga-Monk works in fingerless gloves. On the wall is a list headed <i>Things that survive</i>, "
                "in pencil, with more crossed out than left in.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p><b>How did you come to editing?</b></p>"
                "<p>By being bad at continuity. I was sacked from two productions for letting an actor change "
                "hands with a cup. Then somebody noticed that I could tell them exactly which frame he had done "
                "it in.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p><b><cite>Salt Hour</cite> has 341 cuts in three hours, which is very few. Was that the "
                "plan?</b></p>"
                "<p>Ilke shot it so that I couldn’t do much. She covers a scene from one place and goes to lunch. "
                "I was furious for a month. Then I saw that she had left me the decisions that matter: when to "
                "arrive and when to go.</p>"
                "<p><b>What did you take out?</b></p>"
                "<p>A seagull. It was in nine scenes and it was marvellous, a natural. People at the first "
                "screening asked what it symbolised. So I fired it.</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "If they ask what the seagull means, you haven’t got a scene. You’ve got a seagull.",
                "attribution": "Ilse Varga-Monk",
            },
        ),
        (
            "paragraph",
            (
                "<p><b>The last shot runs for eleven minutes. An editor might feel unnecessary.</b></p>"
                "<p>I chose the frame before it and the black after it. I spent five weeks on the black. It is "
                "two seconds and nine frames long. At two seconds flat people clapped, and I didn’t want them to "
                "have anywhere to put their hands.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p><b>You keep that list on the wall. What is the most recent thing on it?</b></p>"
                "<p>“A kettle, before.” I haven’t used it yet. It’s in the script for the next one, on page "
                "forty, and Ilke doesn’t know that I’ve noticed.</p>"
                "<p><b>Do you watch your films with an audience?</b></p>"
                "<p>I stand at the side and watch the shoulders. Faces are polite. Shoulders tell you when it’s "
                "too long.</p>"
            ),
        ),
    ],
)
