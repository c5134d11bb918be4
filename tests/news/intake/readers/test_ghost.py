"""What stands in Ghost's tables, or beside its stories, is found in the records."""

import json
from datetime import UTC, datetime

import pytest

from news.intake.errors import Malformed
from news.intake.record import Access, AuthorRecord, Skipped, Status, StoryRecord, TopicRecord
from tests.news.intake.readers.reading import export_of, records_of, story_of

LEXICAL = json.dumps({"root": {"children": [{"type": "image", "src": "__GHOST_URL__/content/images/2024/a.jpg"}]}})
TABLES = {
    "posts": [
        {
            "id": "p1",
            "uuid": "u-u-i-d",
            "title": "First &amp; last",
            "slug": "first",
            "lexical": LEXICAL,
            "html": "<p>also</p>",
            "type": "post",
            "status": "published",
            "visibility": "public",
            "featured": 1,
            "feature_image": "__GHOST_URL__/content/images/2024/lead.jpg",
            "custom_excerpt": "In short",
            "published_at": "2024-06-05T16:04:48.000Z",
            "updated_at": "2024-06-06T16:04:48.000Z",
        },
    ],
    "posts_authors": [
        {"post_id": "p1", "author_id": "2", "sort_order": 1},
        {"post_id": "p1", "author_id": "1", "sort_order": 0},
    ],
    "posts_tags": [
        {"post_id": "p1", "tag_id": "t2", "sort_order": 1},
        {"post_id": "p1", "tag_id": "t1", "sort_order": 0},
        {"post_id": "p1", "tag_id": "t3", "sort_order": 2},
    ],
    "posts_meta": [
        {"post_id": "p1", "meta_title": "For search", "feature_image_alt": "A lead", "og_title": "For friends"}
    ],
    "users": [
        {
            "id": "1",
            "name": "Ada",
            "slug": "ada",
            "bio": "Writes",
            "website": "https://ada.example",
            "email": "a@b.example",
        },
        {"id": "2", "name": "Ben", "slug": "ben"},
    ],
    "tags": [
        {"id": "t1", "name": "Film", "slug": "Film"},
        {"id": "t2", "name": "News", "slug": "news"},
        {"id": "t3", "name": "#wide", "slug": "hash-wide", "visibility": "internal"},
    ],
    "settings": [{"key": "title", "value": "The Ghost"}, {"key": "locale", "value": "de"}],
    "newsletters": [{"id": "n1"}, {"id": "n2"}],
}


def ghost(shell=lambda tables: {"db": [{"meta": {"version": "5.82.0"}, "data": tables}]}, **changed):
    """Return an export whose only post has other fields than usual; a field that is None is missing."""
    post = {key: value for key, value in (TABLES["posts"][0] | changed).items() if value is not None}
    return json.dumps(shell(TABLES | {"posts": [post]}))


@pytest.mark.parametrize(
    "shell",
    [lambda tables: {"db": [{"data": tables}]}, lambda tables: {"meta": {}, "data": tables}, lambda tables: tables],
)
def test_a_story_is_put_together_from_the_tables_in_every_shell(tmp_path, shell):
    story = story_of(tmp_path, ghost(shell))

    assert (story.key, story.title, story.slug, story.status) == ("p1", "First & last", "first", Status.LIVE)
    assert (story.authors, story.topics) == (["ada", "ben"], ["film", "news"])
    assert (story.seo_title, story.social_title, story.featured_alt) == ("For search", "For friends", "A lead")
    assert (story.excerpt, story.sticky, story.guid) == ("In short", True, "u-u-i-d")
    assert story.published_at == datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC)
    assert story.addresses == ["/first/"]


def test_the_sites_marker_becomes_a_path(tmp_path):
    story = story_of(tmp_path, ghost())

    assert story.featured_url == "/content/images/2024/lead.jpg"
    assert json.loads(story.body)["root"]["children"][0]["src"] == "/content/images/2024/a.jpg"
    assert story_of(tmp_path, ghost(lexical=None, html='<a href="__GHOST_URL__">x</a>')).body == '<a href="/">x</a>'


