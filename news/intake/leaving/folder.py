"""The export as a folder: records, one page of HTML a story, all media, and what the site is set to."""

import hashlib
import json
import shutil
from pathlib import Path, PurePosixPath

from django.core.files.storage import default_storage

from news.intake.errors import IntakeError
from news.intake.leaving.keys import Keys
from news.intake.leaving.own_fields import own_fields
from news.intake.leaving.pieces import Places, document
from news.intake.leaving.records import SYSTEM, VERSION, SiteRecords
from news.intake.leaving.site import setting_models, setting_of
from news.intake.lines import to_json
from portal import clock

PIECE = 1024 * 1024
RECORDS, SETTINGS, MANIFEST, MEDIA_MANIFEST = "records.jsonl", "settings.json", "manifest.json", "media.jsonl"
README = """\
This folder holds everything that a news site has published or prepared.

records.jsonl   one JSON object a line: people, sections, topics, media, stories, pages, redirects,
                settings, front page and lists
stories/        each story and page as HTML, with the pictures in media/
media/          pictures and files as they were uploaded
media.jsonl     for each file: checksum, title, description, caption, credit, rights
settings.json   what the site is called and how it is set up
manifest.json   when this was made, and how many of each there are
"""


def export_folder(site, place, *, progress):
    """Write the whole site into a new folder and return its manifest.

    The folder has its name once it is complete, and nothing is left of it
    otherwise. Raises `IntakeError` where there is something in that place.
    """
    place = Path(place).absolute()
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise IntakeError(f"{place} is not empty: name a new folder.")
    part = place.with_name(f"{place.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        for name in ("stories", "media"):
            (part / name).mkdir(parents=True)
        manifest = FolderExport(site, part, progress).write()
        if place.exists():
            place.rmdir()
        part.replace(place)
    except OSError as error:
        raise IntakeError(f"{error.filename or place} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return manifest


class FolderExport:
    """Writes one site into a folder that exists."""

    def __init__(self, site, folder, progress):
        self.site = site
        self.folder = folder
        self.progress = progress
        self.keys = Keys(site)
        self.records = SiteRecords(site, self.keys)
        self.counts = {}
        self.missing = []
        self.places = Places(
            base=self.keys.base, picture=lambda image: f"../media/{image.file.name}", text=self.keys.rich_text
        )

    def write(self):
        """Write everything; return the manifest."""
        with (self.folder / RECORDS).open("w", encoding="utf-8") as lines:
            lines.write(f"{to_json(self.records.source())}\n")
            for name in ("authors", "sections", "topics"):
                for record in getattr(self.records, name)():
                    self._line(lines, name, record)
            self._media(lines)
            for name in ("stories", "pages"):
                for page, record in getattr(self.records, name)():
                    self._line(lines, name, record)
                    self._html(page, record)
            for name in ("redirects", "settings", "fronts"):
                for record in getattr(self.records, name)():
                    self._line(lines, name, record)
        self._write(SETTINGS, self._settings())
        (self.folder / "README.txt").write_text(README, encoding="utf-8")
        manifest = {
            "system": SYSTEM,
            "version": VERSION,
            "made_at": clock.now().isoformat(timespec="seconds"),
            "site": self.keys.base,
            "counts": self.counts,
            "missing_media": self.missing,
            "records_sha256": _checksum(self.folder / RECORDS),
        }
        self._write(MANIFEST, manifest)
        return manifest

    def _line(self, lines, name, record):
        lines.write(f"{to_json(record)}\n")
        self.counts[name] = self.counts.get(name, 0) + 1
        self.progress(f"Writing {name}: {self.counts[name]:,}")

    def _media(self, lines):
        """Copy each file and describe it, in the records and in the manifest of the media."""
        with (self.folder / MEDIA_MANIFEST).open("w", encoding="utf-8") as manifest:
            for kept, record in self.records.media():
                copied = copy_file(kept.file.name, self.folder / "media")
                if copied is None:
                    self.missing.append(kept.file.name)
                else:
                    record.extra["sha256"], size = copied
                    described = {"file": f"media/{record.path}", "bytes": size, "title": record.title}
                    described |= {"alt": record.alt, "caption": record.caption, "credit": record.credit}
                    manifest.write(f"{json.dumps({**described, **record.extra}, ensure_ascii=False)}\n")
                self._line(lines, "media", record)

    def _html(self, page, record):
        told = page if page.live else page.get_latest_revision_as_object()
        contributions = getattr(told, "contributions", None)
        names = [link.author.name for link in contributions.all() if link.role == "by"] if contributions else []
        html = document(told, self.places, authors=names, date=record.published_at, standfirst=record.excerpt)
        path = self.folder / "stories" / f"{record.key}.html"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(html)

    def _settings(self):
        """Return the settings of the site, and what its front page and its lists say."""
        values = {}
        for label, model in setting_models().items():
            values[label] = own_fields(setting_of(model, self.site), self.keys, without=("site",))
        values["pages"] = [
            {"type": page._meta.label, "title": page.title, "url": page.full_url, **own_fields(page, self.keys)}
            for page in self.records.lists()
        ]
        return values

    def _write(self, name, values):
        text = json.dumps(values, ensure_ascii=False, indent=1)
        (self.folder / name).write_text(text, encoding="utf-8")


def copy_file(name, folder):
    """Copy a file of the storage below a folder; return its SHA-256 and size in bytes, or None where it is gone."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not name:
        return None
    target = folder / path
    digest, size = hashlib.sha256(), 0
    try:
        with default_storage.open(name) as source:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as out:
                while piece := source.read(PIECE):
                    out.write(piece)
                    digest.update(piece)
                    size += len(piece)
    except FileNotFoundError:
        return None
    return digest.hexdigest(), size


def _checksum(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
