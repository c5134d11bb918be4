"""Demo story: Inside the lab that tests other labs"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="inside-the-lab-that-tests-labs",
    section="medicine",
    headline="Inside the lab that tests other labs",
    standfirst=(
        "Every month it posts the same mystery sample to 400 hospitals. The hard part is not the chemistry. It "
        "is the telephone calls afterwards."
    ),
    by=("elin-marchetti",),
    hours_ago=199.2,
    kicker="The long read",
    kind="feature",
    lead="lab",
    lead_caption="One of these is a trick. The staff in Fenmoor know which, and are not allowed to say.",
    lead_alt="Test tubes standing in a dark rack, filled to different heights with green and orange liquid",
    topics=("the-long-read", "medicines"),
    related=("how-a-vaccine-is-updated", "hospital-cook-soup"),
    edited_by="noor-castellane",
    fact_checked_by="tobias-lindqvist-hale",
    risk_class="A",
    sources=(
        DemoSource(
            kind="interview",
            title="Two days at the Fenmoor Centre for Laboratory Comparison",
            publisher="Velour & Tonic",
            year=2026,
        ),
        DemoSource(
            kind="document",
            title="Annual report on external quality assessment",
            publisher="Fenmoor Centre for Laboratory Comparison",
            year=2026,
            url="https://laboratory-comparison.example/annual-report",
        ),
    ),
    body=[
        (
            "paragraph",
            (
                "<p>On the first Monday of the month a man called Piers Onwuachi-Bell seals the last of 400 "
                "identical cardboard boxes, walks to the end of the packing room and strikes a brass bell. Nobody "
                "can remember why. The bell means that the post van may come, and that for the next ten days no one "
                "in the building is allowed to know anything.</p>"
                "<p>Each box holds six small tubes of blood serum. On the outside is the address of a hospital. "
                "Inside, on a slip the size of a bus ticket, is the message that has made this place mildly feared "
                "in every pathology department in the country: <i>Please test as usual.</i></p>"
            ),
        ),
        ("heading", {"text": "The sample with no patient", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>When a doctor sends your blood to be tested, the number that comes back is trusted because "
                "somebody, somewhere, is checking the machine that produced it. Hospitals check their own every "
                "morning. The Fenmoor Centre for Laboratory Comparison exists for the harder question: would the "
                "hospital in the next town have given you the same answer?</p>"
                "<p>The only way to find out is to send everybody the same thing. Most months the six tubes hold "
                "serum pooled from volunteer donors, with known amounts of sugar, salts, hormones or medicines "
                "stirred in. One is usually a duplicate, labelled as if it were different, to catch anybody whose "
                "machine disagrees with itself. About once a year one is something else entirely. “A horse, in "
                "2019,” says the director, Dr Wilhelmina Sarpong-Leith. “Two hundred and six laboratories reported "
                "it as a person. We had a long talk with ourselves about what that proved.”</p>"
            ),
        ),
        (
            "audio",
            {
                "title": "Listen: the bell in the packing room",
                "text": "Piers Onwuachi-Bell rings out the month’s last box.",
                "file": "bell",
                "transcript": (
                    "<p>[Tape being pulled across cardboard.]</p>"
                    "<p><b>Piers Onwuachi-Bell:</b> That’s four hundred.</p>"
                    "<p>[Footsteps. One stroke of a brass bell, left to fade.]</p>"
                ),
            },
        ),
        ("heading", {"text": "Ten days of not knowing", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Results arrive by a form that cannot be edited once sent. A laboratory that thinks it has made a "
                "mistake must say so in a box marked <i>Remarks</i>, and the remarks are read aloud on Thursdays "
                "with the names removed. I heard three. One blamed a fridge. One blamed a colleague, then, in a "
                "second message, apologised to the colleague. The third said only: “We know. We found it an hour "
                "after pressing send.” [1]</p>"
            ),
        ),
        (
            "pull_quote",
            {
                "text": "A laboratory that never gets one wrong is a laboratory that has worked out which box is ours.",
                "attribution": "Dr Wilhelmina Sarpong-Leith, director",
            },
        ),
        (
            "paragraph",
            (
                "<p>That suspicion is built into the design. The tubes are meant to go through the ordinary queue, "
                "handled by whoever is on shift. A department that gives them to its best scientist on a quiet "
                "afternoon learns nothing except that it has a best scientist.</p>"
            ),
        ),
        (
            "gallery",
            {
                "caption": "A month in the building.",
                "images": [
                    {
                        "image": "lab",
                        "alt": "A rack of test tubes lit from behind",
                        "caption": "Mixing: every tube is weighed, because pipettes flatter their owners.",
                    },
                    {
                        "image": "cells",
                        "alt": "Pink, gold and green cells on a pale background",
                        "caption": "Checking: pooled serum is screened before anything is added.",
                    },
                    {
                        "image": "pills",
                        "alt": "Rows of tablets and capsules with one red capsule among them",
                        "caption": "Spiking: measured amounts of medicines go in last.",
                    },
                ],
            },
        ),
        ("heading", {"text": "What the numbers are for", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>For most tests, most laboratories agree. Last year 96 in every 100 results fell inside the "
                "limits that the centre regards as safe for patient care. The other four in 100 made up 5,412 "
                "results, and each of them was followed up. [2]</p>"
                "<p>Sorting them is the centre’s real craft. A result that is wildly out is usually a mislabelled "
                "tube. One that is slightly out, every month, in the same direction, is worth more, because nobody "
                "at the hospital can see it. The patients are all measured on the same machine. The drift looks like "
                "normal.</p>"
            ),
        ),
        ("heading", {"text": "The quiet failures", "level": "h3"}),
        (
            "paragraph",
            (
                "<p>It was a drift of that kind, three years ago, that led to the recall of a batch of test reagent "
                "used in 31 hospitals. No single site had noticed. On the centre’s chart they formed a neat little "
                "flotilla, sailing off to the left. The maker replaced the batch within nine days. The hospitals "
                "went back over 1,150 patients’ results and repeated 84 tests; in six cases the new figure led a "
                "doctor to change a treatment. [2]</p>"
                "<p>Dr Sarpong-Leith keeps the chart on her office wall. She is proud of it, and also of the calls "
                "that followed it, which she made herself, thirty-one of them, over two days. “You never begin with "
                "the number,” she says. “You begin by asking how they are.”</p>"
            ),
        ),
        ("divider", {}),
        ("heading", {"text": "The lab that tests the lab that tests labs", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>The obvious question is asked by every visitor, and the staff wait for it with the patience of "
                "people who work near a famous hill. Yes: somebody checks them. Twice a year an unmarked package "
                "arrives from a sister institute abroad with six tubes inside and a slip of paper.</p>"
                "<p>Onwuachi-Bell signs for it. He does not ring the bell. He takes the box upstairs, puts it at the "
                "back of the ordinary queue, and for ten days goes about with the expression of a man who has left "
                "the gas on.</p>"
            ),
        ),
    ],
)
