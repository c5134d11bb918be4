"""Importing again: nothing twice, nothing lost, and nothing of an editor's written over."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, Revision

from news.intake.errors import Malformed
from news.intake.writing.batches import BatchWriter
from news.intake.writing.options import ImportOptions
from news.intake.writing.parts import Parts
from news.intake.writing.run import run_import
from news.models import ArticlePage, Author, Contribution, ImportedItem, ImportNote, ImportRun
from portal import clock
from portal.models import PortalImage
from tests.builders import make_image, publish
from tests.exports import wxr
from tests.news.intake.writing.moving import attachment, bring_in, category, noted, page, post, story

pytestmark = pytest.mark.django_db

NEWER = {"content": "<p>Other words.</p>", "post_modified_gmt": "2024-07-01 10:00:00"}
WRITTEN = (Page, ArticlePage, Author, Contribution, Redirect, Revision, PortalImage, PageLogEntry)


def rows():
    """Return everything that an import writes, but for its own memory."""
    return {model: list(model.objects.order_by("pk").values()) for model in WRITTEN}


def site():
    """Return what stands on the site, without the keys that a database makes up."""
    stories = ArticlePage.objects.order_by("url_path")
    return {
        "stories": [
            (
                story.url_path, story.title, story.live, story.is_public, story.first_published_at, story.body_text,
                [c.author.slug for c in story.contributions.all()], [t.topic.slug for t in story.topic_links.all()],
                json.dumps(list(story.body.raw_data)).count("linktype"),
                story.revisions.count(), story.latest_revision_id == story.live_revision_id,
            )
            for story in stories
        ],
        "pages": sorted(Page.objects.values_list("url_path", "title", "live", "numchild")),
        "redirects": sorted(Redirect.objects.values_list("old_path", "redirect_page__url_path", "redirect_link")),
        "items": sorted(ImportedItem.objects.values_list("kind", "key", "outcome", "page__url_path")),
        "notes": sorted(ImportNote.objects.values_list("code", "name", "item__key")),
    }  # fmt: skip


def export(number=7):
    """Return the items of a small newsroom."""
    linked = '<p>See <a href="https://old.example/2024/06/05/story-{}/">that</a>.</p>'
    tags = [("category", "film", "Film"), ("post_tag", "awards", "Awards")]
    posts = [post(n, content=linked.format(number - n + 1), categories=tags) for n in range(1, number + 1)]
    return [page(20, post_parent="21"), page(21), *posts, post(30, status="private"), post(31, status="draft")]


def test_a_second_run_creates_and_changes_nothing(tmp_path):
    bring_in(tmp_path, *export())
    before = rows()
    run = bring_in(tmp_path, *export())
    assert rows() == before
    assert {outcome for counted in run.summary["outcomes"].values() for outcome in counted} == {"unchanged"}


def test_a_newer_export_updates_what_is_new_in_it_and_nothing_else(tmp_path):
    bring_in(tmp_path, post(1), post(2))
    untouched = story(2).latest_revision_id
    run = bring_in(tmp_path, post(1, **NEWER), post(2))
    assert run.summary["outcomes"]["post"] == {"updated": 1, "unchanged": 1}
    page = story(1)
    assert page.body_text == "Other words."
    assert page.latest_revision.content["title"] == page.title
    assert json.loads(page.latest_revision.content["body"])[0]["value"] == "<p>Other words.</p>"
    assert page.latest_revision_id == page.live_revision_id
    assert story(2).latest_revision_id == untouched
    assert [c.author.slug for c in page.contributions.all()] == ["ada"]


def test_what_an_editor_changed_is_left_alone_and_reported(tmp_path):
    bring_in(tmp_path, post(1))
    edited = story()
    edited.title = "An editor was here"
    publish(edited)
    run = bring_in(tmp_path, post(1, **NEWER))
    assert story().title == "An editor was here"
    assert run.summary["outcomes"]["post"] == {"skipped": 1}
    assert noted(run, "edited_here")
    bring_in(tmp_path, post(1, **NEWER), force=True)
    assert story().body_text == "Other words."


def test_what_was_scheduled_by_an_earlier_run_is_off_once_a_newer_export_says_otherwise(tmp_path):
    soon = f"{clock.now() + timedelta(days=2):%Y-%m-%d %H:%M:%S}"
    bring_in(tmp_path, post(1, status="future", post_date=soon, post_date_gmt=soon))
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 1
    bring_in(tmp_path, post(1, **NEWER))
    assert story().live
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_what_an_editor_deleted_stays_away(tmp_path):
    bring_in(tmp_path, post(1))
    story().delete()
    run = bring_in(tmp_path, post(1))
    assert not ArticlePage.objects.exists()
    assert noted(run, "deleted_here")


def test_a_dry_run_tells_everything_and_writes_nothing(tmp_path):
    with CaptureQueriesContext(connection) as queries:
        told = bring_in(tmp_path, *export(), dry_run=True)
    assert not [q["sql"] for q in queries if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    done = bring_in(tmp_path, *export())
    for name in ("read", "outcomes", "authors", "months", "words_in", "words_lost", "redirects", "passed_over"):
        assert told.summary[name] == done.summary[name], name


@pytest.mark.parametrize("batches", [1, 2, 4])
def test_interrupted_and_resumed_ends_the_same(tmp_path, monkeypatch, batches):
    bring_in(tmp_path, *export(), batch=2)
    whole, account = site(), ImportRun.objects.get().summary
    ImportRun.objects.all().delete()
    Redirect.objects.all().delete()
    for top in Page.objects.filter(depth=3):
        Page.objects.get(pk=top.pk).delete()
    Author.objects.all().delete()

    write, done = BatchWriter._write, []

    def interrupted(self, records):
        if len(done) == batches:
            done.append("interrupted")
            write(self, records)
            raise KeyboardInterrupt
        done.append(records)
        write(self, records)

    monkeypatch.setattr(BatchWriter, "_write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bring_in(tmp_path, *export(), batch=2)
    assert ImportRun.objects.get().state == ImportRun.State.STOPPED
    assert site() != whole
    run = bring_in(tmp_path, *export(), batch=2, resume=True)
    assert ImportRun.objects.get() == run
    assert site() == whole
    assert {**run.summary, "details": 0} == {**account, "details": 0}


def test_one_story_that_fails_stops_no_other(tmp_path, monkeypatch):
    correct = BatchWriter._correct

    def failing(self, draft):
        if draft.record.title == "Story 2":
            raise ValueError("no such thing")
        correct(self, draft)

    monkeypatch.setattr(BatchWriter, "_correct", failing)
    run = bring_in(tmp_path, post(1), post(2), post(3))
    assert {story.title for story in ArticlePage.objects.all()} == {"Story 1", "Story 3"}
    assert run.summary["outcomes"]["post"] == {"created": 2, "failed": 1}
    assert run.summary["failures"][0][2:] == ["Story 2", "no such thing"]
    monkeypatch.undo()
    bring_in(tmp_path, post(1), post(2), post(3))
    assert ArticlePage.objects.count() == 3


def test_a_batch_that_fails_as_late_as_at_its_end_is_not_counted_twice(tmp_path, monkeypatch):
    save, failed = Parts.save, []

    def failing(self):
        save(self)
        if self.summary.outcomes["post"]["created"] == 2 and not failed:
            failed.append(True)
            raise IntegrityError("at the commit")

    monkeypatch.setattr(Parts, "save", failing)
    run = bring_in(tmp_path, post(1), post(2))
    assert failed
    assert run.summary["outcomes"]["post"] == {"created": 2}
    assert run.summary["months"] == {"2024-06": [2, 2]}


def test_an_update_that_failed_is_made_up_for_later_and_makes_no_second_story(tmp_path, monkeypatch):
    bring_in(tmp_path, post(1), post(2))
    page = story(1)

    def failing(self, draft):
        raise ValueError("no such thing")

    monkeypatch.setattr(BatchWriter, "_write_over", failing)
    run = bring_in(tmp_path, post(1, **NEWER), post(2))
    assert run.summary["outcomes"]["post"] == {"failed": 1, "unchanged": 1}
    monkeypatch.undo()
    run = bring_in(tmp_path, post(1, **NEWER), post(2))
    assert run.summary["outcomes"]["post"] == {"updated": 1, "unchanged": 1}
    assert ArticlePage.objects.count() == 2
    assert ArticlePage.objects.get(pk=page.pk).body_text == "Other words."


def test_a_limit_stops_after_so_many(tmp_path):
    bring_in(tmp_path, page(9), post(1), post(2), post(3), limit=3, batch=1)
    assert ArticlePage.objects.count() == 2


def test_a_damaged_file_writes_nothing(tmp_path):
    file = tmp_path / "damaged.xml"
    file.write_text(wxr(post(1), post(2))[:-40])
    with pytest.raises(Malformed):
        run_import([file], ImportOptions())
    assert not ArticlePage.objects.exists()
    assert ImportRun.objects.get().state == ImportRun.State.FAILED


def test_the_names_of_two_sites_never_meet(tmp_path):
    bring_in(tmp_path, post(1))
    text = (tmp_path / "export.xml").read_text().replace("old.example", "other.example")
    (tmp_path / "other.xml").write_text(text)
    run_import([tmp_path / "other.xml"], ImportOptions())
    assert sorted(ArticlePage.objects.values_list("slug", flat=True)) == ["story-1", "story-1-2"]
    assert Author.objects.count() == 2


def test_a_section_that_stands_here_already_is_used(tmp_path):
    bring_in(tmp_path, post(1), terms=category("film", "Film"))
    ImportRun.objects.all().delete()
    bring_in(tmp_path, post(2))
    assert story(2).section.slug == "film"


def test_pictures_of_the_library_stay_apart_from_imported_ones(tmp_path):
    make_image("Ours")
    bring_in(tmp_path, attachment(1))
    assert PortalImage.objects.count() == 1
