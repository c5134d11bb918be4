"""The records of one site, one at a time: people, sections, topics, media, stories, pages, redirects."""

import json

from django.db.models import Prefetch
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from news.intake.leaving.own_fields import own_fields
from news.intake.leaving.site import LISTS, is_untouched, said, setting_models, setting_of
from news.intake.record import (
    Access,
    AuthorRecord,
    BodyFormat,
    CorrectionRecord,
    FrontRecord,
    MediaRecord,
    RedirectRecord,
    SectionRecord,
    SettingRecord,
    Source,
    Status,
    StoryRecord,
    TopicRecord,
)
from news.models import (
    ArticlePage,
    Author,
    Contribution,
    LiveBlogPage,
    SectionPage,
    TopicPage,
)
from portal import clock
from portal.models import PortalDocument, PortalImage
from portal.site_settings import Publication

SYSTEM = "portal"
VERSION = "1"
CHUNK = 100
# Told in fields of the record.
OF_AUTHOR = ("name", "slug", "bio", "public_email", "live", "latest_revision", "live_revision")
OF_DRAFTS = ("has_unpublished_changes", "first_published_at", "last_published_at", "expired")
NAMED_ELSEWHERE = ("article", "blog", "page", "sort_order", "published_at", "is_public")


class SiteRecords:
    """Everything that one site holds, as neutral records."""

    def __init__(self, site, keys):
        self.site = site
        self.keys = keys
        self.below = Page.objects.descendant_of(site.root_page)

    def source(self):
        """Return the record of the site itself."""
        publication = Publication.for_site(self.site)
        language = self.site.root_page.locale.language_code
        return Source(SYSTEM, name=publication.name, base_urls=[self.keys.base], language=language, version=VERSION)

    def authors(self):
        """Yield everybody who signs, published or not."""
        for author in Author.objects.select_related("photo").order_by("pk").iterator(CHUNK):
            extra = own_fields(author, self.keys, without=(*OF_AUTHOR, *OF_DRAFTS))
            yield AuthorRecord(
                key=author.slug,
                name=author.name,
                slug=author.slug,
                bio=self.keys.rich_text(author.bio),
                url=f"{self.keys.base}{path}" if author.live and (path := author.get_absolute_url()) else "",
                image_url=self._file(author.photo),
                email=author.public_email,
                extra={**extra, "live": author.live},
            )

    def sections(self):
        """Yield the sections, none before the one above it."""
        for page in SectionPage.objects.descendant_of(self.site.root_page).order_by("path").iterator(CHUNK):
            key = self.keys.section(page)
            yield SectionRecord(
                key=key,
                name=page.title,
                slug=page.slug,
                parent_key=key.rpartition("/")[0],
                description=page.standfirst,
                extra={**own_fields(page, self.keys, without=("standfirst",)), **self._head(page)},
            )

    def topics(self):
        """Yield the topics."""
        for page in TopicPage.objects.descendant_of(self.site.root_page).order_by("path").iterator(CHUNK):
            yield TopicRecord(
                key=page.slug.lower(),
                name=page.title,
                slug=page.slug,
                description=page.description,
                extra={**own_fields(page, self.keys, without=("description",)), **self._head(page)},
            )

    def media(self):
        """Yield pairs of a picture or file and its record."""
        for image in PortalImage.objects.select_related("collection").order_by("pk").iterator(CHUNK):
            yield (
                image,
                MediaRecord(
                    key=self.keys.image(image.pk),
                    old_id=self.keys.image(image.pk),
                    url=self._file(image),
                    path=image.file.name,
                    title=image.title,
                    alt=image.description,
                    caption=image.caption,
                    credit=image.credit,
                    extra={**own_fields(image, self.keys), "collection": image.collection.name},
                ),
            )
        for document in PortalDocument.objects.select_related("collection").order_by("pk").iterator(CHUNK):
            yield (
                document,
                MediaRecord(
                    key=self.keys.document(document.pk),
                    old_id=self.keys.document(document.pk),
                    url=self.keys.base + document.url,
                    address=self.keys.base + document.url,
                    path=document.file.name,
                    title=document.title,
                    caption=document.description,
                    mime_type=document.content_type,
                    extra={"collection": document.collection.name},
                ),
            )

    def stories(self):
        """Yield pairs of a story and its record, in the order in which they were made."""
        related = (
            Prefetch("contributions", Contribution.objects.select_related("author")),
            "topic_links__topic",
            "related_links",
            "sources",
            "corrections",
            "medical_reviews__reviewer",
            "section",
        )
        for model in (ArticlePage, LiveBlogPage):
            stories = model.objects.descendant_of(self.site.root_page).order_by("pk")
            if model is ArticlePage:
                stories = stories.filter(liveblogpage__isnull=True)
            for story in stories.prefetch_related(*related).iterator(CHUNK):
                yield story, self.story(story)

    def pages(self):
        """Yield pairs of a plain page and its record, none before the one above it."""
        for page in self.below.order_by("path").specific().iterator(CHUNK):
            if not isinstance(page, (ArticlePage, SectionPage, TopicPage, *LISTS)):
                yield page, self.page(page)

    def settings(self):
        """Yield what somebody has set for the site or the whole portal."""
        for label, model in setting_models().items():
            setting = setting_of(model, self.site)
            if not is_untouched(setting, self.keys):
                yield SettingRecord(label, said(setting, self.keys))

    def fronts(self):
        """Yield the front page and the pages that list authors, topics and corrections."""
        for page in self.lists():
            yield FrontRecord(self.keys.section(page), page._meta.label, page.title, said(page, self.keys))

    def lists(self):
        """Yield the front page and the pages that list authors, topics and corrections."""
        yield Page.objects.get(pk=self.site.root_page_id).specific
        for model in LISTS:
            yield from model.objects.descendant_of(self.site.root_page)

    def redirects(self):
        """Yield the redirects to pages of this site and to addresses elsewhere."""
        for redirect in Redirect.objects.select_related("redirect_page").order_by("pk").iterator(CHUNK):
            if redirect.site_id in (None, self.site.pk):
                target = redirect.redirect_link or (redirect.redirect_page and redirect.redirect_page.get_full_url())
                if target:
                    yield RedirectRecord(redirect.old_path, target, redirect.is_permanent)

    def story(self, page):
        """Return the record of a story. One that was never published is told as its newest draft."""
        told = page if page.live else page.get_latest_revision_as_object()
        record = self._record(page, told, "post")
        by = [link for link in told.contributions.all() if link.role in Contribution.AUTHOR_ROLES]
        record.authors = [link.author.slug for link in by if link.role == Contribution.Role.BY]
        record.sections = [self.keys.section(page.section)] if page.section else []
        record.topics = [link.topic.slug.lower() for link in told.topic_links.all()]
        record.featured_key = self.keys.image(told.lead_image_id) if told.lead_image_id else ""
        record.featured_alt, record.featured_caption = told.lead_alt, told.lead_caption
        corrections = list(page.corrections.order_by("pk"))
        record.corrections = [self._correction(correction) for correction in corrections]
        places = {correction.pk: place for place, correction in enumerate(corrections)}
        extra = record.extra
        extra["contributions"] = [{"author": c.author.slug, "role": c.role} for c in told.contributions.all()]
        extra["related"] = [self.keys.address_of_page(link.story_id) for link in told.related_links.all()]
        extra["amendments"] = [[places[c.pk], places[c.amends_id]] for c in corrections if c.amends_id in places]
        extra["sources"] = self._children(told.sources.all())
        extra["medical_reviews"] = self._children(page.medical_reviews.all(), without=("revision",))
        if isinstance(page, LiveBlogPage):
            updates = list(page.updates.order_by("pk"))
            numbers = {update.pk: place for place, update in enumerate(updates)}
            extra["updates"] = self._children(updates, without=("blog", "body_text"))
            extra["corrected_updates"] = [
                [places[c.pk], numbers[c.live_update_id]] for c in corrections if c.live_update_id in numbers
            ]
        record.extra = {name: value for name, value in extra.items() if value}
        return record

    def page(self, page):
        """Return the record of a plain page."""
        told = page if page.live else page.get_latest_revision_as_object()
        record = self._record(page, told, "page")
        above = page.get_parent()
        record.parent_key = self.keys.page(above.pk) if above.pk != self.site.root_page_id else ""
        return record

    def _record(self, page, told, kind):
        """Return what stories and plain pages have in common."""
        body = getattr(told, "body", None)
        return StoryRecord(
            key=self.keys.page(page.pk),
            kind=kind,
            old_id=str(page.pk),
            title=told.title,
            slug=page.slug,
            status=_status(page),
            access=_access(page),
            published_at=page.first_published_at or page.go_live_at,
            modified_at=page.last_published_at if page.live else page.latest_revision_created_at,
            excerpt=getattr(told, "standfirst", ""),
            body=json.dumps(self.keys.stream(body.stream_block, body.raw_data), ensure_ascii=False) if body else "",
            body_format=BodyFormat.STREAM,
            seo_title=told.seo_title,
            seo_description=told.search_description,
            social_title=getattr(told, "social_title", ""),
            noindex=getattr(told, "noindex", False),
            url=page.get_full_url() or "",
            extra={
                **own_fields(told, self.keys, without=("body", "standfirst", "lead_alt", "lead_caption")),
                "type": page._meta.label,
                "go_live_at": _moment(page.go_live_at),
                "expire_at": _moment(page.expire_at),
            },
        )

    def _correction(self, correction):
        """Return the record of a correction. Who approved it is an account, and stays here."""
        told = ("article", "live_update", "kind", "was_wrong", "published_at", "amends", "approved_by")
        fields = own_fields(correction, self.keys, without=told)
        return CorrectionRecord(correction.kind, correction.was_wrong, correction.published_at, fields)

    def _head(self, page):
        """Return what a section or topic tells the head of its page, and whether it is public."""
        head = {"seo_title": page.seo_title, "search_description": page.search_description}
        head |= {"social_title": page.social_title, "noindex": page.noindex, "live": page.live}
        return {name: value for name, value in head.items() if value not in ("", False)}

    def _children(self, rows, *, without=()):
        left_out = {*NAMED_ELSEWHERE, *without} - {"published_at"}
        return [own_fields(row, self.keys, without=left_out) for row in rows]

    def _file(self, image):
        """Return the address of a picture's original. Nobody may ask for it: it names the picture."""
        return f"{self.keys.base}/media/{image.file.name}" if image else ""


def _status(page):
    if page.live:
        return Status.LIVE
    waits = page.go_live_at and page.go_live_at > clock.now() and page.scheduled_revision
    return Status.SCHEDULED if waits else Status.DRAFT


def _access(page):
    """Return who may read a page once it is live: a restriction holds for everything below it, too."""
    kinds = {restriction.restriction_type for restriction in page.get_view_restrictions()}
    if kinds - {PageViewRestriction.NONE, PageViewRestriction.PASSWORD}:
        return Access.PRIVATE
    return Access.PASSWORD if PageViewRestriction.PASSWORD in kinds else Access.PUBLIC


def _moment(value):
    return value.isoformat() if value else None
