"""Under which name a page is remembered, and which requests are none of the page cache's business."""

import re
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

from portal.routing import NOWHERE, TREE

# What changes a public page. Everything else in a query, tracking above all, makes no new entry.
PARAMETERS = frozenset({"page", "before", "from", "q", "section", "kind", "author", "date", "sort"})
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


class PageKey(str):
    """The key of a page; ``query`` is the query string that belongs to it."""

    __slots__ = ("query",)


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
    query = environ.get("QUERY_STRING", "")
    if query:
        if len(query) > MAX_QUERY:
            return None
        pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in PARAMETERS]
        named = names_of_old_system(query)
        query = urlencode(sorted({*pairs, *(named if named and _may_be_of_old_system(path) else ())}))
    host = environ.get("HTTP_HOST", "")
    scheme = environ.get("wsgi.url_scheme", "http")
    key = PageKey(f"{scheme}://{host}{path}?{query}")
    key.query = query
    return key
