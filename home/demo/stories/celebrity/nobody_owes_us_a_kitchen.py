"""Demo story: Nobody owes us a tour of their kitchen, least of all the famous"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="nobody-owes-us-a-kitchen",
    section="celebrity",
    kicker="Opinion",
    kind="opinion",
    origin="freelance",
    headline="Nobody owes us a tour of their kitchen, least of all the famous",
    standfirst=(
        "The house tour has become the rent that actors pay on their own faces. They might try being in arrears."
    ),
    by=("rafe-montague-eze",),
    hours_ago=222,
    topics=("streaming", "harrow-lane"),
    related=("corin-vale-interview",),
    body=[
        (
            "paragraph",
            "<p>There is a bowl of lemons. There is always a bowl of lemons. Somebody you last saw dying in a "
            "trench leans against eleven feet of pale stone and explains that this is really the heart of the "
            "home, and the eye goes, helplessly, to the lemons, which no one has ever cut.</p>"
            "<p>I have watched 40 of these films for the purposes of this column and I now know the worktops of "
            "people whose surnames I can’t recall. I could burgle half of <cite>Harrow Lane</cite> in the dark. I "
            "did not ask for this knowledge, and I have come to suspect that they did not much want to give "
            "it.</p>",
        ),
        (
            "paragraph",
            "<p>It goes like this. A series is about to start. The publicist has nine minutes of the star’s time "
            "to spend, and an interview is risky, since questions have edges. A kitchen has no edges; they have "
            "been bevelled. So the door is opened, the dog is placed, and the star is made to find her own larder "
            "delightful. I’m told there is a firm in Orlo that hires out the copper pans.</p>",
        ),
        ("divider", {}),
        (
            "paragraph",
            "<p>You will say that it is harmless. I think it does two kinds of damage. It teaches us that we know "
            "a person when we have only seen her shelves. And it makes the work the less interesting part: in the "
            "comments below one tour, beneath 200 inquiries about a tap, I found a single viewer asking what the "
            "series was about. He was told to look at the brackets.</p>"
            "<p>Contrast the late Hester Lisle, who gave interviews for half a century in the station buffet at "
            "Fenmoor, at a table she did not own, with a bun she did not finish. No one ever learnt the colour of "
            "her curtains. We had to make do with eleven great performances and a rude letter to the water "
            "board.</p>",
        ),
        (
            "paragraph",
            "<p>My proposal is modest. Let the next star who is asked for a tour offer one of a public library "
            "instead, or a bus. She may lean on it. She may say that it is the heart of the home. For a good many "
            "of her viewers she’d be closer to the truth, and there would be no lemons.</p>",
        ),
    ],
)
