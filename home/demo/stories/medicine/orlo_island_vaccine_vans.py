"""Demo story: Orlo ferry carries vaccine fridges, and two nurses, to the outer islands"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="orlo-island-vaccine-vans",
    section="medicine",
    headline="Orlo ferry carries vaccine fridges, and two nurses, to the outer islands",
    standfirst=(
        "Four islands without a clinic will get a visit each month this winter, wind and the car deck permitting."
    ),
    by=("noor-castellane",),
    hours_ago=139.8,
    origin="wire",
    lead="coast",
    lead_caption="Skerrow light, a landmark on the crossing. Sailings stop when the wind passes gale force.",
    lead_alt="A red and white lighthouse on a rock at night, its beam over the sea and two figures beside it",
    topics=("vaccines", "medicines"),
    related=("how-a-vaccine-is-updated",),
    fact_checked_by="elin-marchetti",
    risk_class="A",
    body=[
        (
            "paragraph",
            (
                "<p>ORLO – A van carrying two fridges, a spare battery and a kettle rolled off the morning ferry at "
                "Skerrow, the first stop on a round that will bring routine and seasonal vaccines to four islands "
                "with no clinic of their own.</p>"
                "<p>About 1,930 people live on them. Since the last resident doctor retired in 2021, an appointment "
                "has meant a round trip of up to six hours. The Orlo health board puts the cost of the service at "
                "£86,000 for the winter, ferry fares included.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>“We tested the fridges on the roughest crossing in October,” said Ragna Dellaway, one of the two "
                "nurses. “They held. I did not.”</p>"
                "<p>A logger records the temperature of each fridge every five minutes, and doses that stray outside "
                "the range will not be used. Visits lost to weather are to be repeated within a week. The van also "
                "has a blood pressure machine, which on the first morning attracted the longer queue.</p>"
                "<p><i>Agency copy from Saltway Wire, prepared for publication by Noor Castellane.</i></p>"
            ),
        ),
    ],
)
