"""Demo story: ‘The Orchard Trust’: an inheritance drama with excellent apples"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="the-orchard-trust-review",
    section="reviews",
    kicker="TV review",
    kind="review",
    headline="‘The Orchard Trust’: an inheritance drama with excellent apples",
    standfirst=(
        "Palisade’s family saga is handsome and well acted. You can see the places where two more episodes used to be."
    ),
    by=("rafe-montague-eze",),
    hours_ago=604,
    fact_checked_by="ines-farrow",
    lead="citrus",
    lead_alt="Cut oranges, grapefruit, limes and lemons with a few blueberries on a peach ground.",
    lead_caption="Forty varieties are tasted in the first hour, and every other fruit is banned from the house.",
    poster="p-orchard",
    topics=("streaming", "books"),
    related=("six-episode-orders-analysis",),
    body=[
        (
            "paragraph",
            (
                "<p>Old Thaddeus Rook is going to leave his cider orchard to whichever of his children can "
                "name all "
                "forty varieties by taste. It is a wonderful way to begin: five adults in a cold barn with "
                "blindfolds on, lying about a russet. If the whole series had stayed in that barn I would be "
                "reaching for a fifth star.</p>"
                "<p>Cerys Olamide, adapting her own novel, writes siblings better than anyone at work. "
                "They interrupt in the "
                "right order. "
                "Femi Ladbrooke, as the son who stayed, and Astrid Quayle, as the daughter who says she did, have "
                "a fight about a stepladder in episode two that should be shown to trainee solicitors.</p>"
                "<p>Then it starts to hurry. A fête is mentioned and has already happened. Two cousins "
                "arrive, look "
                "significant and are not seen again. When the father leaves we are asked to feel the loss of a "
                "man we’ve known for the length of a bus ride. There is a dog in the title sequence and I watched "
                "to the end for the dog.</p>"
                "<p>What remains is worth six evenings. It looks like October throughout, smells of it "
                "very nearly, and "
                "has the decency to let its least likeable character be right about the drains.</p>"
            ),
        ),
        (
            "verdict",
            {
                "summary": "Superb company in a story that keeps looking at its watch.",
                "rating": "3.5",
                "scale": 5,
                "works": ["Sibling dialogue of the first pressing", "The blindfold tasting"],
                "fails": ["Six hours cut from eight, with the scars showing", "No dog"],
                "title": {
                    "type": "tv",
                    "name": "The Orchard Trust",
                    "year": 2026,
                    "creator_label": "Writer",
                    "creators": "Cerys Olamide",
                    "cast": "Femi Ladbrooke, Astrid Quayle, Ned Harkaway",
                    "details": [
                        {"term": "Episodes", "description": "Six"},
                        {"term": "Where to watch", "description": "Palisade"},
                    ],
                },
                "disclosure": "relationship",
                "disclosure_text": "The reviewer and Astrid Quayle were at university together and share a godson.",
            },
        ),
    ],
)
