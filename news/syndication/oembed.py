"""oEmbed for stories: what another site needs to show one as a card (oembed.com)."""

from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news.models import ArticlePage
from news.syndication.people import person
from portal.errors import Gone
from portal.pictures import share_cut
from portal.routing import find_route, find_site
from portal.site_settings import Publication

CACHE_SECONDS = 3600
NOT_IMPLEMENTED = 501


@require_safe
def oembed(request):
    """Answer for ``?url=``, the address of a public story.

    404 for anything else, 501 for any format but JSON, as the specification
    asks. A picture larger than ``maxwidth`` or ``maxheight`` is left out.
    """
    if request.GET.get("format", "json") != "json":
        return HttpResponse(_("Only JSON is offered."), status=NOT_IMPLEMENTED, content_type="text/plain")
    story = story_at(request, request.GET.get("url", ""))
    publication, base = Publication.for_request(request), f"{find_site(request).root_url}/"
    answer = {
        "version": "1.0",
        "type": "link",
        "title": story.title,
        "provider_name": publication.name,
        "provider_url": base,
        "cache_age": CACHE_SECONDS,
        **author_of(story, base),
        **thumbnail_of(story, request),
    }
    response = JsonResponse(answer, headers={"Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex"})
    response.page_max_age = CACHE_SECONDS
    return response


def story_at(request, url):
    """Return the public story at an address of this site. Raises Http404 for every other address."""
    site = find_site(request)
    parts = split(url)
    if site is None or parts is None or parts.netloc not in {urlsplit(site.root_url).netloc, request.get_host()}:
        raise Http404(_("There is no story of ours at that address."))
    try:
        route = find_route(request, parts.path)
    except Gone as gone:
        raise Http404(_("There is no story of ours at that address.")) from gone
    page = route[0] if route else None
    if not isinstance(page, ArticlePage) or not page.is_public:
        raise Http404(_("There is no story of ours at that address."))
    return page


def split(url):
    """Return the parts of an address, or None for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and "\0" not in url else None


def author_of(story, base):
    """Return the first of those who wrote the story, as far as there is one."""
    authors = [contribution.author for contribution in story.contributions.all() if contribution.role == "by"]
    if not authors:
        return {}
    node = person(authors[0], base.rstrip("/"))
    return {"author_name": node["name"], **({"author_url": node["url"]} if "url" in node else {})}


def thumbnail_of(story, request):
    """Return the picture for shared links, unless the asker has no room for it."""
    cut = share_cut(story.head_image())
    if cut is None or cut.width > limit(request, "maxwidth") or cut.height > limit(request, "maxheight"):
        return {}
    return {"thumbnail_url": cut.full_url, "thumbnail_width": cut.width, "thumbnail_height": cut.height}


def limit(request, name):
    """Return a limit in pixels that the asker gave, or infinity."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else float("inf")
