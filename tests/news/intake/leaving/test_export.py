"""What an export holds: everything, under names that hold elsewhere, and nothing that opens a door."""

import hashlib
import json
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command

from news.intake.leaving.folder import export_folder
from news.intake.leaving.wxr import export_wxr
from news.intake.lines import from_json
from news.intake.readers import ReaderOptions, open_export
from news.intake.record import AuthorRecord, MediaRecord, RedirectRecord, SectionRecord, StoryRecord, TopicRecord
from news.models import ArticlePage

from .conftest import DATE

# Without a test that asks for it there is no database to build the newsroom in.
pytestmark = pytest.mark.django_db

WXR = {
    "wp": "http://wordpress.org/export/1.2/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def quiet(_line):
    """Show no progress."""


@pytest.fixture
def folder(exported):
    """The newsroom as a folder."""
    return exported / "out"


@pytest.fixture
def records(folder):
    """The records of the newsroom."""
    with (folder / "records.jsonl").open() as lines:
        return [from_json(line) for line in lines]


@pytest.fixture
def stories(records):
    """The stories and pages by slug."""
    return {record.slug: record for record in records if isinstance(record, StoryRecord)}


def of(records, kind):
    """Return the records of one kind by key."""
    return {record.key: record for record in records if isinstance(record, kind)}


def test_everything_is_in_the_records(records):
    assert {"ada-lomax", "bert-ney", "dr-cyd"} == set(of(records, AuthorRecord))
    assert {"arts", "arts/film"} == set(of(records, SectionRecord))
    assert of(records, SectionRecord)["arts/film"].parent_key == "arts"
    assert of(records, TopicRecord)["awards"].description == "Prizes"
    slugs = {record.slug for record in of(records, StoryRecord).values()}
    assert slugs == {"the-bell", "other", "gone", "not-yet", "members", "evening", "about", "house", "ethics"}


def test_a_story_says_all_that_it_is(stories):
    story = stories["the-bell"]
    assert (story.title, story.excerpt) == ("The bell & the film", "It rings.")
    assert (story.status, story.access, story.published_at) == ("live", "public", DATE)
    assert (story.authors, story.sections, story.topics) == (["ada-lomax", "bert-ney"], ["arts/film"], ["awards"])
    assert story.featured_alt == "A hall"
    assert story.seo_description == "All about bells"
    assert story.url.endswith("/arts/film/the-bell/")
    assert story.extra["kicker"] == "Cinema"
    assert story.extra["kind"] == "feature"
    assert story.extra["contributions"][-1] == {"author": "bert-ney", "role": "edited"}
    assert story.extra["sources"][0]["doi"] == "10.1/bells"
    assert story.extra["related"] == [stories["other"].url]
    review = story.extra["medical_reviews"][0]
    assert (review["reviewer"], review["credentials"]) == ("dr-cyd", "MBBS")


def test_corrections_are_whole(stories):
    (correction,) = stories["the-bell"].corrections
    assert (correction.kind, correction.text) == ("correction", "It was Tuesday.")
    assert correction.fields["is_right"] == "It was Wednesday."
    assert correction.fields["severe"] is True


def test_a_body_names_what_it_refers_to(stories, records):
    body = {block["type"]: block["value"] for block in json.loads(stories["the-bell"].body)}
    other = stories["other"].url
    assert f'<a href="{other}">the other</a>' in body["paragraph"]
    assert "linktype" not in body["paragraph"]
    assert of(records, MediaRecord)[body["figure"]["image"]["image"]].title == "Inner"
    assert of(records, MediaRecord)[body["file"]["file"]].title == "Minutes"
    assert body["related"]["story"] == other
    assert body["table"]["table"]["rows"][0]["values"] == ["Great Tom"]


def test_states_are_told_and_a_password_is_not(stories, folder):
    assert stories["not-yet"].status == "draft"
    assert stories["members"].access == "password"
    assert "secret word" not in (folder / "records.jsonl").read_text()
    assert not any("argon" in path.read_text() or "md5$" in path.read_text() for path in folder.glob("*.json*"))


def test_the_newest_words_of_a_draft_leave(newsroom, tmp_path):
    page = ArticlePage.objects.get(slug="not-yet")
    page.title = "Soon"
    page.save_revision()
    export_folder(newsroom, tmp_path / "out", progress=quiet)
    assert '"title": "Soon"' in (tmp_path / "out" / "records.jsonl").read_text()


def test_pages_keep_their_tree(stories):
    assert stories["about"].kind == "page"
    assert stories["house"].parent_key == stories["about"].key
    assert stories["about"].extra["type"] == "home.StandardPage"


def test_live_updates_are_in_it(stories):
    assert stories["evening"].extra["type"] == "news.LiveBlogPage"
    assert stories["evening"].extra["updates"][0]["headline"] == "Curtain"


def test_redirects_are_in_it(records, stories):
    redirects = {record.old_path: record for record in records if isinstance(record, RedirectRecord)}
    assert redirects["/old-bell"].target == stories["the-bell"].url
    assert redirects["/shop"] == RedirectRecord("/shop", "https://shop.example/", permanent=False)


def test_media_are_copied_and_their_manifest_is_true(folder):
    described = [json.loads(line) for line in (folder / "media.jsonl").read_text().splitlines()]
    assert {entry["title"] for entry in described} == {"Lead", "Inner", "Minutes"}
    for entry in described:
        assert hashlib.sha256((folder / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
    lead = next(entry for entry in described if entry["title"] == "Lead")
    assert (lead["credit"], lead["caption"], lead["rights"]) == ("Velour & Tonic studio", "In the hall", "own")


def test_a_file_that_has_gone_is_named(newsroom, tmp_path):
    story = ArticlePage.objects.get(slug="the-bell")
    name = story.lead_image.file.name
    story.lead_image.file.storage.delete(name)
    manifest = export_folder(newsroom, tmp_path / "out", progress=quiet)
    assert manifest["missing_media"] == [name]


def test_each_story_is_a_page_that_shows_its_pictures(folder, stories):
    html = (folder / "stories" / f"{stories['the-bell'].key}.html").read_text()
    for words in (
        "Second ]]&gt; words.",
        "What &lt;happened&gt;",
        "Rung",
        "Call somebody.",
        "Great Tom",
        "Bells at sea",
    ):
        assert words in html
    assert "It was Wednesday." in html
    sources = [part.partition('"')[0] for part in html.split('src="')[1:]]
    assert len(sources) == 2
    assert all((folder / "stories" / source).resolve().is_file() for source in sources)


def test_the_settings_leave_too(folder):
    settings = json.loads((folder / "settings.json").read_text())
    assert settings["portal.Publication"]["name"]
    assert settings["news.Standards"]["health_words"]


def test_nothing_is_left_of_an_export_that_was_stopped(newsroom, tmp_path):
    def stop(_line):
        raise KeyboardInterrupt

    (tmp_path / "place").mkdir()
    for export, name in ((export_folder, "out"), (export_wxr, "out.xml")):
        with pytest.raises(KeyboardInterrupt):
            export(newsroom, tmp_path / "place" / name, progress=stop)
    assert list((tmp_path / "place").iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").touch()
    with pytest.raises(CommandError, match="is not empty"):
        call_command("export_site", str(tmp_path))


def test_nothing_to_write_is_said():
    with pytest.raises(CommandError, match="Name a folder"):
        call_command("export_site")


# --- For WordPress ------------------------------------------------------------


@pytest.fixture
def items(exported):
    """The items of the file for WordPress, by the end of their address."""
    channel = ElementTree.parse(exported / "site.xml").getroot().find("channel")
    found = {item.findtext("wp:post_name", namespaces=WXR): item for item in channel.iter("item")}
    return {"channel": channel, **found}


def test_wordpress_gets_people_sections_and_topics(items):
    channel = items["channel"]
    assert channel.findtext("wp:wxr_version", namespaces=WXR) == "1.2"
    logins = [author.findtext("wp:author_login", namespaces=WXR) for author in channel.findall("wp:author", WXR)]
    assert logins == ["ada-lomax", "bert-ney", "dr-cyd"]
    categories = {
        entry.findtext("wp:category_nicename", namespaces=WXR): entry.findtext("wp:category_parent", namespaces=WXR)
        for entry in channel.findall("wp:category", WXR)
    }
    assert categories == {"arts": "", "arts-film": "arts"}
    assert channel.findtext("wp:tag/wp:tag_slug", namespaces=WXR) == "awards"


def test_wordpress_gets_a_story_in_blocks(items):
    item = items["the-bell"]
    assert item.findtext("title") == "The bell &amp; the film"  # which is HTML there
    assert item.findtext("wp:status", namespaces=WXR) == "publish"
    assert item.findtext("wp:post_date_gmt", namespaces=WXR) == f"{DATE:%Y-%m-%d %H:%M:%S}"
    assert item.findtext("excerpt:encoded", namespaces=WXR) == "It rings."
    body = item.findtext("content:encoded", namespaces=WXR)
    assert body.startswith("<!-- wp:paragraph -->\n<p>First words")
    assert "Second ]]&gt; words." in body
    assert '<!-- wp:heading {"level": 3} -->\n<h3>What &lt;happened&gt;</h3>' in body
    assert "<!-- wp:list" in body and "<!-- wp:image" in body
    assert 'src="https://files.example/out/media/original_images/' in body
    terms = {(term.get("domain"), term.get("nicename")) for term in item.findall("category")}
    assert terms >= {("category", "arts-film"), ("post_tag", "awards"), ("author", "ada-lomax"), ("author", "bert-ney")}


def test_wordpress_is_told_of_authors_in_its_own_way_and_of_further_ones_in_that_of_co_authors_plus(items):
    for slug, authors in (("the-bell", ["ada-lomax", "bert-ney"]), ("other", [])):
        terms = [term.get("nicename") for term in items[slug].findall("category") if term.get("domain") == "author"]
        assert terms == authors
    creators = [items[slug].findtext("dc:creator", namespaces=WXR) for slug in ("the-bell", "other")]
    assert creators == ["ada-lomax", "bert-ney"]


def test_wordpress_finds_the_lead_picture_by_its_number(items):
    metas = items["the-bell"].findall("wp:postmeta", WXR)
    values = {
        entry.findtext("wp:meta_key", namespaces=WXR): entry.findtext("wp:meta_value", namespaces=WXR)
        for entry in metas
    }
    numbers = {item.findtext("wp:post_id", namespaces=WXR): item for item in items["channel"].iter("item")}
    lead = numbers[values["_thumbnail_id"]]
    assert lead.findtext("title") == "Lead"
    assert lead.findtext("wp:post_type", namespaces=WXR) == "attachment"
    assert lead.findtext("wp:attachment_url", namespaces=WXR).startswith("https://files.example/out/media/original")


def test_what_was_not_public_here_is_not_public_there(items):
    assert items["not-yet"].findtext("wp:status", namespaces=WXR) == "draft"
    assert items["members"].findtext("wp:status", namespaces=WXR) == "private"
    assert items["members"].findtext("wp:post_password", namespaces=WXR) == ""


def test_wordpress_keeps_the_tree_of_pages(items):
    about = items["about"].findtext("wp:post_id", namespaces=WXR)
    assert items["house"].findtext("wp:post_parent", namespaces=WXR) == about


# --- Read again ---------------------------------------------------------------


def read(path):
    """Return what our own reader finds in a file, by kind of record."""
    found = {}
    for record in open_export([path], options=ReaderOptions()).records():
        found.setdefault(type(record), []).append(record)
    return found


def test_the_records_are_an_export_that_we_read(exported, records):
    found = read(exported / "out" / "records.jsonl")
    assert found[StoryRecord] == [record for record in records if isinstance(record, StoryRecord)]
    assert len(found[MediaRecord]) == 3


def test_the_file_for_wordpress_is_an_export_that_we_read(exported, stories):
    found = read(exported / "site.xml")
    again = {record.slug: record for record in found[StoryRecord]}
    assert again.keys() == stories.keys()
    for slug in ("the-bell", "other"):
        story, before = again[slug], stories[slug]
        assert (story.title, story.published_at, story.authors) == (before.title, before.published_at, before.authors)
        assert story.status == before.status
    assert again["the-bell"].topics == ["awards"]
    assert again["the-bell"].featured_key
    assert again["members"].access == "private"
    assert again["house"].parent_key == again["about"].key
    assert {record.key for record in found[AuthorRecord]} == {"ada-lomax", "bert-ney", "dr-cyd"}
    assert len(found[MediaRecord]) == 3
