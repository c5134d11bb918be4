"""Demo story: In pictures: ‘Please Do Not Lean’, the guards’ own exhibition"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="in-pictures-guards-exhibition",
    section="culture",
    kicker="In pictures",
    kind="gallery",
    headline="In pictures: ‘Please Do Not Lean’, the guards’ own exhibition",
    standfirst=(
        "Six works from the show that Port Aldous’s warders chose, with the labels they wrote and would not let "
        "anybody improve."
    ),
    by=("marguerite-oyelaran",),
    hours_ago=80,
    lead="gallery",
    lead_alt="A gallery wall with three framed pictures, two visitors close together and a third apart.",
    lead_caption="Room Two on the opening morning, before the chairs had been found.",
    topics=("museums", "port-aldous"),
    related=("museum-guards-hang-the-show",),
    body=[
        (
            "paragraph",
            "<p>Every label in the three rooms was written by the guard who chose the work. The rule was a limit "
            "of 20 words; the record for brevity is held by Room Eleven, where a still life of a lemon is "
            "captioned “No.” These are the six that visitors have asked for most often as postcards, and there "
            "are no postcards yet.</p>",
        ),
        (
            "gallery",
            {
                "caption": "Works and labels from Please Do Not Lean, Port Aldous Municipal Gallery.",
                "images": [
                    {
                        "image": "coast",
                        "alt": (
                            "A red and white lighthouse sweeping a beam across a dark sea, with two small figures."
                        ),
                        "caption": "Night Watch at the Mole, undated. “They are late. I have always thought so.”",
                    },
                    {
                        "image": "portrait",
                        "alt": "Three people in flat colour: dark glasses, closed eyes and a beard under a cap.",
                        "caption": "Three Sitters, 1971. “Only one of them heard the door.”",
                    },
                    {
                        "image": "table",
                        "alt": "A green checked table seen from above, laid with a full plate, bowls and cutlery.",
                        "caption": "Lunch, with Green Cloth. “Hung where you can’t see the café, out of kindness.”",
                    },
                    {
                        "image": "books",
                        "alt": "Crowded shelves of coloured books crossed by a slanting beam of light.",
                        "caption": ("The Reading Room, Fenmoor. “Four o’clock in February. I can tell from the dust.”"),
                    },
                    {
                        "image": "cinema",
                        "alt": "Rows of heads in the dark facing a screen on which a pale sun sets behind hills.",
                        "caption": "Matinee. “Find the one who isn’t watching. It took me six years.”",
                    },
                    {
                        "image": "stage",
                        "alt": "A figure alone in a spotlight, framed by heavy red curtains.",
                        "caption": "Second House, 1938. “She has forgotten the words and it’s all right.”",
                    },
                ],
            },
        ),
        (
            "paragraph",
            "<p>The exhibition continues for another seven weeks. Warders are on duty in the rooms they hung, and "
            "will talk about the pictures for as long as you like, provided you sit down.</p>",
        ),
    ],
)
