"""An export, brought into an empty newsroom, gives the same site: field by field, as a second export tells it."""

import json

import pytest
from django.db import transaction
from django.test import override_settings

from news.intake.leaving.folder import export_folder
from news.intake.writing.options import ImportOptions
from news.intake.writing.run import run_import
from news.models import ArticlePage
from news.models.standards import Standards
from portal.crawlers import CrawlerSettings
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_article,
    make_author_index,
    make_corrections_page,
    make_image,
    make_user,
    stream,
)

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


def set_up(site):
    """Give a newsroom a name, a navigation with a link to each kind of page, words of its own, and a composed front."""
    story, arts = ArticlePage.objects.get(slug="the-bell"), home_page().get_children().get(slug="arts")
    film = arts.get_children().get(slug="film")
    make_author_index(title="Authors")
    mended = make_corrections_page(title="What was wrong", slug="mended")
    publication = Publication.for_site(site)
    publication.name, publication.old_after_months, publication.logo = "The Bell", 6, make_image("Logo", size=(80, 80))
    publication.navigation = stream([("group", {"page": arts.pk, "colour": "plum", "children": [film.pk]})])
    elsewhere = {"url": "https://a.example/", "label": "A"}
    publication.menu_links = stream([("link", {"page": story.pk}), ("link", {"page": mended.pk}), ("link", elsewhere)])
    publication.save()
    standards = Standards.load()
    standards.boilerplate, standards.cure_words = "Rung daily", ""
    standards.save()
    front = home_page()
    front.title, front.search_description = "Bells", "All that rings"
    band = {"heading": "Now", "picks": [{"story": story.pk}], "source": arts.pk, "size": 3}
    front.front = stream([("headlines", band)])
    front.save()


@pytest.fixture(scope="module")
def both(django_db_setup, django_db_blocker, tmp_path_factory):
    """Two exports: of the newsroom, and of what became of the first in an empty place."""
    place = tmp_path_factory.mktemp("return")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=place / "old"), transaction.atomic():
            site = build_newsroom()
            set_up(site)
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
    assert set(outcomes.pop("setting")) == {"created", "unchanged"}  # a list of topics says the same everywhere
    assert {kind: set(counted) for kind, counted in outcomes.items()} == dict.fromkeys(outcomes, {"created"})
    assert run.summary["words_lost"] == 0
    assert run.summary["failures"] == []


@pytest.mark.parametrize("kind", ["author", "section", "topic", "media", "story", "redirect", "setting", "front"])
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


# --- What the site is set to ----------------------------------------------------


@pytest.fixture
def arriving(exported, settings, tmp_path):
    """A function that brings the newsroom's export in, with settings as the test writes them."""
    settings.MEDIA_ROOT = tmp_path / "media"
    lines = (exported / "out" / "records.jsonl").read_text().splitlines()
    lines = [line for line in lines if json.loads(line)["record"] not in {"setting", "front", "media"}]

    def bring_in(*records, **options):
        path = tmp_path / "records.jsonl"
        path.write_text("\n".join([*lines, *map(json.dumps, records)]))
        return run_import([path], ImportOptions(**options))

    return bring_in


def name_of(newsroom, **extra):
    """Return a record of the publication's name."""
    return {"record": "setting", "key": "portal.Publication", "extra": {"name": newsroom, **extra}}


FRONT = {"record": "front", "key": "", "type": "home.HomePage", "title": "Bells"}


def publication():
    return Publication.objects.first() or Publication()


def test_a_dry_run_tells_of_the_settings_and_sets_nothing(arriving):
    run = arriving(name_of("The Bell"), FRONT, dry_run=True)
    assert run.summary["outcomes"]["setting"] == {"created": 2}
    assert not Publication.objects.exists()
    assert home_page().title == "Front page"


def test_what_somebody_has_set_here_is_left_alone_and_named(arriving):
    Publication.objects.create(site=home_page().get_site(), name="Ours")
    home = home_page()
    home.title = "Our front"
    home.save_revision(user=make_user("ed")).publish()
    run = arriving(name_of("The Bell"), FRONT)
    assert (publication().name, home_page().title) == ("Ours", "Our front")
    assert run.summary["outcomes"]["setting"] == {"skipped": 2}
    assert set(run.summary["notes"]["setting_left"]) == {"portal.Publication", "Bells"}


def test_a_portal_with_stories_of_its_own_keeps_its_face(arriving):
    make_article("Ours")
    arriving(name_of("The Bell"), FRONT)
    assert (publication().name, home_page().title) == ("Our newsroom", "Front page")


def test_a_setting_that_no_editor_could_save_is_named_and_stops_nothing(arriving):
    contact = {"record": "setting", "key": "portal.CrawlerSettings", "extra": {"security_contact": "javascript:x"}}
    drawn = name_of("The Bell", wordmark_path="<script>")
    run = arriving(drawn, contact, {**name_of("x"), "key": "auth.User"}, FRONT)
    assert run.summary["outcomes"]["setting"] == {"failed": 2, "skipped": 1, "created": 1}
    assert {key for _kind, key, *_told in run.summary["failures"]} == {drawn["key"], contact["key"]}
    assert publication().name == "Our newsroom"
    assert not CrawlerSettings.objects.exists()
    assert home_page().title == "Bells"


def test_a_link_to_what_is_not_here_is_left_out_of_the_navigation_and_named(arriving):
    there = {"type": "link", "value": {"page": "http://localhost/arts/other/", "url": "", "label": ""}}
    gone = {"type": "link", "value": {"page": "http://localhost/nowhere/", "url": "", "label": ""}}
    unsafe = {"type": "link", "value": {"page": None, "url": "javascript:alert(1)", "label": "x"}}
    run = arriving(name_of("The Bell", menu_links=[there, gone, unsafe]))
    (link,) = publication().menu_links
    assert link.value["page"].title == "The other"
    assert len(run.summary["details"]["setting_part_left"]) == 2


def test_what_another_system_calls_a_setting_is_passed_over(tmp_path, db):
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(map(json.dumps, [{"record": "source", "system": "desk"}, name_of("Theirs")])))
    run = run_import([path], ImportOptions())
    assert run.summary["passed_over"]["setting"]["count"] == 1
    assert publication().name == "Our newsroom"
