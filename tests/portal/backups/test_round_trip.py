"""A backup of this database, brought back by the command in a place that was empty: other files, another database."""

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from portal.backups import media, postgresql, sqlite
from portal.backups.errors import BackupError
from portal.backups.making import back_up, target_of
from portal.backups.manifest import new_manifest, unknown_migrations
from portal.backups.restoring import checked, what_is_here
from portal.models import User
from tests.builders import make_article, make_image, make_section
from tests.portal.conftest import ROOT

PASSWORD = "a long enough password"
# What is asked in the other place, in one process: what is there, and whether --replace clears what is not.
QUESTIONS = f"""
import io, json, os
from django.core.management import call_command
from django.test import Client
from portal.models import User
from tests.portal.backups.test_round_trip import census
told = census()
signed_in = Client().login(username="ada", password={PASSWORD!r})
User.objects.create_user("intruder")
call_command("restore", os.environ["ARCHIVE"], replace=True, stdout=io.StringIO(), stderr=io.StringIO())
print(json.dumps(told | {{"signed in": signed_in, "the same again": census() == told}}))
"""


def census():
    """Return what a place holds: rows of each table, words of each story, checksum of each file."""
    rows = {model._meta.db_table: model.objects.count() for model in apps.get_models() if not model._meta.swapped}
    bodies = {}
    for page in apps.get_model("news", "ArticlePage").objects.all():
        bodies[page.slug] = json.dumps(list(page.body.raw_data))
    files = {name: hashlib.sha256(default_storage.open(name).read()).hexdigest() for name in media.names()}
    return {"rows": rows, "bodies": bodies, "files": files}


def quiet(_line):
    """Show no progress."""


@pytest.fixture
def files(settings, tmp_path):
    """An empty place for media."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def newsroom(transactional_db, django_db_serialized_rollback, files, settings):
    """A few stories with a picture, and somebody who can sign in where passwords are hashed as on a real site."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    User.objects.create_superuser("ada", password=PASSWORD)
    picture = make_image()
    section = make_section()
    for number in range(3):
        make_article(f"Story {number}", section=section, lead_image=picture)


