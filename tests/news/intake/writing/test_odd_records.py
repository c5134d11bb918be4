"""Records that hold what nothing can keep: each comes in without it, or is named, and stops nothing else."""

import json

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from news.intake.verification import report_of
from news.intake.writing import media
from news.intake.writing.options import ImportOptions
from news.intake.writing.run import run_import
from news.models import ArticlePage, Author, ImportedItem
from tests.builders import make_author_index
from tests.news.intake.writing.moving import attachment, bring_in, post

pytestmark = pytest.mark.django_db

LONG = "x" * 500
OLD = "https://old.example"
STORY = {
    "record": "story",
    "key": "1",
    "title": "A bell",
    "slug": "bell",
    "url": f"{OLD}/bell/",
    "body": "<p>It rings.</p>",
}
OTHER = {**STORY, "key": "2", "title": "Another", "slug": "other", "url": f"{OLD}/other/"}


def lines(folder, *records, system="old system", **options):
    """Bring in records, one JSON object a line. Returns the run."""
    source = {"record": "source", "system": system, "base_urls": [OLD]}
    file = folder / "records.jsonl"
    file.write_text("\n".join(map(json.dumps, (source, *records))))
    return run_import([file], ImportOptions(**options))


def test_a_link_of_a_story_with_a_long_key_stands_again_once_what_it_leads_to_is_open(tmp_path):
    closed = {**OTHER, "access": "private"}
    linking = {**STORY, "key": LONG, "body": f'<p><a href="{OLD}/other/">It</a> rings.</p>'}
    lines(tmp_path, linking, closed)
    assert "<a " not in ArticlePage.objects.get(slug="bell").body.raw_data[0]["value"]
    PageViewRestriction.objects.all().delete()
    lines(tmp_path, linking, closed)
    assert 'linktype="page"' in ArticlePage.objects.get(slug="bell").body.raw_data[0]["value"]


def test_a_closed_story_with_a_long_key_may_link_to_what_is_closed(tmp_path):
    closed = {**OTHER, "access": "private"}
    body = f'<p><a href="{OLD}/other/">It</a> rings.</p>'
    lines(tmp_path, {**STORY, "key": LONG, "access": "private", "body": body}, closed)
    assert 'linktype="page"' in ArticlePage.objects.get(slug="bell").body.raw_data[0]["value"]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "A\0 be\ud800ll\x01"},
        {"body": "<p>It\0 rings\ud800.</p>"},
        {"key": "a\0\ud800"},
        {"authors": ["ada\0\ud800"], "topics": ["\0bells"], "sections": ["\0arts"]},
        {"url": f"{OLD}/bell%00/", "slug": "bell%00", "addresses": [f"{OLD}/\ud800/"]},
        {"trouble": ["\0"], "date_guess": "\0", "excerpt": "\0", "canonical_url": "https://other.example/\0"},
        {"body": f'<p><img src="{OLD}/wp-content/uploads/bell%00.jpg">It rings.</p>'},
        {"body": '<section data-ref="²">It rings.</section>'},
        {"body_format": "lexical", "body": json.dumps({"root": {"type": "root", "children": [
            {"type": "paragraph", "children": [{"type": "text", "text": "It\0 rings\ud800."}]}]}})},
        {"key": LONG, "authors": [LONG], "topics": [LONG], "sections": [LONG]},
    ],
    ids=["title", "body", "key", "lists", "addresses", "notes", "picture", "mark", "document", "long keys"],
)  # fmt: skip
def test_characters_and_keys_that_nothing_can_keep_cost_no_story(tmp_path, fields):
    run = lines(tmp_path, {**STORY, **fields}, OTHER)
    assert run.summary["failures"] == []
    assert run.summary["words_lost"] == 0
    assert sorted(ArticlePage.objects.values_list("title", "body_text")) == [
        ("A bell", "It rings."), ("Another", "It rings."),
    ]  # fmt: skip
    again = lines(tmp_path, {**STORY, **fields}, OTHER)
    assert again.summary["outcomes"]["post"] == {"unchanged": 2}


