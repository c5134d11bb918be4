"""Under which name a page is remembered, and which requests are none of the page cache's business."""

import re
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

from portal.routing import NOWHERE, TREE

# What changes a public page: where a list goes on. Everything else in a query, tracking above all, makes no new entry;
# nor does one of these to a page that pays it no heed (`portal.page_cache.tags.heeds`).
PARAMETERS = frozenset({"page", "before", "from"})
SEARCH_PARAMETERS = frozenset({"q", "page", "section", "kind", "author", "date", "sort"})
# However its address is spelled: a redirect to the right one takes along what was asked for.
_SEARCH = re.compile(r"/+search(?:/|$)", re.IGNORECASE)
# By which the systems we came from named a page, a list or a feed, and what such a name looks like:
# /?p=12, /index.php?page_id=3, /?m=202406, /?tag=rain.
_NUMBER, _SLUG = re.compile(r"[0-9]{1,18}"), re.compile(r"[\w-]{1,200}")
OLD_SYSTEM_PARAMETERS = {
    **dict.fromkeys(("p", "page_id", "attachment_id", "cat", "tag_id", "author", "m"), _NUMBER),
    **dict.fromkeys(("category_name", "tag", "author_name"), _SLUG),
    "feed": re.compile(r"rss2?|rdf|atom"),
}
NEVER = ("/admin/", "/static/", "/media/", "/documents/", "/_cut/", "/_util/", "/livez", "/readyz", "/oembed", "/api/")
MAX_QUERY = 2000
NOTHING = MappingProxyType({})


class PageKey(str):
    """The key of a page. ``query`` is the query string that belongs to it; ``listed`` are the `PARAMETERS` in it."""

    __slots__ = ("listed", "place", "query")

    @classmethod
    def of(cls, place, listed=NOTHING, others=()):
        """Return the key of what stands at a place (scheme, host and path).

        ``listed`` is a dict, ``others`` are pairs that belong to the page whatever it makes of them.
        """
        query = urlencode(sorted({*listed.items(), *others})) if listed or others else ""
        key = cls(f"{place}?{query}")
        key.place, key.query, key.listed = place, query, NOTHING if others else listed
        return key

    def heeding(self, names):
        """Return the key of the same page with no other parameters than these."""
        if not self.listed or self.listed.keys() <= set(names):
            return self
        return PageKey.of(self.place, {name: value for name, value in self.listed.items() if name in names})

    @property
    def is_search(self):
        """Whether it is a search: never remembered, and as dear as somebody wants it to be."""
        _host, slash, rest = self.place.partition("://")[2].partition("/")
        return bool(_SEARCH.match(slash + rest))

    @property
    def bare(self):
        """The key of the same place without any query."""
        return PageKey.of(self.place)


def old_system_query(path, query):
    """Return the part of a query by which an old system named a page, as pairs; of addresses of ours there is none."""
    if path != "/" and not path.endswith(".php"):
        return []
    return names_of_old_system(query)


def names_of_old_system(query):
    """Return the part of a query that names a page as old systems do, whatever its path, as pairs."""
    known = OLD_SYSTEM_PARAMETERS
    return [(name, value) for name, value in parse_qsl(query) if name in known and known[name].fullmatch(value)]


def _may_be_of_old_system(path):
    """Whether an old system may have answered at a path: at one of ours that is no page, it has not."""
    try:
        return resolve(path).url_name in {TREE, NOWHERE}
    except Resolver404:
        return False


def page_key(environ, bypass_cookie):
    """Return the PageKey of a request, or None where it has to go to Django itself.

    None for anything but GET and HEAD, for people who are signed in, for
    requests with credentials, and for paths that are no pages.
    """
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or "HTTP_AUTHORIZATION" in environ:
        return None
    path = environ.get("PATH_INFO", "")
    if path.startswith(NEVER) or bypass_cookie in environ.get("HTTP_COOKIE", ""):
        return None
    scheme, host = environ.get("wsgi.url_scheme", "http"), environ.get("HTTP_HOST", "").lower()
    place = f"{scheme}://{host}{path}"
    query = environ.get("QUERY_STRING", "")
    if not query:
        return PageKey.of(place)
    if len(query) > MAX_QUERY:
        return None
    pairs = parse_qsl(query, keep_blank_values=True)
    if _SEARCH.match(path):
        return PageKey.of(place, others=[pair for pair in pairs if pair[0] in SEARCH_PARAMETERS])
    named = names_of_old_system(query)
    return PageKey.of(place, _list_query(pairs), named if named and _may_be_of_old_system(path) else ())


def _list_query(pairs):
    """Return where a list goes on, by parameter, each way to say it written in one way."""
    last = {name: value for name, value in pairs if name in PARAMETERS and value}
    return {name: _number(value) for name, value in last.items() if (name, _number(value)) != ("page", "1")}


def _number(value):
    """Return a number without zeros before it; anything else as it is, for there is no such page."""
    return (value.lstrip("0") or "0") if value.isascii() and value.isdecimal() else value
