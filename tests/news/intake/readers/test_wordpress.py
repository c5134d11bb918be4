"""Each thing that WXR says of a story is found in its record."""

import gzip
import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.intake.errors import IntakeError, Malformed, Refused
from news.intake.lines import to_json
from news.intake.readers import ReaderOptions, open_export
from news.intake.readers.files import CHUNK
from news.intake.readers.wordpress_patterns import MOST_TEXT
from news.intake.record import (
    Access,
    AuthorRecord,
    MediaRecord,
    SectionRecord,
    Skipped,
    Status,
    StoryRecord,
    TopicRecord,
)
from tests.exports import BLOG, WXR_TAIL, wxr, wxr_head, wxr_item
from tests.news.intake.readers.reading import export_of, records_of, story_of

TERMS = (
    "<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>film</wp:category_nicename>"
    "<wp:category_parent>arts</wp:category_parent><wp:cat_name><![CDATA[Film &amp; TV]]></wp:cat_name></wp:category>"
    "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>arts</wp:category_nicename>"
    "<wp:category_parent></wp:category_parent><wp:cat_name>Arts</wp:cat_name></wp:category>"
    "<wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>Oscars</wp:tag_slug><wp:tag_name>The Oscars</wp:tag_name></wp:tag>"
)


def item_story(tmp_path, **fields):
    options = fields.pop("options", {})
    return story_of(tmp_path, wxr(wxr_item(**fields), terms=TERMS), **options)


def test_the_source_is_what_the_channel_says(tmp_path):
    source = export_of(tmp_path, wxr(wxr_item())).source

    assert (source.system, source.name, source.base_urls) == ("wordpress", "The Old Paper", [BLOG])
    assert (source.language, source.version) == ("en-GB", "1.2")


def test_categories_keep_their_tree_and_their_names_as_text(tmp_path):
    sections = records_of(tmp_path, wxr(terms=TERMS), SectionRecord)

    assert [(section.key, section.name, section.parent_key) for section in sections] == [
        ("film", "Film & TV", "arts"),
        ("arts", "Arts", ""),
    ]


def test_tags_are_known_by_their_slug_in_small_letters(tmp_path):
    content = wxr(wxr_item(categories=[("post_tag", "OSCARS", "OSCARS"), ("tag", "new", "New")]), terms=TERMS)

    assert story_of(tmp_path, content).topics == ["oscars", "new"]
    assert [(topic.key, topic.name) for topic in records_of(tmp_path, content, TopicRecord)] == [
        ("oscars", "The Oscars"),
        ("new", "New"),
    ]


def test_the_primary_category_of_a_plug_in_is_the_home(tmp_path):
    categories = [("category", "arts", "Arts"), ("category", "film", "Film")]
    story = item_story(tmp_path, categories=categories, meta={"_yoast_wpseo_primary_category": "7"})

    assert (story.sections, story.home_section) == (["arts", "film"], "film")


def test_a_co_author_is_found_by_slug_of_the_plug_in_and_a_guest_is_made(tmp_path):
    categories = [("author", "cap-ada", "ada"), ("author", "cap-guest-writer", "Guest Writer")]
    content = wxr(wxr_item(creator="editor", categories=categories))
    authors = {author.key: author for author in records_of(tmp_path, content, AuthorRecord)}

    assert story_of(tmp_path, content).authors == ["ada", "guest-writer"]
    assert (authors["ada"].name, authors["ada"].made) == ("Ada Lovelace", False)
    assert (authors["guest-writer"].name, authors["guest-writer"].made) == ("Guest Writer", True)
    assert "editor" not in authors


def test_a_login_with_spaces_and_dots_is_found_by_its_slug(tmp_path):
    author = "<wp:author><wp:author_login>J. Doe</wp:author_login></wp:author>"
    content = wxr(wxr_item(categories=[("author", "cap-j-doe", "John Doe")]), terms=author)

    assert story_of(tmp_path, content).authors == ["J. Doe"]


