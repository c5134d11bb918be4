"""Navigation of the publication, resolved to addresses with one query for all its pages."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Q
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.addresses import address_of
from portal.page_cache.tags import fresh_until, tag
from portal.site_settings import Publication


@dataclass(frozen=True)
class NavigationLink:
    """One link. ``current`` is the value of aria-current: "page", "true" (an ancestor) or ""."""

    label: str
    url: str
    colour: str = "velour"
    current: str = ""
    children: tuple = ()


@dataclass(frozen=True)
class Notice:
    """The line above every page. ``severity``: 1 notice, 2 breaking, 3 emergency; ``url`` may be ""."""

    text: str
    severity: int
    url: str
    since: datetime


@dataclass(frozen=True)
class NavigationTree:
    """Every link that stands around a page of the publication. ``above`` leads down to it from the front."""

    bar: tuple = ()
    menu: tuple = ()
    columns: tuple = ()
    small_print: tuple = ()
    groups: tuple = field(default=())
    above: tuple = ()
    notice: Notice | None = None

    def without_way(self):
        """Return the links that every page near this one has in common with it."""
        return replace(self, above=())


def _page_ids(raw):
    """Return the ids of all pages named anywhere in the raw data of navigation blocks."""
    if isinstance(raw, list):
        return [page_id for item in raw for page_id in _page_ids(item)]
    if not isinstance(raw, dict):
        return [raw] if isinstance(raw, int) and not isinstance(raw, bool) else []
    return [
        page_id
        for key, value in raw.items()
        if key in {"value", "page", "children", "links"}
        for page_id in _page_ids(value)
    ]


def _paths_above(request):
    """Return the tree paths of the pages above the one that is served, from the front page down."""
    route = getattr(request, "_wagtail_route_for_request", None)
    site = getattr(request, "_wagtail_site", None)
    if not route or not site:
        return []
    page = route[0]
    first = len(site.root_page.path)
    return [page.path[:length] for length in range(first, len(page.path), page.steplen)]


def linked_page_ids(publication: Publication):
    """Return the ids of all pages that the navigation of ``publication`` names."""
    streams = (publication.navigation, publication.menu_links, publication.footer_columns, publication.footer_links)
    noticed = {notice["page"] for notice in publication.notices if notice["page"]}
    return noticed | {page_id for stream in streams for page_id in _page_ids(list(stream.raw_data))}


LINK_FIELDS = ("title", "slug", "url_path", "path", "depth", "live", "content_type", "locale")
"""What a link to a page, and routing to it, read of it."""


def linked_pages_missing(request):
    """Return the ids of the pages of the navigation, as a set: empty where the request has them already, or no site.

    Whoever asks for pages anyway fetches them along and hands them over with `remember_pages`.
    """
    if getattr(request, "_wagtail_site", None) is None or hasattr(request, "_portal_pages"):
        return set()
    return linked_page_ids(Publication.for_request(request)) if not _paths_above(request) else set()


def remember_pages(request, pages):
    """Let the navigation of the request be made of these pages, which hold all of `linked_pages_missing`."""
    request._portal_pages = pages


class _Resolver:
    """Turns raw block data into links, with the pages fetched once: by routing, or here."""

    def __init__(self, publication, request):
        self.request = request
        self.path = request.path if request else ""
        self.above = _paths_above(request)
        pages = getattr(request, "_portal_pages", None)
        if pages is None:
            ids = linked_page_ids(publication)
            wanted = Page.objects.filter(Q(pk__in=ids) | Q(path__in=self.above)).order_by("path")
            pages = wanted if ids or self.above else ()
        self.pages = {page.pk: page for page in pages if page.live}

    def way_down(self):
        """Return the links from the front page to the parent of the page that is served."""
        above = [page for page in self.pages.values() if page.path in self.above]
        return tuple(
            NavigationLink(
                _("Home") if page.path == self.above[0] else page.title, address_of(page, self.request) or ""
            )
            for page in above
        )

    def label(self, page):
        return _("Home") if page.path == self.above[0] else page.title

    def current(self, url):
        if not self.path or not url.startswith("/"):
            return ""
        if self.path == url:
            return "page"
        return "true" if url != "/" and self.path.startswith(url) else ""

    def link(self, page_id, *, label="", url="", colour="velour", children=()):
        """Return the link, or None where its page is not public any more."""
        if page_id:
            page = self.pages.get(page_id)
            if page is None:
                return None
            url = address_of(page, self.request) or ""
            label = label or page.title
        return NavigationLink(label, url, colour, self.current(url), tuple(children)) if url else None

    def notice(self, notice):
        """Return the line above every page; without its page it leads nowhere."""
        if not notice:
            return None
        link = self.link(notice["page"], label=notice["text"]) if notice["page"] else None
        since = parse_datetime(notice["starts_at"])
        return Notice(notice["text"], notice["severity"], link.url if link else "", since)

    def links(self, values):
        found = (self.link(value.get("page"), label=value.get("label"), url=value.get("url")) for value in values)
        return tuple(link for link in found if link)

    def bar(self, stream):
        links = []
        for block in stream.raw_data:
            value = block["value"]
            if block["type"] == "group":
                colour = value.get("colour", "velour")
                ids = [child["value"] if isinstance(child, dict) else child for child in value.get("children", [])]
                children = [self.link(page_id, colour=colour) for page_id in ids]
                links.append(
                    self.link(
                        value.get("page"), label=value.get("label"), colour=colour, children=[c for c in children if c]
                    )
                )
            else:
                links.append(self.link(value.get("page"), label=value.get("label"), url=value.get("url")))
        return tuple(link for link in links if link)


def _values(items):
    """Return the values of list or stream items in raw form."""
    return [item.get("value", item) for item in items]


def build_navigation(publication: Publication, request) -> NavigationTree:
    """Return all links of ``publication`` as they stand on the page that ``request`` asks for.

    Pages that are not live drop out, and with them columns that hold no others.
    Costs at most one query, whatever the number of links.
    """
    tag("navigation")
    fresh_until(publication.next_notice_change())
    resolver = _Resolver(publication, request)
    bar = resolver.bar(publication.navigation)
    columns = (
        (column["value"]["title"], resolver.links(_values(column["value"].get("links", []))))
        for column in publication.footer_columns.raw_data
    )
    return NavigationTree(
        bar=bar,
        notice=resolver.notice(publication.notice),
        groups=tuple(link for link in bar if link.children),
        menu=resolver.links(_values(publication.menu_links.raw_data)),
        columns=tuple((title, links) for title, links in columns if links),
        small_print=resolver.links(_values(publication.footer_links.raw_data)),
        above=resolver.way_down(),
    )


def navigation_for(request) -> NavigationTree:
    """Return the navigation around the page that ``request`` asks for, built once a request."""
    if not hasattr(request, "_portal_navigation"):
        request._portal_navigation = build_navigation(Publication.for_request(request), request)
    return request._portal_navigation
