"""An export, brought into an empty newsroom, gives the same site: field by field, as a second export tells it."""

import json

import pytest
from django.db import transaction
from django.test import override_settings

from news.intake.leaving.folder import export_folder
from news.intake.writing.options import ImportOptions
from news.intake.writing.run import run_import
from tests.builders import make_author_index

from .conftest import build_newsroom

# Without a test that asks for it there is no database to build the newsroom in.
pytestmark = pytest.mark.django_db

NUMBERED = {"story": ("old_id",), "media": ("old_id", "path", "url", "address"), "author": ("image_url",)}


def quiet(*_told):
    """Show no progress."""


def told_by(folder):
    """Return the records of an export by kind and name. What is numbered anew in each place has a lasting name."""
    text = (folder / "records.jsonl").read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    names = {line["key"]: line["extra"]["sha256"] for line in lines if line["record"] == "media"}
    names |= {line["key"]: line["url"] for line in lines if line["record"] == "story"}
    for line in lines:
        if line.get("address"):  # of a file, which has its number in its address
            text = text.replace(line["address"], line["extra"]["sha256"])
    for key, name in names.items():
        text = text.replace(f'"{key}"', f'"{name}"').replace(f'\\"{key}\\"', f'\\"{name}\\"')
    told = {}
    for line in map(json.loads, text.splitlines()):
        for name in NUMBERED.get(line["record"], ()):
            line.pop(name, None)
        told[line["record"], line.get("key") or line.get("old_path") or line.get("name")] = line
    return told


@pytest.fixture(scope="module")
def both(django_db_setup, django_db_blocker, tmp_path_factory):
    """Two exports: of the newsroom, and of what became of the first in an empty place."""
    place = tmp_path_factory.mktemp("return")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=place / "old"), transaction.atomic():
            site = build_newsroom()
            make_author_index(title="Authors")
            export_folder(site, place / "first", progress=quiet)
            transaction.set_rollback(True)
        with override_settings(MEDIA_ROOT=place / "new"):
            options = ImportOptions(media=str(place / "first" / "media"))
            run = run_import([place / "first" / "records.jsonl"], options)
            export_folder(site, place / "second", progress=quiet)
            again = run_import([place / "first" / "records.jsonl"], options)
        transaction.set_rollback(True)
    return place, run, again


@pytest.fixture
def before(both):
    """What the first newsroom told."""
    return told_by(both[0] / "first")


@pytest.fixture
def after(both):
    """What the second one tells."""
    return told_by(both[0] / "second")


def test_everything_came_in(both):
    _place, run, _again = both
    outcomes = run.summary["outcomes"]
    assert {kind: set(counted) for kind, counted in outcomes.items()} == dict.fromkeys(outcomes, {"created"})
    assert run.summary["words_lost"] == 0
    assert run.summary["failures"] == []


@pytest.mark.parametrize("kind", ["author", "section", "topic", "media", "story", "redirect"])
def test_each_is_what_it_was(before, after, kind):
    told = {name: record for (of, name), record in before.items() if of == kind}
    assert told
    for name, record in told.items():
        expected = dict(record)
        if record.get("access") == "password":
            expected["access"] = "private"  # no password leaves, and what it closed stays closed
        if record.get("status") == "draft":
            expected.pop("modified_at", None)
            after[kind, name].pop("modified_at", None)
        assert after[kind, name] == expected


def test_a_correction_of_a_live_update_stands_with_it_again(after):
    (blog,) = [record for record in after.values() if record.get("extra", {}).get("updates")]
    assert blog["extra"]["corrected_updates"] == [[0, 0]]


def test_nothing_has_been_added_but_the_old_addresses_of_media(before, after):
    added = after.keys() - before.keys()
    assert [name for kind, name in added if kind != "redirect" or not name.startswith(("/media/", "/documents/"))] == []


def test_coming_in_again_changes_nothing(both):
    _place, _run, again = both
    outcomes = again.summary["outcomes"]
    assert {kind: set(counted) for kind, counted in outcomes.items()} == dict.fromkeys(outcomes, {"unchanged"})
