"""Suggestions: what a reader may have meant, and how a half-typed query may go on."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches

from django.db.models import Count, Q

from news.models import Author, TopicPage
from news.querysets import stories
from portal import clock
from search.query import MAX_TERMS, SearchQuery
from search.signposts import open_to_all, people, places
from search.words import fold, split

NEWEST_HEADLINES = 2000
MOST_TOPICS = 300
POPULAR_TOPICS = 12
POPULAR_WITHIN = timedelta(days=90)
LIKENESS = 0.7
MOST_CORRECTED_TERMS = 6
SHORTEST_TO_COMPLETE = 2
LONGEST_TO_COMPLETE = 100
COMPLETIONS = 8
NAMES_COMPLETED = 4


@dataclass(frozen=True)
class Completion:
    """One way in which a half-typed query may go on: the title of something that has a page."""

    title: str
    url: str


def topics_by_weight():
    """Return open topics, those with most recent stories first. One query."""
    recent = Q(article_links__is_public=True, article_links__published_at__gte=clock.now() - POPULAR_WITHIN)
    return list(
        TopicPage.objects.live()
        .filter(open_to_all())
        .annotate(recent_stories=Count("article_links", filter=recent))
        .only("title", "slug", "url_path", "path", "depth", "content_type", "locale")
        .order_by("-recent_stories", "title")[:MOST_TOPICS]
    )


def vocabulary(topics):
    """Return the words of headlines and names, folded, with how often each occurs. Two queries."""
    headlines = stories().published().values_list("title", "standfirst")[:NEWEST_HEADLINES]
    texts = [text for row in headlines for text in row]
    texts += [topic.title for topic in topics]
    texts += Author.objects.public().values_list("name", flat=True)
    return Counter(fold(word) for text in texts for word in split(text))


def nearest(word, known):
    """Return the known word that is most like ``word``, or "". Of equals the more frequent."""
    alike = [
        other
        for other in known
        if abs(len(other) - len(word)) <= 2 and len(set(other) & set(word)) * 2 >= min(len(set(word)), len(set(other)))
    ]
    close = get_close_matches(word, sorted(alike, key=known.get, reverse=True), n=1, cutoff=LIKENESS)
    return close[0] if close else ""


def did_you_mean(query, topics):
    """Return a search that is spelt like our headlines and finds something, or "". Three queries.

    Words that no headline knows and that resemble none are left out.
    """
    known = vocabulary(topics)
    words = [fold(term) for term in query.terms]
    unknown = [word for word in words if word not in known]
    if not unknown or len(unknown) > MOST_CORRECTED_TERMS:
        return ""
    corrected = " ".join(filter(None, (word if word in known else nearest(word, known) for word in words)))
    return corrected if corrected and _finds_something(corrected) else ""


def _finds_something(text):
    """Whether a story holds every word of the text. One query."""
    expression = SearchQuery.for_text(text).expression()
    return bool(list(stories().filter(is_public=True).only("id").search(expression, order_by_relevance=False)[:1]))


def completions(typed, request):
    """Return the titles that a half-typed query may be the beginning of: names, then the newest stories.

    Four queries, and one more for the address of the first of them.
    """
    query = SearchQuery.for_text(" ".join(split(typed))) if len(typed) <= LONGEST_TO_COMPLETE else SearchQuery()
    if len(query.text) < SHORTEST_TO_COMPLETE or len(query.terms) > MAX_TERMS:
        return []
    tree = places(query, request)
    named = (*tree.named, *people(query, (), tree.author_index_url).named)[:NAMES_COMPLETED]
    offered = [Completion(link.label, link.url) for link in named]
    begun = (
        stories()
        .filter(is_public=True)
        .only("id", "title", "url_path", "locale")
        .order_by("-published_at", "-id")
        .autocomplete(query.text, operator="and", order_by_relevance=False)
    )
    offered += [Completion(story.title, story.get_url(request) or "") for story in begun[: COMPLETIONS - len(offered)]]
    return offered
