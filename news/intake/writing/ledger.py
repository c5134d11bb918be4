"""What an import remembers of each thing, across runs; a dry run reads it and writes nothing."""

import hashlib

from news.intake.writing.index import record_hash
from news.models import ImportedItem, ImportNote

STAND_IN = 1
"""The key that a dry run gives for what the real one would make."""
Kind, Outcome = ImportedItem.Kind, ImportedItem.Outcome
UPDATED_FIELDS = [
    field.name for field in ImportedItem._meta.concrete_fields if field.name not in {"id", "source", "kind", "key"}
]
LONGEST_TITLE = ImportedItem._meta.get_field("title").max_length
LONGEST_KEY = ImportedItem._meta.get_field("key").max_length


def stored_key(key):
    """Return a record's key as an item can hold it: of one that is too long the beginning and a checksum."""
    if len(key) <= LONGEST_KEY:
        return key
    checksum = hashlib.sha256(key.encode()).hexdigest()
    return f"{key[: LONGEST_KEY - len(checksum) - 1]}~{checksum}"


class Ledger:
    """Finds and keeps the items of one run. What `keep` was given is written by `flush`, inside the caller's batch."""

    def __init__(self, run, summary):
        self.run = run
        self.summary = summary
        self._kept = []

    def find(self, kind, keys):
        """Return the items of one kind that earlier runs, or this one, have kept, by key."""
        keys = {stored_key(key): key for key in keys}
        items = ImportedItem.objects.filter(source=self.run.source, kind=kind, key__in=list(keys))
        found = {keys[item.key]: item for item in items.select_related("page", "image", "document")}
        kept = {keys[item.key]: item for item, _notes in self._kept if item.kind == kind and item.key in keys}
        return found | kept

    def is_done(self, item):
        """Whether this very run, before it was interrupted, has dealt with an item."""
        return item is not None and self.run.pk is not None and item.run_id == self.run.pk

    def is_unchanged(self, item, record):
        """Whether the export says nothing of a thing that an earlier run has not written here."""
        return item.record_hash == record_hash(record) and item.outcome != Outcome.FAILED

    def keep(self, kind, record, outcome, *, item=None, notes=(), **values):
        """Keep what became of a record. ``notes`` are triples of code, name and detail. Returns the item, unsaved."""
        item = item or ImportedItem(source=self.run.source, kind=kind, key=stored_key(record.key))
        item.run, item.outcome = self.run, outcome
        title = getattr(record, "title", "") or getattr(record, "name", "")
        item.title = title[:LONGEST_TITLE]
        for name, value in values.items():
            setattr(item, name, value)
        self._kept.append((item, list(notes)))
        return item

    def notes_on(self, items, code):
        """Return the notes of one kind that stand on ``items``, by their records' keys: pairs of key and name."""
        keys = {item.pk: key for key, item in items.items() if item.pk}
        notes = ImportNote.objects.filter(item__in=list(keys), code=code) if keys else ImportNote.objects.none()
        return [(keys[item], name) for item, name in notes.values_list("item_id", "name")]

    def flush(self):
        """Write what was kept, and forget it. Counts the notes. In a dry run only the account is kept.

        Returns the items that were written.
        """
        for item, notes in self._kept:
            for code, name, detail in notes:
                self.summary.note(code, name, key=item.key, title=item.title, detail=detail)
        written = [] if self.run.dry_run else [item for item, _notes in self._kept]
        if written:
            self._write(written)
        self._kept = []
        return written

    def forget(self):
        """Forget what was kept: the batch has failed."""
        self._kept = []

    def _write(self, items):
        known = [item for item in items if item.pk]
        ImportedItem.objects.bulk_create([item for item in items if not item.pk], batch_size=500)
        ImportedItem.objects.bulk_update(known, UPDATED_FIELDS, batch_size=100)
        told_anew = [item.pk for item in known if item.outcome != Outcome.UNCHANGED]
        ImportNote.objects.filter(item__in=told_anew).delete()
        ImportNote.objects.bulk_create(
            [
                ImportNote(run=self.run, item=item, code=code, name=name[:200], detail=detail)
                for item, notes in self._kept
                for code, name, detail in notes
            ],
            batch_size=500,
        )
