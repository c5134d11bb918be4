"""Settings, front page and lists from an export of this portal, for a portal that has none of its own yet."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from news.intake.errors import reason_of
from news.intake.leaving.keys import Keys
from news.intake.leaving.records import SYSTEM
from news.intake.leaving.site import HEAD, LISTS, is_untouched, said, setting_models, setting_of
from news.intake.record import SettingRecord
from news.intake.writing.ledger import Outcome
from news.intake.writing.taxonomy import index_page_of
from news.models import ArticlePage, ImportedItem

logger = logging.getLogger("news.intake")

KIND = "setting"
"""How the account calls what is written here."""


def is_own(source):
    """Whether an export comes from this portal."""
    return source.system == SYSTEM


class SiteWriter:
    """Writes what a site is set to. ``parts`` are the `Parts` of the import, ``values`` its `OwnValues`.

    Nothing that somebody has set here is written over, and nothing at all
    where there are stories from elsewhere: that portal has a face already.
    """

    def __init__(self, parts, values):
        self.parts, self.values = parts, values
        self.summary, self.dry_run = parts.summary, parts.run.dry_run
        self.keys = Keys(parts.site) if parts.site else None
        items = ImportedItem.objects.filter(source=parts.run.source, page__isnull=False)
        self.is_new = parts.root_is_site and not ArticlePage.objects.exclude(pk__in=items.values("page_id")).exists()

    def write(self, record):
        """Bring in a `SettingRecord` or `FrontRecord`, or tell what would come of it. One that fails stops no other."""
        name = getattr(record, "title", "") or record.key
        try:
            with transaction.atomic():
                outcome = self._write(record)
        except Exception as error:
            logger.warning("The setting %s could not be brought in", record.key, exc_info=error)
            outcome = Outcome.FAILED
            self.summary.fail(KIND, record.key, name, reason_of(error))
        if outcome in (Outcome.CREATED, Outcome.SKIPPED):
            self.summary.note("setting_taken" if outcome == Outcome.CREATED else "setting_left", name, key=record.key)
        self.summary.outcomes[KIND][outcome] += 1

    def _write(self, record):
        here = self._find(record)
        if here is None:
            return Outcome.SKIPPED
        wanted = self._filled(self._find(record), record)
        if here.pk and self._told(here) == self._told(wanted):
            return Outcome.UNCHANGED
        if not self.is_new or not is_untouched(here, self.keys):
            return Outcome.SKIPPED
        if not self.dry_run:
            self._save(wanted, record)
        return Outcome.CREATED

    def _find(self, record):
        """Return what a record speaks of as it is here, unsaved where it is not; None for what the portal has not."""
        if self.keys is None:
            return None
        if isinstance(record, SettingRecord):
            model = setting_models().get(record.key)
            return model and setting_of(model, self.parts.site)
        if not record.key:
            page = Page.objects.get(pk=self.parts.front.pk).specific
            return page if page._meta.label == record.type else None
        model = next((model for model in LISTS if model._meta.label == record.type), None)
        return model and (model.objects.descendant_of(self.parts.front).first() or model(title=record.title))

    def _filled(self, instance, record):
        """Return an instance with what the record says."""
        fields = {field.name: field for field in instance._meta.concrete_fields if field.editable}
        self.values.set(instance, {name: value for name, value in record.extra.items() if name in fields})
        if isinstance(instance, Page):
            instance.title = record.title or instance.title
            for name in HEAD:
                setattr(instance, name, record.extra.get(name, getattr(instance, name)))
        if not self.dry_run:
            for field in fields.values():
                if isinstance(field, StreamField):
                    self._keep_what_fits(instance, field, record)
        return instance

    def _keep_what_fits(self, instance, field, record):
        """Leave out, by name, the parts of a StreamField that an editor could not save, such as a link to nothing."""
        stored = list(getattr(instance, field.name).raw_data)
        kept = []
        for raw, child in zip(stored, field.stream_block.to_python(stored), strict=True):
            try:
                child.block.clean(child.value)
                kept.append(raw)
            except Exception as error:
                detail = f"{child.block.label}: {reason_of(error)}"
                self.summary.note("setting_part_left", record.key or record.title, key=record.key, detail=detail)
        if len(kept) < len(stored):
            setattr(instance, field.name, kept)

    def _told(self, instance):
        title = {"title": instance.title} if isinstance(instance, Page) else {}
        return said(instance, self.keys) | title

    def _save(self, instance, record):
        if not isinstance(instance, Page):
            streams = [field.name for field in instance._meta.concrete_fields if isinstance(field, StreamField)]
            instance.full_clean(exclude=["site", *streams])
            instance.save()
            return
        if not instance.pk:
            slug = record.key.rpartition("/")[2]
            made = index_page_of(
                type(instance), self.parts.front, record.title or _("List"), slug, self.parts.slugs, dry_run=False
            )
            instance = self._filled(made.specific, record)
        instance.draft_title = instance.title
        instance.save(clean=False)
        Revision.objects.filter(pk=instance.latest_revision_id).update(
            content=instance.serializable_data(), object_str=str(instance)
        )
