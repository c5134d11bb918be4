"""Those who write about health, those who review it, and those who are no longer here or never were staff."""

from home.demo.people.spec import DemoAuthor

AUTHORS = [
    DemoAuthor(
        slug="priya-anand-holt",
        name="Dr Priya Anand-Holt",
        job_title="Consultant in sleep medicine",
        short_bio=(
            "Priya is a consultant in sleep medicine in Fenmoor. She reviews our reporting on sleep and the heart, "
            "and sees patients four days a week."
        ),
        bio_html=(
            "<p>Priya is a consultant in sleep medicine at Fenmoor General, where she runs the sleep and breathing "
            "clinic. She reviews our reporting on sleep, the heart and the body clock for clinical accuracy and "
            "balance.</p>"
            "<p>She is paid a flat fee for each review, whatever she decides. She has declined to sign seven stories "
            "so far and keeps count.</p>"
        ),
        based_in="Fenmoor",
        covers="Sleep, breathing, heart rate",
        training="Specialist training in respiratory and sleep medicine, Fenmoor General",
        languages="English, Tamil, Hindi",
        credentials="MB BS, MD (Sleep Medicine)",
        registration_body="Fenmoor Medical Register",
        registration_number="FMR 204418",
        registry_url="https://fenmoor-medical-register.example/204418",
        speciality="Sleep medicine",
        country="Aldmere",
        expertise=("Sleep medicine", "Sleep apnoea", "Body clock", "Heart rate"),
        conflicts="none",
        profiles=(("Fenmoor General, sleep clinic", "https://fenmoor-general.example/sleep"),),
        email="priya.anand-holt@velourandtonic.example",
    ),
    DemoAuthor(
        slug="amara-solheim",
        name="Dr Amara Solheim",
        job_title="General practitioner",
        short_bio=(
            "Amara is a family doctor in Port Aldous. She reviews our stories on everyday illness and answers "
            "readers in Ask the clinic."
        ),
        bio_html=(
            "<p>Amara has been a family doctor in Port Aldous for sixteen years. She reviews our stories on everyday "
            "illness, mental health and movement, and answers readers’ questions in <i>Ask the clinic</i>.</p>"
            "<p>She teaches medical students to explain a risk without using a percentage sign.</p>"
        ),
        photo="a5",
        based_in="Port Aldous",
        covers="General practice, mental health, prevention",
        training="General practice training scheme, Port Aldous",
        languages="English, Norwegian, Igbo",
        credentials="MB ChB, Diploma in Family Medicine",
        registration_body="Fenmoor Medical Register",
        registration_number="FMR 187203",
        registry_url="https://fenmoor-medical-register.example/187203",
        speciality="General practice",
        country="Aldmere",
        expertise=("General practice", "Mental health", "Preventive medicine"),
        conflicts=(
            "Amara is a partner in a practice that is paid to give seasonal vaccines. She does not review stories "
            "about vaccines."
        ),
        profiles=(("Castle Quay Surgery", "https://castle-quay-surgery.example/team"),),
        email="amara.solheim@velourandtonic.example",
    ),
    DemoAuthor(
        slug="kiran-vasquez-lund",
        name="Dr Kiran Vasquez-Lund",
        job_title="Clinical pharmacist",
        short_bio=(
            "Kiran is a hospital pharmacist in Orlo. He reviews our reporting on medicines and vaccines and answers "
            "readers in Ask the clinic."
        ),
        bio_html=(
            "<p>Kiran leads the medicines information service at Orlo District Hospital, where the telephone is "
            "answered by a pharmacist and the most common first word is “sorry”. He reviews our reporting on "
            "medicines, vaccines and supplements.</p>"
            "<p>His doctorate was on why people stop taking tablets that work.</p>"
        ),
        photo="a3",
        based_in="Orlo",
        covers="Medicines, vaccines, safe use",
        training="Hospital pharmacy residency, Orlo District Hospital",
        languages="English, Spanish, Danish",
        credentials="MPharm, PhD (Clinical Pharmacy)",
        registration_body="Orlo Register of Pharmacists",
        registration_number="ORP 55127",
        registry_url="https://orlo-pharmacists.example/register/55127",
        speciality="Clinical pharmacy",
        country="Aldmere",
        expertise=("Clinical pharmacy", "Medicines safety", "Vaccine storage"),
        conflicts="none",
        profiles=(("Orlo District Hospital, pharmacy", "https://orlo-district-hospital.example/pharmacy"),),
        email="kiran.vasquez-lund@velourandtonic.example",
    ),
    DemoAuthor(
        slug="samira-okonjo-reyes",
        name="Samira Okonjo-Reyes",
        job_title="Registered dietitian",
        short_bio=(
            "Samira is a dietitian in Fenmoor. She reviews our food coverage and answers readers in Ask the clinic, "
            "usually in favour of the freezer."
        ),
        bio_html=(
            "<p>Samira is a dietitian who divides her week between a heart clinic in Fenmoor and a community kitchen "
            "that feeds two hundred. She reviews our food coverage and answers readers’ questions in <i>Ask the "
            "clinic</i>.</p>"
            "<p>She does not comment on the diets or bodies of named people, and neither do we.</p>"
        ),
        photo="a7",
        based_in="Fenmoor",
        covers="Nutrition, supplements, food labels",
        training="Clinical placements at Fenmoor General and Port Aldous Infirmary",
        languages="English, Igbo, Spanish",
        credentials="BSc Nutrition and Dietetics, RD",
        registration_body="Fenmoor Register of Dietitians",
        registration_number="FRD 9046",
        registry_url="https://fenmoor-dietitians.example/register/9046",
        speciality="Dietetics",
        country="Aldmere",
        expertise=("Dietetics", "Nutrition and heart disease", "Food labelling"),
        conflicts=(
            "Samira received a speaker’s fee from the Pantry Federation in 2023. She does not review stories about "
            "it or its members."
        ),
        profiles=(("Fenmoor Institute of Dietetics", "https://fenmoor-dietetics.example/members/okonjo-reyes"),),
        email="samira.okonjo-reyes@velourandtonic.example",
    ),
    DemoAuthor(
        slug="odile-wrenfield",
        name="Odile Wrenfield",
        job_title="Freelance features writer",
        short_bio=(
            "Odile wrote features for us for four years, on kitchens, ferries and other places where people wait."
        ),
        bio_html=(
            "<p>Odile wrote features for us as a freelance for four years, on kitchens, ferries and other places "
            "where people wait. She left to write a book about lighthouse keepers’ allotments.</p>"
            "<p>Her stories stay here under her name, and we answer for them.</p>"
        ),
        based_in="Port Aldous",
        covers="Features",
        training="Diploma in Newspaper Journalism, Port Aldous College",
        languages="English, Welsh",
        expertise=("Feature writing", "Food"),
        conflicts="none",
        former=True,
    ),
    DemoAuthor(
        slug="harbour-bell-studio",
        name="Harbour Bell Studio",
        job_title="Advertiser content, apart from the newsroom",
        short_bio="The studio writes for advertisers. Nobody in it reports, and nobody in the newsroom writes for it.",
        bio_html=(
            "<p>Harbour Bell Studio writes the pages that advertisers pay for. It sits on another floor, answers to "
            "the commercial director and sees no story before you do.</p>"
            "<p>What it writes says “Paid for by” at the top, on every list and in every feed.</p>"
        ),
        based_in="Port Aldous",
        covers="Advertiser content",
        expertise=("Advertiser content",),
        conflicts="The studio is paid by the advertisers whose pages it writes.",
        email="advertising@velourandtonic.example",
    ),
]
