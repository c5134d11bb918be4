"""Demo story: The museum that asked its guards to hang the show"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="museum-guards-hang-the-show",
    section="culture",
    kicker="Museums",
    kind="feature",
    headline="The museum that asked its guards to hang the show",
    standfirst=(
        "What the people who watch paintings all day chose to put on the wall, and the masterpiece they voted, "
        "without malice, to leave in the basement."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=76,
    updated_hours_ago=60,
    edited_by="ines-farrow",
    lead="gallery",
    lead_alt=(
        "Three people stand in a bright gallery before framed landscapes and an abstract of circles and squares."
    ),
    lead_caption=(
        "The guards hung their choices a hand’s breadth lower than is usual, to suit visitors with children."
    ),
    topics=("museums", "port-aldous", "the-long-read"),
    related=("in-pictures-guards-exhibition",),
    body=[
        (
            "paragraph",
            "<p>Ask Hyacinth Obi how long she has spent with <cite>Evening, Ropewalk</cite> and she will work it "
            "out for you on her fingers: eleven years, four days a week, two hours a shift in Room Nine. "
            "Something over 4,000 hours. The painter took a fortnight. The curator who catalogued it tells me, a "
            "little pink, that she gave it an afternoon.</p>"
            "<p>Until this month nobody had asked Obi whether it was any good. She thinks it is, apart from the "
            "dog.</p>",
        ),
        ("heading", {"text": "Twenty-two curators in navy serge", "level": "h2"}),
        (
            "paragraph",
            "<p>The idea came out of a gap. A touring exhibition fell through, leaving the Port Aldous Municipal "
            "Gallery with three empty rooms and ten weeks. The director, Fabian Nwachukwu, was complaining about "
            "this in the corridor when a warder at the door remarked that she knew what she would put there. He "
            "asked her. It took 40 minutes, and he missed a train.</p>"
            "<p>All 22 members of the security staff were given a key to the stores, a day’s paid leave and two "
            "choices each. They could pick from 6,300 works, nine tenths of which have not been seen in a "
            "generation. Labels were to be their own. The education department offered to help with the writing "
            "and was thanked.</p>",
        ),
        (
            "fact_box",
            {
                "title": "The show in brief",
                "items": [
                    {"term": "Title", "description": "Please Do Not Lean"},
                    {"term": "Works", "description": "44, of which 31 had never been hung"},
                    {"term": "Chosen by", "description": "The 22 warders of Port Aldous Municipal Gallery"},
                    {"term": "Longest label", "description": "Nineteen words"},
                    {"term": "Admission", "description": "Free, closed on Mondays"},
                ],
            },
        ),
        ("heading", {"text": "What you notice after a thousand hours", "level": "h2"}),
        (
            "paragraph",
            "<p>There are no battles. Three warders said separately that they could not share a room with one "
            "again. There are a good many windows, a surprising number of people asleep, and a wall of skies "
            "without anything beneath them. Portraits have been picked for the hands. “Faces settle down,” says "
            "Ambrose Tilling, who has guarded Room Four since 2009. “You get used to a face. Hands are still up "
            "to something at closing time.”</p>"
            "<p>His label for a study of a glover, by an unknown follower of nobody in particular, reads in full: "
            "“He has counted them. There is one missing. Look at the left thumb.” I looked at the left thumb for "
            "ten minutes, and people formed a queue behind me to look at it as well.</p>",
        ),
        (
            "pull_quote",
            {
                "text": "Faces settle down. Hands are still up to something at closing time.",
                "attribution": "Ambrose Tilling, warder, Room Four",
            },
        ),
        ("heading", {"text": "The vote about the admiral", "level": "h2"}),
        (
            "paragraph",
            "<p>By general agreement the gallery’s great treasure is <cite>Admiral Quennell Receiving the "
            "Keys</cite>, three metres by four. It is on the mugs. It would ordinarily have had the end wall. The "
            "guards put it to a show of hands and sent it downstairs by 19 to three.</p>"
            "<p>This wasn’t spite, they insist. Visitors walk up to the Admiral, photograph him and leave, and "
            "for ten weeks the staff wished to see what would happen otherwise. What happened can be measured. "
            "The average visit to those rooms used to last nine minutes, by the turnstile. It now lasts 26.</p>",
        ),
        ("heading", {"text": "A chair, at last", "level": "h2"}),
        (
            "paragraph",
            "<p>Much of the show’s charm is in arrangements no designer would have made. Pictures hang low. "
            "Nothing shiny faces a window. In front of each group is a chair, of the plain sort that the warders "
            "have been asking for since about 1970, and a card which says that anyone at all may sit in it.</p>"
            "<p>On the opening night, the artist of the only living work in the show, an enamel of a bus shelter "
            "by Dorcas Mensah, made straight for hers and stayed there. She had sold the piece to the gallery in "
            "1994, she explained, and had visited eleven times to be told that it was in store.</p>"
            "<p>Attendance so far is 18,400, the best for any exhibition since the Admiral was cleaned. Nwachukwu "
            "has already asked the cleaners to do the spring. They have, he understands, strong views on "
            "frames.</p>",
        ),
        ("related", {"story": "in-pictures-guards-exhibition"}),
    ],
)
