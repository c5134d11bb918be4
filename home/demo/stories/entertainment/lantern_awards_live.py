"""Demo story: Lantern Awards: ‘Salt Hour’ leads the field as winners are announced in Fenmoor"""

from home.demo.live_updates import lantern_awards_first, lantern_awards_second
from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="lantern-awards-live",
    section="entertainment",
    kicker="Awards",
    headline="Lantern Awards: ‘Salt Hour’ leads the field as winners are announced in Fenmoor",
    standfirst=(
        "The ceremony is running eleven minutes late, the orchestra has been moved to the balcony and best "
        "picture is still to come."
    ),
    by=("ines-farrow", "caspian-adeyemi", "tobias-lindqvist-hale"),
    hours_ago=3.0,
    edited_by="marguerite-oyelaran",
    lead="premiere",
    lead_alt="Searchlights cross above a cinema front where two people walk a red carpet between gold posts.",
    lead_caption="The Assembly Rooms in Fenmoor, where the Lanterns have been lit since 1961.",
    topics=("lantern-awards", "awards", "salt-hour", "ilke-tamsin"),
    related=("salt-hour-review", "three-hour-drama-interval", "lantern-arrivals-in-pictures"),
    live_state="live",
    body=[
        (
            "key_points",
            {
                "items": [
                    (
                        "Salt Hour has three awards from five nominations, including best screenplay for Ilke "
                        "Tamsin and Jon Ferriby."
                    ),
                    (
                        "Supporting performance was shared for the first time since 1998, by Ada Lomax and "
                        "Bertrand Osei."
                    ),
                    ("Night Ferry to Orlo, which began with seven nominations, has won two. Ansel Roake is not here."),
                    "Lead performance, direction and best picture are expected within the hour.",
                ]
            },
        ),
    ],
    updates=[*lantern_awards_first.UPDATES, *lantern_awards_second.UPDATES],
)
