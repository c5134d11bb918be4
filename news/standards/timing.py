"""Rules about when a story may be read."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.standards.findings import Level, Rule


def future_embargo(story, terms):
    """Nothing is public before its embargo ends, and no story is dated later than it appears."""
    if story.go_live_at and story.go_live_at > terms.at:
        yield _("Its embargo ends on %(moment)s.") % {"moment": _in_words(story.go_live_at)}
    if story.first_published_at and story.first_published_at > terms.at:
        yield _("Its date of publication, %(moment)s, has not come yet: schedule the story instead.") % {
            "moment": _in_words(story.first_published_at)
        }


def _in_words(moment):
    return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")


RULES = (
    Rule(
        "embargo",
        Level.BLOCKER,
        "first_published_at",
        gettext_lazy("No story is public before its embargo, nor dated in the future."),
        gettext_lazy("A broken embargo is the last one that we are trusted with; nobody can override this rule."),
        future_embargo,
        can_be_overridden=False,
    ),
)
