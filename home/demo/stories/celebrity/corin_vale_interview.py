"""Demo story: Corin Vale: ‘I have spent 20 years being the man who comes in with news’"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="corin-vale-interview",
    section="celebrity",
    kicker="Interview",
    kind="interview",
    headline="Corin Vale: ‘I have spent 20 years being the man who comes in with news’",
    standfirst=(
        "Messengers, constables, a horse’s solicitor: the actor on a life at the edge of the frame, and on ‘Salt "
        "Hour’, which put him in the middle."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=196,
    lead="coast",
    lead_alt="A red and white lighthouse at night, its beam across the sea, two people standing on the rocks.",
    lead_caption="Vale spent seven weeks on the rock, in a hut with one window and Teodor Blyth.",
    topics=("salt-hour", "ilke-tamsin", "cinemas"),
    related=("lomax-osei-share-statuette", "three-actors-one-role"),
    body=[
        (
            "paragraph",
            "<p>You have seen Corin Vale. You may not know when. In <cite>Upper Circle</cite> he brings the "
            "telegram; in the second series of a hospital drama he was the brother who waits by the lift. For one "
            "long summer he played the solicitor of a racehorse. He has a catalogue of entrances, he says, and "
            "almost no exits, because the camera generally stays with the person who has just been told.</p>",
        ),
        (
            "paragraph",
            "<p>“I have spent 20 years being the man who comes in with news,” he says, in a Port Aldous tea room "
            "where he has been given, without asking, the table behind the pillar. “It’s good work. You don’t "
            "carry the scene. You just make sure it can’t go on as it was.”</p>"
            "<p>Ilke Tamsin noticed. Her letter offering him Aldo, the elder brother in <cite>Salt Hour</cite>, "
            "had a single sentence in it: “This time nobody comes in.” He read it several times to be sure it was "
            "not for another Vale.</p>",
        ),
        (
            "figure",
            {
                "image": "cinema",
                "alt": "An audience in silhouette before a screen showing a low sun over violet hills.",
                "caption": "Vale saw the finished film once, from the back, and watched the audience.",
                "credit": "",
            },
        ),
        (
            "paragraph",
            "<p>The shoot took seven weeks on a rock with a decommissioned light. He and Teodor Blyth shared a "
            "hut and a paraffin stove, and by the third week, he says, they had stopped saying good morning and "
            "begun to nod like lodgers. Tamsin forbade them to run lines together. In the scene of the two mugs "
            "of tea, which the camera refuses to follow, Vale had no idea what Blyth was doing at the top of the "
            "stairs. He still hasn’t. “I’ve asked. He tells me it was mostly tea.”</p>",
        ),
        (
            "pull_quote",
            {
                "text": "It’s good work. You don’t carry the scene. You just make sure it can’t go on as it was.",
                "attribution": "Corin Vale, on two decades of messengers",
            },
        ),
        (
            "paragraph",
            "<p>He is 51 and grew up over a shoe repairer’s in Orlo, where people brought in things they had "
            "ruined and lied about how. He credits it with everything. A customer would put a heel on the counter "
            "and talk about the pavement, and his mother would wait. “She had the most terrible silence. They’d "
            "confess to dancing.” Aldo’s apologetic stoop is hers; the habit of holding a cup by the rim belonged "
            "to a customer.</p>"
            "<p>Offers have begun to arrive for leads. He has accepted one, and also a single day on a thriller, "
            "in which he knocks at a door and says that the car has been found. His agent wondered whether that "
            "was wise. “I told her I’d miss it,” says Vale. “And besides, they don’t know about the car.”</p>",
        ),
    ],
)
