"""One address for every page. Whoever asks in another way is sent there in one step, or told that nothing is there."""

import hashlib
import re
from contextlib import suppress
from urllib.parse import parse_qsl, urlencode

from django.db.models import Q
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal import routing
from portal.errors import Gone
from portal.page_cache.keys import names_of_old_system, old_system_query
from portal.routing import NOWHERE, TREE, find_route, find_site
from portal.visibility import open_to_all

# What systems that we came from hung on to the address of a page (its feed, its further pages, its AMP), and
# put into the name of a picture that they had made smaller: /2012/12/hello/amp/, /uploads/dcp-300x200.jpg.
ADDITION = re.compile(
    r"(?:/amp|/embed|/trackback|/feed(?:/(?:rss2?|rdf|atom|json))?|/page/[0-9]+|/comment-page-[0-9]+|/[2-9])$"
)
FEED = re.compile(r"/(feed/(?:(?:atom|json)/)?)(?:(?:rss2?|rdf)/)?$")
PICTURE_SIZE = re.compile(r"-(?:[0-9]{1,5}x[0-9]{1,5}|scaled)(?=\.[a-z]{3,4}$)", re.IGNORECASE)


LONGEST = Redirect._meta.get_field("old_path").max_length


def stored_path(path):
    """Return a path, in the form that Wagtail looks up, as a redirect can hold it: a longer one with its checksum."""
    if len(path) <= LONGEST:
        return path
    checksum = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{path[: LONGEST - len(checksum) - 1]}~{checksum}"


def nowhere(request, path):
    """Say that there is nothing here; the middleware then looks where it is instead."""
    raise Http404(path)


def redirect_to_page(request):
    """Return the redirect to what was asked for in another way, or None where there is no such thing.

    Doubled and missing slashes and capital letters are mended all at once; an
    address of former times leads to where its page is now.
    """
    tidied = tidied_address(request)
    if tidied:
        query = request.META.get("QUERY_STRING", "")
        path = escape_uri_path(tidied)
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    return former_address(request) or page_without_addition(request)


def tidied_address(request):
    """Return the path under which a page answers that was asked for in an untidy way, or ""."""
    asked, bare = request.path_info, _bare(request)
    candidates = dict.fromkeys((f"{bare}/", bare, f"{bare.lower()}/", bare.lower()))
    if bare == "/":
        candidates = {"/": None}
    return next((path for path in candidates if path != asked and _answers(request, path, bare)), "")


def _answers(request, path, bare):
    """Whether a page, or a file at a fixed address, is to be found at the path.

    A pattern with parameters says nothing about whether there is something
    behind it: it is believed only in the letters that were asked for, and not
    after it has said no.
    """
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.url_name == NOWHERE:
        return False
    if match.url_name != TREE:
        untried = request.resolver_match.url_name in {NOWHERE, TREE} and path.rstrip("/") == bare
        return untried or not (match.args or match.kwargs)
    try:
        return find_route(request, path) is not None
    except Gone:
        return True


def page_without_addition(request):
    """Return the redirect to a page below whose address an old system offered the same in another form, or None."""
    bare = _bare(request)
    page = ADDITION.sub("", bare)
    asked = FEED.search(f"{bare}/")
    if asked and f"{page}/{asked[1]}" != f"{bare}/" and _has_feed(request, page):
        return HttpResponsePermanentRedirect(escape_uri_path(f"{page}/{asked[1]}"))
    if page == bare or not _answers(request, f"{page}/", page or "/"):
        return None
    with suppress(Gone):
        route = find_route(request, f"{page}/")
        # What a page makes of the rest of an address, such as an author's name, may still turn out to be nothing.
        if route and route[0].get_url(request) != f"{page}/":
            return None
    return HttpResponsePermanentRedirect(escape_uri_path(f"{page}/"))


def _has_feed(request, page):
    """Whether there is a feed below the page at a path: below the front page there is."""
    if not page:
        return True
    with suppress(Gone):
        route = find_route(request, f"{page}/")
        return bool(route and getattr(route[0], "has_feed", False))
    return False


def _bare(request):
    """Return the path that was asked for without doubled slashes and the one at its end."""
    return "/" + "/".join(part for part in request.path_info.split("/") if part)


