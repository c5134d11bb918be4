"""Those who write about film, music, television and the stage."""

from home.demo.people.spec import DemoAuthor

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
]
