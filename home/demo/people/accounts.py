"""Who may sign in to the demo."""

from home.demo.people.spec import DemoUserSpec

USERS = [
    DemoUserSpec(username="admin", first_name="Aurelia", last_name="Stanhope-Ngo", role="administrator"),
    DemoUserSpec(
        username="editor",
        first_name="Lucian",
        last_name="Achterberg",
        role="section editor",
        section="entertainment",
    ),
    DemoUserSpec(
        username="health-editor",
        first_name="Benedikta",
        last_name="Rowe-Adjei",
        role="health editor",
        section="health",
    ),
    DemoUserSpec(
        username="reviewer",
        first_name="Priya",
        last_name="Anand-Holt",
        role="medical reviewer",
        author_slug="priya-anand-holt",
    ),
    DemoUserSpec(
        username="reporter",
        first_name="Ines",
        last_name="Farrow",
        role="reporter",
        author_slug="ines-farrow",
    ),
    DemoUserSpec(username="front-editor", first_name="Ilka", last_name="Moreau-Tan", role="homepage editor"),
    DemoUserSpec(username="picture-desk", first_name="Yara", last_name="Colquhoun-Bisset", role="picture desk"),
]
