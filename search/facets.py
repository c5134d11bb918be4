"""Facets: what the found stories have in common, counted, and what a reader has chosen of it.

The counts of a facet respect the choices in all others, so that no option
promises more stories than it will show.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models import ArticlePage, Contribution
from portal import clock
from search.query import PERIODS

MOST_AUTHORS = 10


@dataclass(frozen=True)
class Option:
    """One value of a facet. ``depth`` sets sub-sections apart from their section."""

    value: str
    label: str
    count: int
    chosen: bool
    depth: int = 0


@dataclass(frozen=True)
class Facet:
    """One group of options. ``parameter`` is its name in the address bar."""

    parameter: str
    label: str
    options: tuple
    single: bool = False


@dataclass(frozen=True)
class Chosen:
    """A filter that is set, and the query string of the search without it."""

    label: str
    encoded: str


def chosen_section_ids(query, sections):
    """Return the ids of the chosen sections and of all below them."""
    chosen = [section for section in sections if section.value in query.sections]
    return {inner.pk for section in chosen for inner in sections if section.holds(inner)}


def condition(query, sections):
    """Return what was chosen as a condition for the database."""
    chosen = Q()
    if section_ids := chosen_section_ids(query, sections):
        chosen &= Q(section__in=section_ids)
    if query.kinds:
        chosen &= Q(kind__in=query.kinds)
    if query.authors:
        wrote = Contribution.objects.filter(author__slug__in=query.authors, role__in=Contribution.AUTHOR_ROLES)
        chosen &= Q(id__in=wrote.values("article_id"))
    if query.since:
        chosen &= Q(published_at__gte=query.since)
    return chosen


class Narrowing:
    """The filters of a query as they apply to the stories of one pool."""

    PERIOD_LABELS = {"week": _("Past week"), "month": _("Past month"), "year": _("Past year")}

    def __init__(self, query, sections, people):
        self.query = query
        self.sections = sections
        self.people = people
        self.section_ids = chosen_section_ids(query, sections)
        self.authors = {slug for slug in query.authors if slug in people.names}

    def _tests(self):
        """Return, for each facet, whether a story has what was chosen there; only facets with a choice."""
        query, wrote = self.query, self.people.by_story
        tests = {}
        if self.section_ids:
            tests["section"] = lambda story: story.section_id in self.section_ids
        if query.kinds:
            tests["kind"] = lambda story: story.kind in query.kinds
        if self.authors:
            tests["author"] = lambda story: not self.authors.isdisjoint(wrote.get(story.pk, ()))
        if since := query.since:
            tests["date"] = lambda story: story.published_at >= since
        return tests

    def apply(self, stories, but=""):
        """Return the stories that have everything that was chosen, but for the named facet."""
        tests = [test for facet, test in self._tests().items() if facet != but]
        return [story for story in stories if all(test(story) for test in tests)]

    def facets(self, stories):
        """Return the facets with their counts among ``stories``; those without options are left out."""
        found = (self._sections(stories), self._kinds(stories), self._authors(stories), self._periods(stories))
        return tuple(facet for facet in found if facet.options)

    def _sections(self, stories):
        counts = Counter(story.section_id for story in self.apply(stories, but="section"))
        options = []
        for section in sorted(self.sections, key=self._place):
            count = sum(counts[inner.pk] for inner in self.sections if section.holds(inner))
            chosen = section.value in self.query.sections
            if count or chosen:
                options.append(Option(section.value, section.title, count, chosen, section.value.count("/")))
        return Facet("section", _("Section"), tuple(options))

    def _place(self, section):
        """Return a key that sorts sub-sections below their section, all in the order of the tree."""
        order = {other.value: position for position, other in enumerate(self.sections)}
        parent = section.value.rpartition("/")[0]
        return (order.get(parent or section.value, 0), bool(parent), order[section.value])

    def _kinds(self, stories):
        counts = Counter(story.kind for story in self.apply(stories, but="kind"))
        options = (
            Option(kind.value, kind.label, counts[kind.value], kind.value in self.query.kinds)
            for kind in ArticlePage.Kind
        )
        return Facet("kind", _("Type"), tuple(option for option in options if option.count or option.chosen))

    def _authors(self, stories):
        counts = Counter(
            slug for story in self.apply(stories, but="author") for slug in self.people.by_story.get(story.pk, ())
        )
        chosen = [(slug, counts[slug]) for slug in self.query.authors if slug in self.authors]
        others = [(slug, count) for slug, count in counts.most_common(MOST_AUTHORS) if slug not in self.authors]
        options = (
            Option(slug, self.people.names[slug], count, slug in self.authors) for slug, count in chosen + others
        )
        return Facet("author", _("Author"), tuple(options))

    def _periods(self, stories):
        within, now = self.apply(stories, but="date"), clock.now()
        options = [Option("", _("Any time"), len(within), not self.query.period)]
        for period, length in PERIODS.items():
            count = sum(story.published_at >= now - length for story in within)
            options.append(Option(period, self.PERIOD_LABELS[period], count, self.query.period == period))
        return Facet("date", _("Date"), tuple(options) if within or self.query.period else (), single=True)

    def chosen(self):
        """Return every filter that is set and known, each with the search that it would leave."""
        query = self.query
        titles = {section.value: section.title for section in self.sections}
        labels = [("sections", value, titles[value]) for value in query.sections if value in titles]
        labels += [("kinds", value, ArticlePage.Kind(value).label) for value in query.kinds]
        labels += [("authors", slug, self.people.names[slug]) for slug in query.authors if slug in self.authors]
        if query.period:
            labels.append(("period", query.period, self.PERIOD_LABELS[query.period]))
        return tuple(Chosen(label, query.without(name, value).encoded()) for name, value, label in labels)