@pytest.fixture
def elsewhere(tmp_path):
    """The environment of an empty place; on PostgreSQL with an empty database of its own."""
    env = {name: os.environ[name] for name in ("HOME", "LANG", "PATH") if name in os.environ}
    env |= {"DATA_DIR": str(tmp_path / "elsewhere"), "DJANGO_SETTINGS_MODULE": "portal.settings.development"}
    if connection.vendor != "postgresql":
        yield env
        return
    name = f"{connection.settings_dict['NAME']}_restored"
    with closing(connection.copy()) as other, other.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
        yield {**env, "DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()}
        cursor.execute(f"DROP DATABASE {name}")


def manage(env, *arguments):
    """Run a command of manage.py elsewhere and return what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_what_was_saved_comes_back_in_an_empty_place(newsroom, elsewhere, tmp_path):
    archive = tmp_path / "newsroom.tar.gz"
    before = census()
    call_command("backup", str(archive), stdout=StringIO())
    said = manage(elsewhere, "restore", str(archive))
    assert "Brought back" in said
    assert "SECRET_KEY is another one" in said
    answer = manage({**elsewhere, "ARCHIVE": str(archive)}, "shell", "-v0", "-c", QUESTIONS)
    told = json.loads(answer.splitlines()[-1])
    assert told["rows"] == before["rows"]
    assert told["bodies"] == before["bodies"] != {}
    assert told["files"] == before["files"] != {}
    assert told["signed in"]
    assert told["the same again"]


@pytest.fixture
def archive(files, tmp_path, monkeypatch):
    """An archive without much of a database: what follows looks at everything else."""
    for database in (postgresql, sqlite):
        monkeypatch.setattr(database, "dump", lambda path, progress: path.write_bytes(b"rows") and {})
    path = tmp_path / "small.tar.gz"
    back_up(path, progress=quiet)
    return path


@pytest.mark.django_db
def test_a_place_with_people_in_it_is_left_alone(archive, files):
    User.objects.create_user("ada")
    with pytest.raises(CommandError, match=r"not empty \(1 users\).*--replace"):
        call_command("restore", str(archive))


@pytest.mark.django_db
def test_stories_and_files_make_a_place_full_and_the_first_page_does_not(files):
    assert what_is_here() == ""
    make_section()
    make_image()
    assert what_is_here() == "1 images, 1 pages, 1 files"


@pytest.mark.django_db
def test_an_archive_of_a_newer_portal_is_refused(archive, monkeypatch):
    manifest = new_manifest()
    manifest.migrations.append(["news", "9999_of_the_future"])
    monkeypatch.setattr("portal.backups.restoring.verified", lambda path, progress: manifest)
    with pytest.raises(BackupError, match=r"newer portal \(it knows news.9999_of_the_future\)"):
        checked(archive, progress=quiet)


@pytest.mark.django_db
def test_an_archive_of_an_older_portal_is_none_of_the_future():
    manifest = new_manifest()
    manifest.migrations = manifest.migrations[:-3]
    assert unknown_migrations(manifest) == []


@pytest.mark.django_db
def test_an_archive_of_another_kind_of_database_is_refused(archive, monkeypatch):
    manifest = new_manifest()
    manifest.vendor = "oracle"
    monkeypatch.setattr("portal.backups.restoring.verified", lambda path, progress: manifest)
    with pytest.raises(BackupError, match="a database of oracle"):
        checked(archive, progress=quiet)


@pytest.mark.django_db
def test_checking_touches_nothing(archive):
    out = StringIO()
    User.objects.create_user("ada")
    call_command("restore", str(archive), check=True, stdout=out)
    assert "It is whole" in out.getvalue()
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_a_directory_gets_a_dated_archive(archive, tmp_path):
    path = target_of(tmp_path)
    assert path.parent == tmp_path
    assert path.name.endswith(".tar.gz")


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "here.tar.gz").touch()
    with pytest.raises(BackupError, match="exists already"):
        target_of(tmp_path / "here.tar.gz")


def test_a_directory_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BackupError, match="no directory"):
        target_of(tmp_path / "nowhere" / "x.tar.gz")


def test_a_file_of_another_name_is_not_taken_for_a_restore(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        call_command("restore", str(tmp_path / "nothing.tar.gz"))


@pytest.mark.django_db
def test_an_interruption_leaves_no_archive_and_ends_with_the_code_for_it(files, tmp_path, monkeypatch):
    def interrupt(**_options):
        raise KeyboardInterrupt

    target = tmp_path / "backups"
    target.mkdir()
    monkeypatch.setattr("portal.backups.making.new_manifest", interrupt)
    with pytest.raises(SystemExit) as stopped:
        call_command("backup", str(target), stderr=StringIO())
    assert stopped.value.code == 130
    assert list(target.iterdir()) == []


def test_files_are_put_under_their_own_name_and_another_ones_bytes_are_replaced(files):
    files.mkdir()
    (files / "a.txt").write_bytes(b"old")
    source = Path(files) / ".." / "source"
    source.write_bytes(b"new")
    with source.open("rb") as file:
        media.put("a.txt", file, hashlib.sha256(b"new").hexdigest())
    assert (files / "a.txt").read_bytes() == b"new"
    assert list(media.names()) == ["a.txt"]


def test_bytes_that_were_not_checked_are_not_stored(files):
    source = files.parent / "source"
    source.write_bytes(b"other")
    with source.open("rb") as file, pytest.raises(BackupError, match="has changed"):
        media.put("a.txt", file, hashlib.sha256(b"new").hexdigest())
    assert not (files / "a.txt").exists()


def test_a_full_disk_is_told_of_the_file_that_found_no_room(files, monkeypatch):
    def full(name, content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(media.default_storage, "save", full)
    with pytest.raises(BackupError, match=r"a\.txt cannot be stored: No space left on device. The database was not"):
        media.put("a.txt", io.BytesIO(b"new"), hashlib.sha256(b"new").hexdigest())


@pytest.mark.django_db
def test_a_picture_that_cannot_be_read_is_named_and_no_backup_is_made(archive, files, tmp_path, monkeypatch):
    files.mkdir(exist_ok=True)
    (files / "locked.jpg").write_bytes(b"light")

    def locked(name):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(files / name))

    monkeypatch.setattr(media.default_storage, "open", locked)
    target = tmp_path / "backups"
    target.mkdir()
    with pytest.raises(BackupError, match=r"locked\.jpg cannot be read: Permission denied. No backup was made"):
        back_up(target / "b.tar.gz", progress=quiet)
    assert list(target.iterdir()) == []


def test_a_tool_that_is_missing_is_named_with_the_package_that_has_it(monkeypatch):
    monkeypatch.setattr(postgresql.connection, "get_database_version", lambda: (99, 1))
    monkeypatch.setattr(postgresql.shutil, "which", lambda tool: None)
    with pytest.raises(BackupError, match="pg_dump is missing: install postgresql-client-99"):
        postgresql.check_tools()