def test_two_people_of_one_name_stay_two(tmp_path):
    terms = "".join(
        f"<wp:author><wp:author_login>{login}</wp:author_login>"
        "<wp:author_display_name>Kim Lee</wp:author_display_name></wp:author>"
        for login in ("kim", "kimlee2")
    )

    assert [each.key for each in records_of(tmp_path, wxr(terms=terms), AuthorRecord)] == ["ada", "kim", "kimlee2"]


def test_a_guest_author_of_the_plug_in_is_an_author(tmp_path):
    meta = {"cap-user_login": "mary", "cap-display_name": "Mary Shelley", "cap-description": "Writes <em>at night</em>"}
    content = wxr(
        wxr_item(1, post_type="guest-author", meta=meta), wxr_item(2, categories=[("author", "cap-mary", "Mary")])
    )

    mary = records_of(tmp_path, content, AuthorRecord)[1]

    assert (mary.key, mary.name, mary.bio, mary.made) == ("mary", "Mary Shelley", "Writes <em>at night</em>", False)
    assert story_of(tmp_path, content).authors == ["mary"]


@pytest.mark.parametrize(
    ("fields", "zone", "published", "guess"),
    [
        ({}, "UTC", datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC), ""),
        (
            {"post_date_gmt": "0000-00-00 00:00:00"},
            "Europe/Berlin",
            datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC),
            "Berlin",
        ),
        ({"post_date_gmt": None}, "UTC", datetime(2024, 6, 5, 18, 4, 48, tzinfo=UTC), "UTC"),
        ({"post_date_gmt": None, "post_date": None}, "UTC", datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC), "feed"),
        (
            {"post_date_gmt": "", "post_date": "0000-00-00 00:00:00", "pubDate": "Mon, 30 Nov -0001 00:00:00 +0000"},
            "UTC",
            None,
            "no date",
        ),
        ({"post_date_gmt": "2024-02-31 10:00:00", "post_date": "", "pubDate": ""}, "UTC", None, "no date"),
        ({"post_date_gmt": "9999-12-31 23:59:59", "post_date": "", "pubDate": ""}, "UTC", None, "no date"),
        ({"post_date_gmt": "0001-01-01 00:00:00", "post_date": "", "pubDate": ""}, "UTC", None, "no date"),
    ],
)
def test_dates_are_found_in_the_order_of_their_worth(tmp_path, fields, zone, published, guess):
    story = item_story(tmp_path, **fields, options={"timezone": zone})

    assert story.published_at == published
    assert guess in story.date_guess
    assert bool(guess) == bool(story.date_guess)


def test_the_last_change_is_kept_and_old_exports_have_none(tmp_path):
    changed = item_story(tmp_path, post_modified_gmt="2024-07-01 08:00:00")
    local = item_story(tmp_path, post_modified="2024-07-01 08:00:00", options={"timezone": "America/New_York"})

    assert changed.modified_at == datetime(2024, 7, 1, 8, tzinfo=UTC)
    assert local.modified_at == datetime(2024, 7, 1, 12, tzinfo=UTC)
    assert item_story(tmp_path).modified_at is None


def test_an_unknown_time_zone_is_told_before_anything_is_read():
    with pytest.raises(IntakeError, match=r"no time zone.*Europe/Berlin"):
        ReaderOptions(timezone="Berlin")


@pytest.mark.parametrize(
    ("fields", "status", "access"),
    [
        ({"status": "publish"}, Status.LIVE, Access.PUBLIC),
        ({"status": "private"}, Status.LIVE, Access.PRIVATE),
        ({"status": "publish", "post_password": "hunter2"}, Status.LIVE, Access.PASSWORD),
        ({"status": "draft"}, Status.DRAFT, Access.PUBLIC),
        ({"status": "pending"}, Status.DRAFT, Access.PUBLIC),
        ({"status": "auto-draft"}, Status.DRAFT, Access.PUBLIC),
        ({"status": "future"}, Status.SCHEDULED, Access.PUBLIC),
        ({"status": "pitch"}, Status.DRAFT, Access.PUBLIC),
    ],
)
def test_a_status_says_what_a_story_is_and_who_may_read_it(tmp_path, fields, status, access):
    story = item_story(tmp_path, **fields)

    assert (story.status, story.access) == (status, access)
    assert bool(story.trouble) == (fields["status"] == "pitch")


