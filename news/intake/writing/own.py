"""The last pass over an export of this very portal: what only the portal knows, once everything else stands.

The other passes bring in what every system has. Here each thing gets the rest
of its fields, with the references that the export names by key or address
turned back into rows.
"""

import logging

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.dateparse import parse_datetime
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page, ReferenceIndex, Revision

from news.bulk import index_for_search
from news.intake.errors import reason_of
from news.intake.leaving.site import HEAD
from news.intake.record import (
    AuthorRecord,
    BodyFormat,
    MediaRecord,
    RedirectRecord,
    SectionRecord,
    SettingRecord,
    Status,
    StoryRecord,
    TopicRecord,
)
from news.intake.writing.batches import KEPT
from news.intake.writing.ledger import Kind, Outcome
from news.intake.writing.own_site import SiteWriter
from news.intake.writing.own_values import OwnValues
from news.models import (
    ArticlePage,
    Contribution,
    Correction,
    LiveBlogPage,
    LiveUpdate,
    MedicalReview,
    RelatedStory,
    Source,
)
from portal.models import PortalDocument
from portal.pages import BasePage

logger = logging.getLogger("news.intake")

KINDS = {
    AuthorRecord: Kind.AUTHOR,
    SectionRecord: Kind.SECTION,
    TopicRecord: Kind.TOPIC,
    MediaRecord: Kind.MEDIA,
}
WRITTEN = (Outcome.CREATED, Outcome.UPDATED)


