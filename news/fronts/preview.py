"""Made-up stories with which the bands of a front show themselves in the editor."""

from datetime import timedelta

from django.apps import apps
from django.utils.translation import gettext as _
from wagtail.models import Site

from news.fronts.compose import Band, Entry
from news.fronts.plan import default_heading
from portal import clock
from portal.colours import Colour

PLACES = {
    "lead_package": {"top": 4, "latest": 6},
    "evidence_strip": {"checks": 3, "stories": 3},
    "section_strip": {"stories": 5},
    "opinion_strip": {"stories": 3},
    "trending": {"stories": 5},
    "latest": {"stories": 6},
    "promo": {},
}


def sample_story(number, **fields):
    """Return a story that was never saved."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    story = apps.get_model("news", "ArticlePage")(
        title=_("A headline of about sixty characters that says what happened"),
        kicker=_("Section"),
        standfirst=_("One or two sentences that say what the story says."),
        published_at=clock.now() - timedelta(hours=number),
        url_path=f"{site.root_page.url_path if site else '/'}",
        **fields,
    )
    story.card_contributions = []
    return story


def sample_band(kind, value):
    """Return a band of the kind, with the words of the block's value and made-up stories."""
    places = PLACES.get(kind, {"stories": 4})
    story_fields = {
        "reviews_strip": {"review_title": _("A title"), "review_rating": 4, "review_scale": 5, "kind": "review"},
        "evidence_strip": {"evidence": "moderate"},
    }.get(kind, {})
    slots = {
        name: [Entry(sample_story(number, **story_fields)) for number in range(size)] for name, size in places.items()
    }
    words = {name: value.get(name) or "" for name in ("text", "url", "button", "colour", "checks_heading")}
    if kind == "evidence_strip":
        words["colour"] = Colour.TONIC
    return Band(kind, str(value.get("heading") or default_heading(kind)), slots, options=words)
