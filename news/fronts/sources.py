"""The sections and topics from which the bands of a front take their stories."""

from dataclasses import dataclass, replace

from django.db.models import Exists, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

from portal.addresses import address_of
from portal.colours import desk_of
from portal.navigation import LINK_FIELDS, linked_pages_missing, remember_pages
from portal.prepared import Prepared
from portal.rows import Rows


@dataclass(frozen=True)
class Source:
    """One section or topic, as a band's heading shows it. ``closed`` is one that only some readers may see."""

    key: int
    title: str
    url: str
    path: str = ""
    is_section: bool = True
    desk: str = "entertainment"
    health: bool = False
    closed: bool = False
    children: tuple = ()

    @classmethod
    def of(cls, section):
        """Return the source of a SectionPage that is not live yet, for its preview."""
        return cls(key=section.pk, title=section.title, url="", path=section.path, desk=section.desk)

    def section_keys(self):
        """Return the keys of the section and of those below it."""
        return [self.key, *(child.key for child in self.children)]


def find_sources(keys, request=None, sections=None):
    """Return the live pages with these keys, and every section there is, as a dict of key to Source.

    One query, or none where all of them are among ``sections``, the pages of
    `sections_along`. Sections come along whether they are asked for or not: a
    heading shows its sub-sections, and a front that nobody composed shows them
    all. So do the pages of the navigation, where routing has had no need to fetch them.
    """
    linked = linked_pages_missing(request)
    at_hand = {page.pk for page in sections or ()}
    pages = sections if at_hand and at_hand.issuperset([*keys, *linked]) else _pages([*keys, *linked])
    if linked:
        remember_pages(request, pages)
    found = [
        Source(
            key=page.pk,
            title=page.title,
            url=address_of(page, request) or "",
            path=page.path,
            is_section=page.colour is not None,
            desk=desk_of(page.colour),
            health=bool(page.health),
            closed=bool(page.closed),
        )
        for page in pages
    ]
    return {source.key: _with_children(source, found) for source in found}


@Prepared
def _pages(keys):
    return _as_sources(Q(sectionpage__isnull=False) | Q(pk__in=keys)).only(*LINK_FIELDS)


def sections_along():
    """Return an annotation for pages: every section there is, as `find_sources` takes them."""
    return Rows(_as_sources(Q(sectionpage__isnull=False)), "id", *LINK_FIELDS, "colour", "health", "closed")


def _as_sources(condition):
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    along = {"colour": F("sectionpage__colour"), "health": F("sectionpage__health"), "closed": Exists(restrictions)}
    return Page.objects.live().filter(condition).annotate(**along).order_by("path")


def _with_children(source, found):
    below = [child for child in found if child.is_section and child.path[: -Page.steplen] == source.path]
    children = tuple(child for child in below if not child.closed)
    return replace(source, children=children) if children else source


def top_sections(sources):
    """Return the sections that stand below no other section, in the order of the tree."""
    paths = {source.path for source in sources.values() if source.is_section}
    tops = [source for source in sources.values() if source.path[: -Page.steplen] not in paths]
    return [source for source in tops if source.is_section and not source.closed]