def test_the_format_that_holds_most_is_taken(tmp_path):
    assert story_of(tmp_path, ghost()).body_format == "lexical"
    assert story_of(tmp_path, ghost(lexical="", mobiledoc='{"version":"0.3.1"}')).body_format == "mobiledoc"
    assert story_of(tmp_path, ghost(lexical=None)).body_format == "html"


def test_people_and_tags_come_once_and_what_is_internal_is_told(tmp_path):
    found = records_of(tmp_path, ghost())

    assert [each.key for each in found if isinstance(each, AuthorRecord)] == ["ada", "ben"]
    assert [each.key for each in found if isinstance(each, TopicRecord)] == ["film", "news"]
    assert [each.type for each in found if isinstance(each, Skipped)] == ["internal tag", "table newsletters"]


def test_tags_without_a_name_are_told_and_no_topic(tmp_path):
    posts = {
        "posts": [{"url": "https://m.example/a", "data": {"title": "A", "tags": [{"data": {"name": "", "slug": ""}}]}}]
    }

    assert story_of(tmp_path, json.dumps(posts)).topics == []
    assert not records_of(tmp_path, json.dumps(posts), TopicRecord)


def test_the_source_says_what_the_settings_do(tmp_path):
    source = export_of(tmp_path, ghost()).source

    assert (source.name, source.language, source.base_urls) == ("The Ghost", "de", [])


@pytest.mark.parametrize(
    ("fields", "status", "access", "troubled"),
    [
        ({"status": "draft"}, Status.DRAFT, Access.PUBLIC, False),
        ({"status": "scheduled"}, Status.SCHEDULED, Access.PUBLIC, False),
        ({"status": "sent"}, Status.DRAFT, Access.PUBLIC, True),
        ({"status": "odd"}, Status.DRAFT, Access.PUBLIC, True),
        ({"visibility": "members"}, Status.LIVE, Access.PRIVATE, False),
        ({"visibility": "paid"}, Status.LIVE, Access.PRIVATE, False),
    ],
)
def test_what_was_not_for_all_is_not_for_all_here(tmp_path, fields, status, access, troubled):
    story = story_of(tmp_path, ghost(**fields))

    assert (story.status, story.access, bool(story.trouble)) == (status, access, troubled)


def test_pages_of_both_spellings_are_pages(tmp_path):
    assert story_of(tmp_path, ghost(type="page")).kind == "page"
    assert story_of(tmp_path, ghost(type=None, page=1)).kind == "page"
    assert story_of(tmp_path, ghost()).kind == "post"


def test_old_times_are_milliseconds(tmp_path):
    story = story_of(tmp_path, ghost(published_at=1388319501897, updated_at="never"))

    assert story.published_at == datetime(2013, 12, 29, 12, 18, 21, 897000, tzinfo=UTC)
    assert story.modified_at is None
    assert story_of(tmp_path, ghost(published_at=253402300799000)).published_at is None


def test_a_story_without_a_date_says_how_its_date_was_found(tmp_path):
    begun = story_of(tmp_path, ghost(published_at=None, created_at="2024-01-01 10:00:00"))
    none = story_of(tmp_path, ghost(published_at=None))

    assert begun.published_at == datetime(2024, 1, 1, 10, tzinfo=UTC)
    assert "begun" in begun.date_guess
    assert (none.published_at, none.date_guess) == (None, "no date in the export")


def test_json_that_breaks_off_is_malformed_by_line_and_column(tmp_path):
    cut = json.dumps({"db": [{"data": TABLES}]}, indent=1)
    cut = cut[: cut.index("posts_tags")]

    with pytest.raises(Malformed, match="rows before that are whole") as caught:
        records_of(tmp_path, cut, StoryRecord)

    assert caught.value.line == cut.count("\n") + 1
    assert caught.value.exit_code == 4


def test_a_story_of_which_only_plain_text_is_left_keeps_it(tmp_path):
    row = {"id": "1", "title": "A", "slug": "a", "html": None, "plaintext": "One & two\n\nThree"}

    assert story_of(tmp_path, json.dumps({"data": {"posts": [row]}})).body == "<p>One &amp; two</p><p>Three</p>"
