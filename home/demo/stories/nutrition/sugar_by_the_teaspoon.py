"""Demo story: Dentists ask for sugar to be listed by the teaspoon"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="sugar-by-the-teaspoon",
    section="nutrition",
    headline="Dentists ask for sugar to be listed by the teaspoon",
    standfirst=(
        "The Guild of Dental Surgeons says grams mean little at the shelf, and has drawn a row of spoons to prove it."
    ),
    by=("elin-marchetti",),
    hours_ago=8.6,
    topics=("food-labels", "port-aldous"),
    fact_checked_by="noor-castellane",
    risk_class="A",
    sources=(
        DemoSource(
            kind="press_release",
            title="Spoons on the label: a shelf test with 1,204 shoppers",
            publisher="Guild of Dental Surgeons",
            year=2026,
            url="https://dental-guild.example/spoons",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Nine spoons, drawn side by side like cutlery in a drawer. That is how a bottle of fizzy orange "
                "would describe itself if the Guild of Dental Surgeons had its way.</p>"
                "<p>The guild has written to ministers asking that drinks, cereals and yoghurts state their added "
                "sugar in level teaspoons, next to the figure in grams. In a test it paid for, 1,204 shoppers in "
                "Fenmoor and Port Aldous were asked to rank four yoghurts. Of the 602 who saw today’s panel, 205 got "
                "the order right; of the 602 who saw spoons, 401 did. [1] The results have not been "
                "peer-reviewed.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>The Pantry Federation, which speaks for food makers, objects that teaspoons differ from kitchen "
                "to kitchen. “So do portions, and they print those,” replied Dr Leonie Strand-Okafor, the guild’s "
                "president, holding up two of each.</p>"
            ),
        ),
        ("related", {"story": "allergy-labels-consultation"}),
        (
            "paragraph",
            (
                "<p>The Food Information Authority said sugar was outside the scope of the labelling consultation it "
                "opened this week. “For now,” a spokeswoman added.</p>"
            ),
        ),
    ],
)
