"""Feeds and Blogger's archive become stories, whatever dialect they are written in."""

from datetime import UTC, datetime

import pytest

from news.intake.record import AuthorRecord, Skipped, Status, StoryRecord, TopicRecord
from tests.news.intake.readers.reading import export_of, records_of, story_of

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Waves</title><link>https://waves.example/</link><language>en</language>
<image><title>Logo</title><link>https://waves.example/logo</link></image>
<item><title>Tide &amp;amp; time</title><link>https://waves.example/2024/tide.html?utm_source=rss</link>
<guid isPermaLink="false">waves-1</guid><pubDate>Wed, 05 Jun 2024 18:04:48 +0200</pubDate>
<author>sea@waves.example (Moana Sea)</author><category>Moon</category><category>moon</category>
<description>&lt;p&gt;In short&lt;/p&gt;</description>%s
<enclosure url="https://cdn.example/1.mp3" length="1" type="audio/mpeg"/>
<itunes:image href="https://cdn.example/1.jpg"/></item></channel></rss>"""
FULL = "<content:encoded><![CDATA[<p>In full</p>]]></content:encoded>"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="html">Les &amp;lt;Ondes&amp;gt;</title>
<link rel="self" href="https://ondes.example/feed"/><link href="https://ondes.example/"/>
<entry><id>tag:ondes.example,2024:1</id><title type="html">Mer &amp;amp; &lt;b&gt;lune&lt;/b&gt;</title>
<link rel="enclosure" href="https://cdn.example/2.mp3"/><link rel="alternate" href="https://ondes.example/mer/"/>
<published>2024-06-05T18:04:48+02:00</published><updated>2024-06-06T10:00:00Z</updated>
<author><name>Zoé</name><uri>https://zoe.example/</uri></author><category term="la-mer" label="La mer"/>
<summary>Bref</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2<br/><a
href="/x?a=1&amp;b=2">x</a></p></div></content></entry></feed>"""


def test_an_item_of_rss_is_a_story(tmp_path):
    story = story_of(tmp_path, RSS % FULL)

    assert (story.key, story.title, story.slug) == ("waves-1", "Tide & time", "tide")
    assert (story.body, story.excerpt, story.body_format) == ("<p>In full</p>", "<p>In short</p>", "html")
    assert story.published_at == datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC)
    assert (story.authors, story.topics) == (["moana-sea"], ["moon"])
    assert story.enclosures == ["https://cdn.example/1.mp3"]
    assert story.featured_url == "https://cdn.example/1.jpg"
    assert story.addresses == [
        "https://waves.example/2024/tide.html",
        "https://waves.example/2024/tide.html?utm_source=rss",
    ]


def test_a_feed_without_full_texts_gives_its_descriptions(tmp_path):
    story = story_of(tmp_path, RSS % "")

    assert (story.body, story.excerpt) == ("<p>In short</p>", "")


def test_the_source_is_the_channel_and_not_its_logo(tmp_path):
    source = export_of(tmp_path, RSS % FULL).source

    assert (source.system, source.name, source.base_urls) == ("feed", "Waves", ["https://waves.example"])


def test_people_and_topics_come_before_their_first_story_and_once(tmp_path):
    item = RSS[RSS.index("<item>") : RSS.index("</channel>")] % FULL
    found = records_of(tmp_path, (RSS % FULL).replace("</channel>", f"{item}</channel>"))

    assert [type(record) for record in found] == [AuthorRecord, TopicRecord, StoryRecord, StoryRecord]
    assert (found[0].name, found[0].made) == ("Moana Sea", True)


def test_an_entry_of_atom_is_a_story(tmp_path):
    story = story_of(tmp_path, ATOM)

    assert (story.key, story.title, story.url) == (
        "tag:ondes.example,2024:1",
        "Mer & lune",
        "https://ondes.example/mer/",
    )
    assert story.body == '<p>1 &lt; 2<br><a href="/x?a=1&amp;b=2">x</a></p>'
    assert (story.excerpt, story.enclosures) == ("Bref", ["https://cdn.example/2.mp3"])
    assert (story.authors, story.topics) == (["zoé"], ["la-mer"])
    assert story.modified_at == datetime(2024, 6, 6, 10, tzinfo=UTC)
    assert export_of(tmp_path, ATOM).source.base_urls == ["https://ondes.example"]


def test_an_entry_that_was_only_changed_is_dated_by_that(tmp_path):
    story = story_of(tmp_path, ATOM.replace("<published>2024-06-05T18:04:48+02:00</published>", ""))

    assert story.published_at == story.modified_at
    assert story.date_guess == "from its last change"


@pytest.mark.parametrize(("kind", "body"), [("html", "<p>a & b</p>"), ("text", "&lt;p&gt;a &amp; b&lt;/p&gt;")])
def test_the_types_of_atoms_texts_are_told_apart(tmp_path, kind, body):
    entry = f'<entry><id>1</id><content type="{kind}">&lt;p&gt;a &amp; b&lt;/p&gt;</content></entry>'
    content = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entry}</feed>'

    assert story_of(tmp_path, content).body == body


