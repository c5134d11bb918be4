"""Demo story: ‘Salt Hour’: a lighthouse, two brothers and the best last shot of the year"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="salt-hour-review",
    section="reviews",
    kicker="Film review",
    kind="review",
    headline="‘Salt Hour’: a lighthouse, two brothers and the best last shot of the year",
    standfirst="Ilke Tamsin’s second feature barely raises its voice. By the end you may find you have lost yours.",
    by=("marguerite-oyelaran",),
    hours_ago=11.7,
    edited_by="ines-farrow",
    lead="coast",
    lead_alt="A striped lighthouse sweeps its beam across a night sea; two small figures stand on the rocks.",
    lead_caption="Aldo and Wren have until the thaw to leave the light.",
    poster="p-light",
    topics=("salt-hour", "ilke-tamsin", "lantern-awards"),
    related=("three-hour-drama-interval", "ilse-varga-monk-interview", "lantern-awards-live"),
    body=[
        (
            "paragraph",
            (
                "<p>There is a moment, about forty minutes into <cite>Salt Hour</cite>, when the younger brother "
                "climbs the lighthouse stairs carrying two mugs of tea and the camera declines to follow. We stay "
                "at the bottom. We hear the steps, the pause, the steps again. It is the most frightening thing I "
                "have watched this year, and nothing happens.</p>"
                "<p>Tamsin’s debut was praised for its restraint. This is something tougher: a film about two men "
                "who have run out of things to sell, waiting out the winter in a decommissioned light they can’t "
                "afford to heat. Corin Vale plays Aldo, the elder, as a man permanently about to apologise. Teodor "
                "Blyth gives Wren the eerie brightness of someone who has already decided to leave.</p>"
                "<p>What they do all day is maintain a machine that no longer has a purpose. They wind it, oil it "
                "and enter its hours in a book. Tamsin and her co-writer, Jon Ferriby, find in this a whole "
                "language of reproach. When Wren skips a line in the log, it lands like a slap.</p>"
            ),
        ),
        ("heading", {"text": "A house built on a pause", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The interval, at 94 minutes, is the best use of a break I’ve seen since cinemas brought them "
                "back. It falls on a closed door. When the lights went up in my screening nobody moved, and then "
                "everybody spoke at once.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "coast",
                "alt": "A lighthouse at night with two small figures on the rocks.",
                "caption": "The light was switched off in the winter the brothers were born.",
                "credit": "",
            },
        ),
        (
            "paragraph",
            (
                "<p>Ola Brandvik’s sound is a performance of its own. The sea is never simply loud: it comes up "
                "through the floor of the building, and by the second half you can tell the state of the tide "
                "with your eyes shut. Ada Lomax, as the sister who turns up with a solicitor’s letter and a bag "
                "of oranges, gets four scenes and leaves a dent in each.</p>"
                "<p>If there is a weakness it is that letter, read aloud in full, in a film that has otherwise "
                "trusted us to read faces. The coastguard who hears it has no other reason to be there.</p>"
                "<p>But then comes the last shot, one take, eleven minutes, from high water to low. I won’t "
                "describe it. Go on a big screen and sit near the front.</p>"
            ),
        ),
        (
            "verdict",
            {
                "summary": (
                    "A quiet, exacting family drama with two exceptional leads and an ending that justifies every "
                    "minute before it."
                ),
                "rating": "4.5",
                "scale": 5,
                "works": [
                    "Blyth and Vale, equally matched",
                    "Sound design you feel in your feet",
                    "An interval that earns its place",
                ],
                "fails": ["One letter too many", "A thinly written coastguard"],
                "title": {
                    "type": "movie",
                    "name": "Salt Hour",
                    "year": 2026,
                    "creator_label": "Director",
                    "creators": "Ilke Tamsin",
                    "cast": "Teodor Blyth, Corin Vale, Ada Lomax",
                    "details": [
                        {"term": "Writer", "description": "Ilke Tamsin, Jon Ferriby"},
                        {"term": "Runtime", "description": "2 hr 58 min, one interval"},
                        {"term": "Certificate", "description": "12, infrequent strong language"},
                        {"term": "In cinemas", "description": "From 27 November 2026"},
                        {"term": "Palisade", "description": "From 2 February 2027"},
                    ],
                },
                "disclosure": "screener",
                "disclosure_text": "Seen at a press screening arranged by the distributor.",
            },
        ),
    ],
)
