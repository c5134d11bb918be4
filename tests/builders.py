"""Plain functions that build a newsroom: for tests, and for the demo.

Every function takes what matters to its caller by name and fills in the rest.
Whatever they build is real: pages stand in the tree, published pages went
through a revision, images have a file.
"""

import contextlib
import io
import itertools
import uuid
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils.text import slugify
from PIL import Image as PillowImage
from wagtail.models import Page, Site

from home.models import HomePage, PolicyPage, StandardPage
from news.models import (
    ArticlePage,
    ArticleTopic,
    Author,
    AuthorIndexPage,
    Contribution,
    Correction,
    CorrectionsPage,
    LiveBlogPage,
    LiveUpdate,
    MedicalReview,
    RelatedStory,
    SectionPage,
    Source,
    TopicIndexPage,
    TopicPage,
)
from news.standards.gate import waived
from portal import clock
from portal.models import PortalDocument, PortalImage

_numbers = itertools.count(1)


def home_page():
    """Return the front page of the default site, which the first migration made."""
    return HomePage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)


def _child(parent, page, *, live):
    page.live = live
    parent.add_child(instance=page)
    return page


def make_section(title="Film", *, parent=None, slug="", colour="velour", health=False, live=True, **fields):
    """Return a section below ``parent``, or below the front page."""
    page = SectionPage(
        title=title, slug=slug or slugify(title, allow_unicode=True), colour=colour, health=health, **fields
    )
    return _child(parent or home_page(), page, live=live)


def make_topic_index(*, title="Topics", slug="topics", **fields):
    """Return the topic index, made when the tree has none."""
    existing = TopicIndexPage.objects.first()
    return existing or _child(home_page(), TopicIndexPage(title=title, slug=slug, **fields), live=True)


def make_topic(title="Awards", *, slug="", live=True, **fields):
    """Return a topic below the topic index."""
    page = TopicPage(title=title, slug=slug or slugify(title, allow_unicode=True), **fields)
    return _child(make_topic_index(), page, live=live)


def make_author_index(*, title="Our writers", slug="authors", **fields):
    """Return the author index, made when the tree has none."""
    existing = AuthorIndexPage.objects.first()
    return existing or _child(home_page(), AuthorIndexPage(title=title, slug=slug, **fields), live=True)


def make_corrections_page(*, title="Corrections", slug="corrections", **fields):
    """Return the public log of corrections, made when the tree has none."""
    existing = CorrectionsPage.objects.first()
    return existing or _child(home_page(), CorrectionsPage(title=title, slug=slug, **fields), live=True)


def make_standard_page(title="About us", *, slug="", parent=None, body=(), live=True, **fields):
    """Return a page of text."""
    page = StandardPage(title=title, slug=slug or slugify(title, allow_unicode=True), body=stream(body), **fields)
    return _child(parent or home_page(), page, live=live)


def make_policy(kind="ethics", *, title="", slug="", body=(), live=True, **fields):
    """Return a policy page of that kind."""
    title = title or PolicyPage.Kind(kind).label
    page = PolicyPage(title=title, slug=slug or slugify(title), kind=kind, body=stream(body), **fields)
    return _child(home_page(), page, live=live)


def make_author(name="Marguerite Oyelaran", *, slug="", live=True, **fields):
    """Return an author with a public profile."""
    return Author.objects.create(
        name=name, slug=slug or slugify(name, allow_unicode=True), live=live, has_unpublished_changes=not live, **fields
    )


def make_image(
    title="A picture", *, credit="Velour & Tonic studio", size=(1600, 1067), content=None, file_name="", **fields
):
    """Return an image. ``content`` is the file's bytes; without it a plain picture is drawn."""
    file_name = file_name or f"{slugify(title) or 'picture'}-{next(_numbers)}.jpg"
    if content is None:
        buffer = io.BytesIO()
        PillowImage.new("RGB", size, (120, 30, 60)).save(buffer, "JPEG")
        content = buffer.getvalue()
    image = PortalImage(title=title, credit=credit, **fields)
    image.file = ImageFile(io.BytesIO(content), name=file_name)
    image.save()
    return image


def make_document(title="A file", *, name="file.txt", content=b"Hello", **fields):
    """Return a document that holds ``content``."""
    document = PortalDocument(title=title, **fields)
    document.file.save(name, ContentFile(content), save=False)
    document.file_size = len(content)
    document.save()
    return document


