"""The sections and topics from which the bands of a front take their stories."""

from dataclasses import dataclass, replace
from operator import attrgetter

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Exists, F, OuterRef
from django.db.models.functions import Cast
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

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


def find_sources(keys, request=None, along=()):
    """Return the live pages with these keys, and every section there is, as a dict of key to Source.

    One query, or none where all of them are among ``along``, the pages that came with
    a section by `sources_along`. Sections come along whether they are asked for or not: a
    heading shows its sub-sections, and a front that nobody composed shows them
    all. So do the pages of the navigation, where routing has had no need to fetch them.
    """
    linked = linked_pages_missing(request)
    at_hand = {page.pk for page in along}
    pages = along if at_hand and at_hand.issuperset([*keys, *linked]) else _pages([*keys, *linked])
    pages = sorted(pages, key=attrgetter("path"))
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
    named = Page.objects.order_by().filter(pk__in=keys).values("pk")
    return _as_sources(Page.objects.filter(pk__in=_every_section().union(named, all=True))).only(*LINK_FIELDS)


def sources_along():
    """Return annotations for sections: what their bands may take stories from, for `find_sources`.

    That is every section there is, and the topics that the bands name. The
    index of references knows those; where it does not, `find_sources` asks.
    """
    pages = ContentType.objects.get_for_model(Page)
    refers = {"base_content_type": pages, "object_id": Cast(OuterRef(OuterRef("pk")), CharField())}
    named = ReferenceIndex.objects.filter(to_content_type=pages, **refers)
    named = named.values(key=Cast("to_object_id", BigIntegerField()))
    every_section = Page.objects.filter(pk__in=_every_section())
    # Not of pages in general, and not both in one: SQLite would look at every page for that.
    topics = apps.get_model("news", "TopicPage").objects.filter(pk__in=named)
    fields = ("id", *LINK_FIELDS, "colour", "health", "closed")
    return {
        "every_section": Rows(_as_sources(every_section), *fields),
        "named_topics": Rows(_as_sources(topics, "page_ptr__sectionpage"), "page_ptr_id", *fields),
    }


def _every_section():
    return apps.get_model("news", "SectionPage").objects.order_by().values("pk")


def _as_sources(pages, as_section="sectionpage"):
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    shown = {"colour": F(f"{as_section}__colour"), "health": F(f"{as_section}__health")}
    return pages.live().annotate(**shown, closed=Exists(restrictions)).order_by()


def _with_children(source, found):
    below = [child for child in found if child.is_section and child.path[: -Page.steplen] == source.path]
    children = tuple(child for child in below if not child.closed)
    return replace(source, children=children) if children else source


def top_sections(sources):
    """Return the sections that stand below no other section, in the order of the tree."""
    paths = {source.path for source in sources.values() if source.is_section}
    tops = [source for source in sources.values() if source.path[: -Page.steplen] not in paths]
    return [source for source in tops if source.is_section and not source.closed]
