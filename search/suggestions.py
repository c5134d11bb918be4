"""Suggestions: what a reader may have meant, and how a half-typed query may go on."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import product
from math import log10

from django.db.models import Count, Q

from news.models import Author, TopicPage
from news.querysets import PUBLIC, stories
from portal import clock
from portal.visibility import open_to_all
from search.query import MAX_TERMS, SearchQuery
from search.signposts import people, places
from search.words import fold, split

NEWEST_HEADLINES = 2000
MOST_TOPICS = 300
POPULAR_TOPICS = 12
NEWEST_STORIES = 5
POPULAR_WITHIN = timedelta(days=90)
LIKENESS = 0.7
WEIGHT_OF_NAMES = 0.1
MOST_ALIKE = 4
MOST_UNKNOWN = 4
MOST_COMBINATIONS = 60
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
    recent = Q(article_links__is_public__in=[True], article_links__published_at__gte=clock.now() - POPULAR_WITHIN)
    return list(
        TopicPage.objects.filter(open_to_all())
        .annotate(recent_stories=Count("article_links", filter=recent))
        .only("title", "slug", "url_path", "path", "depth", "content_type", "locale")
        .order_by("-recent_stories", "title")[:MOST_TOPICS]
    )


def newest_stories():
    """Return the newest stories as cards without picture and byline. One query."""
    return list(stories().published().for_small_cards()[:NEWEST_STORIES])


@dataclass(frozen=True)
class Vocabulary:
    """The words of headlines, standfirsts and names, folded.

    ``weights`` tells how much a word is preferred among those that are equally
    like a misspelt one; ``texts`` holds the words that stand together.
    """

    weights: dict
    texts: tuple

    def nearest(self, word):
        """Return the words most like ``word``, best first, as ``(score, word)`` pairs."""
        letters, matcher, found = set(word), SequenceMatcher(b=word), []
        for other, weight in self.weights.items():
            if abs(len(other) - len(word)) > 2 or len(letters & set(other)) * 2 < len(letters):
                continue
            matcher.set_seq1(other)
            if matcher.quick_ratio() >= LIKENESS and (likeness := matcher.ratio()) >= LIKENESS:
                found.append((likeness + weight, other))
        return nlargest(MOST_ALIKE, found)

    def stand_together(self, words):
        """Whether a headline with its standfirst, or a name, holds all of the words."""
        return any(text.issuperset(words) for text in self.texts)


def vocabulary(topics):
    """Return the words that public pages are headed with. Two queries."""
    headlines = stories().published().values_list("title", "standfirst")[:NEWEST_HEADLINES]
    names = [topic.title for topic in topics] + list(Author.objects.public().values_list("name", flat=True))
    texts = [{fold(word) for word in split(" ".join(row))} for row in headlines]
    named = [{fold(word) for word in split(name)} for name in names]
    frequency = Counter(word for text in texts for word in text)
    weights = {word: 0.01 * log10(count) for word, count in frequency.items()}
    weights.update({word: WEIGHT_OF_NAMES for name in named for word in name})
    return Vocabulary(weights, (*texts, *named))


def did_you_mean(query, topics):
    """Return a search that is spelt like our headlines and finds something, or "". Two queries.

    Words that no headline knows are exchanged for the most similar ones that
    stand together somewhere, or left out where nothing is similar.
    """
    known = vocabulary(topics)
    words = [fold(term) for term in query.terms]
    unknown = [word for word in words if word not in known.weights]
    if not unknown or len(unknown) > MOST_UNKNOWN:
        return ""
    choices = [[*known.nearest(word), (0, "")] if word in unknown else [(1, word)] for word in words]
    by_likeness = nlargest(MOST_COMBINATIONS, product(*choices), key=lambda chosen: sum(score for score, _ in chosen))
    for chosen in by_likeness:
        meant = [word for _, word in chosen if word]
        if meant and known.stand_together(meant):
            return " ".join(meant)
    return ""


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
        .filter(**PUBLIC)
        .only("id", "title", "url_path", "locale")
        .order_by("-published_at", "-id")
        .autocomplete(query.text, operator="and", order_by_relevance=False)
    )
    offered += [Completion(story.title, story.get_url(request) or "") for story in begun[: COMPLETIONS - len(offered)]]
    return offered
