"""Demo story: What happens at a first talking therapy appointment, by the clock"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="first-talking-therapy-appointment",
    section="mind",
    headline="What happens at a first talking therapy appointment, by the clock",
    standfirst=(
        "Fifty minutes, two chairs and more paperwork than you expect. A guide for anyone who has got "
        "as far as the booking page."
    ),
    by=("noor-castellane",),
    hours_ago=842.9,
    kicker="Explainer",
    kind="explainer",
    lead="portrait",
    lead_alt="Three illustrated portraits side by side, against yellow, red and teal panels.",
    lead_caption="Therapists vary as much as the people who come to see them, and you may ask to change.",
    topics=("mental-health", "medicines"),
    related=("walk-in-room-port-aldous", "cold-water-calm-head"),
    fact_checked_by="ines-farrow",
    reviewed_by="amara-solheim",
    review_days_ago=212,
    risk_class="C",
    sources=(
        DemoSource(
            kind="guideline",
            title="The first appointment: good practice in talking therapies",
            publisher="Council of Counselling Services",
            year=2025,
            url="https://counselling-council.example/first-appointment",
        ),
        DemoSource(
            kind="observational",
            title="Why people do and don’t come back: 640 new clients at 14 clinics",
            publisher="Fictional Reviews in Psychiatry, 6(3), 160–178",
            year=2024,
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>“People look for the couch,” says Oluchi Brandt-Mercer, who has worked as a therapist in Orlo for "
                "nineteen years. “I had one chap pat the windowsill.” What you are likely to find is two chairs of the "
                "same height, set at an angle so that nobody has to be stared at, and a clock both people can see.</p>"
                "<p>The first meeting is mostly an assessment. A therapist should tell you how confidentiality works "
                "and where it stops, ask what has brought you, check that you are safe and agree with you what "
                "happens next.[1]</p>"
            ),
        ),
        (
            "list",
            {
                "style": "bullet",
                "items": [
                    "<b>Minutes 0–10.</b> Forms, consent, and who would be told if you were in danger.",
                    "<b>Minutes 10–35.</b> What is going on, how long it has been going on, what you have tried.",
                    "<b>Minutes 35–45.</b> Sleep, drink, medicines, work, who is at home. Some of it feels nosy.",
                    "<b>Minutes 45–50.</b> A plan, or an honest statement that somebody else would suit you better.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>You will probably be asked whether you have thought about harming yourself or ending your life. "
                "Everyone is asked. The question does not put the idea in your head, and a truthful answer helps the "
                "therapist to help.</p>"
                "<p>It is common not to take to the first person you see. Of every 100 people starting at one group of "
                "clinics, 71 came back for a second session. Among the 29 who did not, 12 said they had got what they "
                "needed, nine had not liked the fit and eight had trouble with money, travel or time.[2]</p>"
            ),
        ),
        (
            "questions",
            {
                "title": "What people ask beforehand",
                "items": [
                    {
                        "question": "Do I have to talk about my childhood?",
                        "answer": (
                            "<p>No. Several kinds of therapy deal almost wholly with the present. Ask which is "
                            "on offer.</p>"
                        ),
                    },
                    {
                        "question": "What if I cry, or can’t say a thing?",
                        "answer": (
                            "<p>Both happen daily. Some people bring a note of three sentences and read it out, "
                            "which is "
                            "a perfectly good start.</p>"
                        ),
                    },
                    {
                        "question": "Will my employer find out?",
                        "answer": (
                            "<p>Not from the therapist, unless you agree. The exceptions are about serious risk "
                            "to you or "
                            "someone else, and should be explained at the beginning.</p>"
                        ),
                    },
                    {
                        "question": "Should I stop my tablets first?",
                        "answer": (
                            "<p>No. Therapy and medicine are often used together. Speak to whoever prescribes "
                            "them before "
                            "you change anything.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>You need not wait for an appointment. If you think you might act on thoughts of suicide or "
                    "self-harm, call your local emergency number or go to the nearest emergency department, and tell "
                    "someone who can stay with you. If low mood or worry has lasted more than two weeks, a doctor or "
                    "nurse can talk through the options.</p>"
                ),
            },
        ),
    ],
)
