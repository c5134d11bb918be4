"""Which pages everybody may open, as a condition for queries.

Wagtail's own `public()` asks for passwords and logins only; but below a section
that is not published nothing is public either (see `portal.routing`).
"""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Left
from wagtail.models import Page, PageViewRestriction

DEEPEST = 8
"""Levels of the tree that are looked at; the newsroom uses five, the root included."""


def way_down(path="path"):
    """Return the tree paths from the front page down to a page, itself included, as expressions for a subquery."""
    return [Left(OuterRef(path), Page.steplen * depth) for depth in range(2, DEEPEST + 1)]


def published(path="path"):
    """Return the condition that a page and every page above it are published."""
    return ~Exists(Page.objects.filter(live=False, path__in=way_down(path)))


def open_to_all(path="path"):
    """Return the condition that a page and every page above it are published and ask for no password or account."""
    return published(path) & ~Exists(PageViewRestriction.objects.filter(page__path__in=way_down(path)))