def test_a_password_is_nowhere_in_the_record(tmp_path):
    assert "hunter2" not in to_json(item_story(tmp_path, post_password="hunter2"))


def test_what_lies_in_the_trash_is_skipped_or_a_draft_with_its_own_slug(tmp_path):
    item = wxr_item(5, status="trash", post_name="a-slug__trashed", meta={"_wp_desired_post_slug": "a-slug"})

    (skipped,) = records_of(tmp_path, wxr(item), Skipped)
    story = story_of(tmp_path, wxr(item), trash="draft")

    assert (skipped.type, skipped.key) == ("trash", "5")
    assert (story.status, story.slug) == (Status.DRAFT, "a-slug")
    assert item_story(tmp_path, post_name="b__trashed-2").slug == "b"


def test_an_empty_draft_that_wordpress_made_is_skipped(tmp_path):
    content = wxr(wxr_item(status="auto-draft", title="", content=" \n"))

    assert [record.type for record in records_of(tmp_path, content, Skipped)] == ["auto-draft"]


def test_other_types_are_told_as_skipped_unless_they_are_asked_for(tmp_path):
    content = wxr(
        *(wxr_item(number, post_type=name) for number, name in enumerate(["product", "wp_template", "event"], 1))
    )

    assert [each.type for each in records_of(tmp_path, content, Skipped)] == ["product", "wp_template", "event"]
    event = story_of(tmp_path, content, types=("post", "page", "event:page"))
    assert (event.kind, event.title) == ("page", "Story 3")
    assert f"{BLOG}/?post_type=event&p=3" in event.addresses


def test_slugs_and_old_slugs_are_decoded(tmp_path):
    story = item_story(
        tmp_path,
        post_name="%d0%bc%d0%b8%d1%80",
        link=f"{BLOG}/2024/06/%d0%bc%d0%b8%d1%80/",
        meta={"_wp_old_slug": ["old-one", "%d1%81%d0%bb%d0%be%d0%b2%d0%be", "мир"]},
    )

    assert story.slug == "мир"
    assert story.old_slugs == ["old-one", "слово"]
    assert f"{BLOG}/2024/06/old-one/" in story.addresses
    assert f"{BLOG}/2024/06/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE/" in story.addresses


def test_a_slug_that_decodes_to_no_text_is_kept_as_it_is(tmp_path):
    assert item_story(tmp_path, post_name="caf%e9").slug == "caf%e9"


def test_a_story_answers_at_all_its_old_addresses(tmp_path):
    story = item_story(tmp_path, number=7, meta={"_wp_old_slug": "before", "_wp_old_date": "2023-12-31"})

    assert story.url == f"{BLOG}/2024/06/05/story-7/"
    assert set(story.addresses) == {
        story.url,
        f"{BLOG}/?p=7",
        f"{BLOG}/2024/06/05/before/",
        f"{BLOG}/2023/12/31/story-7/",
    }


def test_a_page_answers_at_both_of_its_numbers_and_knows_its_parent(tmp_path):
    page = item_story(tmp_path, number=8, post_type="page", post_parent="3", menu_order="4", link=f"{BLOG}/about/us/")

    assert (page.kind, page.parent_key, page.order) == ("page", "3", 4)
    assert set(page.addresses) == {f"{BLOG}/about/us/", f"{BLOG}/?page_id=8", f"{BLOG}/?p=8"}


