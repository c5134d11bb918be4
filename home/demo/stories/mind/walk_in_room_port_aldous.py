"""Demo story: Port Aldous opens a walk-in mental health room above the bus station"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="walk-in-room-port-aldous",
    section="mind",
    headline="Port Aldous opens a walk-in mental health room above the bus station",
    standfirst=(
        "Room Six needs no referral and stays open until midnight. Its nurses hope to see people "
        "before a bad week becomes a crisis."
    ),
    by=("elin-marchetti",),
    hours_ago=298.5,
    kicker="Services",
    kind="news",
    lead="coast",
    lead_alt="A lighthouse shining across the sea at night, with two small figures on the rocks below.",
    lead_caption="Port Aldous, where the last bus leaves twenty minutes before Room Six closes.",
    topics=("mental-health", "port-aldous"),
    related=("first-talking-therapy-appointment",),
    edited_by="noor-castellane",
    risk_class="A",
    sources=(
        DemoSource(
            kind="document",
            title="Room Six: service plan and evaluation protocol",
            publisher="Port Aldous Community Health Trust",
            year=2026,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>Up one flight from bay six, past the left-luggage lockers, Port Aldous has opened a room where "
                "anybody over 16 can sit down with a mental health nurse without an appointment.</p>"
                "<p>Room Six is staffed from 4pm to midnight by two nurses and a support worker who has used such "
                "services herself. There are five armchairs and no reception desk. The health trust has funded it for "
                "18 months at a cost of £410,000, and the University of Fenmoor will measure whether it reduces "
                "late-night visits to the emergency department.[1]</p>"
                "<p>A similar room in Orlo took 1,140 visits in its first year. Of those, 96 led to an urgent referral "
                "the same night; most ended with a conversation, a plan and a phone call the next day.[1]</p>"
                "<p>“People told us they didn’t want to wait in a place that smelled of hospital,” said the nurse "
                "manager, Ngaio Fairweather-Bose. “This smells of buses, but they’re used to that.”</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>The room is not an emergency service. Anyone in immediate danger should call the local emergency "
                "number.</p>"
            ),
        ),
    ],
)
