"""What real exports hold comes out of them, or they are refused with the reason."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from news.intake.errors import Malformed, Refused
from news.intake.readers import ReaderOptions, open_export
from news.intake.record import AuthorRecord, MediaRecord, SectionRecord, Skipped, StoryRecord, TopicRecord

DATA = Path(__file__).resolve().parents[3] / "data"


def opened(name, **options):
    return open_export([DATA / name], options=ReaderOptions(**options))


def records(name, kind=object, **options):
    return [record for record in opened(name, **options).records() if isinstance(record, kind)]


def by_key(name, kind=StoryRecord, **options):
    return {record.key: record for record in records(name, kind, **options)}


@pytest.mark.parametrize(
    ("name", "system", "stories", "skipped"),
    [
        ("importer-wxr-1.0.xml", "wordpress", 6, 0),
        ("importer-wxr-1.1.xml", "wordpress", 2, 1),
        ("importer-comprehensive.xml", "wordpress", 2, 0),
        ("importer-utf8-challenges.xml", "wordpress", 1, 0),
        ("ghostmg-co-authors-plus.xml", "wordpress", 4, 0),
        ("ghostmg-has-yoast-meta.xml", "wordpress", 2, 0),
        ("theme-unit-test.xml.gz", "wordpress", 79, 76),
        ("ghostmg-ctx-lexical.json", "ghost", 7, 0),
        ("ghostmg-multi-post.json", "ghost", 3, 0),
    ],
)
@pytest.mark.parametrize("recover", [False, True])
def test_every_item_of_a_real_export_comes_out(name, system, stories, skipped, recover):
    export = opened(name, recover=recover)

    found = Counter(type(record) for record in export.records())

    assert export.source.system == system
    assert (found[StoryRecord], found[Skipped]) == (stories, skipped)
    assert export.repairs == []
    assert export.position == ((DATA / name).stat().st_size,) * 2


def test_what_stands_in_damaged_and_undamaged_reading_is_the_same():
    name = "theme-unit-test.xml.gz"

    assert records(name) == records(name, recover=True)


def test_a_second_pass_yields_what_the_first_did():
    export = opened("importer-wxr-1.0.xml")

    assert list(export.records()) == list(export.records())


def test_a_mismatched_tag_is_named_by_line_and_column():
    with pytest.raises(Malformed) as caught:
        opened("bad-malformed.xml")

    assert (caught.value.path, caught.value.line, caught.value.column) == ("bad-malformed.xml", 90, 2)
    assert "--recover" in str(caught.value)
    assert caught.value.exit_code == 4


def test_what_can_be_read_of_it_is_read_when_asked():
    export = opened("bad-malformed.xml", recover=True)

    found = Counter(type(record) for record in export.records())

    assert (found[AuthorRecord], found[SectionRecord], found[TopicRecord]) == (1, 21, 18)
    assert any("<notachanneltag>" in repair for repair in export.repairs)
    assert any("wxr_version" in repair for repair in export.repairs)


def test_an_export_without_its_version_is_refused_with_the_cure():
    with pytest.raises(Refused, match="wp:wxr_version.*--recover") as caught:
        opened("bad-missing-version.xml")

    assert caught.value.exit_code == 3


def test_an_export_without_its_version_is_read_when_asked():
    assert len(records("bad-missing-version.xml", SectionRecord, recover=True)) == 21


def test_a_feed_with_a_stray_angle_bracket_is_named_and_mended():
    with pytest.raises(Malformed, match="line 31, column 24"):
        records("jekyll-medium-feed.xml")

    export = opened("jekyll-medium-feed.xml", recover=True)
    stories = [record for record in export.records() if isinstance(record, StoryRecord)]

    assert [story.title for story in stories] == [
        "This is a Dummy Post",
        "How I cross post Medium articles to GitHub Pages",
    ]
    assert stories[0].body.startswith("<figure>")
    assert stories[0].topics == ["java", "custom-jre", "image-size-reduce", "jvm", "docker"]
    assert stories[0].modified_at == datetime(2022, 11, 23, 14, 51, 57, 412000, UTC)
    assert stories[0].addresses == [
        "https://example.com/blog/this-is-a-dummy-post-50703370aea7",
        "https://example.com/blog/this-is-a-dummy-post-50703370aea7?source=rss-621a1d970ada------2",
    ]
    assert len(export.repairs) == 1


def test_characters_that_trouble_others_survive_to_the_byte():
    raw = (DATA / "importer-utf8-challenges.xml").read_text(encoding="utf-8")
    story = records("importer-utf8-challenges.xml", StoryRecord)[0]

    start = raw.index("<content:encoded><![CDATA[") + len("<content:encoded><![CDATA[")
    assert story.body == raw[start : raw.index("]]></content:encoded>")]
    start = raw.index("<title><![CDATA[") + len("<title><![CDATA[")
    assert story.title == raw[start : raw.index("]]></title>")]
    assert story.authors == [records("importer-utf8-challenges.xml", AuthorRecord)[0].key]


def test_categories_without_a_number_come_once():
    keys = [section.key for section in records("importer-wxr-1.0.xml", SectionRecord)]

    assert keys == ["alpha", "beta", "parent", "uncategorized", "child"]


def test_co_authors_keep_their_order_and_come_once():
    stories = by_key("ghostmg-co-authors-plus.xml")

    assert stories["101"].authors == ["alice-smith", "bob-jones", "carol-white"]
    assert stories["103"].authors == ["alice-smith", "bob-jones"]
    assert not any(author.made for author in records("ghostmg-co-authors-plus.xml", AuthorRecord))


def test_an_author_whom_no_list_names_is_made_of_the_login():
    admin = by_key("importer-wxr-1.0.xml", AuthorRecord)["admin"]

    assert (admin.name, admin.made) == ("admin", True)


def test_brackets_around_a_login_make_no_second_author():
    assert set(by_key("theme-unit-test.xml.gz", AuthorRecord)) == {"themedemos", "themereviewteam"}


def test_two_posts_with_one_guid_stay_two():
    stories = by_key("theme-unit-test.xml.gz")

    assert stories["568"].guid == stories["1158"].guid
    assert "https://wpthemetestdata.wordpress.com/?p=568" in stories["568"].addresses
    assert "https://wpthemetestdata.wordpress.com/?p=568" not in stories["1158"].addresses


def test_pictures_know_their_place_below_the_uploads():
    media = by_key("theme-unit-test.xml.gz", MediaRecord)

    assert len(media) == 37
    assert all(medium.path and not medium.path.startswith("/") for medium in media.values())
    assert media["611"].path == "2008/06/canola2.jpg"
    assert media["611"].alt == "canola"
    assert media["611"].caption.startswith("Lorem ipsum dolor sit amet")
    assert media["611"].parent_key == "555"


def test_menu_entries_are_told_as_skipped():
    found = Counter(record.type for record in records("theme-unit-test.xml.gz", Skipped))

    assert found == {"nav_menu_item": 70, "term of nav_menu": 6}


def test_the_description_for_search_engines_comes_from_the_plug_in():
    story = by_key("ghostmg-has-yoast-meta.xml")["100"]

    assert story.seo_title == "My Custom SEO Title for Search Engines"
    assert story.seo_description == "A short description of the post for search engine results pages"


def test_ghosts_three_formats_of_bodies_are_told_apart():
    formats = Counter(story.body_format for story in records("ghostmg-ctx-lexical.json", StoryRecord))

    assert formats == {"lexical": 1, "html": 6}