def test_a_title_is_plain_text(tmp_path):
    assert item_story(tmp_path, title="Tom &amp; <em>Jerry</em> &#8217;s 5 < 6").title == "Tom & Jerry ’s 5 < 6"


def test_the_lead_picture_and_what_is_pinned_and_heard_are_found(tmp_path):
    story = item_story(
        tmp_path,
        is_sticky="1",
        comments=3,
        meta={"_thumbnail_id": "44", "enclosure": ["https://cdn.example/a.mp3\n123\naudio/mpeg\na:0:{}", " "]},
    )

    assert (story.featured_key, story.sticky, story.comments) == ("44", True, 3)
    assert story.enclosures == ["https://cdn.example/a.mp3"]


def test_footnotes_are_read_and_broken_ones_told(tmp_path):
    whole = item_story(tmp_path, meta={"footnotes": '[{"id":"n1","content":"See <em>there</em>."}]'})
    broken = item_story(tmp_path, meta={"footnotes": "[{"})

    assert whole.footnotes == [{"id": "n1", "content": "See <em>there</em>."}]
    assert broken.footnotes == []
    assert "footnotes" in broken.trouble[0]


@pytest.mark.parametrize(
    "prefix",
    [
        ("_yoast_wpseo_title", "_yoast_wpseo_metadesc"),
        ("rank_math_title", "rank_math_description"),
        ("_seopress_titles_title", "_seopress_titles_desc"),
        ("_aioseo_title", "_aioseo_description"),
    ],
)
def test_each_plug_in_for_search_engines_is_understood(tmp_path, prefix):
    story = item_story(
        tmp_path, title="Rain", meta={prefix[0]: "%%title%% %%page%% %%sep%% %%sitename%%", prefix[1]: "Wet."}
    )

    assert (story.seo_title, story.seo_description) == ("Rain - The Old Paper", "Wet.")


def test_a_title_with_variables_nobody_knows_is_left_out_and_told(tmp_path):
    story = item_story(tmp_path, meta={"_yoast_wpseo_title": "%%title%% %%ct_season%%"})

    assert story.seo_title == ""
    assert "ct_season" in story.trouble[0]


def test_signs_of_percent_and_number_in_a_description_stay(tmp_path):
    assert item_story(tmp_path, meta={"rank_math_description": "100% wool, 5 %off #knitting"}).seo_description == (
        "100% wool, 5 %off #knitting"
    )


@pytest.mark.parametrize(
    "meta",
    [
        {"_yoast_wpseo_meta-robots-noindex": "1"},
        {"rank_math_robots": 'a:1:{i:0;s:7:"noindex";}'},
        {"_seopress_robots_index": "yes"},
    ],
)
def test_what_search_engines_may_not_show_stays_so(tmp_path, meta):
    assert item_story(tmp_path, meta=meta).noindex
    assert not item_story(tmp_path).noindex


def test_an_attachment_is_a_medium_with_its_words(tmp_path):
    content = wxr(
        wxr_item(
            44,
            post_type="attachment",
            status="inherit",
            title="Harbour",
            post_parent="7",
            link=f"{BLOG}/story-7/harbour/",
            attachment_url=f"{BLOG}/wp-content/uploads/2013/01/harbour.jpg",
            excerpt="The <em>old</em> harbour",
            content="Taken at dawn",
            meta={"_wp_attachment_image_alt": "Boats &amp; gulls", "_wp_attached_file": "2013/01/harbour-scaled.jpg"},
        )
    )
    (medium,) = records_of(tmp_path, content, MediaRecord)

    assert (medium.key, medium.old_id, medium.parent_key, medium.path) == (
        "44",
        "44",
        "7",
        "2013/01/harbour-scaled.jpg",
    )
    assert (medium.title, medium.alt, medium.caption) == ("Harbour", "Boats & gulls", "The <em>old</em> harbour")
    assert (medium.description, medium.address) == ("Taken at dawn", f"{BLOG}/story-7/harbour/")


