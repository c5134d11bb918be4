"""The command: what it says, and the status with which it ends."""

import gzip
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from news.intake.under_way import SITE, holding
from news.intake.writing.batches import BatchWriter
from news.intake.writing.options import ImportOptions, as_arguments
from news.models import ArticlePage, ImportRun, SectionPage
from tests.builders import make_section
from tests.exports import wxr
from tests.news.intake.writing.moving import FILM, page, post

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(autouse=True)
def own_signals():
    """Give the process its handlers back."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def export(tmp_path):
    """Offer a function that writes an export and returns its path."""

    def written(*items):
        file = tmp_path / "export.xml"
        file.write_text(wxr(*items, terms=FILM))
        return str(file)

    return written


def ended(*arguments, command="import_wordpress", **options):
    """Run the command and return the status with which its process would end."""
    try:
        call_command(command, *arguments, **options)
    except CommandError as error:
        return error.returncode
    except SystemExit as end:
        return end.code
    return 0


def test_it_says_what_came_of_it(export, capsys):
    assert ended(export(post(1), post(2, status="draft"), page(3))) == 0
    said = capsys.readouterr().out
    assert "The Old Paper" in said
    assert ArticlePage.objects.count() == 2


def test_a_dry_run_says_as_much_and_writes_nothing(export, capsys):
    assert ended(export(post(1)), dry_run=True) == 0
    assert "The Old Paper" in capsys.readouterr().out
    assert not ImportRun.objects.exists()
    assert not SectionPage.objects.exists()


def test_it_ends_with_1_where_something_failed(export, monkeypatch, capsys):
    def failing(self, draft):
        raise ValueError("no such thing")

    monkeypatch.setattr(BatchWriter, "_correct", failing)
    assert ended(export(post(1))) == 1
    assert "no such thing" in capsys.readouterr().out


def test_it_ends_with_1_where_the_export_was_cut_off(export, capsys):
    whole = Path(export(post(1), post(2)))
    whole.write_text(whole.read_text().rpartition("</item>")[0])
    assert ended(str(whole), recover=True) == 1
    assert "damaged" in capsys.readouterr().out
    assert ArticlePage.objects.count() == 1


@pytest.mark.parametrize(
    "options",
    [
        {"media": "/no/such/folder"},
        {"section_root": "nowhere"},
        {"default_section": "nowhere"},
        {"batch": 0},
        {"timezone": "Nowhere/City"},
        {"types": "post,event:thing"},
    ],
)
def test_it_ends_with_2_where_it_is_used_wrongly(export, options):
    assert ended(export(post(1)), **options) == 2
    assert not ArticlePage.objects.exists()


def test_it_ends_with_2_without_such_a_file():
    assert ended("/no/such/file.xml") == 2


def test_it_ends_with_3_for_what_is_no_export_of_wordpress(tmp_path):
    file = tmp_path / "export.xml"
    file.write_text('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>')
    assert ended(str(file)) == 3
    assert ended(str(DATA / "ghostmg-multi-post.json")) == 3
    assert ended(str(DATA / "bad-missing-version.xml")) == 3


def test_it_ends_with_4_for_a_damaged_one_and_says_where(capsys):
    assert ended(str(DATA / "bad-malformed.xml")) == 4


def test_an_interruption_says_how_to_go_on(export, monkeypatch, capsys):
    def interrupted(self, records):
        raise KeyboardInterrupt

    file = export(post(1))
    monkeypatch.setattr(BatchWriter, "_write", interrupted)
    assert ended(file) == 130
    assert "--resume" in capsys.readouterr().err
    assert ImportRun.objects.get().state == ImportRun.State.STOPPED
    monkeypatch.undo()
    assert ended(file, resume=True) == 0
    assert ArticlePage.objects.count() == ImportRun.objects.count() == 1


def test_no_two_imports_write_at_once(export, capsys):
    file = export(post(1))
    with holding(SITE):
        assert ended(file) == 2
        assert not ImportRun.objects.exists()
        assert ended(file, dry_run=True) == 0
    assert ended(file) == 0


def test_a_process_that_is_killed_lets_go_of_its_lock(settings):
    with holding(SITE) as had:
        assert had
    script = "import fcntl, sys; file = open(sys.argv[1]); fcntl.flock(file, fcntl.LOCK_EX); print('held', flush=True)"
    lock = settings.DATA_DIR / "locks" / f"import-{SITE}"
    command = [sys.executable, "-c", f"{script}; sys.stdin.read()", str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with holding(SITE) as had:
            assert not had
        other.kill()
    with holding(SITE) as had:
        assert had


def test_the_command_to_go_on_repeats_what_was_chosen():
    options = ImportOptions(timezone="Europe/Berlin", types=("post", "event:page"), recover=True, media="/srv/uploads")
    chosen = " ".join(as_arguments(options.as_json()))
    assert chosen == "--types post,event:page --media /srv/uploads --timezone Europe/Berlin --recover"


def test_everything_may_land_below_a_section(export, client):
    make_section("Archive", slug="old")
    assert ended(export(post(1)), section_root="old") == 0
    assert ArticlePage.objects.get().url == "/old/film/story-1/"


def test_stories_without_category_go_where_they_are_sent(export):
    make_section("Various", slug="various")
    assert ended(export(post(1, categories=())), default_section="various") == 0
    assert ArticlePage.objects.get().url == "/various/story-1/"


def test_a_type_of_ones_own_comes_in_as_what_it_is_said_to_be(export):
    assert ended(export(post(1, post_type="review"), page(2, post_type="event")), types="review:post,event:page") == 0
    assert ArticlePage.objects.get().title == "Story 1"


def test_a_report_is_written(export, tmp_path):
    assert ended(export(post(1)), report=str(tmp_path / "report"), verify=True) == 0
    told = json.loads((tmp_path / "report" / "report.json").read_text())
    assert told["whole"]
    assert (tmp_path / "report" / "report.html").exists()


def test_a_report_that_cannot_be_written_is_said_in_one_line_once_everything_is_in(export, tmp_path):
    (tmp_path / "report").write_text("a file")
    with pytest.raises(CommandError, match="report cannot be written"):
        call_command("import_wordpress", export(post(1)), report=str(tmp_path / "report"))
    assert ArticlePage.objects.count() == 1
    assert ImportRun.objects.get().state == ImportRun.State.FINISHED


def test_the_theme_test_of_wordpress_comes_in_whole(tmp_path, capsys):
    file = tmp_path / "theme-unit-test.xml"
    file.write_bytes(gzip.decompress((DATA / "theme-unit-test.xml.gz").read_bytes()))
    # Status 0: no word is lost, and every old address leads to the right page.
    assert ended(str(file), verify=True) == 0
    assert ArticlePage.objects.filter(live=True).count() == 56
    assert ArticlePage.objects.filter(is_public=True).count() == 55
    assert "192 of 192" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "importer-comprehensive.xml",
        "importer-utf8-challenges.xml",
        "importer-wxr-1.0.xml",
        "importer-wxr-1.1.xml",
        "ghostmg-co-authors-plus.xml",
        "ghostmg-has-yoast-meta.xml",
        "ghostmg-ctx-lexical.json",
        "ghostmg-multi-post.json",
    ],
)
def test_real_exports_come_in_whole(name):
    assert ended(str(DATA / name), command="import_site", verify=True) == 0
    account = ImportRun.objects.get().summary
    assert account["words_lost"] == 0
    assert sum(account["read"]["post"].values()) == account["outcomes"]["post"]["created"]
