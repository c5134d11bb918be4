"""Demo story: ‘Harrow Lane’ set to stay standing after council agrees five-year lease"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="harrow-lane-street-lease",
    section="tv",
    kicker="TV",
    kind="news",
    headline="‘Harrow Lane’ set to stay standing after council agrees five-year lease",
    standfirst=(
        "Nine plywood house fronts in a Fenmoor tram depot have been granted planning permission, at the third attempt."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=84.2,
    edited_by="ines-farrow",
    lead="gallery",
    lead_alt="Visitors in an airy room looking at framed pictures on a cream wall.",
    lead_caption="The plans were on show at Fenmoor town hall for 28 days. Visitors were asked to use pencil.",
    topics=("harrow-lane", "museums"),
    related=("harrow-lane-finale",),
    body=[
        (
            "paragraph",
            (
                "<p>Fenmoor’s planning committee has voted by seven to four to keep the street where "
                "<cite>Harrow Lane</cite> was filmed, giving the makers a lease on the former tram depot until "
                "2031.</p>"
                "<p>The set’s permission lapsed when the eighth and last series stopped shooting. An "
                "application to keep "
                "it was refused in July over drainage, and again in September because the drawings showed doors "
                "that lead nowhere. The new drawings label them as walls.</p>"
                "<p>Councillor Bridget Osterley-Khan, who chairs the committee, declared at the start that she had "
                "seen every episode and had not enjoyed the portrayal. She then voted in favour. “It’s a good "
                "application,” she said. “I have read the documents.”</p>"
                "<p>Tours will run on Saturdays from March for up to 20 people. Number 17 is excluded from "
                "April to "
                "August, under a condition protecting swifts, and there will be no rain.</p>"
            ),
        ),
    ],
)
