"""SQLite copies itself while others read and write, and takes a copy back in one step, by its own backup function."""

import contextlib
import sqlite3

from django.db import connection

from portal.backups.errors import BackupError

NAME = "database.sqlite3"
PAGES = 4096


def dump(path, *, progress):
    """Write a copy of the database as it is at one moment to ``path``; return the rows of each table in it."""
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as copy:

        def tell(_status, left, pages):
            progress(f"Copying the database: {pages - left:,} of {pages:,} pages")

        connection.connection.backup(copy, pages=PAGES, progress=tell)
        copy.execute("PRAGMA journal_mode=DELETE")
        _require_sound(copy)
        return {
            table: copy.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in connection.introspection.django_table_names(only_existing=True)
        }


def load(path, manifest):
    """Put the copy in the place of the database, all at once, and look that its rows have come."""
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(path)) as copy:
        try:
            _require_sound(copy)
            copy.backup(connection.connection)
        except sqlite3.OperationalError as error:
            raise BackupError(f"The database is in use ({error}): stop the portal first.") from error
        except sqlite3.DatabaseError as error:
            raise BackupError(f"The archive's database is damaged ({error}).") from error


def check_tools(manifest=None):
    """Nothing is needed that Python does not bring."""


def _require_sound(copy):
    verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise BackupError(f"The database is damaged: {verdict}")
