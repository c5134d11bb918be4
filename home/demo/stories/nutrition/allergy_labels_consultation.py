"""Demo story: Regulator opens consultation on clearer allergy labels"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="allergy-labels-consultation",
    section="nutrition",
    headline="Regulator opens consultation on clearer allergy labels",
    standfirst=(
        "One box, one order and an end to the vague ‘may contain’: shoppers and food makers have twelve weeks to "
        "say what they think."
    ),
    by=("noor-castellane",),
    hours_ago=3.1,
    lead="table",
    lead_caption="The proposals would cover packaged food first, and dishes sold loose in a second stage.",
    lead_alt=(
        "A laid table seen from above, with a full plate, a bowl of fruit and three small dishes on a green "
        "checked cloth"
    ),
    topics=("food-labels", "port-aldous"),
    related=("sugar-by-the-teaspoon",),
    edited_by="elin-marchetti",
    fact_checked_by="tobias-lindqvist-hale",
    risk_class="A",
    sources=(
        DemoSource(
            kind="document",
            title="Clearer allergy information: a consultation",
            publisher="Food Information Authority",
            year=2026,
            url="https://food-information-authority.example/consultations/allergy-labels",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Anyone who has turned a packet of biscuits over by the light of a supermarket freezer knows the "
                "problem the Food Information Authority set out this week: the line that matters most is often the "
                "hardest to find.</p>"
                "<p>Its consultation proposes a single box for allergens, always in the same order and in type no "
                "smaller than the weight. A precautionary warning would have to name the ingredient and say how it "
                "might get in. “May contain traces” could no longer stand alone. [1]</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>“A warning printed on everything warns nobody,” said Henrike Aldous-Wynn, the authority’s "
                "director of labelling. When inspectors looked at 640 products last year, 371 carried a "
                "precautionary statement. For 118 of those, the maker could not say which step of production it "
                "referred to. [1]</p>"
            ),
        ),
        (
            "fact_box",
            {
                "title": "What would change",
                "items": [
                    {
                        "term": "Position",
                        "description": "One outlined box beside the ingredients, on the same face of the pack",
                    },
                    {
                        "term": "Wording",
                        "description": "“Made on a line that also packs sesame”, in place of “may contain”",
                    },
                    {"term": "New recipe", "description": "A dated flash on the front for six months"},
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>Small producers are wary. Gethin Pascoe-Lindt, whose bakery in Orlo employs nine people, puts "
                "the cost of new film at £4,000 a range. “I agree with every word,” he said, “and I would like two "
                "years to do it in.” The authority has suggested eighteen months.</p>"
                "<p>Nothing on the shelf changes yet. People who avoid an ingredient should go on reading the whole "
                "label every time, because recipes can change without a new wrapper.</p>"
            ),
        ),
    ],
)