def former_address(request):
    """Return the redirect that an editor, an import or a move has left for this address, or None.

    One that leads to a page which is not public leads nowhere, so that nothing
    tells its new address. The feeds of a page have moved with it.
    """
    full = request.get_full_path()
    bare = _bare(request)
    paths = [Redirect.normalise_path(path) for path in (full, request.path, bare, bare.lower())]
    paths.append(Redirect.normalise_path(full, decode_unicode=False))
    paths += [Redirect.normalise_path(pattern.sub("", bare)) for pattern in (ADDITION, PICTURE_SIZE)]
    named = old_system_query(request.path_info, request.META.get("QUERY_STRING", ""))
    if named:
        paths = [Redirect.normalise_path(f"{path}?{urlencode(named)}") for path in (request.path_info, "/")]
    redirect = _best(request, paths)
    return redirect and _answer_of(redirect, _feed_of(redirect, bare))


def _best(request, paths):
    """Return the redirect at the first of these paths that has one, or None; one of this very site comes first."""
    if any("\0" in path for path in paths):
        return None
    site = find_site(request)
    paths = list(map(stored_path, paths))
    found = Redirect.objects.filter(Q(site=site) | Q(site=None), old_path__in=paths).select_related("redirect_page")
    ranked = sorted(found, key=lambda redirect: (paths.index(redirect.old_path), redirect.site_id is None))
    return ranked[0] if ranked else None


def _answer_of(redirect, addition=""):
    """Return the answer that leads to the target of a redirect, or None for one that leads nowhere in public."""
    page = redirect.redirect_page_id
    if not redirect.link or (page and not Page.objects.filter(open_to_all(), pk=page, live=True).exists()):
        return None
    kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
    return kind(f"{redirect.link}{addition}")


def _feed_of(redirect, bare):
    """Return what leads on from the target of a redirect to its feed, where the feed of the page was asked for."""
    asked = FEED.search(f"{bare}/")
    if not asked or FEED.search(f"{redirect.old_path}/") or not redirect.redirect_page_id:
        return ""
    page = redirect.redirect_page
    return asked[1] if getattr(page.specific_class, "has_feed", False) and not redirect.redirect_page_route_path else ""


def old_system_page(request):
    """Return the redirect for an address such as ``/?p=12`` of the system we came from, or None for anything else.

    Raises Http404 where it names a page that we do not have: the front page is no answer to that.
    """
    if not old_system_query(request.path_info, request.META.get("QUERY_STRING", "")):
        return None
    redirect = former_address(request) or _old_system_dates(request)
    if redirect is None:
        raise Http404(request.get_full_path())
    return redirect


def _old_system_dates(request):
    """Return the redirect for the stories of a year, month or day, as in ``/?m=202406``, or None for anything else."""
    moment = dict(old_system_query(request.path_info, request.META.get("QUERY_STRING", ""))).get("m", "")
    if len(moment) not in (4, 6, 8):
        return None
    match = resolve("/" + "/".join(filter(None, (moment[:4], moment[4:6], moment[6:]))) + "/")
    return match.func(request, **match.kwargs) if match.url_name != TREE else None


def number_below_a_page(request):
    """Return the redirect for an address such as ``/blog/?p=12``, or None for one without such a number.

    An old system may have stood below a path at which a page stands here. A
    number that nobody knows is left out of the page's address: it is no page of its own.
    Only for now, since a browser that remembered it would never see what an import brings for that number.
    The feed of a page, ``/film/?feed=rss2``, is below its address.
    """
    query = request.META.get("QUERY_STRING", "")
    named = names_of_old_system(query)
    if not named or request.method not in {"GET", "HEAD"} or old_system_query(request.path_info, query):
        return None
    redirect = _best(request, [Redirect.normalise_path(f"{request.path_info}?{urlencode(named)}")])
    led = redirect and _answer_of(redirect)
    if led or find_route(request, request.path_info) is None:
        return led
    path = escape_uri_path(request.path_info)
    if [name for name, _value in named] == ["feed"] and _has_feed(request, request.path_info.rstrip("/")):
        return HttpResponsePermanentRedirect(f"{path}feed/{'atom/' if named[0][1] == 'atom' else ''}")
    kept = urlencode([pair for pair in parse_qsl(query, keep_blank_values=True) if pair not in named])
    return HttpResponseRedirect(f"{path}?{kept}" if kept else path)


def serve(request, path):
    """Serve the page at the path, or lead to what an old system called by a number."""
    return old_system_page(request) or number_below_a_page(request) or routing.serve(request, path)
