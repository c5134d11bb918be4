"""A dry run tells what the real one does, whatever the export; only what is written itself it cannot show."""

import gzip
from pathlib import Path

import pytest

from news.intake.verification import report_of
from news.intake.writing.options import ImportOptions
from news.intake.writing.run import run_import
from news.models import ImportedItem, ImportRun
from portal import clock
from portal.models import PortalImage
from tests.news.intake.writing.moving import attachment, bring_in, jpeg, page, post

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[3] / "data"
EXPORTS = sorted(file.name for file in DATA.iterdir() if file.suffix in {".xml", ".json", ".gz"})


def account(run):
    """Return the account of a run; what is named one by one stands in no order, and dry runs alone have a plan."""
    told = {**run.summary, "planned": []}
    told["details"] = {code: sorted(map(str, rows)) for code, rows in told["details"].items()}
    return told


@pytest.mark.parametrize("name", EXPORTS)
def test_of_real_exports_it_tells_the_same(name, tmp_path):
    file = tmp_path / name.removesuffix(".gz")
    content = (DATA / name).read_bytes()
    file.write_bytes(gzip.decompress(content) if name.endswith(".gz") else content)
    dry = run_import([file], ImportOptions(dry_run=True, recover=True))
    assert not ImportRun.objects.exists()
    assert not ImportedItem.objects.exists()
    run = run_import([file], ImportOptions(recover=True))
    assert account(dry) == account(run)
    assert addresses(dry) == addresses(run)


PAGES = [
    page(20, post_parent="21", post_name="kid"),
    page(21, post_name="up"),
    page(22, post_parent="23"),
    page(23, status="draft"),
    page(24, post_name="up", link="https://old.example/up2/"),
    page(25, post_name="search"),
    page(26, post_name="topics"),
]
MEDIA = [
    attachment(9, post_parent="1"),
    attachment(10, path="2024/06/twin.jpg"),
    attachment(11, path="2024/06/fake.jpg"),
    attachment(12, path="2024/06/gone.jpg"),
    attachment(13, path="2024/06/bell.jpg", post_parent="2"),
]
SHOWS = "".join(
    f'<img src="https://old.example/wp-content/uploads/2024/06/{name}.jpg">' for name in ("fake", "stray", "nowhere")
)
LINKS = "".join(
    f'<a href="https://old.example{path}">x</a> '
    for path in ("/picture-9/", "/?p=2", "/?p=3", "/author/ada/", "/2024/06/", "/nowhere/", "/?p=4#part")
)
STORIES = [
    post(1, content=SHOWS + LINKS, meta={"_thumbnail_id": "11"}),
    post(2, status="draft", post_name="story-1"),
    post(3, status="private", meta={"_wp_old_slug": ["story-1"]}),
    post(4, post_name="story-1", meta={"_thumbnail_id": "9"}),
    post(5, categories=[]),
    post(6, categories=[("category", "film", "Film"), ("category", "music", "Music"), ("category", "x", "Film")]),
    post(7, post_name="feed", post_date_gmt="2199-01-01 00:00:00"),
]


def addresses(run):
    """Return what a report says of old and new addresses."""
    table = report_of(run).table("map")
    return sorted(table.rows) if table else []


def test_with_pictures_twins_and_closed_stories_it_tells_the_same_each_time(tmp_path, uploads):
    for name, content in (("bell", jpeg()), ("twin", jpeg()), ("fake", b"<html>"), ("stray", jpeg() + b"x")):
        media = uploads(f"2024/06/{name}.jpg", content)
    for pictures in (0, 2):
        dry = bring_in(tmp_path, *PAGES, *MEDIA, *STORIES, media=media, dry_run=True)
        assert PortalImage.objects.count() == pictures
        run = bring_in(tmp_path, *PAGES, *MEDIA, *STORIES, media=media)
        assert account(dry) == account(run)
        assert addresses(dry) == addresses(run)


def test_one_that_was_interrupted_counts_nothing_twice_when_it_begins_again(tmp_path):
    whole = bring_in(tmp_path, *PAGES, *STORIES, dry_run=True)
    run, options = ImportRun(started_at=clock.now()), ImportOptions(dry_run=True)

    def cut_off(stage, *_facts):
        if stage == "Links between stories":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_import([tmp_path / "export.xml"], options, run=run, progress=cut_off)
    run_import([tmp_path / "export.xml"], options, run=run)
    assert run.summary == whole.summary
