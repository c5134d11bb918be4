"""Brings a backup back: everything is checked before anything is touched, and the database changes in one step.

Media come first. Their names are made at random, so that those of the archive
disturb nobody; whatever stops the work before the database has changed leaves
the place as it was, with some files more.
"""

import shutil
import tempfile
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.backups import media
from portal.backups.archive import PIECE, checksum, reading, verified
from portal.backups.errors import BackupError
from portal.backups.making import DATABASES
from portal.backups.manifest import mark_of_key, unknown_migrations
from portal.page_cache.log import EVERYTHING
from portal.page_cache.purge import purge_now

# The root and the front page, which the migrations make, are no deeper.
GROUND = 2


def checked(path, *, progress):
    """Return the manifest of an archive that could be brought back here; raises `BackupError` for another one."""
    if not Path(path).is_file():
        raise BackupError(f"There is no file {path}.")
    manifest = verified(path, progress=progress)
    if manifest.vendor != connection.vendor:
        raise BackupError(
            f"The archive holds a database of {manifest.vendor}, and this place has {connection.vendor}: "
            "restore it where the same database is used. Nothing was touched."
        )
    if unknown := unknown_migrations(manifest):
        raise BackupError(
            f"The archive was made by a newer portal (it knows {', '.join(unknown[:3])}): "
            "install that version first. Nothing was touched."
        )
    DATABASES[connection.vendor].check_tools(manifest)
    return manifest


def restore(path, *, replace=False, progress):
    """Put the archive's database and media here, and return the manifest and sentences that the operator must read.

    Without ``replace`` the place must be empty. With it, database and media
    are afterwards those of the archive and nothing else.
    """
    manifest = checked(path, progress=progress)
    if not replace and (present := what_is_here()):
        raise BackupError(f"This place is not empty ({present}). Nothing was touched; --replace would delete it.")
    database = DATABASES[connection.vendor]
    with tempfile.TemporaryDirectory(prefix="portal-restore-") as room:
        copy = Path(room) / database.NAME
        with reading(path) as members:
            for number, (name, file, _size) in enumerate(members):
                if name == manifest.database:
                    _take_out(file, copy, manifest.members[name]["sha256"])
                elif name in manifest.members:
                    media.put(name.removeprefix("media/"), file, manifest.members[name]["sha256"])
                    progress(f"Bringing media back: {number:,} of {len(manifest.media):,} files")
        progress("Bringing the database back")
        database.load(copy, manifest)
    _require_rows(manifest)
    notes = []
    if replace and (dropped := media.drop_all_but(set(manifest.media))):
        notes.append(f"{dropped:,} files that the archive does not hold were deleted.")
    progress("Bringing the database up to this version")
    call_command("migrate", interactive=False, verbosity=0)
    cache.clear()
    purge_now([EVERYTHING], hard=True)
    if manifest.secret_key != mark_of_key():
        notes.append(
            "SECRET_KEY is another one than when the backup was made: everybody signs in again, links that were sent "
            "out are void, and second factors cannot be opened. Bring the key back to keep them."
        )
    return manifest, notes


def what_is_here():
    """Return what a restore would destroy, in words, or "" for a new place."""
    tables = set(connection.introspection.table_names())
    found = {
        model._meta.verbose_name_plural: model.objects.count()
        for model in (get_user_model(), get_image_model(), get_document_model())
        if model._meta.db_table in tables
    }
    if Page._meta.db_table in tables:
        found[Page._meta.verbose_name_plural] = Page.objects.filter(depth__gt=GROUND).count()
    found["files"] = sum(1 for _name in media.names())
    return ", ".join(f"{count:,} {name}" for name, count in found.items() if count)


def _take_out(file, copy, sha256):
    """Write the database's copy beside, where the tools can read it, and look that it is the one that was checked."""
    with copy.open("wb") as out:
        shutil.copyfileobj(file, out, PIECE)
    with copy.open("rb") as out:
        if checksum(out) != sha256:
            raise BackupError("The archive has changed since it was checked. Nothing was touched.")


def _require_rows(manifest):
    """Raise `BackupError` where a table does not have as many rows as were saved."""
    with connection.cursor() as cursor:
        for table, rows in manifest.rows.items():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            found = cursor.fetchone()[0]
            if found != rows:
                raise BackupError(f"{table} has {found:,} rows, and {rows:,} were saved: do not use this database.")
