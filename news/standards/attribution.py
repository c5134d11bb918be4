"""Rules about who stands by a story."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models.article_links import Contribution
from news.standards.findings import Level, Rule


def no_author(story, terms):
    """A story of ours has somebody who answers for it; what an advertiser paid for names the advertiser instead."""
    if not story.is_sponsored and not any(c.role in Contribution.AUTHOR_ROLES for c in story.contributions.all()):
        yield _("Nobody is named as its author.")


def no_responsible_editor(story, terms):
    """Somebody in the newsroom decided that the story goes out."""
    if not story.responsible_editor_id:
        yield _("No responsible editor is on record.")


def reviewer_among_authors(story, terms):
    """Who vouches for a story cannot have written it."""
    people = story.contributions.all()
    authors = {c.author_id for c in people if c.role in Contribution.AUTHOR_ROLES}
    if any(c.author_id in authors for c in people if c.role == Contribution.Role.REVIEWED):
        yield _("One person is named both as an author and as the medical reviewer.")


RULES = (
    Rule(
        "no-author",
        Level.BLOCKER,
        "contributions",
        gettext_lazy("A story names at least one author or photographer."),
        gettext_lazy("Readers and search engines judge a story by who answers for it."),
        no_author,
    ),
    Rule(
        "no-responsible-editor",
        Level.WARNING,
        "responsible_editor",
        gettext_lazy("The responsible editor is on record."),
        gettext_lazy("When something is wrong, the desk must know whom to ask."),
        no_responsible_editor,
    ),
    Rule(
        "reviewer-among-authors",
        Level.WARNING,
        "contributions",
        gettext_lazy("A medical reviewer is never an author of the same story."),
        gettext_lazy("Nobody can vouch for their own words."),
        reviewer_among_authors,
    ),
)
