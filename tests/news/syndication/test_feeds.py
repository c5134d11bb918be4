"""The feeds: three formats of one list, below the page that it belongs to."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from wagtail.models import Site

from news.models import Contribution
from portal import clock, feed_links
from portal.site_settings import Publication
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_document,
    make_image,
    make_live_blog,
    make_section,
    make_standard_page,
    make_topic,
    make_update,
    paragraph,
    publish,
    restrict,
)

pytestmark = pytest.mark.django_db

FORMATS = {"feed/": "application/xml", "feed/atom/": "application/xml", "feed/json/": "application/feed+json"}
MARCH = datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "h": "http://www.w3.org/1999/xhtml",
    "page": "urn:portal:page",
}


def publication(**fields):
    found = Publication.for_site(Site.objects.get(is_default_site=True))
    for name, value in fields.items():
        setattr(found, name, value)
    found.save()
    return found


def rss(client, path="/"):
    return etree.fromstring(client.get(f"{path}feed/").content)


def text(element, path):
    return element.findtext(path, namespaces=NAMES)


def atom(client, path="/"):
    return etree.fromstring(client.get(f"{path}feed/atom/").content)


def json_feed(client, path="/"):
    return json.loads(client.get(f"{path}feed/json/").content)


def headlines(client, path="/"):
    return [item["title"] for item in json_feed(client, path)["items"]]


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def story(film):
    """Return a story with all that a feed says of one."""
    make_author_index()
    return make_article(
        "Bell & <rope>",
        section=film,
        slug="bell",
        standfirst="A bell rings & a film stops.",
        authors=[make_author("Ada Lomax"), make_author("Jo Pell")],
        contributions=[(make_author("Rafe Eze"), Contribution.Role.EDITED)],
        topics=[make_topic("Awards")],
        lead_image=make_image(credit="Photo: Ola Brandvik", description="A brass bell"),
        published_at=MARCH,
    )


# --- Where feeds stand -----------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", ["/", "/film/", "/topics/awards/", "/authors/ada-lomax/", "/corrections/"])
def test_a_feed_stands_below_each_page_that_lists_stories(client, story, path, form):
    make_corrections_page()
    make_correction(story)
    response = client.get(f"{path}{form}")
    assert response.status_code == 200
    assert response["Content-Type"] == f"{FORMATS[form]}; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    parsed = feedparser.parse(response.content)
    assert form == "feed/json/" or (not parsed.bozo and len(parsed.entries) == 1)


def test_no_feed_stands_below_other_pages_nor_below_closed_ones(client, story):
    make_standard_page("About us")
    restrict(make_section("Members"))
    make_section("Closed", live=False)
    make_author("Una Draft", live=False)
    for path in ("/authors/una-draft/", "/authors/nobody/", "/closed/", "/nothing/", "/film/nothing/", "/film/awards/"):
        assert client.get(f"{path}feed/").status_code == 404, path
    # Where an old system had a feed of a page that has none here, its readers are led to the page.
    for path in ("/about-us/", "/film/bell/", "/authors/", "/topics/", "/members/"):
        answer = client.get(f"{path}feed/")
        assert (answer.status_code, answer["Location"]) == (301, path)


def test_a_feed_lists_the_newest_stories_of_its_page_and_no_others(client, film):
    drama = make_section("Drama", parent=film)
    topic, author = make_topic("Awards"), make_author("Ada Lomax")
    make_author_index()
    make_article("Old", section=film, topics=[topic], published_at=MARCH)
    make_article("New", section=drama, authors=[author], published_at=MARCH + timedelta(days=1))
    make_article("Elsewhere", section=make_section("Music"), published_at=MARCH + timedelta(days=2))
    make_article("Draft", section=film, topics=[topic], authors=[author], live=False)
    assert headlines(client) == ["Elsewhere", "New", "Old"]
    assert headlines(client, "/film/") == ["New", "Old"]
    assert headlines(client, "/film/drama/") == ["New"]
    assert headlines(client, "/topics/awards/") == ["Old"]
    assert headlines(client, "/authors/ada-lomax/") == ["New"]


def test_an_empty_feed_is_a_feed(client, film):
    first, second = client.get("/film/feed/"), client.get("/film/feed/")
    assert first.content == second.content
    assert not feedparser.parse(first.content).bozo
    assert json_feed(client, "/film/")["items"] == []


@pytest.mark.parametrize("path", ["/", "/film/", "/topics/awards/", "/authors/ada-lomax/", "/corrections/"])
def test_the_head_of_a_page_names_its_feeds(client, story, path):
    make_corrections_page()
    html = client.get(path).content.decode()
    for _name, kind, form in feed_links.FORMATS:
        assert f'<link rel="alternate" type="{kind}" href="http://localhost{path}{form}"' in html


def test_other_pages_name_the_feed_of_the_site_and_all_name_the_search(client, story):
    for path in ("/film/bell/", "/search/?q=bell", "/nothing/"):
        html = client.get(path).content.decode()
        assert '<link rel="alternate" type="application/rss+xml" href="/feed/"' in html
        assert '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"' in html


def test_no_page_can_take_the_address_of_a_feed(film):
    with pytest.raises(ValidationError) as refusal:
        make_article(section=film, slug="feed")
    assert list(refusal.value.message_dict) == ["slug"]


# --- RSS -------------------------------------------------------------------------


def test_rss_says_what_the_profile_asks_of_a_channel(client, story):
    publication(name="Velour & Tonic", description="Film and health.")
    channel = rss(client).find("channel")
    assert text(channel, "title") == "Velour & Tonic"
    assert text(channel, "link") == "http://localhost/"
    assert text(channel, "description") == "Film and health."
    assert text(channel, "language") == "en-gb"
    assert parsedate_to_datetime(text(channel, "lastBuildDate")) == MARCH
    assert channel.find("atom:link[@rel='self']", NAMES).get("href") == "http://localhost/feed/"
    assert text(rss(client, "/film/"), "channel/title") == "Film | Velour & Tonic"


def test_rss_says_of_a_story_all_that_readers_need(client, story):
    item = rss(client).find("channel/item")
    assert text(item, "title") == "Bell & <rope>"
    assert text(item, "link") == "http://localhost/film/bell/"
    assert text(item, "description") == "A bell rings &amp; a film stops."
    assert parsedate_to_datetime(text(item, "pubDate")) == MARCH
    assert [person.text for person in item.findall("dc:creator", NAMES)] == ["Ada Lomax", "Jo Pell"]
    assert [category.text for category in item.findall("category")] == ["Film", "Awards"]
    assert item.find("author") is None
    picture = item.find("media:content", NAMES)
    assert (picture.get("medium"), picture.get("type"), picture.get("width")) == ("image", "image/jpeg", "1200")
    assert text(picture, "media:credit") == "Photo: Ola Brandvik"
    assert text(picture, "media:description") == "A brass bell"
    assert client.get(picture.get("url").removeprefix("http://localhost")).status_code == 200


def test_the_guid_is_no_address_and_outlives_every_change(client, story):
    before = rss(client).find("channel/item/guid")
    assert before.get("isPermaLink") == "false"
    assert before.text == f"urn:uuid:{story.translation_key}"
    story.slug, story.title = "rope", "Another headline"
    publish(story)
    after = rss(client).find("channel/item/guid")
    assert after.text == before.text
    assert atom(client).findtext("atom:entry/atom:id", namespaces=NAMES) == before.text
    assert json_feed(client)["items"][0]["id"] == before.text


def test_a_story_without_standfirst_opens_with_its_first_words(client, film):
    make_article(section=film, body=[paragraph("A bell rings. " * 60)])
    summary = json_feed(client)["items"][0]["summary"]
    assert summary.startswith("A bell rings. A bell rings.") and summary.endswith("…")
    assert len(summary) <= 300


def test_characters_that_xml_has_no_place_for_break_no_feed(client, film):
    make_article("Bell \x0b and \x1frope", section=film, standfirst="One\x08 two.")
    for form in ("feed/", "feed/atom/"):
        parsed = feedparser.parse(client.get(f"/{form}").content)
        assert not parsed.bozo
        assert parsed.entries[0].title == "Bell  and rope"


def test_a_headline_that_somebody_paid_for_says_so(client, film):
    make_article("Five museums", section=film, kind="advertorial", origin="sponsored", sponsor="Fenmoor Rail")
    assert headlines(client) == ["Paid for by Fenmoor Rail: Five museums"]


# --- Atom and JSON Feed ----------------------------------------------------------


def test_atom_says_when_a_story_changed(client, film):
    blog = make_live_blog(section=film, published_at=MARCH)
    make_update(blog, published_at=MARCH + timedelta(hours=2))
    entry = atom(client).find("atom:entry", NAMES)
    assert text(entry, "atom:published") == "2025-03-14T09:30:00+00:00"
    assert text(entry, "atom:updated") == "2025-03-14T11:30:00+00:00"
    assert text(atom(client), "atom:updated") == "2025-03-14T11:30:00+00:00"


def test_atom_links_to_itself_to_its_page_and_to_its_authors(client, story):
    root = atom(client, "/film/")
    assert root.find("atom:link[@rel='self']", NAMES).get("href") == "http://localhost/film/feed/atom/"
    assert root.find("atom:link[@rel='alternate']", NAMES).get("href") == "http://localhost/film/"
    people = root.findall("atom:entry/atom:author", NAMES)
    assert [text(person, "atom:uri") for person in people] == [
        "http://localhost/authors/ada-lomax/",
        "http://localhost/authors/jo-pell/",
    ]


def test_json_feed_holds_to_version_1_1(client, story):
    found = json_feed(client, "/film/")
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == "http://localhost/film/feed/json/"
    assert found["home_page_url"] == "http://localhost/film/"
    item = found["items"][0]
    assert item["url"] == "http://localhost/film/bell/"
    assert item["content_text"] == item["summary"] == "A bell rings & a film stops."
    assert item["date_published"] == "2025-03-14T09:30:00+00:00"
    assert item["authors"][0] == {"name": "Ada Lomax", "url": "http://localhost/authors/ada-lomax/"}
    assert item["tags"] == ["Film", "Awards"]
    assert item["image"].startswith("http://localhost/")


# --- The hub ---------------------------------------------------------------------


def test_a_feed_names_the_hub_that_tells_of_news(client, story, settings):
    settings.WEBSUB_HUB_URL = "https://hub.example/"
    response = client.get("/film/feed/")
    assert response["Link"] == '<http://localhost/film/feed/>; rel="self", <https://hub.example/>; rel="hub"'
    assert rss(client).find("channel/atom:link[@rel='hub']", NAMES).get("href") == "https://hub.example/"
    assert atom(client).find("atom:link[@rel='hub']", NAMES).get("href") == "https://hub.example/"
    assert json_feed(client)["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]


def test_without_a_hub_a_feed_names_none(client, story):
    assert "hub" not in client.get("/feed/")["Link"]
    assert "hubs" not in json_feed(client)


# --- Corrections -----------------------------------------------------------------


def test_every_correction_is_an_entry_of_its_feed(client, story):
    make_corrections_page()
    correction = make_correction(story, "The hall seats 412, not 421.", is_right="It seats 421.")
    make_correction(make_article("Secret", section=story.section, live=False), "Nobody may know.")
    item = json_feed(client, "/corrections/")["items"]
    assert len(item) == 1
    assert item[0]["title"] == "Correction: Bell & <rope>"
    assert item[0]["url"] == f"http://localhost/film/bell/#correction-{correction.pk}"
    assert item[0]["summary"] == "The hall seats 412, not 421. It seats 421."


# --- In full ---------------------------------------------------------------------


def figure(image):
    return ("figure", {"image": {"image": image.pk, "decorative": False, "alt_text": "A hall."}, "caption": "The hall.",
                       "credit": ""})  # fmt: skip


def test_full_texts_are_there_when_the_publication_wants_them(client, story):
    assert rss(client).find("channel/item/content:encoded", NAMES) is None
    publication(feeds_in_full=True)
    assert "A bell rings, and the film stops." in text(rss(client), "channel/item/content:encoded")
    assert "A bell rings, and the film stops." in atom(client).findtext("atom:entry/atom:content", namespaces=NAMES)
    item = json_feed(client)["items"][0]
    assert "A bell rings, and the film stops." in item["content_html"]
    assert "content_text" not in item


def test_full_texts_hold_nothing_that_needs_our_site(client, film):
    publication(feeds_in_full=True)
    image = make_image(credit="Photo: Ola Brandvik")
    target = make_article("Rope", section=film, slug="rope", published_at=MARCH)
    clip = {"url": "https://vimeo.com/100000001", "title": "How", "poster": image.pk, "duration": "", "caption": "",
            "transcript": ""}  # fmt: skip
    make_article(
        section=film,
        body=[
            paragraph(f'See <a linktype="page" id="{target.pk}">the rope</a><script>alert(1)</script>.'),
            figure(image),
            ("embed", clip),
            ("file", {"title": "Cue sheet", "file": make_document().pk, "description": ""}),
            ("related", {"story": target.pk}),
        ],
    )
    html = json_feed(client)["items"][0]["content_html"]
    tree = etree.HTML(html)
    addresses = [*tree.xpath("//@href"), *tree.xpath("//@src")]
    assert "http://localhost/film/rope/" in addresses
    assert "https://vimeo.com/100000001" in addresses
    assert all(address.startswith(("http://", "https://")) for address in addresses), addresses
    assert "Photo: Ola Brandvik" in html
    for word in ("<script", "alert(", "<svg", "class=", "style=", "srcset", "data-", "<source", "<button"):
        assert word not in html


# --- Who reads it ----------------------------------------------------------------


def test_people_who_open_a_feed_see_a_page_with_links(client, story):
    response = client.get("/film/feed/")
    assert b'<?xml-stylesheet href="/static/portal/css/feed.css"' in response.content
    root = rss(client, "/film/")
    assert root.find("channel/page:about/h:a", NAMES).get("href") == "http://localhost/film/"
    assert root.find("channel/item/page:open/h:a", NAMES).get("href") == "http://localhost/film/bell/"
    assert "text/css" in response.content.decode().split("?>")[1]


def test_a_feed_answers_head_and_nothing_that_writes(client, story):
    assert client.head("/feed/").status_code == 200
    assert client.post("/feed/").status_code == 405


def test_a_feed_without_its_last_slash_is_one_redirect_away(client, story):
    response = client.get("/film/feed")
    assert (response.status_code, response["Location"]) == (301, "/film/feed/")


# --- Cost ------------------------------------------------------------------------

ADDRESSES = ("/", "/film/", "/topics/awards/", "/authors/ada-lomax/", "/corrections/")


def queries_of(path):
    Client().get(path)  # what a process learns once: the numbers of the content types
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(path).status_code == 200
    return [query["sql"] for query in queries.captured_queries]


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_feed_costs_two_queries_however_many_stories_it_holds(film, path):
    make_author_index()
    make_corrections_page()
    publication()
    topics, authors = [make_topic("Awards"), make_topic("Bells")], [make_author("Ada Lomax"), make_author("Jo Pell")]
    counts = []
    for number in (3, 12):
        for _place in range(number):
            story = make_article(
                section=film, topics=topics, authors=authors, lead_image=make_image(), published_at=clock.now()
            )
            make_correction(story)
        counts.append(len(queries_of(f"{path}feed/")))
    assert counts == [2, 2], "\n\n".join(sql[:700] for sql in queries_of(f"{path}feed/"))


def test_full_texts_cost_the_same_queries_for_3_stories_and_for_12(film):
    publication(feeds_in_full=True)
    counts = []
    for number in (3, 12):
        for _place in range(number):
            make_article(section=film, body=[paragraph(), figure(make_image())], lead_image=make_image())
        counts.append(len(queries_of("/feed/")))
    assert counts[0] == counts[1] <= 8