def test_rss_1_keeps_its_items_beside_the_channel(tmp_path):
    content = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title><link>https://old.example/</link>
     </channel><item><title>One</title><link>https://old.example/one</link><dc:date>2003-01-02T03:04:05Z</dc:date>
     <description>Text</description></item></rdf:RDF>"""

    story = story_of(tmp_path, content)

    assert (story.title, story.body, story.published_at.year) == ("One", "Text", 2003)


BLOGGER = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"
 xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Blog</title>
<link rel="alternate" href="http://b.example/"/><generator>Blogger</generator>%s</feed>"""


def entry(number, kind="post", more="", link=True):
    kinds = "http://schemas.google.com/blogger/2008/kind#"
    address = f'<link rel="alternate" href="http://b.example/2012/03/post-{number}.html"/>' if link else ""
    return (
        f'<entry><id>post-{number}</id><category scheme="http://schemas.google.com/g/2005#kind" term="{kinds}{kind}"/>'
        f'<title>Post {number}</title><content type="html">&lt;p&gt;{number}&lt;/p&gt;</content>{address}'
        f"<published>2012-03-04T05:06:07Z</published><author><name>Eve</name></author>{more}</entry>"
    )


def test_bloggers_posts_and_pages_are_stories_and_the_rest_is_told(tmp_path):
    content = BLOGGER % (
        entry(0, "settings") + entry(1, more="<thr:total>2</thr:total>") + entry(2, "page") + entry(3, "comment")
    )
    stories = records_of(tmp_path, content, StoryRecord)

    assert export_of(tmp_path, content).source.system == "blogger"
    assert [(story.key, story.kind, story.slug, story.comments) for story in stories] == [
        ("post-1", "post", "post-1", 2),
        ("post-2", "page", "post-2", 0),
    ]
    assert [record.type for record in records_of(tmp_path, content, Skipped)] == ["settings", "comment"]


def test_two_entries_of_one_id_stay_two(tmp_path):
    content = BLOGGER % (entry(1) + entry(2).replace("<id>post-2", "<id>post-1"))

    assert len({story.key for story in records_of(tmp_path, content, StoryRecord)}) == 2


def test_bloggers_drafts_stay_drafts_and_labels_are_topics(tmp_path):
    label = '<category scheme="http://www.blogger.com/atom/ns#" term="Film Noir"/>'
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    story = story_of(tmp_path, BLOGGER % entry(1, more=label + draft, link=False))

    assert (story.status, story.topics, story.addresses) == (Status.DRAFT, ["film-noir"], [])


TAKEOUT = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">
<title>Blog</title><entry><id>post-1</id><blogger:type>POST</blogger:type><blogger:status>%s</blogger:status>
<title>One</title><content type="html">x</content><published>2012-03-04T05:06:07Z</published>
<blogger:filename>/2012/03/one.html</blogger:filename><blogger:metaDescription>Found</blogger:metaDescription></entry>
<entry><id>c-1</id><blogger:type>COMMENT</blogger:type><content type="html">y</content></entry></feed>"""


@pytest.mark.parametrize(
    ("told", "status"), [("LIVE", Status.LIVE), ("DRAFT", Status.DRAFT), ("SCHEDULED", Status.SCHEDULED)]
)
def test_the_archive_of_takeout_is_blogger_too(tmp_path, told, status):
    story = story_of(tmp_path, TAKEOUT % told)

    assert export_of(tmp_path, TAKEOUT % told).source.system == "blogger"
    assert (story.status, story.slug, story.addresses) == (status, "one", ["/2012/03/one.html"])
    assert story.seo_description == "Found"


def test_what_blogger_has_in_the_trash_is_skipped_or_a_draft(tmp_path):
    skipped = records_of(tmp_path, TAKEOUT % "SOFT_TRASHED", Skipped)

    assert [record.type for record in skipped] == ["trash", "comment"]
    assert story_of(tmp_path, TAKEOUT % "SOFT_TRASHED", trash="draft").status == Status.DRAFT


def test_a_picture_that_hangs_on_an_item_is_its_lead(tmp_path):
    picture = '<enclosure url="https://cdn.example/2.jpg" length="1" type="image/jpeg"/>'
    story = story_of(tmp_path, (RSS % FULL).replace("<enclosure ", f"{picture}<enclosure ", 1))

    assert (story.featured_url, story.enclosures) == ("https://cdn.example/2.jpg", ["https://cdn.example/1.mp3"])


def test_an_item_that_says_nothing_is_told_as_skipped(tmp_path):
    content = (RSS % FULL).replace(
        "</channel>", "<item><pubDate>Wed, 05 Jun 2024 18:04:48 +0200</pubDate></item></channel>"
    )
    skipped = records_of(tmp_path, content)[-1]

    assert skipped.type == "empty item"
