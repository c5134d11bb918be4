"""Navigation of the publication, resolved to addresses with one query for all its pages."""

from dataclasses import dataclass, field

from wagtail.models import Page

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
class NavigationTree:
    """Every link that stands around the pages of the publication."""

    bar: tuple = ()
    menu: tuple = ()
    columns: tuple = ()
    small_print: tuple = ()
    groups: tuple = field(default=())


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


class _Resolver:
    """Turns raw block data into links, with the pages fetched once."""

    def __init__(self, streams, request):
        self.request = request
        self.path = request.path if request else ""
        ids = {page_id for stream in streams for page_id in _page_ids(list(stream.raw_data))}
        self.pages = {page.pk: page for page in Page.objects.live().filter(pk__in=ids)} if ids else {}

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
            url = page.get_url(self.request) or ""
            label = label or page.title
        return NavigationLink(label, url, colour, self.current(url), tuple(children)) if url else None

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

    Pages that are not live drop out. Costs one query, whatever the number of links.
    """
    streams = [publication.navigation, publication.menu_links, publication.footer_columns, publication.footer_links]
    resolver = _Resolver(streams, request)
    bar = resolver.bar(publication.navigation)
    return NavigationTree(
        bar=bar,
        groups=tuple(link for link in bar if link.children),
        menu=resolver.links(_values(publication.menu_links.raw_data)),
        columns=tuple(
            (column["value"]["title"], resolver.links(_values(column["value"].get("links", []))))
            for column in publication.footer_columns.raw_data
        ),
        small_print=resolver.links(_values(publication.footer_links.raw_data)),
    )