@pytest.mark.parametrize(
    "address", ["/wp-content/uploads/../../etc/passwd", "/wp-content/uploads/%2e%2e/passwd", "/a/.."]
)
def test_no_medium_climbs_out_of_the_uploads(tmp_path, address):
    content = wxr(wxr_item(1, post_type="attachment", attachment_url=f"{BLOG}{address}"))

    assert records_of(tmp_path, content, MediaRecord)[0].path in ("passwd", "")


def test_patterns_that_show_themselves_many_times_over_fill_no_memory(tmp_path):
    many = '<!-- wp:block {"ref":8} /-->' * 200
    story = story_of(tmp_path, wxr(wxr_item(1, content=many), wxr_item(8, post_type="wp_block", content=many)))

    assert len(story.body) < 3 * MOST_TEXT


def test_two_stories_of_one_number_stay_two_and_one_in_two_files_is_one(tmp_path):
    (tmp_path / "1.xml").write_text(wxr(wxr_item(1), wxr_item(1, link=f"{BLOG}/other/", title="Other")))
    (tmp_path / "2.xml").write_text(wxr(wxr_item(1)))

    found = open_export([tmp_path / "1.xml", tmp_path / "2.xml"]).records()

    assert [each.key for each in found if isinstance(each, StoryRecord)] == ["1", f"1 {BLOG}/other/", "1"]


def test_what_has_neither_number_nor_address_has_a_key(tmp_path):
    nameless = {"post_id": None, "guid": None, "link": None, "title": ""}
    content = wxr(wxr_item(1, **nameless), wxr_item(2, **nameless))

    assert [story.key for story in records_of(tmp_path, content, StoryRecord)] == ["item 1", "item 2"]


def test_what_does_not_say_that_it_is_published_is_a_draft(tmp_path):
    story = item_story(tmp_path, status=None)

    assert story.status == Status.DRAFT
    assert "does not say" in story.trouble[0]


def test_what_stands_in_a_foreign_namespace_is_not_wordpress_own(tmp_path):
    item = wxr_item(1, status="publish").replace("<item>", '<item xmlns:wp="https://elsewhere.example/">')

    story = story_of(tmp_path, wxr(item))

    assert (story.status, story.old_id, story.body) == (Status.DRAFT, "", "<p>Text of story 1.</p>")


def test_systems_that_imitate_wordpress_are_understood(tmp_path):
    """Addresses without a host, paths and .html in slugs, names in the place of slugs."""
    names = "<wp:cat_name>Company News</wp:cat_name><wp:category_nicename>Company News</wp:category_nicename>"
    terms = f"<wp:category>{names}</wp:category>"
    item = wxr_item(
        4,
        link="/blog/2023/dated.html",
        post_name="blog/2023/dated.html",
        categories=[("category", "company-news", "Company News")],
    )
    content = wxr(item, terms=terms)
    story = story_of(tmp_path, content)

    assert (story.slug, story.url) == ("dated", f"{BLOG}/blog/2023/dated.html")
    assert story.sections == ["company-news"]
    assert [section.key for section in records_of(tmp_path, content, SectionRecord)] == ["company-news"]


def test_posts_and_media_in_files_of_their_own_are_one_export(tmp_path):
    (tmp_path / "posts.xml").write_text(wxr(wxr_item(1), wxr_item(2), terms=TERMS))
    (tmp_path / "media.xml.gz").write_bytes(
        gzip.compress(wxr(wxr_item(3, post_type="attachment"), terms=TERMS).encode())
    )

    export = open_export([tmp_path / "posts.xml", tmp_path / "media.xml.gz"])
    found = list(export.records())

    assert [each.key for each in found if isinstance(each, StoryRecord | MediaRecord)] == ["1", "2", "3"]
    assert len([each for each in found if isinstance(each, SectionRecord)]) == 2
    assert export.position[0] == export.position[1]
    assert len(export.sha256) == 64


