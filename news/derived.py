"""Keeping what stories derive from the tree true when the tree changes.

A story's section and visibility follow from the pages above it. Saving the
story derives them; moving a section or closing it does not save the stories
below, so these functions write the columns for a whole subtree.
"""

from django.db.models import Q
from wagtail.models import PageViewRestriction

from news.models import ArticlePage, ArticleTopic, Contribution, SectionPage


def restricted_paths():
    """Return the tree paths below which only some readers may look."""
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))


def refresh_subtree(page):
    """Derive section and visibility of every story at or below ``page`` anew.

    Costs a few statements for each section in the subtree, whatever the number
    of stories.
    """
    stories = ArticlePage.objects.descendant_of(page, inclusive=True)
    for section in SectionPage.objects.filter(Q(path__startswith=page.path) | Q(path=page.path[: -page.steplen])).defer(
        "front"
    ):
        stories.child_of(section).update(section=section)
    closed = Q(pk__in=[])
    for path in restricted_paths():
        closed |= Q(path__startswith=path)
    # MTI updates cannot filter on the parent's columns in one UPDATE on every database: keys first.
    closed_ids = list(stories.filter(closed).values_list("pk", flat=True))
    stories.filter(pk__in=closed_ids).update(is_public=False)
    open_ids = stories.exclude(pk__in=closed_ids).filter(live=True, published_at__isnull=False)
    ArticlePage.objects.filter(pk__in=list(open_ids.values_list("pk", flat=True))).update(is_public=True)
    _mirror(stories)


def _mirror(stories):
    for model in (Contribution, ArticleTopic):
        for visible in (True, False):
            ids = list(stories.filter(is_public=visible).values_list("pk", flat=True))
            model.objects.filter(article_id__in=ids).update(is_public=visible)
