"""Demo story: Port Aldous puts a defibrillator within four minutes’ walk of every door"""

from home.demo.spec import DemoCorrection, DemoSource, DemoStory

STORY = DemoStory(
    slug="port-aldous-defibrillators",
    section="body",
    headline="Port Aldous puts a defibrillator within four minutes’ walk of every door",
    standfirst=(
        "The harbour town has fitted 241 cabinets on chip shops, chapels and a puppet theatre. Now it "
        "wants 5,000 residents to practise."
    ),
    by=("noor-castellane",),
    hours_ago=447.3,
    updated_hours_ago=430.5,
    kicker="Heart health",
    kind="news",
    lead="heart",
    lead_alt="A pulse line crossing the nested outlines of a heart, pale on dark green.",
    lead_caption="Each cabinet holds a machine that speaks its instructions aloud.",
    topics=("heart-health", "port-aldous"),
    related=("resting-heart-rate",),
    fact_checked_by="elin-marchetti",
    risk_class="A",
    sources=(
        DemoSource(
            kind="agency",
            title="Public defibrillators in Port Aldous: final report of the cabinets programme",
            publisher="Port Aldous Town Council",
            year=2026,
            url="https://port-aldous-council.example/cabinets",
        ),
    ),
    corrections=(
        DemoCorrection(
            kind="correction",
            was_wrong="An earlier version said that 214 cabinets had been fitted.",
            is_right="The council has fitted 241.",
            hours_ago=430.5,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>The last of 241 yellow cabinets was screwed to the wall of a puppet theatre in Netmakers’ Row, "
                "Port "
                "Aldous, and with it the town says no address is more than four minutes’ walk from a "
                "defibrillator.[1]</p>"
                "<p>The programme took three years and cost £386,000, paid from the levy on cruise ships. Last year 63 "
                "people in Port Aldous had a cardiac arrest outside hospital. A bystander fetched a machine for 11 of "
                "them.[1]</p>"
                "<p>“We had the boxes in the wrong places, mostly indoors, mostly locked by six,” said Councillor "
                "Benedikt Amoah-Lisle. “Hearts don’t keep office hours.”</p>"
                "<p>The town now hopes to train 5,000 of its 38,000 residents in half-hour sessions, the first in the "
                "fish market. Trainers repeat one sequence: if someone collapses and isn’t breathing normally, call "
                "the "
                "emergency number, start chest compressions and send somebody else for the cabinet. The call handler "
                "gives the code.</p>"
            ),
        ),
        (
            "paragraph",
            ("<p>The theatre’s puppeteers have already had theirs. They practised, they stressed, on a dummy.</p>"),
        ),
    ],
)
