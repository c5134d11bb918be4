"""The first pass: what is in an export, kept on disk so that an export of any size fits into little memory."""

import hashlib
import json
import sqlite3
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from news.intake.lines import from_json, to_json
from news.intake.writing.old_addresses import name_of, original_of, upload_path

SCHEMA = """
CREATE TABLE story (
    key TEXT PRIMARY KEY, kind TEXT, state TEXT, parent TEXT, place INTEGER, record TEXT, title TEXT, way TEXT
);
CREATE TABLE media (key TEXT PRIMARY KEY, path TEXT, original TEXT, old_id TEXT, parent TEXT, record TEXT);
CREATE INDEX media_path ON media (path);
CREATE INDEX media_original ON media (original);
CREATE INDEX media_old_id ON media (old_id);
CREATE INDEX media_parent ON media (parent);
CREATE TABLE address (name TEXT PRIMARY KEY, kind TEXT, key TEXT, is_present INTEGER);
CREATE TABLE pending (
    place INTEGER PRIMARY KEY, kind TEXT, key TEXT, title TEXT, links TEXT, UNIQUE (kind, key)
);
CREATE TABLE redirect (path TEXT PRIMARY KEY, owner TEXT);
CREATE TABLE standing (
    kind TEXT, key TEXT, page_id INTEGER, image_id INTEGER, document_id INTEGER,
    run_id INTEGER, outcome TEXT, record_hash TEXT, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
"""


class Standing(NamedTuple):
    """What a thing of the old system is here: of its `ImportedItem` what is asked for again and again."""

    page_id: int | None
    image_id: int | None
    document_id: int | None
    run_id: int
    outcome: str
    record_hash: str

    @property
    def was_written(self):
        """Whether it was written here once, whatever has become of it since."""
        return bool(self.record_hash)


class State:
    """Who may read what a story of the export becomes here."""

    OPEN = "open"
    CLOSED = "closed"  # behind the sign-in
    UNPUBLISHED = "unpublished"


def record_hash(record):
    """Return the checksum of everything that a record says."""
    said = json.dumps(asdict(record), sort_keys=True, default=str)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


