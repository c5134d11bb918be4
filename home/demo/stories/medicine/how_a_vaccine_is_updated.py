"""Demo story: How a vaccine is updated, from the first sample to the fridge"""

from home.demo.spec import DemoSource, DemoStory

STORY = DemoStory(
    slug="how-a-vaccine-is-updated",
    section="medicine",
    headline="How a vaccine is updated, from the first sample to the fridge",
    standfirst=(
        "The recipe for a seasonal jab is rewritten most years. It begins with a swab in a surgery and ends, if "
        "all goes well, at five degrees."
    ),
    by=("noor-castellane",),
    hours_ago=74.3,
    kind="explainer",
    lead="cells",
    lead_caption="An updated vaccine shows the immune system a newer version of something it has met before.",
    lead_alt="Round cells in pink, gold and green, some with spiked edges, scattered over a pale background",
    topics=("vaccines", "medicines"),
    related=("orlo-island-vaccine-vans", "inside-the-lab-that-tests-labs"),
    edited_by="elin-marchetti",
    fact_checked_by="tobias-lindqvist-hale",
    reviewed_by="kiran-vasquez-lund",
    review_days_ago=6,
    risk_class="C",
    evidence="strong",
    evidence_note=(
        "The safety checks described here are required by law. How well a given update matches a given winter varies."
    ),
    sources=(
        DemoSource(
            kind="agency",
            title="Seasonal vaccines: how strains are chosen and released",
            publisher="Medicines Standards Agency",
            year=2026,
            url="https://medicines-standards.example/seasonal-vaccines",
        ),
        DemoSource(
            kind="trial",
            title="Immune response to an updated seasonal vaccine in 1,480 adults",
            publisher="Annals of Demonstration Medicine",
            year=2026,
            url="https://annals.example/2026/updated-vaccine",
        ),
        DemoSource(
            kind="observational",
            title="Seasonal vaccination and hospital admission in adults over 65, three winters",
            publisher="Annals of Demonstration Medicine",
            year=2025,
            url="https://annals.example/2025/three-winters",
        ),
        DemoSource(
            kind="interview",
            title="Interviews with surveillance, release and clinic staff",
            publisher="Velour & Tonic",
            year=2026,
        ),
    ),
    body=[
        (
            "key_points",
            {
                "items": [
                    "Updates replace the target of a vaccine and leave most of the recipe alone.",
                    "Strains are chosen about seven months before the first appointment.",
                    "Every batch is tested twice, by the maker and by an independent laboratory.",
                ],
            },
        ),
        (
            "paragraph",
            (
                "<p>It starts with a cough in Orlo. A girl of eight has a swab taken at her family’s surgery, one of "
                "90 that send a handful of samples each week to the national reference laboratory whether or not "
                "anyone is curious about them. Hers goes into a padded envelope. By Friday it is a line in a "
                "spreadsheet, 1,701 letters long. [4]</p>"
                "<p>Viruses that spread in winter change as they copy themselves. Most changes do nothing. Now and "
                "then one alters the part that the immune system has learned to recognise, and last year’s vaccine "
                "becomes a slightly worse likeness of this year’s problem.</p>"
            ),
        ),
        ("heading", {"text": "Choosing the likeness", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Every February a committee of fourteen meets for three days to decide what the autumn vaccine "
                "should contain. It has the sequences, the results of tests in which blood from vaccinated "
                "volunteers is mixed with newer strains, and reports from the opposite hemisphere, where winter has "
                "already happened. [1]</p>"
                "<p>“We are picking a photograph for a passport that will be used in eight months,” says Dr Solvei "
                "Marchbanks, who chairs it. “You would like the subject to sit still.” In four of the past ten "
                "seasons, by her own count, the choice was a close match; in two it was poor. [4]</p>"
            ),
        ),
        (
            "timeline",
            {
                "title": "One update, month by month",
                "events": [
                    {
                        "date": "Through the year",
                        "text": (
                            "Surgeries send routine swabs. The reference laboratory reads them and shares the results."
                        ),
                    },
                    {"date": "February", "text": "The committee chooses the strains."},
                    {"date": "March", "text": "Seed stock is prepared and checked."},
                    {"date": "April to July", "text": "Manufacture, in batches. Makers test each one."},
                    {
                        "date": "August",
                        "text": "The regulator’s laboratory repeats key tests and releases batches one by one.",
                    },
                    {"date": "September", "text": "Vans, fridges, appointments."},
                ],
            },
        ),
        ("heading", {"text": "Changing one part of the recipe", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>An update is closer to re-tuning an instrument than to building one. The factory, the method and "
                "nearly all the ingredients stay as they were when the vaccine was first licensed on the strength of "
                "large trials. What changes is the seed: the weakened, inactivated or partial copy of the virus that "
                "shows the body what to look for.</p>"
                "<p>Because so much is unchanged, the regulator does not ask for another trial with tens of "
                "thousands of people. It wants proof of manufacture to the same standard and, for some types, a "
                "smaller study. In the latest, 1,480 adults had blood taken before the jab and four weeks after it. "
                "Of those given the updated version, 1,214 reached the protective threshold the agency had set in "
                "advance. [2]</p>"
            ),
        ),
        (
            "embed",
            {
                "url": "https://vimeo.com/100000417",
                "title": "Packing a vaccine box, start to finish",
                "caption": "Two ice packs, one logger and a rule about lids, filmed at the Fenmoor depot.",
                "poster": "lab",
                "duration": "3 min 45 sec",
            },
        ),
        ("heading", {"text": "Testing, then testing somebody else’s tests", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>A batch is sampled at the start, middle and end of filling. The maker checks it for strength, "
                "purity and sterility. Samples then go to the agency’s own laboratory, which repeats the tests that "
                "matter most and does not see the maker’s answers until it has its own. [1]</p>"
                "<p>A failed batch is destroyed. Of 212 batches submitted last year, three were refused and five "
                "withdrawn by their makers. [1] None of the eight reached a clinic.</p>"
            ),
        ),
        (
            "figure",
            {
                "image": "lab",
                "alt": "A row of test tubes in a rack, most holding green liquid and two holding orange",
                "caption": (
                    "Release tests are run blind: the laboratory records its result before it opens the maker’s."
                ),
                "credit": "",
            },
        ),
        ("heading", {"text": "The last mile is a fridge", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Between the depot and your arm the enemy is temperature. Most seasonal vaccines must stay "
                "between two and eight degrees and must not freeze, so every box carries a logger that records the "
                "temperature every five minutes. If the line strays, the doses are set aside until a pharmacist has "
                "decided, usually against them.</p>"
            ),
        ),
        ("heading", {"text": "What an update can and can’t do", "level": "h2"}),
        (
            "paragraph",
            (
                "<p>Across three winters, 9 in every 1,000 vaccinated adults over 65 went into hospital with the "
                "illness, against 15 in every 1,000 who were unvaccinated. [3] That is 40 per cent fewer, or six "
                "people in every thousand. It was not a trial, and people who turn up for jabs may differ in other "
                "ways.</p>"
                "<p>Most people who have side effects report a sore arm or feel tired and achy for a day or two. "
                "Serious allergic reactions are very rare, and clinics are equipped to treat them.</p>"
            ),
        ),
        (
            "callout",
            {
                "title": "When to get help",
                "text": (
                    "<p>Call your local emergency number at once for trouble breathing, swelling of the face or "
                    "throat, or collapse after any vaccine. Tell the clinic beforehand about a past severe reaction, "
                    "and ask a doctor, nurse or pharmacist which vaccines you are offered if you are pregnant or "
                    "have a weak immune system.</p>"
                ),
            },
        ),
    ],
)
