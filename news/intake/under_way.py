"""Which imports are under way: each holds a lock that goes with its process, however that ends.

On one machine that is a file's lock; where the database is PostgreSQL, a lock
of the database besides, which other machines see.
"""

import fcntl
import os
from contextlib import contextmanager, suppress

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from news.intake.errors import IntakeError
from news.models import ImportRun

SITE = 0
"""The number of the lock of whoever writes; the lock of a run has the number of its row."""
CLASS = 1_768_779_887
"""Tells our locks in the database from those of others: the letters "imp" and "o" as a number."""


class Busy(IntakeError):
    """Another import is writing. Two at once would each miss what the other one makes."""

    exit_code = 2

    def __init__(self):
        super().__init__(_("Another import is under way. Wait until it has ended, and begin again."))


@contextmanager
def holding(number):
    """Hold a lock while the block runs; yields whether it was to be had. Whoever dies lets go of it."""
    folder = settings.DATA_DIR / "locks"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = os.open(folder / f"import-{number}", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        had = _lock_file(file) and _ask_database("pg_try_advisory_lock", number)
        try:
            yield had
        finally:
            if had:
                with suppress(DatabaseError):  # a connection that is lost has let go of it
                    _ask_database("pg_advisory_unlock", number)
    finally:
        os.close(file)


def note_cut_off():
    """Mark the runs as interrupted that say they run, and whose process is gone."""
    for key in ImportRun.objects.filter(state=ImportRun.State.RUNNING).values_list("pk", flat=True):
        with holding(key) as had:
            if had:  # then nobody does it, and nobody begins while we look
                rows = ImportRun.objects.filter(pk=key, state=ImportRun.State.RUNNING)
                rows.update(state=ImportRun.State.STOPPED, stage="", error=_("The process that did it was ended."))


def _lock_file(file):
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _ask_database(function, number):
    """Return the answer of one of PostgreSQL's functions for advisory locks; True of any other database."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [CLASS, number])
        return cursor.fetchone()[0]
