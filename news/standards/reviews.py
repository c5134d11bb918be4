"""Rules about reviews."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.standards.findings import Level, Rule


def rating_without_title(story, terms):
    """A rating says what it rates."""
    for block in story.body:
        if block.block_type == "verdict" and block.value["rating"] is not None:
            title = block.value["title"] or {}
            if not (title.get("name") or "").strip() or not title.get("type"):
                yield _("It gives a rating, and does not name the reviewed title and what it is.")


def review_without_verdict(story, terms):
    """A review comes to a verdict."""
    if story.kind == story.Kind.REVIEW and not any(block.block_type == "verdict" for block in story.body):
        yield _("It is a review without a verdict.")


RULES = (
    Rule(
        "rating-without-title",
        Level.BLOCKER,
        "body",
        gettext_lazy("A rating names the reviewed title and what kind of work it is."),
        gettext_lazy("A number without its subject misleads readers, and search engines take it for spam."),
        rating_without_title,
    ),
    Rule(
        "review-without-verdict",
        Level.WARNING,
        "body",
        gettext_lazy("A review has a verdict."),
        gettext_lazy("It is what readers came for."),
        review_without_verdict,
    ),
)
