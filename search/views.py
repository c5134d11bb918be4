"""The search page, and the titles that are offered while a reader types."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.head import build_head
from portal.routing import find_site
from search.query import QueryTooLong, SearchQuery
from search.results import find
from search.suggestions import POPULAR_TOPICS, completions, newest_stories, topics_by_weight


def _head(request, title):
    """Return the head of a page that search engines are asked to leave alone."""
    description = _("Search for stories, reviews, topics and people.")
    canonical = request.build_absolute_uri(reverse("search:results"))
    return build_head(title, canonical, descriptions=(description,), noindex=True)


@never_cache
@require_safe
def results(request):
    """Answer a search; without a query, offer a place to begin."""
    try:
        query = SearchQuery.from_request(request)
    except QueryTooLong:
        context = {"head": _head(request, _("Search")), "query": SearchQuery()}
        return render(request, "search/too_long.html", context, status=400)
    if not query.text:
        if query.page > 1:
            raise Http404(_("There is no such page of this list."))
        context = {
            "head": _head(request, _("Search")),
            "query": query,
            "popular_topics": topics_by_weight()[:POPULAR_TOPICS],
            "newest": newest_stories(),
        }
        return render(request, "search/start.html", context)
    context = {
        "head": _head(request, _("Search results for “%(query)s”") % {"query": query.text}),
        "query": query,
        "results": find(query, request),
    }
    return render(request, "search/results.html", context)


@never_cache
@require_safe
def suggest(request):
    """Answer a half-typed query with titles and addresses, as JSON."""
    find_site(request)
    offered = completions(request.GET.get("q", ""), request)
    response = JsonResponse({"suggestions": [{"title": c.title, "url": c.url} for c in offered]})
    response["X-Robots-Tag"] = "noindex"
    return response
