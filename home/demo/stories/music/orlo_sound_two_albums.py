"""Demo story: Orlo Sound to release two albums on the same day in March"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="orlo-sound-two-albums",
    section="music",
    headline="Orlo Sound to release two albums on the same day in March",
    standfirst=(
        "One was made in a chapel, the other in a car park. The band will not say which to play first, and has "
        "asked shops not to guess."
    ),
    by=("caspian-adeyemi",),
    hours_ago=5.25,
    topics=("vinyl", "port-aldous"),
    related=("pressing-plant-works-at-night",),
    body=[
        (
            "paragraph",
            "<p>Orlo Sound will end a six-year silence with two albums rather than one. <cite>Nave</cite> and "
            "<cite>Level Four</cite> go on sale on the same Friday in March, at the same price and with the same "
            "running time, 38 minutes and 12 seconds.</p>"
            "<p>The first was recorded in a deconsecrated chapel outside Fenmoor; the second on the top deck of "
            "the Port Aldous multi-storey, between midnight and five, with the barriers down. Both contain the "
            "same ten songs. “We couldn’t agree which room was the right one,” said the singer, Philippa Dunmore, "
            "“and after a year of that it seemed rude to pick a winner.”</p>",
        ),
        (
            "paragraph",
            "<p>They will not be sold as a pair. Shops have been sent a card asking them to rack the albums at "
            "equal height, and Lowlight Pressing in Orlo has given them different-shaped sleeves, so that nobody "
            "on the night shift mixes them up.</p>"
            "<p>A tour begins in April. On even dates the band plays <cite>Nave</cite>, on odd dates <cite>Level "
            "Four</cite>. There are, as the drummer has noticed, more odd dates than even ones in May.</p>",
        ),
    ],
)
