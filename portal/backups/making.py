"""Makes a backup: the database first, so that every picture that it names is still to come."""

import tempfile
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection

from portal import clock
from portal.backups import media, postgresql, sqlite
from portal.backups.archive import writing
from portal.backups.errors import BackupError
from portal.backups.manifest import new_manifest

DATABASES = {"sqlite": sqlite, "postgresql": postgresql}


def target_of(place):
    """Return the path of the archive: the file that was named, or a dated one in the directory that was named.

    Raises `BackupError` where it exists already or cannot be written.
    """
    path = Path(place).absolute()
    if path.is_dir():
        path /= f"portal-{clock.now():%Y%m%d-%H%M%S}.tar.gz"
    if path.exists():
        raise BackupError(f"{path} exists already; nothing is written over it.")
    if not path.parent.is_dir():
        raise BackupError(f"There is no directory {path.parent}.")
    return path


def back_up(path, *, progress):
    """Write everything into one archive at ``path`` and return its manifest and the names of media that had gone.

    Raises `BackupError` where the archive cannot be written, or a file of the media cannot be read.
    """
    database = DATABASES[connection.vendor]
    database.check_tools()
    manifest = new_manifest()
    gone = []
    try:
        with (
            tempfile.TemporaryDirectory(prefix=".portal-backup-", dir=path.parent) as room,
            writing(path, manifest) as archive,
        ):
            copy = Path(room) / database.NAME
            manifest.rows = database.dump(copy, progress=progress)
            with copy.open("rb") as file:
                archive.add(database.NAME, file, copy.stat().st_size)
            copy.unlink()
            _add_media(archive, gone, progress)
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror or error}") from error
    return manifest, gone


def _add_media(archive, gone, progress):
    """Add every file of the storage. One that somebody deletes meanwhile is named in ``gone``."""
    names = list(media.names())
    for number, name in enumerate(names, start=1):
        try:
            file, size = default_storage.open(name), default_storage.size(name)
        except FileNotFoundError:
            gone.append(name)
            continue
        except OSError as error:
            raise BackupError(f"{name} cannot be read: {error.strerror or error}. No backup was made.") from error
        with file:
            archive.add(f"media/{name}", file, size)
        progress(f"Saving media: {number:,} of {len(names):,} files")
