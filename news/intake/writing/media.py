"""Pictures and files come in: each file once, however often it was uploaded."""

import json
import logging
from functools import partial
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from news.bulk import index_for_search, index_references
from news.intake.errors import reason_of
from news.intake.on_disk import DiskMap
from news.intake.record import MediaRecord
from news.intake.writing.files import NotTaken
from news.intake.writing.index import record_hash
from news.intake.writing.ledger import STAND_IN, Kind, Outcome
from news.intake.writing.old_addresses import original_of, upload_path
from news.models import ImportedItem
from news.text import plain_text
from portal.models import PortalDocument, PortalImage
from portal.web_addresses import web_address

logger = logging.getLogger("news.intake")

COLLECTION = "Imported"
MISSING = "missing"
"""How the account calls a picture or file that was not to be had; no item is kept, so that a later run tries again."""

TOLD = ("title", "credit")
"""What a dry run remembers of a picture or file, to tell of another with the same content."""


def imported_collection():
    """Return the collection in which everything imported lands, made where there is none."""
    found = Collection.objects.filter(name=COLLECTION, depth=2).first()
    return found or Collection.get_first_root_node().add_child(name=COLLECTION)


class MediaWriter:
    """Brings media records in. Whoever calls it holds the transaction and flushes the ledger."""

    def __init__(self, ledger, files, summary):
        self.ledger = ledger
        self.files = files
        self.summary = summary
        self._collection = None
        # The addresses of files of which no record speaks, with 1 where they are to be had and 0 where they are not.
        self._strays = DiskMap()
        # Of a dry run: what each record would become, and the title and credit of the first with each content.
        self._planned = DiskMap()
        self._contents = DiskMap()

    def planned(self, key):
        """Return the unsaved item of what a record would become in a dry run, None where it is missing or there."""
        became = self._planned.get(key)
        return ImportedItem(key=key, **{became: STAND_IN}) if became else None

    def forget(self):
        """Forget what a failed batch has made."""
        self._collection = None

    def bring_in(self, records):
        """Bring in some MediaRecords. Returns their items by key: those that could be had, now or earlier."""
        known = self.ledger.find(Kind.MEDIA, [record.key for record in records])
        new, pictures = [], {}
        for record in records:
            item = known.get(record.key)
            if item is None or not item.was_written:
                new.append((record, item, self._take(record, pictures)))
            elif not self.ledger.is_done(item):
                self._count(Outcome.UNCHANGED)
                self.ledger.keep(Kind.MEDIA, record, Outcome.UNCHANGED, item=item)
        failed = self._write(list(pictures.values()))
        for record, item, taken in new:
            if taken is None:
                continue
            image = taken.get("image")
            if image is not None and image.pk is None:
                self._fail(record, failed[image.file_hash])
            else:
                self._count(Outcome.CREATED)
                known[record.key] = self.ledger.keep(Kind.MEDIA, record, Outcome.CREATED, item=item, **taken)
        return known

    def bring_in_stray(self, url):
        """Bring in what a story shows and no record of the export speaks of. Returns its item, or None."""
        key = f"url:{original_of(upload_path(url)) or url}"
        known = self._strays.get(key)
        if known is not None:
            return self.planned(key) if known else None
        item = self.bring_in([MediaRecord(key=key, url=url, path=upload_path(url))]).get(key)
        if self.planned(key) or item is None:
            self._strays.setdefault(key, item is not None)  # nothing is written by which it would be found again
        return item

    def _take(self, record, pictures):
        """Return what to keep of a record whose file is to be had, None where it is not; that is noted.

        ``pictures`` are those of the batch by the checksum of their file; a new one is added, unsaved.
        """
        try:
            taken = self.files.take(url=record.url, path=record.path)
        except NotTaken as error:
            self._count(MISSING)
            self.summary.note(error.code, record.url, key=record.key, title=record.title, detail=str(error))
            return None
        notes = [("image_degraded", record.url, "")] if taken.degraded else []
        values = {"record_hash": record_hash(record), "old_url": record.url}
        make = partial(self._image, pictures=pictures) if taken.size else self._document
        try:
            with transaction.atomic():
                became, duplicate = make(record, taken)
        except Exception as error:
            self.forget()
            self._fail(record, error)
            return None
        notes += [("image_duplicate", record.url, became.title)] if duplicate else []
        notes += [("credit_unknown", record.url, "")] if taken.size and not became.credit else []
        name = "image" if taken.size else "document"
        if self.ledger.run.dry_run:
            self._planned.setdefault(record.key, f"{name}_id")
            values[f"{name}_id"] = STAND_IN
        else:
            values[name] = became
        return {"notes": notes, **values}

    def _fail(self, record, error):
        """Name what could be had and not be stored. It stops nothing: where it stood, it is missing."""
        logger.warning("%s could not be brought in", record.url or record.key, exc_info=error)
        self._count(Outcome.FAILED)
        self.summary.fail(Kind.MEDIA, record.key, record.title, reason_of(error))

    def _image(self, record, taken, pictures):
        """Return the picture, unsaved where it is new, and whether the library or the batch had it already."""
        image = PortalImage(
            title=(plain_text(record.title) or taken.name)[:255],
            description=plain_text(record.alt)[:255],
            caption=plain_text(record.caption)[:500],
            credit=plain_text(record.credit)[:255],
            source_url=web_address(record.url)[:200] if len(record.url) <= 200 else "",
            rights=PortalImage.Rights.UNKNOWN,
            collection=self._landing(),
        )
        there = self._there(image, taken) or pictures.get(image.file_hash)
        if there:
            return there, True
        if not self.ledger.run.dry_run:
            _store(image, taken)
            pictures[image.file_hash] = image
        return image, False

    def _write(self, images):
        """Write new pictures. Returns why some could not be, by the checksum of their file."""
        try:
            with transaction.atomic():
                _insert(images)
        except Exception as error:
            for image in images:
                image.pk, image._state.adding = None, True
            if len(images) == 1:
                return {images[0].file_hash: error}
            return {digest: reason for image in images for digest, reason in self._write([image]).items()}
        return {}

    def _document(self, record, taken):
        """Return the file, and whether the library had it already."""
        document = PortalDocument(
            title=(plain_text(record.title) or taken.name)[:255],
            description=plain_text(record.description or record.caption)[:500],
            collection=self._landing(),
        )
        there = self._there(document, taken)
        if there:
            return there, True
        if not self.ledger.run.dry_run:
            document.file = ContentFile(taken.content, name=taken.name)
            document.save()
        return document, False

    def _there(self, kept, taken):
        """Return what the library holds already of the same content, or would hold after a dry run; None without."""
        model = type(kept)
        kept.file_hash, kept.file_size = hash_filelike(taken.opened()), len(taken.content)
        found = model.objects.filter(file_hash=kept.file_hash, collection__name=COLLECTION, collection__depth=2).first()
        if found is None and self.ledger.run.dry_run:
            told = self._contents.get(kept.file_hash)
            self._contents.setdefault(kept.file_hash, json.dumps({name: getattr(kept, name, "") for name in TOLD}))
            found = SimpleNamespace(**json.loads(told)) if told else None
        return found

    def _landing(self):
        if self.ledger.run.dry_run:
            return None
        self._collection = self._collection or imported_collection()
        return self._collection

    def _count(self, outcome):
        self.summary.outcomes[Kind.MEDIA][outcome] += 1


def _store(image, taken):
    """Store the file of a picture that is to be written.

    The picture gets the name of a file that is stored already, and its size:
    so nothing decodes it once more.
    """
    field = PortalImage._meta.get_field("file")
    name = field.generate_filename(image, taken.name)
    name = field.storage.save(name, ContentFile(taken.content), max_length=field.max_length)
    image.width, image.height = taken.size
    image.__dict__["file"] = name


def _insert(images):
    """Write new pictures, with all that saving each of them would bring about."""
    PortalImage.objects.bulk_create(images)
    index_references(images)
    index_for_search(images)
