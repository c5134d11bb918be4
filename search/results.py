"""What the page of results shows: stories, facets, signposts, and help where nothing is found."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models.functions import Left
from django.http import Http404
from django.utils.translation import gettext as _

from news.models import ArticlePage
from news.querysets import stories
from portal.routing import find_site
from search.facets import Narrowing, condition
from search.query import RELEVANCE, Pool, pool, relevance
from search.signposts import MOST_SIGNPOSTS, people, places, promoted, promotion_rows
from search.snippets import pattern, snippet
from search.suggestions import POPULAR_TOPICS, did_you_mean, newest_stories, topics_by_weight

RESULTS_PER_PAGE = 20
TEXT_FOR_SNIPPETS = 20_000


@dataclass(frozen=True)
class Hit:
    """One found story, with the words of it that answer the query."""

    story: ArticlePage
    snippet: str


@dataclass(frozen=True)
class SearchResults:
    """Everything that the template of a search shows.

    ``total`` is exact unless ``is_bounded``: then there are more.
    ``without_filters`` is the number of stories that the words alone would find.
    """

    page: Page
    total: int
    is_bounded: bool
    without_filters: int
    facets: tuple
    chosen: tuple
    promoted: tuple
    signposts: tuple
    suggestion: str = ""
    popular_topics: tuple = ()
    newest: tuple = ()


def find(query, request):
    """Return the results of a query. Raises Http404 for a page that they do not have."""
    site = find_site(request, promoted=promotion_rows(query))
    tree = places(query, request)
    weighed = pool(query)
    if weighed.is_full and query.is_narrowed:
        weighed = _together(weighed, pool(query, condition(query, tree.sections)))
    authors = people(query, weighed.stories, tree.author_index_url)
    narrowing = Narrowing(query, tree.sections, authors)
    found = narrowing.apply(weighed.stories)
    page = _page_of_hits(_in_order(found, query, authors.by_story), query)
    topics = [] if weighed.stories else topics_by_weight()
    return SearchResults(
        page=page,
        total=len(found),
        is_bounded=weighed.is_full,
        without_filters=len(weighed.stories),
        facets=narrowing.facets(weighed.stories),
        chosen=narrowing.chosen(),
        promoted=promoted(query, site, request) if query.page == 1 else (),
        signposts=(*authors.named, *tree.named)[:MOST_SIGNPOSTS] if query.page == 1 else (),
        suggestion="" if weighed.stories else did_you_mean(query, topics),
        popular_topics=tuple(topics[:POPULAR_TOPICS]),
        newest=() if weighed.stories else tuple(newest_stories()),
    )


def _together(newest, narrowed):
    """Return both pools as one. It is full where those that fulfil the filters are too many."""
    found = {story.pk: story for story in (*newest.stories, *narrowed.stories)}
    ordered = sorted(found.values(), key=lambda story: (story.published_at, story.pk), reverse=True)
    return Pool(tuple(ordered), narrowed.is_full)


def _in_order(found, query, authors_of):
    """Return the ids of stories in the order that the query asks for; they come newest first."""
    if query.sort == RELEVANCE:
        bylines = {pk: " ".join(names.values()) for pk, names in authors_of.items()}
        found = sorted(found, key=lambda story: relevance(story, query, bylines.get(story.pk, "")), reverse=True)
    return [story.pk for story in found]


def _page_of_hits(ids, query):
    """Return the page of hits that the query asks for, in three queries. Raises Http404 where there is none."""
    try:
        page = Paginator(ids, RESULTS_PER_PAGE).page(query.page)
    except InvalidPage as error:
        raise Http404(_("There is no such page of this list.")) from error
    shown = (
        stories()
        .published()
        .for_cards()
        .filter(pk__in=page.object_list)
        .annotate(text_for_snippet=Left("body_text", TEXT_FOR_SNIPPETS))
    )
    by_id = {story.pk: story for story in shown} if page.object_list else {}
    wanted = pattern(query.terms)
    page.object_list = [
        Hit(story, snippet(story.standfirst, story.text_for_snippet, wanted))
        for story in map(by_id.get, page.object_list)
        if story is not None
    ]
    return page
