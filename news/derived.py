"""Keeping what stories derive from the tree true when the tree changes.

A story's section and visibility follow from the pages above it. Saving the
story derives them; moving, closing or unpublishing a section does not save the
stories below, so these functions write the columns for a whole subtree.
"""

from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from wagtail.models import Page, PageViewRestriction

from news.models import ArticlePage, ArticleTopic, Contribution, SectionPage
from news.syndication.story_months import refresh_all_months


def closed_paths():
    """Return the tree paths below which not everybody may read: of restricted pages and unpublished sections."""
    restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
    return {*restricted, *SectionPage.objects.filter(live=False).values_list("path", flat=True)}


def unlisted_paths():
    """Return the tree paths of the sections that keep their stories out of search engines."""
    return set(SectionPage.objects.filter(stories_noindex=True).values_list("path", flat=True))


def is_below(path, paths):
    """Whether a tree path is one of these, or lies below one."""
    return any(path.startswith(above) for above in paths)


def below_any(paths):
    """Return the condition that a page stands at one of these tree paths, or below one."""
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=[]))


@transaction.atomic
def refresh_subtree(page):
    """Derive section, date, visibility and listing of every story at or below ``page`` anew.

    Costs one statement for each section in the subtree and a few besides,
    whatever the number of stories. Rows that are true already are not written.
    """
    stories = ArticlePage.objects.descendant_of(page, inclusive=True)
    at_or_above = Q(path__startswith=page.path) | Q(path=page.path[: -page.steplen])
    for section in SectionPage.objects.filter(at_or_above).defer("front"):
        stories.child_of(section).exclude(section=section).update(section=section)

    closed = below_any(closed_paths())
    first_published = Subquery(Page.objects.filter(pk=OuterRef("pk")).values("first_published_at")[:1])
    public = stories.filter(live=True, first_published_at__isnull=False).exclude(closed)
    stories.filter(live=False, published_at__isnull=False).update(published_at=None)
    stories.filter(live=True).exclude(published_at=F("first_published_at")).update(published_at=first_published)
    stories.filter(is_public=True).exclude(pk__in=public.values("pk")).update(is_public=False)
    public.filter(is_public=False).update(is_public=True)
    unlisted = below_any(unlisted_paths())
    stories.filter(unlisted, section_noindex=False).update(section_noindex=True)
    stories.filter(~unlisted, section_noindex=True).update(section_noindex=False)
    _mirror(page)
    if not issubclass(page.specific_class or Page, ArticlePage):
        refresh_all_months()


def _mirror(page):
    """Copy date and visibility of the stories at or below ``page`` to their links."""
    story = ArticlePage.objects.filter(pk=OuterRef("article_id"))
    differs = ~Q(is_public=F("article__is_public")) | (
        Q(article__is_public=True) & ~Q(published_at=F("article__published_at"))
    )
    for model in (Contribution, ArticleTopic):
        model.objects.filter(differs, article__path__startswith=page.path).update(
            is_public=Subquery(story.values("is_public")[:1]), published_at=Subquery(story.values("published_at")[:1])
        )
