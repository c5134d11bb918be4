"""The report of an import says what is the case, in every form."""

import csv
import json

import pytest
from bs4 import BeautifulSoup
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from news.intake.record import StoryRecord
from news.intake.verification import report_of, write_report
from news.intake.verification.words import note_words
from news.intake.verification.writing import as_page, terminal_lines
from news.intake.writing.summary import Summary
from news.models import ImportedItem, ImportNote, ImportRun
from tests.builders import make_article, make_section, restrict

SUMMARY = {
    "read": {"post": {"live": 2, "password": 1, "draft": 1}, "media": {"in": 3}},
    "outcomes": {"post": {"created": 3, "failed": 1}, "media": {"created": 2, "missing": 1}},
    "authors": {"ada": [3, 3], "": [1, 0]},
    "months": {"2012-03": [4, 3]},
    "passed_over": {"nav_menu_item": {"count": 7, "reason": "no story"}},
    "notes": {"unknown_short_code": {"[poll]": 5, "[ad]": 1}, "image_missing": {"http://old.example/a.jpg": 1}},
    "details": {"image_missing": [["7", "A story", "http://old.example/a.jpg", "no such file"]]},
    "worst": [[2, 40, "7", "=cmd|' /C calc'!A0", ["two", "words"]]],
    "failures": [["post", "9", "Broken", "It was too long."]],
    "repairs": ["line 3: a bare & was mended"],
    "words_in": 2000,
    "words_lost": 2,
    "redirects": 12,
    "comments": 4,
}


@pytest.fixture
def run(db):
    """A run that has ended, with what it wrote: a public story, one behind a password, a draft."""
    run = ImportRun.objects.create(
        source="http://old.example", name="Old <News>", system="WordPress", state="finished", summary=SUMMARY
    )
    section = make_section()
    stories = {
        "public": make_article("Public", section=section, slug="public"),
        "closed": make_article("Closed", section=section, slug="closed"),
        "draft": make_article("Draft", section=section, slug="draft", live=False),
    }
    restrict(stories["closed"])
    site = Site.objects.get(is_default_site=True)
    for name, story in stories.items():
        ImportedItem.objects.create(
            run=run,
            source=run.source,
            kind="post",
            key=name,
            outcome="created",
            title=story.title,
            status="draft" if name == "draft" else "live",
            access="password" if name == "closed" else "public",
            page=story.page_ptr,
            old_url=f"http://old.example/2012/{name}/",
            addresses=[f"http://old.example/?p={story.pk}", f"http://old.example/2012/{name}/"],
        )
        Redirect.objects.create(
            old_path=Redirect.normalise_path(f"/2012/{name}/"), site=site, redirect_page=story, is_permanent=True
        )
    return run


def rows_of(report, name):
    """Return the rows of one table."""
    return report.table(name).rows


def test_in_stands_against_out(run):
    report = report_of(run)
    assert rows_of(report, "outcomes") == [
        ["Stories", 4, 3, 0, 0, 0, 0, 1],
        ["Pictures and files", 3, 2, 0, 0, 0, 1, 0],
    ]
    assert rows_of(report, "states") == [
        ["Stories", "live", 2, 1, 1, 0],
        ["Stories", "password", 1, 1, 0, 1],
        ["Stories", "draft", 1, 1, 0, 1],
    ]
    assert rows_of(report, "months") == [["2012-03", 4, 3]]
    assert rows_of(report, "authors") == [["(none)", 1, 0], ["ada", 3, 3]]
    assert ("Words that came in", "1,998 (99.900 %)") in report.facts


def test_what_is_missing_or_unknown_has_its_name(run):
    report = report_of(run)
    assert ["", "[poll]", 5] in rows_of(report, "notes")
    assert ["Picture missing", "", 1] in rows_of(report, "pictures")
    assert rows_of(report, "passed_over") == [["nav_menu_item", 7, "no story"]]
    assert rows_of(report, "failures") == [["Stories", "9", "Broken", "It was too long."]]
    assert rows_of(report, "words")[0][1:] == [40, 2, "two words"]


def test_failures_and_lost_words_make_it_not_whole(run):
    assert not report_of(run).is_whole
    run.summary = {**SUMMARY, "words_lost": 0, "outcomes": {"post": {"created": 3}}}
    assert report_of(run).is_whole


