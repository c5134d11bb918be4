"""The ends of new addresses: kept as they were wherever that is possible, and given twice below no page."""

import re
from urllib.parse import unquote

from django.urls import resolve
from django.utils.text import slugify
from wagtail.models import Page

from news.intake.on_disk import DiskMap
from portal.feed_links import FEED_SLUG
from portal.routing import TREE

LONGEST = 255
VALID = re.compile(r"[-\w]+")


def clean_slug(*candidates, longest=LONGEST):
    """Return the first of the texts that gives a slug, made into one; "" where none does.

    The first is a slug already and stays as it is where it is a valid one. What is too long ends after a whole word.
    """
    for number, candidate in enumerate(candidates):
        text = unquote(str(candidate)).strip().strip("/")
        slug = text if number == 0 and VALID.fullmatch(text) else slugify(text, allow_unicode=True)
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
        self._taken = DiskMap()
        self._known = set()

    def claim(self, parent, slug, *, at_root=False):
        """Return the slug, or the first of slug-2, slug-3 … that is free below the parent, and take it."""
        below = self._look_below(parent)
        number, free = 1, slug
        while below + free in self._taken or free == FEED_SLUG or (at_root and not _reaches_the_tree(free)):
            number += 1
            end = f"-{number}"
            free = f"{slug[: LONGEST - len(end)]}{end}"
        self._taken.add(below + free)
        return free

    def forget(self):
        """Ask the database anew: what was given away has not been written."""
        self._taken.clear()
        self._known.clear()

    def _look_below(self, parent):
        """Note what the database holds below a parent, once. Returns how the names of what stands there begin."""
        below = f"{parent.pk or parent.url_path}/"
        if below not in self._known:
            self._known.add(below)
            if parent.pk:
                children = Page.objects.child_of(parent).values_list("slug", flat=True)
                self._taken.update(f"{below}{slug}" for slug in children.iterator())
        return below


def _reaches_the_tree(slug):
    """Whether a page at the top would be found: some addresses there are the portal's own, such as /search/."""
    return resolve(f"/{slug}/").url_name == TREE
