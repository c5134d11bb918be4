"""Feeds over HTTP."""

from django.http import Http404, HttpResponse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from news.syndication.feed_formats import WRITERS
from news.syndication.feed_sources import find_source
from news.syndication.feeds import build_feed


@require_safe
def feed(request, path="", form=""):
    """Return the feed below the page at a path. Raises Http404 where no open page with a feed stands."""
    source = find_source(request, path)
    if source is None:
        raise Http404
    built = build_feed(request, source)
    content_type, write = WRITERS[form]
    response = HttpResponse(write(built, form), content_type=f"{content_type}; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    links = [f'<{iri_to_uri(built.address(form))}>; rel="self"']
    if built.hub:
        links.append(f'<{iri_to_uri(built.hub)}>; rel="hub"')
    response["Link"] = ", ".join(links)
    return response