class ExportIndex:
    """A temporary database of the stories, pictures and addresses of one export. Close it, or use it in ``with``.

    Authors, sections and topics are few, and stay with those who write them.
    Plain pages are kept whole: each is written after the page above it.
    """

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="import-")
        self._database = sqlite3.connect(Path(self._folder.name) / "index.sqlite3", check_same_thread=False)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA}")

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        self.close()

    def close(self):
        """Throw the index away."""
        self._database.close()
        self._folder.cleanup()

    def add_story(self, record, state):
        """Note a story or page, and who may read it here (`State`). Of two with one key the later one counts."""
        whole = to_json(record) if record.kind == "page" else None
        self._database.execute(
            "INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",
            (record.key, record.kind, state, record.parent_key, record.order, whole),
        )
        if record.url:
            self.add_address(record.url, record.kind, record.key, is_present=True)
        for url in filter(None, record.addresses):
            self.add_address(url, record.kind, record.key)

    def add_media(self, record):
        """Note a picture or file."""
        path = record.path or upload_path(record.url)
        self._database.execute(
            "INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?)",
            (record.key, path, original_of(path), record.old_id, record.parent_key, to_json(record)),
        )
        if record.address:
            self.add_address(record.address, "media", record.key)

    def add_address(self, url, kind, key, *, is_present=False):
        """Note what an address led to: who has it at present, before who had it once; else who came first."""
        self._database.execute(
            "INSERT INTO address VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE"
            " SET kind = excluded.kind, key = excluded.key, is_present = excluded.is_present"
            " WHERE excluded.is_present > address.is_present",
            (name_of(url), kind, key, is_present),
        )

    def at_address(self, url):
        """Return ``(kind, key)`` of what an address led to, or None."""
        return self._one("SELECT kind, key FROM address WHERE name = ?", name_of(url))

    def led_elsewhere(self, url, kind, key):
        """Whether an address that a story once had was that of another one in the end."""
        return self.at_address(url) not in (None, (kind, key))

    def media_key(self, *, url="", old_id=""):
        """Return the key of a picture or file by its number in the old system or by its address, or ""."""
        found = self._one("SELECT key FROM media WHERE old_id = ?", old_id) if old_id else None
        path = upload_path(url)
        if not found and path:
            found = self._one("SELECT key FROM media WHERE path = ?", path)
            found = found or self._one("SELECT key FROM media WHERE original = ?", original_of(path))
        return found[0] if found else ""

    def media(self, key):
        """Return one MediaRecord, or None."""
        found = self._one("SELECT record FROM media WHERE key = ?", key)
        return from_json(found[0]) if found else None

    def all_media(self):
        """Yield every MediaRecord, in the order of the export."""
        for (said,) in self._database.cursor().execute("SELECT record FROM media ORDER BY rowid"):
            yield from_json(said)

    def attached(self, story_key):
        """Return the old numbers of what was uploaded to a story, in order."""
        rows = self._database.execute("SELECT old_id, key FROM media WHERE parent = ? ORDER BY rowid", (story_key,))
        return [old_id or key for old_id, key in rows]

    def add_standing(self, rows):
        """Note what things are here: rows of kind, key, and what a `Standing` holds."""
        self._database.executemany("INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def standing(self, kind, key):
        """Return the `Standing` of one thing, by the key that its item has; None where nothing was noted of it."""
        fields = ", ".join(Standing._fields)
        found = self._one(f"SELECT {fields} FROM standing WHERE kind = ? AND key = ?", kind, key)  # noqa: S608
        return Standing(*found) if found else None

    def add_pending(self, kind, key, title="", links=()):
        """Note a story in whose text these old addresses of our own still stand."""
        told = kind, key, title, json.dumps(links)
        self._database.execute("INSERT OR IGNORE INTO pending (kind, key, title, links) VALUES (?, ?, ?, ?)", told)

    def pending(self, number):
        """Yield what `add_pending` noted, as lists of at most so many pairs of kind and key."""
        place = 0
        rows = "SELECT place, kind, key FROM pending WHERE place > ? ORDER BY place LIMIT ?"
        while found := self._database.execute(rows, (place, number)).fetchall():
            place = found[-1][0]
            yield [(kind, key) for _place, kind, key in found]

    def pending_links(self):
        """Yield what `add_pending` noted as ``(key, title, links)``."""
        rows = self._database.cursor().execute("SELECT key, title, links FROM pending ORDER BY place")
        for key, title, links in rows:
            yield key, title, json.loads(links)

    def state(self, key):
        """Return who may read a story of the export, "" of one that is not in it."""
        found = self._one("SELECT state FROM story WHERE key = ?", key)
        return found[0] if found else ""

    # --- What a dry run would have written ----------------------------------------

    def plan(self, key, title, way):
        """Note the title of a story or page that would be written, and the way through the tree to its place."""
        self._database.execute("UPDATE story SET title = ?, way = ? WHERE key = ?", (title, way, key))

    def planned(self, key):
        """Return the title and the way of what `plan` noted, both "" of anything else."""
        return self._one("SELECT title, way FROM story WHERE key = ? AND way IS NOT NULL", key) or ("", "")

    def plan_redirect(self, path, owner):
        """Note a redirect; ``owner`` says to whom it leads."""
        self._database.execute("INSERT OR REPLACE INTO redirect VALUES (?, ?)", (path, owner))

    def owner_of_redirect(self, path):
        """Return what `plan_redirect` noted, or None."""
        found = self._one("SELECT owner FROM redirect WHERE path = ?", path)
        return found[0] if found else None

    def parent_of(self, key):
        """Return the key of the page above one, where it is in the export, or ""."""
        found = self._one("SELECT up.key FROM story AS s JOIN story AS up ON up.key = s.parent WHERE s.key = ?", key)
        return found[0] if found else ""

    def number(self, table):
        """Return how many stories ("story"), pictures ("media") or texts with old addresses ("pending") there are."""
        return self._one(f"SELECT count(*) FROM {table}")[0]  # noqa: S608 - one of three names, from this package

    def pages(self):
        """Yield every plain page, none before the one above it. Pages that stand in a circle come last."""
        placed = set()
        rows = "SELECT key FROM story WHERE kind = 'page' ORDER BY place, rowid"
        waiting = [key for (key,) in self._database.execute(rows)]
        while waiting:
            left = []
            for key in waiting:
                above = self.parent_of(key)
                if above and above not in placed and above != key:
                    left.append(key)
                    continue
                placed.add(key)
                yield self._page(key)
            if len(left) == len(waiting):
                yield from map(self._page, left)
                return
            waiting = left

    def _page(self, key):
        return from_json(self._one("SELECT record FROM story WHERE key = ?", key)[0])

    def _one(self, statement, *values):
        return self._database.execute(statement, values).fetchone()
