"""Demo story: Two lost reels of ‘The Glass Harvest’ found in a chapel roof near Orlo"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="glass-harvest-reels-found",
    section="film",
    kicker="Film",
    kind="news",
    origin="wire",
    headline="Two lost reels of ‘The Glass Harvest’ found in a chapel roof near Orlo",
    standfirst=("Builders lifting slates on a disused chapel came across the missing half-hour of a 1931 silent film."),
    by=("tobias-lindqvist-hale",),
    hours_ago=131,
    lead="",
    topics=("cinemas", "museums"),
    body=[
        (
            "paragraph",
            (
                "<p>ORLO (Coastwire) – Two reels of a silent film thought lost for nine decades have been "
                "recovered from the roof of a chapel outside Orlo, the National Moving Picture Archive said.</p>"
                "<p>The cans hold about 31 minutes of <cite>The Glass Harvest</cite>, a 1931 melodrama set among "
                "bottle-makers. The archive has held the rest since 1966, including an ending that has never "
                "made much sense.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>Roofer Danny Achebe-Morrow said he had taken the tins for paint. “One of them rattled and "
                "I don’t open things that rattle,” he told Coastwire. He rang the number on the lid, which had "
                "four digits.</p>"
                "<p>Archive conservator Lotte Sandgren said the stock was shrunken but legible. The chapel’s "
                "minister had run a picture club in the 1930s and is believed to have removed the reels because "
                "they contained dancing.</p>"
                "<p>A restored print could be shown in 2028, Sandgren said, funds permitting.</p>"
            ),
        ),
    ],
)
