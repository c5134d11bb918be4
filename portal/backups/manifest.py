"""The last member of an archive: what was saved, when, by which versions, and the checksum of every other member."""

import hashlib
import hmac
import json
import platform
from dataclasses import asdict, dataclass, field

import django
import wagtail
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from portal import clock
from portal.backups.errors import BackupError

FORMAT = 1
NAME = "manifest.json"
MAX_BYTES = 256 * 1024 * 1024


@dataclass
class Manifest:
    """What stands in the archive.

    ``rows`` are the rows of each table at the moment of the copy, ``members``
    the size in bytes and the SHA-256 of each other member by its name.
    ``migrations`` are what the database had seen. ``secret_key`` recognises the
    key without telling it.
    """

    made_at: str = ""
    format: int = FORMAT
    versions: dict = field(default_factory=dict)
    vendor: str = ""
    rows: dict = field(default_factory=dict)
    migrations: list = field(default_factory=list)
    members: dict = field(default_factory=dict)
    secret_key: str = ""

    @property
    def database(self):
        """The name of the member that holds the database."""
        return next(name for name in self.members if not name.startswith("media/"))

    @property
    def media(self):
        """The names of the media, as the storage calls them."""
        return [name.removeprefix("media/") for name in self.members if name.startswith("media/")]

    def to_json(self):
        """Return the bytes of the member."""
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def from_json(cls, text):
        """Return the manifest that ``to_json`` wrote; raises `BackupError` for anything else."""
        try:
            told = json.loads(text)
            if told["format"] != FORMAT:
                raise BackupError(
                    f"This archive has format {told['format']}, and this portal knows {FORMAT}: use a newer portal."
                )
            manifest = cls(**told)
            if sum(not name.startswith("media/") for name in manifest.members) != 1:
                raise ValueError("one database")
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise BackupError("The manifest of this archive cannot be read: it is damaged, or no backup.") from error
        return manifest


def new_manifest():
    """Return a manifest of this place, its members still to be named."""
    return Manifest(
        made_at=clock.now().isoformat(timespec="seconds"),
        versions={
            "python": platform.python_version(),
            "django": django.get_version(),
            "wagtail": wagtail.__version__,
            connection.vendor: ".".join(str(number) for number in connection.get_database_version()),
        },
        vendor=connection.vendor,
        migrations=sorted(list(key) for key in MigrationLoader(connection).applied_migrations),
        secret_key=mark_of_key(),
    )


def unknown_migrations(manifest):
    """Return the migrations of the archive's database that this version of the portal does not have."""
    known = MigrationLoader(None).disk_migrations
    packages = {app for app, _name in known}
    replaced = {old for migration in known.values() for old in migration.replaces}
    applied = (tuple(key) for key in manifest.migrations)
    return [f"{app}.{name}" for app, name in applied if app in packages and (app, name) not in {*known, *replaced}]


def mark_of_key():
    """Return what tells whether another place has the same secret key, and nothing else about it."""
    return hmac.new(settings.SECRET_KEY.encode(), b"portal.backups", hashlib.sha256).hexdigest()[:16]
