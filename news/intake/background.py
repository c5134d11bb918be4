"""Imports that are started at the desk: they run beside the web server, with what was uploaded."""

import logging
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django_tasks import task

from news.intake.errors import IntakeError
from news.intake.under_way import holding
from news.intake.writing.options import ImportOptions, as_arguments
from news.intake.writing.run import run_import
from news.models import ImportRun

logger = logging.getLogger("news.intake")

FOLDER = "imports"
"""Where uploads wait in the storage. Nobody is served anything from there."""
TELL_EVERY = 1.0
MENDING = "--recover"
"""The option that an error names where it would help."""
BROKEN_OFF = (ImportRun.State.STOPPED, ImportRun.State.FAILED)


def keep_upload(file):
    """Store an uploaded export until it has come in, and return its name in the storage."""
    name = PurePosixPath(file.name.replace("\\", "/")).name[-80:]
    return default_storage.save(f"{FOLDER}/{get_random_string(16)}/{name}", file)


def begin(run):
    """Have a run that waits done, once the transaction is committed: by the worker, else by a process of its own.

    Within a request it would end with the request's time; within the web
    server's process it would make readers wait.
    """
    if settings.TASKS_BACKEND == "database":
        transaction.on_commit(lambda: bring_in.enqueue(run.pk))
    else:
        transaction.on_commit(lambda: spawn(["run_import", str(run.pk)]))


def may_begin_again(run):
    """Whether a run of the desk has not ended as it should, and its upload is there to go on with.

    A trial that has failed would fail again: it says what is wrong with the file.
    """
    wanted = run.state == ImportRun.State.STOPPED or (run.state == ImportRun.State.FAILED and not run.dry_run)
    return wanted and _is_upload(run) and default_storage.exists(run.files[0])


def begin_again(run):
    """Go on where a run was interrupted. What it has written stays, and is not written twice."""
    if ImportRun.objects.filter(pk=run.pk, state=run.state).update(state=ImportRun.State.WAITING, error="", stage=""):
        begin(run)


def may_be_mended(run):
    """Whether a trial has failed at damage that an import mends when it is asked to, and its upload is there."""
    failed = run.dry_run and run.state == ImportRun.State.FAILED and not run.options.get("recover")
    return failed and MENDING in run.error and _is_upload(run) and default_storage.exists(run.files[0])


def try_mending(run):
    """Try a damaged upload out again, and have mended what can be."""
    run.options = {**run.options, "recover": True}
    run.save(update_fields=["options"])
    begin_again(run)


def command_to_go_on(run):
    """Return what to give to manage.py to go on with a run that was begun there, "" for any other."""
    if run.dry_run or run.state not in BROKEN_OFF or not run.files or _is_upload(run):
        return ""
    return shlex.join(["import_site", *run.files, *as_arguments(run.options), "--resume"])


def _is_upload(run):
    return bool(run.files) and run.files[0].startswith(f"{FOLDER}/")


def spawn(arguments):
    """Start a command of manage.py that goes on when this process ends."""
    subprocess.Popen(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "")},
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


@task()
def bring_in(key):
    """The task of the worker: do a run that waits."""
    do_waiting(key)


def do_waiting(key):
    """Do a run that waits, and keep on it how far it is and what came of it. One that does not wait is left alone.

    Whatever goes wrong stands on the run, for the person who started it. The
    upload is deleted when it has come in whole.
    """
    waiting = ImportRun.objects.filter(pk=key, state=ImportRun.State.WAITING)
    with holding(key) as had:
        if had and waiting.update(state=ImportRun.State.RUNNING):
            _do(ImportRun.objects.get(pk=key))


def _do(run):
    name = run.files[0]
    try:
        with tempfile.TemporaryDirectory(prefix="import-") as room:
            path = _taken_out(name, Path(room))
            options = {**run.options, "types": tuple(run.options["types"]), "dry_run": run.dry_run}
            run_import([path], ImportOptions(**options), run=run, progress=Told(run))
    except IntakeError as error:
        run.state, run.error = ImportRun.State.FAILED, str(error)
    except Exception:
        logger.exception("Import %s stopped.", run.pk)
        run.state = ImportRun.State.FAILED
        run.error = _("It stopped for a reason that nobody foresaw; the log of the server names it.")
    finally:
        run.save()
    if run.state == ImportRun.State.FINISHED and not run.dry_run:
        default_storage.delete(name)


def _taken_out(name, room):
    """Copy an upload to where the readers can open it more than once, and return the path; raises `IntakeError`."""
    path = room / PurePosixPath(name).name
    try:
        with default_storage.open(name) as stored, path.open("wb") as copy:
            shutil.copyfileobj(stored, copy)
    except FileNotFoundError as error:
        raise IntakeError(_("The uploaded file is gone. Upload it again.")) from error
    return path


class Told:
    """Keeps how far a run is on its row, at most once a second; a dry run does not do so itself."""

    def __init__(self, run):
        self.run = run
        self.last = 0.0

    def __call__(self, stage, done, total, read, size):
        if time.monotonic() - self.last < TELL_EVERY:
            return
        self.last = time.monotonic()
        progress = {"done": done, "total": total, "read": read, "size": size}
        ImportRun.objects.filter(pk=self.run.pk).update(stage=stage[:60], progress=progress)
