"""Which feed stands below which address: found in the one query that finds the site."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from wagtail.models import Page, Site

from news import cache_tags
from news.models import Author, AuthorIndexPage, Correction, CorrectionsPage, SectionPage, TopicPage
from news.models.author_profiles import remember_author_index
from news.querysets import stories
from news.syndication.sites import author_index_path, site_with
from portal.page_cache.tags import tag
from portal.rows import Rows
from portal.visibility import open_to_all


@dataclass(frozen=True)
class Source:
    """What a feed lists: a queryset of stories, or of corrections, and how the list is called."""

    site: Site
    title: str
    description: str
    path: str
    listed: QuerySet
    changed: datetime | None = None


def find_source(request, path):
    """Return what the feed below a path lists, or None where no open page with a feed stands.

    ``path`` is that of the page, without the slash before it: "" is the front.
    """
    # No database takes a NUL byte, and no page has one in its address.
    site = None if "\0" in path else site_with(request, **_along(path))
    if site is None:
        return None
    remember_author_index(site.author_index_path, request)
    public = stories().published()
    if not path:
        root = site.root_page
        tag(cache_tags.STORIES)
        return Source(site, "", "", "", public.filter(path__startswith=root.path), root.last_published_at)
    pages = {page.url_path: page for page in site.pages_on_the_way}
    here = f"{site.root_page.url_path}{path}"
    if here in pages:
        return _source_of_page(site, pages[here], public, path)
    above = pages.get(f"{here.rstrip('/').rpartition('/')[0]}/")
    if above is not None and issubclass(above.specific_class, AuthorIndexPage) and site.authors_so_called:
        return _source_of_author(site, site.authors_so_called[0], public, path)
    return None


def _along(path):
    """Return what the row of the site brings along: the page at the path, and whatever else its feed may be of."""
    along = {"author_index_path": author_index_path()}
    if not path:
        return along
    slugs = path.strip("/").split("/")
    parent = "".join(f"{slug}/" for slug in slugs[:-1])
    root = OuterRef("root_page__url_path")
    places = [Concat(root, Value(path)), Concat(root, Value(parent))]
    # The slug is what the database has an index on.
    pages = Page.objects.filter(open_to_all(), slug__in=slugs[-2:], url_path__in=places)
    sections = SectionPage.objects.order_by().filter(url_path__startswith=places[0])
    authors = Author.objects.public().filter(slug=slugs[-1])
    return {
        **along,
        "pages_on_the_way": Rows(
            pages, "id", "title", "search_description", "url_path", "content_type", "last_published_at"
        ),
        "sections_below": Rows(sections, "page_ptr", "id", "content_type"),
        "authors_so_called": Rows(authors, "id", "name", "slug", "short_bio", "live", "last_published_at"),
    }


def _source_of_page(site, page, public, path):
    model = page.specific_class
    if issubclass(model, SectionPage):
        sections = [section.pk for section in site.sections_below]
        cache_tags.tag_sections(sections)
        tag(cache_tags.of_section(page.pk))
        listed = public.in_sections(sections)
    elif issubclass(model, TopicPage):
        tag(cache_tags.on_topic(page.pk), f"topic-{page.pk}")
        listed = public.on_topic(page.pk)
    elif issubclass(model, CorrectionsPage):
        tag(cache_tags.CORRECTIONS)
        listed = Correction.objects.public()
    else:
        return None
    return Source(site, page.title, page.search_description, path, listed, page.last_published_at)


def _source_of_author(site, author, public, path):
    tag(cache_tags.by_author(author.pk))
    return Source(site, author.name, author.short_bio, path, public.by_author(author), author.last_published_at)
