"""Signposts: the authors, topics, sections and text pages whose names a query says.

They stand beside the found stories, and alone where no story is found.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, FilteredRelation, Q, When
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page, get_page_models
from wagtail.search.utils import normalise_query_string

from news.models import ArticlePage, Author, AuthorIndexPage, Contribution, SectionPage, TopicPage
from portal.addresses import address_of
from portal.navigation import linked_pages_missing, remember_pages
from portal.rows import Rows
from portal.visibility import open_to_all
from search.words import stem, stems

MOST_SIGNPOSTS = 6
MOST_NAMED_PAGES = 200
MOST_PROMOTED = 5
SHORTEST_TELLING_WORD = 3
NO_STORY = 0
SECTION_DEPTH = 3
"""Depth of a section right below the front page."""


@dataclass(frozen=True)
class Signpost:
    """A link to something that is no story."""

    label: str
    url: str
    kind: str = ""
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A section as a filter names it: by its path below the front page, such as “health/mind”."""

    pk: int
    title: str
    value: str
    depth: int

    def holds(self, other):
        """Whether the other section is this one, or lies below it."""
        return f"{other.value}/".startswith(f"{self.value}/")


@dataclass(frozen=True)
class Places:
    """The sections of the site, the address of its author index, and the pages that the query names."""

    sections: tuple
    author_index_url: str
    named: tuple


@dataclass(frozen=True)
class People:
    """Authors: of the weighed stories (id of the story to ``(slug, name)`` pairs), and those whom the query names."""

    by_story: dict
    names: dict
    named: tuple


def names_match(name, query):
    """Whether the query says the whole name, or the name begins like every word of the query."""
    said, parts = set(query.stems), stems(name)
    return bool(said and parts) and (said.issuperset(parts) or all(any(p.startswith(s) for p in parts) for s in said))


def _mentions(field, query):
    """Return the condition that a column holds one of the query's telling words: more than `names_match` accepts."""
    telling = [term for term in query.terms if len(term) >= SHORTEST_TELLING_WORD] or query.terms
    condition = Q(pk__in=[])
    for term in telling:
        condition |= Q(**{f"{field}__icontains": stem(term)}) | Q(**{f"{field}__icontains": term})
    return condition


def places(query, request):
    """Return what the search needs to know of the tree, in one query, which brings the navigation's pages along."""
    types = {model: kind.pk for model, kind in ContentType.objects.get_for_models(*get_page_models()).items()}
    section_type, index_type = types[SectionPage], types[AuthorIndexPage]
    no_stories = [key for model, key in types.items() if not issubclass(model, ArticlePage) and model is not Page]
    wanted = Q(content_type__in=[section_type, index_type]) | (
        Q(content_type__in=no_stories) & _mentions("title", query)
    )
    linked = linked_pages_missing(request)
    is_place = Case(When(wanted & open_to_all() & Q(depth__gte=SECTION_DEPTH), then=True), default=False)
    pages = list(
        Page.objects.annotate(is_place=is_place)
        .filter(Q(is_place=True) | Q(pk__in=linked))
        .only("title", "slug", "url_path", "path", "depth", "live", "content_type", "locale")
        .order_by("depth", "path")[: MOST_NAMED_PAGES * 2 + len(linked)]
    )
    if linked:
        remember_pages(request, sorted(pages, key=lambda page: page.path))
    sections, named, author_index_url = [], [], ""
    for page in (page for page in pages if page.is_place):
        if page.content_type_id == section_type:
            value = "/".join(page.url_path.strip("/").split("/")[1:])
            sections.append(Section(page.pk, page.title, value, page.depth))
        elif page.content_type_id == index_type:
            author_index_url = address_of(page, request) or ""
        if names_match(page.title, query):
            label = {section_type: _("Section"), types[TopicPage]: _("Topic")}.get(page.content_type_id, _("Page"))
            named.append(Signpost(page.title, address_of(page, request) or "", label))
    return Places(tuple(sections), author_index_url, tuple(link for link in named if link.url))


def people(query, found, author_index_url):
    """Return the authors of the found stories and those whom the query names, in one query."""
    # An empty list would make the database skip the authors that are only named, too.
    keys = [story.pk for story in found] or [NO_STORY]
    role = Q(contributions__role__in=Contribution.AUTHOR_ROLES)
    wrote = FilteredRelation("contributions", condition=role & Q(contributions__article_id__in=keys))
    rows = (
        Author.objects.public()
        .annotate(wrote=wrote)
        .filter(Q(wrote__isnull=False) | Q(slug__in=query.authors) | _mentions("name", query))
        .values_list("slug", "name", "job_title", "wrote__article_id")
        .order_by("name", "pk")
    )
    by_story, names, named = {}, {}, {}
    for slug, name, job_title, story_id in rows:
        names[slug] = name
        by_story.setdefault(story_id, {})[slug] = name
        if author_index_url and names_match(name, query):
            named[slug] = Signpost(name, f"{author_index_url}{slug}/", _("Author"), job_title)
    by_story.pop(None, None)
    return People(by_story, names, tuple(named.values()))


def _promotions(query):
    """Return what editors placed above the results for exactly this query."""
    promotions = SearchPromotion.objects.filter(query__query_string=normalise_query_string(query.text))
    return promotions.filter(Q(page__isnull=True) | open_to_all("page__path")).order_by("sort_order")[:MOST_PROMOTED]


def promotion_rows(query):
    """Return the promotions for a query as an annotation of the site."""
    own = ("id", "external_link_url", "external_link_text", "description")
    return Rows(_promotions(query), *own, "page__id", "page__title", "page__url_path")


def promoted(query, site, request):
    """Return links to what editors placed above the results; without a query where it came with the site."""
    picks = site.promoted if hasattr(site, "promoted") else _promotions(query).select_related("page")
    links = []
    for pick in picks:
        url = address_of(pick.page, request) if pick.page else pick.external_link_url
        title = pick.page.title if pick.page else pick.external_link_text or url
        if url:
            links.append(Signpost(title, url, note=pick.description))
    return tuple(links)
