"""The people of the demo newsroom: who is named on its pages, and who may sign in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoAuthor:
    """One person with a public page.

    ``photo`` names a portrait in ``home/demo/art`` (``a1`` to ``a8``) or is
    empty. ``conflicts`` is ``"none"`` when the person declared that there are
    none, or the text of what they declared. Only clinicians carry credentials
    and a registration.
    """

    slug: str
    name: str
    job_title: str
    short_bio: str
    bio_html: str
    photo: str = ""
    based_in: str = ""
    covers: str = ""
    training: str = ""
    languages: str = ""
    credentials: str = ""
    registration_body: str = ""
    registration_number: str = ""
    registry_url: str = ""
    speciality: str = ""
    country: str = ""
    expertise: tuple = ()
    conflicts: str = "none"
    profiles: tuple = ()
    email: str = ""
    former: bool = False


@dataclass(frozen=True)
class DemoUserSpec:
    """One account of the demo. ``section`` is the desk that a role is limited to, where it is."""

    username: str
    first_name: str
    last_name: str
    role: str
    author_slug: str = ""
    section: str = ""


AUTHORS = [
    DemoAuthor(
        slug="marguerite-oyelaran",
        name="Marguerite Oyelaran",
        job_title="Film editor",
        short_bio=(
            "Marguerite is film editor. She has covered cinema for fourteen years, from projection booths to the "
            "Lantern Awards jury, and still prefers row F."
        ),
        bio_html=(
            "<p>Marguerite has covered cinema for fourteen years, from projection booths to the Lantern Awards jury. "
            "She edits our film coverage, writes the long read and still prefers row F.</p>"
            "<p>She began as a relief projectionist at the Alhambra in Port Aldous, where she learned to splice, to "
            "change reels in the dark and never to leave a sandwich near the rewind bench. Her reporting on the "
            "return of the interval followed 61 venues over one autumn.</p>"
        ),
        photo="a1",
        based_in="Port Aldous",
        covers="Film, exhibition, festivals",
        training="MA Film Studies, University of Fenmoor",
        languages="English, Yoruba, French",
        expertise=("Film criticism", "Cinema exhibition", "Film awards", "The films of Ilke Tamsin"),
        conflicts="Marguerite sat on the Lantern Awards jury in 2024. She does not review titles she voted on.",
        profiles=(
            ("Marguerite on Harbour Social", "https://social.example/@marguerite"),
            ("Fenmoor Film Critics’ Circle", "https://film-critics.example/members/oyelaran"),
        ),
        email="marguerite.oyelaran@velourandtonic.example",
    ),
    DemoAuthor(
        slug="tobias-lindqvist-hale",
        name="Tobias Lindqvist-Hale",
        job_title="Business reporter",
        short_bio=(
            "Tobias reports on the money behind entertainment and health: ticket prices, tenders, libraries with no "
            "budget and cinemas with too many seats."
        ),
        bio_html=(
            "<p>Tobias reports on the money behind entertainment and health. He reads annual reports for pleasure "
            "and company registers for work, and believes that most cultural arguments are about rent.</p>"
            "<p>Before joining in 2019 he spent six years on the shipping desk of a daily in Orlo, which taught him "
            "to distrust any figure without a date on it.</p>"
        ),
        photo="a8",
        based_in="Orlo",
        covers="Cinemas, publishing, the medicines market",
        training="BSc Economics, Orlo College of Commerce",
        languages="English, Swedish",
        expertise=("Entertainment business", "Cinema economics", "Medicines supply", "Company accounts"),
        conflicts=(
            "Tobias holds no shares in companies that he covers. His pension is in a tracker fund that he does not "
            "choose."
        ),
        profiles=(("Tobias on Harbour Social", "https://social.example/@tobias"),),
        email="tobias.lindqvist-hale@velourandtonic.example",
    ),
    DemoAuthor(
        slug="ines-farrow",
        name="Ines Farrow",
        job_title="Television critic",
        short_bio=(
            "Ines reviews television, reports on theatre and leads the live desk on awards nights. She has seen "
            "every episode of ‘Harrow Lane’, some of them twice."
        ),
        bio_html=(
            "<p>Ines reviews television, reports from rehearsal rooms and leads the live desk on awards nights. She "
            "has seen every episode of <i>Harrow Lane</i>, some of them twice and one of them on a ferry.</p>"
            "<p>She trained as a script reader in radio drama and still counts the doors in a scene.</p>"
        ),
        based_in="Fenmoor",
        covers="Television, stage, radio drama, awards",
        training="BA Drama, University of Fenmoor",
        languages="English, Portuguese",
        expertise=("Television criticism", "Theatre", "Radio drama", "Live coverage"),
        conflicts=(
            "Ines was a paid script reader for Fenmoor Radio until 2018. She does not review plays that she read for "
            "it."
        ),
        profiles=(("Ines on Harbour Social", "https://social.example/@ines"),),
        email="ines.farrow@velourandtonic.example",
    ),
    DemoAuthor(
        slug="caspian-adeyemi",
        name="Caspian Adeyemi",
        job_title="Music editor",
        short_bio=(
            "Caspian edits our music coverage. He writes about records, the rooms they are played in and the people "
            "who press them at three in the morning."
        ),
        bio_html=(
            "<p>Caspian edits our music coverage. He writes about records, the rooms they are played in and the "
            "people who press them at three in the morning. He was a session bass player for nine years and will "
            "tell you so only if asked.</p>"
            "<p>He compiles the albums of the month and keeps a list, now four notebooks long, of the best-sounding "
            "seats in the country.</p>"
        ),
        based_in="Port Aldous",
        covers="Albums, live music, vinyl, the recording industry",
        training="BMus Performance, Port Aldous Conservatoire",
        languages="English, Yoruba",
        expertise=("Music criticism", "Live sound", "Vinyl manufacture", "Festivals"),
        conflicts=(
            "Caspian receives small royalties from four albums made before 2016. He does not review the artists who "
            "made them."
        ),
        profiles=(("Caspian on Harbour Social", "https://social.example/@caspian"),),
        email="caspian.adeyemi@velourandtonic.example",
    ),
    DemoAuthor(
        slug="ottoline-brandt",
        name="Ottoline Brandt",
        job_title="Columnist",
        short_bio="Ottoline writes a weekly column about going out, staying in and the manners of both.",
        bio_html=(
            "<p>Ottoline writes a weekly column about going out, staying in and the manners of both. She was theatre "
            "critic of a Fenmoor evening paper for twenty-two years, until the evening was discontinued.</p>"
            "<p>Her collected columns, <i>Exit, Pursued by a Coat</i>, are out of print in two bindings.</p>"
        ),
        photo="a4",
        based_in="Fenmoor",
        covers="Theatre, culture, manners",
        training="Learned on the job, Fenmoor, 1989",
        languages="English, German",
        expertise=("Theatre", "Cultural comment"),
        conflicts="Ottoline is an unpaid patron of the Fenmoor Playhouse. She does not write about its programme.",
        email="ottoline.brandt@velourandtonic.example",
    ),
    DemoAuthor(
        slug="rafe-montague-eze",
        name="Rafe Montague-Eze",
        job_title="Columnist",
        short_bio=(
            "Rafe writes about wellness, work and the language used to sell us both. He owns one yoga mat and has "
            "made his peace with it."
        ),
        bio_html=(
            "<p>Rafe writes about wellness, work and the language used to sell us both. He spent a decade writing "
            "labels for other people’s tonics and has been making amends since.</p>"
            "<p>He gives opinion, not medical advice. His columns about health are read before publication by the "
            "health desk.</p>"
        ),
        photo="a6",
        based_in="Port Aldous",
        covers="Wellness, advertising, work",
        training="BA Linguistics, University of Fenmoor",
        languages="English, Igbo",
        expertise=("Wellness industry", "Advertising language"),
        conflicts=(
            "Rafe worked as a copywriter for food and supplement firms until 2017. He has no continuing contracts "
            "with them."
        ),
        profiles=(("Rafe on Harbour Social", "https://social.example/@rafe"),),
        email="rafe.montague-eze@velourandtonic.example",
    ),
    DemoAuthor(
        slug="elin-marchetti",
        name="Elin Marchetti",
        job_title="Health writer",
        short_bio=(
            "Elin writes about mental health and movement. She trained as a research nurse and edits the evidence "
            "check series."
        ),
        bio_html=(
            "<p>Elin writes about mental health and movement. She trained as a research nurse and edits the evidence "
            "check series, in which a claim is put beside the research and left to explain itself.</p>"
            "<p>She worked on hospital trials in Fenmoor for five years and has been counted, weighed and randomised "
            "herself in three of them. She no longer practises, and her stories that give advice are reviewed by a "
            "clinician who does.</p>"
        ),
        photo="a2",
        based_in="Fenmoor",
        covers="Mental health, exercise, evidence checks",
        training="BN Nursing and postgraduate certificate in clinical research, Fenmoor School of Nursing",
        languages="English, Italian, Norwegian",
        expertise=("Health journalism", "Clinical trials", "Mental health", "Exercise"),
        conflicts="none",
        profiles=(
            ("Elin on Harbour Social", "https://social.example/@elin"),
            ("Guild of Health Reporters", "https://health-reporters.example/members/marchetti"),
        ),
        email="elin.marchetti@velourandtonic.example",
    ),
    DemoAuthor(
        slug="noor-castellane",
        name="Noor Castellane",
        job_title="Health correspondent",
        short_bio=(
            "Noor reports on medicines, food and the bodies that regulate them. She reads the leaflet before she "
            "opens the packet."
        ),
        bio_html=(
            "<p>Noor reports on medicines, food and the bodies that regulate them. She has covered two changes to "
            "the food label, one recall of cough syrup and a long inquiry into hospital lifts.</p>"
            "<p>She reads the leaflet before she opens the packet, and cooks most of what she writes about.</p>"
        ),
        based_in="Port Aldous",
        covers="Medicines, vaccines, nutrition, regulation",
        training="MSc Science Communication, University of Fenmoor",
        languages="English, Arabic, Spanish",
        expertise=("Health journalism", "Medicines regulation", "Nutrition", "Vaccines"),
        conflicts="Noor’s brother is a hospital pharmacist in Orlo. She does not report on his employer.",
        profiles=(("Noor on Harbour Social", "https://social.example/@noor"),),
        email="noor.castellane@velourandtonic.example",
    ),
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
# Who writes for advertisers: never a name from the newsroom.
COMMERCIAL = ("harbour-bell-studio",)

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
    DemoUserSpec(username="picture-desk", first_name="Yara", last_name="Colquhoun-Bisset", role="picture desk"),
]
