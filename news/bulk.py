"""Writing many pages at once: for imports, and to grow a demo to any size."""

import uuid
from itertools import groupby
from operator import attrgetter

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import get_language
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page, PageViewRestriction, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends_with_name

from news.derived import closed_paths, is_below, unlisted_paths
from news.models import ArticleTopic, Contribution
from news.months import month_of
from news.syndication.story_months import refresh_months

ALPHABET = Page.alphabet
ROWS = 200
"""Rows in one statement: a story has some eighty columns, and PostgreSQL takes no more than 65,535 values."""
WEIGH = "_refresh_title_norms"
"""What the search index of a database weighs titles with; other search engines do so by themselves."""


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
def add_pages(parent, pages):
    """Insert unsaved pages, all of one type, below ``parent`` in a handful of statements. Returns the pages.

    They need a title and a slug that is free there. Revisions, signals, the
    search index and the index of references are left out: `add_revisions`,
    `index_for_search` and `index_references` add them.
    """
    if not pages:
        return pages
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    _place(parent, pages)
    _insert(parent, pages)
    return pages


@transaction.atomic
def add_stories(parent, stories, *, restricted=False, count=True):
    """Insert unsaved stories below a section in a handful of statements.

    ``stories`` is a list of ``(ArticlePage, [author, ...], [topic, ...])`` whose
    page has title, slug, body, ``live`` and ``first_published_at`` set. Derived
    columns are filled in as a save would; for the rest see `add_pages`. The
    standards are not asked: these stories were published elsewhere.
    ``restricted`` closes each of them to all who are not signed in. Whoever sets
    ``count`` to False calls `refresh_all_months` in the end. Returns the pages.
    """
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    pages = [page for page, _authors, _topics in stories]
    section = parent.specific_deferred
    closed = restricted or is_below(parent.path, closed_paths())
    noindex = is_below(parent.path, unlisted_paths())
    _place(parent, pages)
    for page in pages:
        page.derive_from(section, closed=closed, noindex=noindex)
    _insert(parent, pages)
    if restricted:
        login = PageViewRestriction.LOGIN
        PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page_id=page.pk, restriction_type=login) for page in pages]
        )
    add_links(stories)
    if count:
        refresh_months({month_of(page.published_at) for page in pages if page.is_public})
    return pages


def add_links(stories):
    """Write who wrote the stories and what they are about. ``stories`` as for `add_stories`, their pages saved."""
    contributions = [
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
    ]
    links = [
        ArticleTopic(
            article=page, topic=topic, sort_order=place, published_at=page.published_at, is_public=page.is_public
        )
        for page, _authors, topics in stories
        for place, topic in enumerate(topics)
    ]
    for model, rows, name in ((Contribution, contributions, "contributions"), (ArticleTopic, links, "topic_links")):
        model.objects.bulk_create(rows, batch_size=500)
        of_story = {key: list(same) for key, same in groupby(rows, key=attrgetter("article_id"))}
        for page, _authors, _topics in stories:
            setattr(page, name, of_story.get(page.pk, []))


def add_revisions(pages):
    """Give each page a first revision that says what its row says.

    It is dated as the page's ``latest_revision_created_at``. Where the page is
    no draft it is the live one; where it has a ``go_live_at`` it is approved to go live then.
    """
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                base_content_type=base,
                content_type=page.content_type,
                object_id=str(page.pk),
                created_at=page.latest_revision_created_at,
                object_str=str(page),
                content=page.serializable_data(),
                approved_go_live_at=None if page.live else page.go_live_at,
            )
            for page in pages
        ],
        batch_size=ROWS,
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.live_revision = revision if page.live else None
    rows = [
        Page(pk=page.pk, latest_revision_id=page.latest_revision_id, live_revision_id=page.live_revision_id)
        for page in pages
    ]
    Page.objects.bulk_update(rows, ["latest_revision", "live_revision"], batch_size=ROWS)


def index_for_search(objects):
    """Put objects, all of one type, into the search index, in bulk. After the last of them, call `weigh_titles`.

    The database's own index weighs each title by the length of all of them, and
    reads the whole index to do so: after each batch, that takes the square of
    the time of what is written.
    """
    for _name, backend in get_search_backends_with_name(with_auto_update=True):
        if objects:
            model = type(objects[0])
            index = backend.get_index_for_model(model)
            if hasattr(index, WEIGH):
                setattr(index, WEIGH, lambda: None)  # of this one instance, which is made for each call
            index.add_items(model, objects)


def weigh_titles():
    """Have the search index weigh the titles that `index_for_search` has added since the last time."""
    for _name, backend in get_search_backends_with_name(with_auto_update=True):
        getattr(backend.get_index_for_model(Page), WEIGH, lambda: None)()


def index_references(objects):
    """Write down to what new objects refer, so that Wagtail can tell where a picture or a page is used."""
    # `ReferenceIndex.create_or_update_for_object` asks first what is there, twice for each; here is nothing yet.
    _write_references((made, ReferenceIndex._extract_references_from_object(made)) for made in objects)


def index_references_of_body(pages):
    """Write down to what the bodies of pages refer by now, beside what is written down already."""
    found = []
    for page in pages:
        references = page._meta.get_field("body").extract_references(page.body)
        found.append(
            (
                page,
                [
                    (ReferenceIndex._get_base_content_type(model).pk, key, f"body.{model_path}", f"body.{content_path}")
                    for model, key, model_path, content_path in references
                ],
            )
        )
    _write_references(found)


def _write_references(found):
    """Write references as Wagtail extracts them, given in pairs of an object and those that it has."""
    ReferenceIndex.objects.bulk_create(
        [
            ReferenceIndex(
                content_type=ContentType.objects.get_for_model(made),
                base_content_type=ReferenceIndex._get_base_content_type(made),
                object_id=made.pk,
                to_content_type_id=to_type,
                to_object_id=to_key,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
            )
            for made, references in found
            for to_type, to_key, model_path, content_path in set(references)
        ],
        batch_size=500,
        ignore_conflicts=True,
    )


def _place(parent, pages):
    """Give new pages their places in the tree, behind the children that ``parent`` has."""
    number = next_child_number(parent)
    locale = Locale.objects.filter(language_code=get_language()).first() or Locale.objects.first()
    for offset, page in enumerate(pages):
        page.path = parent.path + _step(number + offset)
        page.depth = parent.depth + 1
        page.numchild = 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title = page.title
        page.content_type = ContentType.objects.get_for_model(type(page))
        page.locale = locale
        page.translation_key = uuid.uuid4()
        page.last_published_at = page.last_published_at or page.first_published_at


def _insert(parent, pages):
    """Write placed pages: the rows of Wagtail's own table, and those of their type."""
    rows = Page.objects.bulk_create([_page_row(page) for page in pages], batch_size=500)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.id = row.pk
        page._state.adding = False
        for relation in get_all_child_relations(page):
            # Whoever asks a new page for what hangs on it shall not ask the database for nothing, once a relation.
            if relation.get_accessor_name() not in getattr(page, "_cluster_related_objects", {}):
                setattr(page, relation.get_accessor_name(), [])
    model = type(pages[0])
    # bulk_create() refuses models with a parent table; the parent rows stand, so the child rows are plain inserts.
    fields = model._meta.local_concrete_fields
    for start in range(0, len(pages), ROWS):
        model._base_manager.all()._insert(pages[start : start + ROWS], fields=fields, using=parent._state.db)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _page_row(page):
    """Return the part of a page that stands in Wagtail's own table."""
    names = (field.attname for field in Page._meta.concrete_fields if field.attname != "id")
    return Page(**{name: getattr(page, name) for name in names})