class OwnExport:
    """Finishes what an import has written from an export of this portal. ``parts`` are the `Parts` of the import."""

    def __init__(self, parts):
        self.parts = parts
        self.values = OwnValues(parts)

    def finish(self, record):
        """Give what came of a record the rest of its fields. What this run has not written stays as it is.

        One that fails stops no other: it is named, and a later run does it again.
        """
        if isinstance(record, RedirectRecord):
            self._finish_redirect(record)
            return
        kind = KINDS.get(type(record)) or (record.kind if isinstance(record, StoryRecord) else None)
        item = self.parts.ledger.find(kind, [record.key]).get(record.key) if kind else None
        if item is None or item.run_id != self.parts.run.pk or item.outcome not in WRITTEN:
            return
        try:
            with transaction.atomic():
                self._finish_one(item, record)
        except Exception as error:
            self._fail(item, record, error)

    def finish_site(self, records):
        """Bring in the settings, the front page and the lists: in a dry run, tell what would come of them."""
        writer = SiteWriter(self.parts, self.values)
        # The settings lead to lists, so does the front page: none before what it leads to.
        for record in sorted(records, key=lambda record: (isinstance(record, SettingRecord), not record.key)):
            writer.write(record)

    def _finish_one(self, item, record):
        if isinstance(record, AuthorRecord):
            self._finish_author(item.person, record)
        elif isinstance(record, MediaRecord):
            self._finish_media(item.image or item.document, record)
        elif isinstance(record, StoryRecord):
            self._finish_story(item, record)
        else:
            self._finish_list(item, record)

    def _fail(self, item, record, error):
        """Name what came in without the rest of its fields."""
        logger.warning("%s %s could not be finished", item.kind, record.key, exc_info=error)
        counted, reason = self.parts.summary.outcomes[item.kind], reason_of(error)
        counted[item.outcome] -= 1
        counted[Outcome.FAILED] += 1
        self.parts.summary.fail(item.kind, record.key, item.title, reason)
        type(item).objects.filter(pk=item.pk).update(outcome=Outcome.FAILED)
        item.notes.create(run=self.parts.run, code="failed", name=item.title[:200], detail=reason)

    # --- Each kind ----------------------------------------------------------------

    def _finish_author(self, author, record):
        author.profiles, author.short_bio, author.public_email = [], "", record.email
        author.bio = self.values.rich_text(record.bio)
        self.values.set(author, record.extra)
        author.live = record.extra.get("live", True)
        author.save()

    def _finish_media(self, kept, record):
        if isinstance(kept, PortalDocument):
            kept.description = record.caption[:500]
        else:
            kept.source_url = ""
            self.values.set(kept, record.extra)
        name, root = record.extra.get("collection", ""), Collection.get_first_root_node()
        if name and name != root.name:
            kept.collection = Collection.objects.filter(name=name).first() or root.add_child(name=name)
        else:
            kept.collection = root
        kept.save()

    def _finish_list(self, item, record):
        """Finish a section or topic."""
        page = item.page.specific
        self.values.set(page, record.extra)
        for name in HEAD:
            if name in record.extra:
                setattr(page, name, record.extra[name])
        page.live = record.extra.get("live", False)
        page.save(clean=False)
        self._renew_revision(item, page)

    def _finish_story(self, item, record):
        page = _of_type(item.page.specific, record.extra.get("type", ""))
        if isinstance(page, ArticlePage):
            page.updated_at = None
        self.values.set(page, record.extra)
        if record.body_format == BodyFormat.STREAM:
            page.body = self.values.stream(page._meta.get_field("body").stream_block, record.body)
        page.expire_at = _moment(record.extra.get("expire_at"))
        if "go_live_at" in record.extra:
            page.go_live_at = _moment(record.extra["go_live_at"])
        if record.status != Status.SCHEDULED:
            page.first_published_at = record.published_at
            page.last_published_at = record.modified_at if page.live else page.first_published_at
        if isinstance(page, ArticlePage):
            self._write_rows(page, record.extra)
            page.derive()
        fields = [field for field in page._meta.concrete_fields if not field.primary_key and field.name not in KEPT]
        values = {field.attname: getattr(page, field.attname) for field in fields}
        type(page)._base_manager.filter(pk=page.pk).update(**values)
        page = type(page)._base_manager.get(pk=page.pk)
        self._renew_revision(item, page)
        ReferenceIndex.create_or_update_for_object(page)
        index_for_search([page])

    def _write_rows(self, page, extra):
        """Write what stands in tables of its own: everybody's part, sources, further stories, reviews, updates."""
        public = {"published_at": page.published_at, "is_public": page.is_public}
        self._replace(page, Contribution, "article", extra.get("contributions"), **public)
        self._replace(page, Source, "article", extra.get("sources"))
        related = [{"story": address} for address in extra.get("related", ())]
        self._replace(page, RelatedStory, "article", [row for row in related if self.values.page(row["story"])])
        for model, name, owner in ((MedicalReview, "medical_reviews", "article"), (LiveUpdate, "updates", "blog")):
            if not model.objects.filter(**{f"{owner}_id": page.pk}).exists():
                self._replace(page, model, owner, extra.get(name))
        made = list(Correction.objects.filter(article_id=page.pk).order_by("pk"))
        for later, earlier in extra.get("amendments", ()):
            if later < len(made) and earlier < len(made):
                Correction.objects.filter(pk=made[later].pk).update(amends=made[earlier])
        updates = list(LiveUpdate.objects.filter(blog_id=page.pk).order_by("pk"))
        for correction, update in extra.get("corrected_updates", ()):
            if correction < len(made) and update < len(updates):
                Correction.objects.filter(pk=made[correction].pk).update(live_update=updates[update])

    def _replace(self, page, model, owner, rows, **common):
        """Put rows, told in words of JSON, in the place of those that a page has."""
        if rows is None:
            return
        model.objects.filter(**{f"{owner}_id": page.pk}).delete()
        for place, told in enumerate(rows):
            row = model(**{f"{owner}_id": page.pk}, **common)
            self.values.set(row, told)
            if hasattr(row, "sort_order"):
                row.sort_order = place
            row.save()

    def _finish_redirect(self, record):
        """The writer of old addresses knows permanent redirects alone."""
        if not record.permanent:
            path = Redirect.normalise_path(record.old_path)
            Redirect.objects.filter(old_path=path, redirect_link=record.target).update(is_permanent=False)

    def _renew_revision(self, item, page):
        """Let the revision that the import wrote say what the page says now: an editor goes on from there."""
        Revision.objects.filter(pk=page.latest_revision_id or item.revision_id).update(
            content=page.serializable_data(), content_type=page.content_type, object_str=str(page)
        )


def _of_type(page, label):
    """Return a page as one of the type that the export names, in the same place of the tree."""
    model = apps.get_model(label) if label and label.count(".") == 1 else type(page)
    is_story = isinstance(page, ArticlePage)
    if model is type(page) or not issubclass(model, BasePage) or issubclass(model, ArticlePage) != is_story:
        return page
    other = model()
    for field in type(page)._meta.concrete_fields:
        if hasattr(other, field.attname):
            setattr(other, field.attname, getattr(page, field.attname))
    if is_story and model is LiveBlogPage:
        other.articlepage_ptr_id = page.pk
    else:
        other.page_ptr_id = page.pk
        type(page)._base_manager.filter(pk=page.pk)._raw_delete(using=page._state.db)
    other.content_type = ContentType.objects.get_for_model(model)
    other.save_base(raw=True)
    Page.objects.filter(pk=page.pk).update(content_type=other.content_type)
    return model._base_manager.get(pk=page.pk)


def _moment(text):
    return parse_datetime(text) if text else None
