"""Writing many stories at once: for imports, and to grow a demo to any size."""

import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import get_language
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backends_with_name

from news.derived import closed_paths, is_closed
from news.models import ArticlePage, ArticleTopic, Contribution
from news.months import month_of
from news.syndication.story_months import refresh_months

ALPHABET = Page.alphabet


def _step(number):
    """Return a tree path step for the n-th child, counted from 1."""
    digits = ""
    while number:
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits.rjust(Page.steplen, ALPHABET[0])


def next_child_number(parent):
    """Return the number of the first free place below ``parent``."""
    last = Page.objects.child_of(parent).order_by("-path").values_list("path", flat=True).first()
    return int(last[-Page.steplen :], len(ALPHABET)) + 1 if last else 1


@transaction.atomic
def add_stories(parent, stories):
    """Insert unsaved stories below a section in a handful of statements.

    ``stories`` is a list of ``(ArticlePage, [author, ...], [topic, ...])`` whose
    page has title, slug, body, ``live`` and ``first_published_at`` set. Derived
    columns are filled in as a save would; revisions, signals and the search
    index are left out (`index_stories` adds the latter), and the standards are
    not asked: these stories were published elsewhere. Returns the pages.
    """
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    number = next_child_number(parent)
    content_type = ContentType.objects.get_for_model(ArticlePage)
    locale = Locale.objects.filter(language_code=get_language()).first() or Locale.objects.first()
    pages = [page for page, _authors, _topics in stories]
    section = parent.specific_deferred
    closed = is_closed(parent.path, closed_paths())
    for offset, page in enumerate(pages):
        page.path = parent.path + _step(number + offset)
        page.depth = parent.depth + 1
        page.numchild = 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title = page.title
        page.content_type = content_type
        page.locale = locale
        page.translation_key = uuid.uuid4()
        page.last_published_at = page.first_published_at
        page.derive_from(section, closed=closed)
    rows = Page.objects.bulk_create([_page_row(page) for page in pages], batch_size=500)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.id = row.pk
        page._state.adding = False
    # bulk_create() refuses models with a parent table; the parent rows stand, so the child rows are plain inserts.
    fields = ArticlePage._meta.local_concrete_fields
    for start in range(0, len(pages), 200):
        ArticlePage._base_manager.all()._insert(pages[start : start + 200], fields=fields, using=parent._state.db)
    Contribution.objects.bulk_create(
        [
            Contribution(
                article=page,
                author=author,
                role=Contribution.Role.BY,
                sort_order=place,
                published_at=page.published_at,
                is_public=page.is_public,
            )
            for page, authors, _topics in stories
            for place, author in enumerate(authors)
        ],
        batch_size=500,
    )
    ArticleTopic.objects.bulk_create(
        [
            ArticleTopic(
                article=page,
                topic=topic,
                sort_order=place,
                published_at=page.published_at,
                is_public=page.is_public,
            )
            for page, _authors, topics in stories
            for place, topic in enumerate(topics)
        ],
        batch_size=500,
    )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    refresh_months({month_of(page.published_at) for page in pages if page.is_public})
    return pages


def _page_row(page):
    """Return the part of a story that stands in Wagtail's own table."""
    names = (field.attname for field in Page._meta.concrete_fields if field.attname != "id")
    return Page(**{name: getattr(page, name) for name in names})


def index_stories(pages):
    """Put stories into the search index, in bulk."""
    for _name, backend in get_search_backends_with_name(with_auto_update=True):
        backend.get_index_for_model(ArticlePage).add_items(ArticlePage, pages)
