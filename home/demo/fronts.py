"""How the demo's editors composed its front page and one section front."""

from datetime import timedelta

from news.models import BreakingNews
from tests.builders import home_page, publish, stream

LEAD = "three-hour-drama-interval"
SECOND = ("sleep-regularity",)
TRENDING = (
    "lantern-awards-live",
    "resting-heart-rate",
    "glass-harvest-reels-found",
    "vitamin-c-supplement-winter",
    "three-actors-one-role",
)
REVIEWS = (
    "salt-hour-review",
    "harrow-lane-finale-review",
    "perihelion-review",
    "the-understudies-review",
    "upper-circle-review",
    "orchardists-year-review",
)
MEDIA = ("festival-stage-in-36-hours", "starting-to-run-after-50")
MOST_READ_IN_FILM = ("salt-hour-review", "second-films-finance-analysis", "upper-circle-review")


BREAKING = "Lantern Awards: ‘Salt Hour’ takes best screenplay as the Fenmoor ceremony runs late"


def announce(stories, since):
    """Put the demo's breaking news above every page for its first day."""
    story = stories["lantern-awards-live"]
    BreakingNews.objects.create(text=BREAKING, page=story, starts_at=since, ends_at=since + timedelta(days=1))


def compose_fronts(sections, topics, stories):
    """Compose the front page: hand-placed stories where editors would place them, the rest fills itself."""

    def picks(*slugs):
        return [{"story": stories[slug].pk, "headline": "", "picture": None} for slug in slugs if slug in stories]

    front = home_page()
    front.front = stream(
        [
            ("lead_package", {"picks": picks(LEAD, *SECOND), "size": 3, "latest": 10, "fill": True}),
            ("trending", {"heading": "", "picks": picks(*TRENDING)}),
            ("section_strip", {"source": sections["entertainment"].pk, "size": 7, "fill": True, "picks": []}),
            ("reviews_strip", {"source": sections["reviews"].pk, "size": 6, "fill": True, "picks": picks(*REVIEWS)}),
            ("media_strip", {"heading": "Screening room", "size": 4, "fill": True, "picks": picks(*MEDIA)}),
            (
                "evidence_strip",
                {
                    "source": sections["health"].pk,
                    "size": 5,
                    "checks_heading": "Evidence check",
                    "checks_size": 5,
                    "checks": [],
                    "questions": topics["ask-the-clinic"].pk,
                    "fill": True,
                    "picks": [],
                },
            ),
            ("opinion_strip", {"size": 3, "fill": True, "picks": []}),
        ]
    )
    publish(front)

    film = sections["film"]
    film.refresh_from_db()
    film.front = stream(
        [
            ("trending", {"heading": "Most read in Film", "picks": picks(*MOST_READ_IN_FILM)}),
            (
                "promo",
                {
                    "heading": "How we review",
                    "text": "Every review says who paid for the ticket, and what we could not see.",
                    "page": sections["reviews"].pk,
                    "button": "All reviews",
                    "colour": "velour",
                },
            ),
        ]
    )
    publish(film)