def test_all_files_in_a_zip_are_one_export(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("site/2.xml", wxr(wxr_item(2)))
        archive.writestr("site/1.xml", wxr(wxr_item(1)))
        archive.writestr("__MACOSX/site/._1.xml", b"\0\1")
        archive.writestr("site/picture.jpg", b"\xff\xd8")

    assert [story.key for story in records_of(tmp_path, packed.getvalue(), StoryRecord)] == ["1", "2"]


def test_files_of_two_sites_are_refused(tmp_path):
    (tmp_path / "1.xml").write_text(wxr(wxr_item(1)))
    (tmp_path / "2.xml").write_text(wxr(wxr_item(2), blog="https://other.example"))

    with pytest.raises(Refused, match="several sites"):
        open_export([tmp_path / "1.xml", tmp_path / "2.xml"])


def test_the_export_of_another_system_is_refused_where_one_is_asked_for(tmp_path):
    with pytest.raises(Refused, match="an export of WordPress, not of Ghost"):
        export_of(tmp_path, wxr(wxr_item()), system="ghost")


def test_a_file_is_known_by_its_content_whatever_its_name(tmp_path):
    assert export_of(tmp_path, wxr(wxr_item()), name="notes.json").source.system == "wordpress"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1", "windows-1252"])
def test_other_encodings_are_read_as_what_they_say(tmp_path, encoding):
    said = encoding.removesuffix("-sig")
    content = wxr(wxr_item(title="Café Müller")).replace('encoding="UTF-8"', f'encoding="{said}"').encode(encoding)

    assert story_of(tmp_path, content).title == "Café Müller"


def test_other_prefixes_mean_what_their_addresses_say(tmp_path):
    content = wxr(wxr_item()).replace("wp:", "w:").replace("xmlns:wp", "xmlns:w").replace("content:", "c:")

    assert story_of(tmp_path, content.replace("xmlns:content", "xmlns:c")).body == "<p>Text of story 1.</p>"


def test_control_characters_are_left_out_and_told(tmp_path):
    export = export_of(tmp_path, wxr(wxr_item(content="a\x00b\x0bc\x1fd\ufffee\tf\n")))

    (story,) = (record for record in export.records() if isinstance(record, StoryRecord))

    assert story.body == "abcde\tf\n"
    assert "4 control characters" in export.repairs[0]


def test_what_breaks_off_is_malformed_with_what_was_read(tmp_path):
    content = wxr(wxr_item(1), wxr_item(2), wxr_item(3))
    cut = content[: content.index("Story 3")]

    with pytest.raises(Malformed, match="2 items before that are whole") as caught:
        records_of(tmp_path, cut)

    assert caught.value.line == cut.count("\n") + 1


def test_an_export_without_items_is_an_export(tmp_path):
    assert records_of(tmp_path, wxr(), StoryRecord) == []


TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(n) for n in range(32)] + ["\ufffe", "\uffff"]),
    max_size=60,
)


@settings(deadline=None, max_examples=50)
@given(
    bodies=st.lists(
        TEXT | st.sampled_from(["]]>", "<![CDATA[", "</item>", "<item>", "&", "<wp:x>", "]]></content:encoded>"])
    ),
    filler=st.integers(0, 3),
)
def test_every_item_of_a_well_formed_export_comes_out_in_order(tmp_path_factory, bodies, filler):
    """However the pieces are cut in which the file is read."""
    path = tmp_path_factory.getbasetemp() / "generated.xml"
    padding = f"<!-- {'x' * (CHUNK // 2)} -->" * filler
    items = [wxr_item(number, content=body, title=f"T {number}") for number, body in enumerate(bodies, 1)]
    path.write_text(wxr_head() + padding + padding.join(items) + WXR_TAIL, newline="")

    strict = [record for record in open_export([path]).records() if isinstance(record, StoryRecord)]

    assert [(story.key, story.body) for story in strict] == [(str(n), body) for n, body in enumerate(bodies, 1)]
