"""From what a reader typed to what they find.

`SearchQuery` is the request, cleaned. The database finds the newest stories
that hold every word (`pool`), and plain Python ranks those few hundred
(`relevance`). So the cost of a search is bounded however many stories there
are, and SQLite and PostgreSQL rank alike. What is shown beside the stories is
put together in `search.results`.
"""

import unicodedata
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlencode

from django.utils.functional import cached_property
from wagtail.search.query import And, Or, PlainText

from news.models import ArticlePage
from news.querysets import PUBLIC, stories
from portal import clock
from portal.pagination import requested_page
from search.words import LONGEST_WORD, forms, split, stem, stems

MAX_CHARACTERS = 1000
MAX_TERMS = 32
MAX_VALUES = 20
POOL = 500
"""Stories weighed for one search: the newest that match."""
HEADLINE_POOL = 100
"""Stories weighed besides because their headline or standfirst matches, however old they are."""
FEW = 10
"""Below so many, stories are shown too where the last word is only the beginning of one."""

RELEVANCE, NEWEST = "relevance", "newest"
PERIODS = {"week": timedelta(days=7), "month": timedelta(days=31), "year": timedelta(days=366)}


class QueryTooLong(Exception):
    """The query is longer than any sensible one."""


@dataclass(frozen=True)
class SearchQuery:
    """A search as the address bar states it. Everything in it is safe to hand to a database."""

    text: str = ""
    terms: tuple = ()
    sections: tuple = ()
    kinds: tuple = ()
    authors: tuple = ()
    period: str = ""
    sort: str = RELEVANCE
    page: int = 1

    @classmethod
    def from_request(cls, request):
        """Return the query of a GET request.

        Raises QueryTooLong, and Http404 for a page that is no number. Values
        that no form of ours sends are passed over.
        """
        parameters = request.GET
        typed = parameters.get("q", "")
        if len(typed) > MAX_CHARACTERS:
            raise QueryTooLong
        text = _without_control_characters(typed)
        terms = tuple(dict.fromkeys(split(text)))
        if len(terms) > MAX_TERMS:
            raise QueryTooLong
        period = parameters.get("date", "")
        return cls(
            text=text,
            terms=terms,
            sections=_values(parameters, "section"),
            kinds=tuple(kind for kind in _values(parameters, "kind") if kind in ArticlePage.Kind.values),
            authors=_values(parameters, "author"),
            period=period if period in PERIODS else "",
            sort=NEWEST if parameters.get("sort") == NEWEST else RELEVANCE,
            page=requested_page(request),
        )

    @classmethod
    def for_text(cls, text):
        """Return the plain query for a text."""
        return cls(text=text, terms=tuple(dict.fromkeys(split(text))))

    @property
    def is_narrowed(self):
        """Whether a filter is set."""
        return bool(self.sections or self.kinds or self.authors or self.period)

    @property
    def since(self):
        """The earliest publication that the chosen period allows, or None."""
        return clock.now() - PERIODS[self.period] if self.period else None

    @cached_property
    def stems(self):
        """The terms as they are compared with headlines."""
        return tuple(dict.fromkeys(stem(term) for term in self.terms))

    def without(self, name, value):
        """Return the query without one value of one filter, on its first page."""
        kept = "" if name == "period" else tuple(other for other in getattr(self, name) if other != value)
        return replace(self, page=1, **{name: kept})

    @property
    def unfiltered(self):
        """The query without any filter, on its first page."""
        return replace(self, page=1, sections=(), kinds=(), authors=(), period="")

    @property
    def by_relevance(self):
        """The query with the best answers first, on its first page."""
        return replace(self, page=1, sort=RELEVANCE)

    @property
    def by_date(self):
        """The query with the newest stories first, on its first page."""
        return replace(self, page=1, sort=NEWEST)

    def encoded(self):
        """Return the query string of the search, without the number of the page."""
        pairs = [("q", self.text)]
        for parameter, values in (("section", self.sections), ("kind", self.kinds), ("author", self.authors)):
            pairs += [(parameter, value) for value in values]
        if self.period:
            pairs.append(("date", self.period))
        if self.sort != RELEVANCE:
            pairs.append(("sort", self.sort))
        return urlencode(pairs)

    def expression(self):
        """Return the query for the search backend: every term, each in singular or plural."""
        return And([Or([PlainText(form) for form in forms(term)]) for term in self.terms])


def _without_control_characters(text):
    """Return the text with NUL, line breaks, stray surrogates and their like made single spaces."""
    cleaned = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in text)
    return " ".join(cleaned.split())


def _values(parameters, name):
    """Return the values of a filter that may be given more than once."""
    values = (_without_control_characters(value[:200]) for value in parameters.getlist(name)[:MAX_VALUES])
    return tuple(dict.fromkeys(value for value in values if value))


@dataclass(frozen=True)
class Pool:
    """The stories that a search weighs, newest first. ``is_full`` says that there are more."""

    stories: tuple
    is_full: bool


FIELDS_WEIGHED = ("id", "title", "standfirst", "kind", "section_id", "published_at")


def pool(query, narrowing=None):
    """Return the stories that match the words of ``query``, in two queries.

    First the newest that hold every term anywhere, then those that hold them
    in headline or standfirst. ``narrowing`` is a Q that both must fulfil.
    """
    if not query.terms or any(len(term) > LONGEST_WORD for term in query.terms):
        return Pool((), False)
    public = stories().filter(**PUBLIC).only(*FIELDS_WEIGHED).order_by("-published_at", "-id")
    if narrowing is not None:
        public = public.filter(narrowing)
    newest = list(public.search(query.expression(), order_by_relevance=False)[: POOL + 1])
    found = {story.pk: story for story in newest[:POOL]}
    beginnings = " ".join([*query.terms[:-1], stem(query.terms[-1])])
    headed = list(public.autocomplete(beginnings, operator="and", order_by_relevance=False)[: HEADLINE_POOL + 1])
    found_few = len(newest) < FEW
    for story in headed[:HEADLINE_POOL]:
        if found_few or set(query.stems) <= set(stems(f"{story.title} {story.standfirst}")):
            found.setdefault(story.pk, story)
    is_full = len(newest) > POOL or (found_few and len(headed) > HEADLINE_POOL)
    ordered = sorted(found.values(), key=lambda story: (story.published_at, story.pk), reverse=True)
    return Pool(tuple(ordered), is_full)


def relevance(story, query, byline=""):
    """Return how well a story answers a query: the higher, the better.

    A term in the headline weighs most, then one in a byline or the standfirst;
    one that stands only in the text weighs nothing here. The whole query in the
    headline, in its order, comes before all. Equals are told apart by date.
    """
    headline, standfirst, names = stems(story.title), stems(story.standfirst), stems(byline)
    weight = sum(
        4 * (term in headline) + 3 * (term in names) + 2 * (term in standfirst) or _beginning(term, headline)
        for term in query.stems
    )
    phrase = f" {' '.join(query.stems)} "
    return weight + 4 * (phrase in f" {' '.join(headline)} ")


def _beginning(term, headline):
    return any(word.startswith(term) for word in headline)