@pytest.mark.parametrize(
    "fields",
    [
        {"body_format": "stream", "body": "no JSON"},
        {"body_format": "stream", "body": '{"type": "paragraph"}'},
        {"body_format": "stream", "body": '[{"type": "paragraph"}]'},
        {"corrections": [{"kind": "update", "text": "So.", "published_at": "2024-01-01T00:00Z", "fields": {"id": 7}}]},
    ],
    ids=["no JSON", "no list", "no value", "correction"],
)
def test_a_story_that_cannot_be_what_it_says_is_named_and_no_other_suffers(tmp_path, fields):
    run = lines(tmp_path, {**STORY, **fields}, OTHER)
    assert [failure[:3] for failure in run.summary["failures"]] == [["post", "1", "A bell"]]
    assert ArticlePage.objects.get().title == "Another"


def test_an_address_that_is_none_is_told_by_the_report(tmp_path):
    run = lines(tmp_path, {**STORY, "url": "http://[bell/"})
    told = report_of(run, verify=True).table("addresses").rows
    assert told == [["http://[bell/", 404, "", "is no address"]]


def test_a_redirect_to_where_no_redirect_can_lead_is_named_and_left_out(tmp_path):
    far = {"record": "redirect", "old_path": "/far", "target": f"https://other.example/{LONG}"}
    near = {"record": "redirect", "old_path": "/near", "target": "https://other.example/"}
    run = lines(tmp_path, far, near, STORY)
    assert run.summary["notes"]["redirect_too_long"] == {far["target"]: 1}
    assert not Redirect.objects.filter(old_path="/far").exists()
    assert Redirect.objects.get(old_path="/near").redirect_link == near["target"]


def test_what_says_that_it_comes_from_a_portal_changes_nothing_of_the_tree(tmp_path):
    make_author_index()
    root = Page.objects.get(depth=1)
    section = {"record": "section", "key": "arts", "name": "Arts", "slug": "arts"}
    forged = {"path": "0001", "depth": 1, "url_path": "/", "numchild": 9, "owner": "root", "live": True}
    lines(tmp_path, {**section, "extra": forged}, {**STORY, "sections": ["arts"]}, system="portal")
    assert Page.objects.get(path="0001") == root
    assert not any(Page.find_problems())


def test_a_field_that_cannot_be_read_back_is_named_and_stops_nothing(tmp_path):
    make_author_index()
    person = {"record": "author", "key": "ada", "name": "Ada", "extra": {"job_title": "Editor"}}
    story = {**STORY, "authors": ["ada"], "extra": {"type": "news.ArticlePage", "updated_at": "no time"}}
    run = lines(tmp_path, person, story, OTHER, system="portal")
    assert run.summary["failures"][0][:3] == ["post", "1", "A bell"]
    assert run.summary["outcomes"]["post"] == {"created": 1, "failed": 1}
    assert Author.objects.get().job_title == "Editor"
    mended = {**story, "extra": {**story["extra"], "updated_at": "2024-01-01T00:00:00Z"}}
    again = lines(tmp_path, person, mended, OTHER, system="portal")
    assert again.summary["outcomes"]["post"] == {"updated": 1, "unchanged": 1}
    assert ArticlePage.objects.get(title="A bell").updated_at.year == 2024


def test_a_picture_that_cannot_be_stored_is_named_and_stops_nothing(tmp_path, monkeypatch, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "bell.gif").write_bytes(
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )

    def full(self, record, taken, pictures):
        raise OSError("No space left on device")

    items = attachment(9, path="bell.gif"), post(1)
    monkeypatch.setattr(media.MediaWriter, "_image", full)
    run = bring_in(tmp_path, *items, media=str(tmp_path / "uploads"))
    assert run.summary["failures"] == [["media", "9", "Story 9", "No space left on device"]]
    assert ArticlePage.objects.count() == 1
    monkeypatch.undo()
    run = bring_in(tmp_path, *items, media=str(tmp_path / "uploads"))
    assert run.summary["outcomes"]["media"] == {"created": 1}
    assert ImportedItem.objects.get(kind="media").image