def test_every_old_address_is_asked(run):
    report = report_of(run, verify=True)
    answers = {row[0]: row[1:] for row in rows_of(report, "addresses")}
    public = ImportedItem.objects.get(key="public").page
    assert answers["http://old.example/2012/public/"] == [301, public.get_url(), "right"]
    assert answers[f"http://old.example/?p={public.pk}"][2] != "right"
    assert len(answers) == 6
    assert not report.is_whole


def test_what_is_not_public_shows_on_no_old_address(run):
    report = report_of(run, verify=True)
    answers = {row[0]: row[1:] for row in rows_of(report, "addresses")}
    assert answers["http://old.example/2012/draft/"][2] == "right"
    assert answers["http://old.example/2012/closed/"][2] == "right"


def test_an_address_that_leads_to_the_wrong_twin_is_named(run):
    twin = make_article("Twin", slug="twin")
    Redirect.objects.filter(old_path="/2012/public").update(redirect_page=twin)
    answers = {row[0]: row[1:] for row in rows_of(report_of(run, verify=True), "addresses")}
    assert answers["http://old.example/2012/public/"][2] == "leads to another page"


def test_a_dry_run_that_is_not_stored_has_a_report_too(db):
    report = report_of(ImportRun(source="http://old.example", dry_run=True, summary=SUMMARY), verify=True)
    assert rows_of(report, "states")[0] == ["Stories", "live", 2]
    assert report.table("addresses") is None
    assert ("State", "Dry run: nothing was written") in report.facts


@pytest.mark.parametrize(("planned", "hint"), [(500, ""), (501, "The first 500; the real run names all.")])
def test_a_dry_run_says_that_there_are_more_stories_only_where_there_are(db, planned, hint):
    summary = Summary()
    for number in range(planned):
        summary.plan(StoryRecord(key=str(number)), f"/story-{number}/")
    table = report_of(ImportRun(source="http://old.example", dry_run=True, summary=summary.as_json())).table("map")
    assert (table.hint, len(table.rows)) == (hint, 500)


def test_a_run_that_has_just_begun_has_an_empty_report(db):
    assert report_of(ImportRun(source="http://old.example")).tables == []


def test_the_folder_holds_every_form(run, tmp_path):
    item = ImportedItem.objects.get(key="public")
    ImportNote.objects.create(run=run, item=item, code="image_missing", name="http://old.example/a.jpg")
    write_report(report_of(run, verify=True), tmp_path / "report")
    told = json.loads((tmp_path / "report" / "report.json").read_text())
    assert told["tables"]["outcomes"]["rows"][0][:2] == ["Stories", 4]
    page = BeautifulSoup((tmp_path / "report" / "report.html").read_text(), "html.parser")
    assert page.h1.text == "Import of Old <News>"
    assert page.find_all(["script", "link", "img"]) == []
    with (tmp_path / "report" / "details.csv").open(encoding="utf-8-sig") as file:
        assert list(csv.reader(file))[1][:3] == ["Picture missing", "public", "Public"]
    with (tmp_path / "report" / "map.csv").open(encoding="utf-8-sig") as file:
        assert list(csv.reader(file))[1][3].endswith("/film/public/")


def test_no_cell_is_a_formula(run, tmp_path):
    write_report(report_of(run), tmp_path)
    with (tmp_path / "words.csv").open(encoding="utf-8-sig") as file:
        assert list(csv.reader(file))[1][0] == "'=cmd|' /C calc'!A0"


def test_the_terminal_gets_short_lines(run):
    lines = list(terminal_lines(report_of(run)))
    assert lines[0] == "Import of Old <News>"
    assert any("unknown" not in line and "[poll]" in line for line in lines)
    assert max(map(len, lines)) < 250


def test_words_of_the_old_site_are_no_markup_on_the_page(run):
    run.summary = {**SUMMARY, "failures": [["post", "9", "<script>alert(1)</script>", "x"]]}
    assert "<script" not in as_page(report_of(run))


@pytest.mark.parametrize("code", ["media_refused", "media_left_out", "section_circle", "redirect_taken"])
def test_what_is_noted_is_said_in_words(code):
    assert note_words(code) != code
