"""The ends of new addresses: kept as they were wherever that is possible, and given twice below no page."""

import re
from urllib.parse import unquote

from django.urls import resolve
from django.utils.text import slugify
from wagtail.models import Page

from portal.feed_links import FEED_SLUG
from portal.routing import TREE

LONGEST = 255
VALID = re.compile(r"[-\w]+")


def clean_slug(*candidates, longest=LONGEST):
    """Return the first of the texts that gives a slug, made into one; "" where none does. Valid ones stay as they are.

    What is too long ends after a whole word.
    """
    for candidate in candidates:
        text = unquote(str(candidate)).strip().strip("/")
        slug = text if VALID.fullmatch(text) else slugify(text, allow_unicode=True)
        if slug:
            return cut_on_word(slug, longest, "-")
    return ""


def cut_on_word(text, longest, space=" "):
    """Return a text of at most so many characters, cut between two words where there are any."""
    if len(text) <= longest:
        return text
    start = text[: longest + 1].rpartition(space)[0].rstrip()
    return start or text[:longest]


class Slugs:
    """Gives slugs away, knowing which are taken below each page. A dry run's pages are none of the database's."""

    def __init__(self):
        self._taken = {}

    def claim(self, parent, slug, *, at_root=False):
        """Return the slug, or the first of slug-2, slug-3 … that is free below the parent, and take it."""
        taken = self._below(parent)
        number, free = 1, slug
        while free in taken or free == FEED_SLUG or (at_root and not _reaches_the_tree(free)):
            number += 1
            end = f"-{number}"
            free = f"{slug[: LONGEST - len(end)]}{end}"
        taken.add(free)
        return free

    def forget(self):
        """Ask the database anew: what was given away has not been written."""
        self._taken.clear()

    def _below(self, parent):
        name = parent.pk or parent.url_path
        if name not in self._taken:
            children = Page.objects.child_of(parent).values_list("slug", flat=True) if parent.pk else ()
            self._taken[name] = set(children)
        return self._taken[name]


def _reaches_the_tree(slug):
    """Whether a page at the top would be found: some addresses there are the portal's own, such as /search/."""
    return resolve(f"/{slug}/").url_name == TREE