def stream(blocks):
    """Return raw StreamField data for ``(name, raw value)`` pairs, with stable ids."""
    return [
        {"type": name, "value": value, "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{position}-{name}-{value}"))}
        for position, (name, value) in enumerate(blocks)
    ]


def paragraph(text="A bell rings, and the film stops."):
    """Return the block of one paragraph."""
    return ("paragraph", f"<p>{text}</p>")


def in_order(children):
    """Return children of a page as a list, each with its place, which the editor's form would give it."""
    children = list(children)
    for place, child in enumerate(children):
        child.sort_order = place
    return children


def make_article(
    title="The interval is back",
    *,
    section=None,
    slug="",
    body=None,
    authors=(),
    topics=(),
    sources=(),
    related=(),
    contributions=(),
    published_at=None,
    updated_at=None,
    live=True,
    model=ArticlePage,
    **fields,
):
    """Return a story, published unless ``live`` is False.

    ``authors`` are Authors who wrote it, ``contributions`` further pairs of
    Author and role, ``sources`` dictionaries of `Source` fields. ``published_at``
    backdates the publication.
    """
    section = section or SectionPage.objects.order_by("path").first() or make_section()
    number = next(_numbers)
    page = model(
        title=title,
        slug=slug or f"{slugify(title, allow_unicode=True)[:80]}-{number}",
        body=stream(body if body is not None else [paragraph()]),
        first_published_at=published_at,
        **fields,
    )
    everybody = [*((author, Contribution.Role.BY) for author in authors), *contributions]
    page.contributions = in_order(Contribution(author=author, role=role) for author, role in everybody)
    page.topic_links = in_order(ArticleTopic(topic=topic) for topic in topics)
    page.related_links = in_order(RelatedStory(story=story) for story in related)
    page.sources = in_order(Source(**source) for source in sources)
    _child(section, page, live=False)
    if live:
        publish(page)
    if updated_at:
        model.objects.filter(pk=page.pk).update(updated_at=updated_at)
        page.updated_at = updated_at
    return model.objects.get(pk=page.pk)


def make_live_blog(title="Lantern Awards, live", *, live_state="live", **fields):
    """Return a live blog without updates."""
    return make_article(title, model=LiveBlogPage, live_state=live_state, **fields)


def make_update(blog, headline="A tie", *, body=None, published_at=None, **fields):
    """Return a published update of a live blog."""
    return LiveUpdate.objects.create(
        blog=blog,
        headline=headline,
        body=stream(body if body is not None else [paragraph()]),
        published_at=published_at or clock.now(),
        **fields,
    )


def make_correction(article, was_wrong="The hall seats 412, not 421.", **fields):
    """Return a public correction of a story."""
    return Correction.objects.create(article=article, was_wrong=was_wrong, **fields)


def sign_medical_review(article, reviewer, *, signed_at=None, months=12, **fields):
    """Return a review that signs the story's present words."""
    signed_at = signed_at or clock.now()
    return MedicalReview.objects.create(
        article=article,
        revision=article.latest_revision,
        content_hash=article.content_hash,
        reviewer=reviewer,
        credentials=fields.pop("credentials", reviewer.credentials),
        signed_at=signed_at,
        next_due=(signed_at + timedelta(days=round(months * 30.44))).date(),
        **fields,
    )


def publish(page, user=None, *, judged=False):
    """Publish a page as the admin does: by way of a revision. Returns the fresh page.

    The publish gate is waived, so that a test builds no more of a story than
    it is about; ``judged`` asks for its judgement.
    """
    revision = page.save_revision(user=user)
    with contextlib.nullcontext() if judged else waived("Built by a program"):
        revision.publish(user=user)
    return page.specific_class.objects.get(pk=page.pk)


def schedule(page, go_live_at, user=None, *, judged=False):
    """Approve a page to go live at a time to come. Returns the fresh page."""
    page.go_live_at = go_live_at
    return publish(page, user=user, judged=judged)


def make_user(username="editor", *, groups=(), password="correct horse battery", superuser=False, email="", **fields):
    """Return an account that may sign in."""
    create = get_user_model().objects.create_superuser if superuser else get_user_model().objects.create_user
    user = create(username=username, email=email, password=password, **fields)
    user.groups.set(groups)
    return user


def restrict(page, password="open sesame"):
    """Close a page, and all below it, to readers without the password."""
    return Page.objects.get(pk=page.pk).view_restrictions.create(restriction_type="password", password=password)
