"""Every file of the default storage, wherever that keeps them: on the disk or in an object store."""

import shutil
import tempfile

from django.core.files import File
from django.core.files.storage import default_storage

from portal.backups.archive import PIECE, checksum
from portal.backups.errors import BackupError

IN_MEMORY = 8 * PIECE


def names(folder=""):
    """Yield the name of each file below ``folder``, sorted within each."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        if name:
            yield f"{folder}{name}"
    for name in sorted(folders):
        if name:
            yield from names(f"{folder}{name}/")


def put(name, file, sha256):
    """Store a file under exactly this name, in place of another one if there is one; one that is there stays.

    Raises `BackupError` where the bytes are not those that the checksum names, and where they cannot be stored.
    """
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        shutil.copyfileobj(file, spool, PIECE)
        spool.seek(0)
        if checksum(spool) != sha256:
            raise BackupError(f"{name} has changed since the archive was checked. The database was not touched.")
        try:
            _store(name, spool, sha256)
        except OSError as error:
            raise BackupError(
                f"{name} cannot be stored: {error.strerror or error}. The database was not touched."
            ) from error


def _store(name, spool, sha256):
    if default_storage.exists(name):
        with default_storage.open(name) as present:
            if checksum(present) == sha256:
                return
        default_storage.delete(name)
    spool.seek(0)
    stored = default_storage.save(name, File(spool, name=name))
    if stored != name:
        default_storage.delete(stored)
        raise BackupError(f"{name} cannot be stored under its name. The database was not touched.")


def drop_all_but(kept):
    """Delete every file whose name is not in ``kept``; return how many there were."""
    surplus = [name for name in names() if name not in kept]
    for name in surplus:
        default_storage.delete(name)
    return len(surplus)
