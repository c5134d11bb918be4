"""The sitemaps: every page that search engines may list, once, in files that never grow too large."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from news.bulk import add_stories
from news.models import ArticlePage, SectionPage, StoryMonth
from news.models.topics import THIN_BELOW
from news.syndication import sitemaps, story_months
from news.syndication.sitemaps import news_language
from portal import clock
from portal.page_cache.tags import collecting
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_image,
    make_live_blog,
    make_section,
    make_standard_page,
    make_topic,
    make_update,
    publish,
    restrict,
)

pytestmark = pytest.mark.django_db

MARCH = datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
APRIL = datetime(2025, 4, 2, 12, tzinfo=UTC)
MARCH_FILE, APRIL_FILE = "/sitemap-stories-2025-03.xml", "/sitemap-stories-2025-04.xml"


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    return response.content.decode()


def addresses(client, path):
    return [loc.removeprefix("http://localhost") for loc in re.findall("<loc>([^<]*)</loc>", read(client, path))]


def entry(text, address):
    return next(part for part in text.split("<url>") if f"{address}</loc>" in part)


@pytest.fixture
def film():
    return make_section("Film")


# --- The index -----------------------------------------------------------------


def fill(section, topic):
    """Publish as many stories on a topic as make it worth listing."""
    for _place in range(THIN_BELOW):
        make_article(section=section, topics=[topic], noindex=True, published_at=APRIL)


def test_the_index_names_a_file_for_every_month_with_stories_and_one_for_every_kind_of_page(client, film):
    make_article(section=film, published_at=MARCH)
    make_article(section=film, published_at=APRIL)
    make_article(section=film)
    fill(film, make_topic())
    make_author_index()
    make_author()
    this_month = f"/sitemap-stories-{clock.now():%Y-%m}.xml"
    expected = {MARCH_FILE, APRIL_FILE, this_month, "/sitemap-pages.xml", "/sitemap-topics.xml",
                "/sitemap-authors.xml", "/sitemap-news.xml", "/sitemap-archive.xml"}  # fmt: skip
    assert set(addresses(client, "/sitemap.xml")) == expected


def test_the_index_names_no_file_that_would_be_empty(client):
    assert addresses(client, "/sitemap.xml") == ["/sitemap-pages.xml"]
    empty = (
        "archive",
        "topics",
        "authors",
        "stories-2025-03",
        "stories-2025-13",
        "stories-0000-01",
        "pages-2",
        "news-2",
    )
    for name in empty:
        assert client.get(f"/sitemap-{name}.xml").status_code == 404, name


def test_the_index_says_when_each_file_changed(client, film):
    make_article(section=film, published_at=MARCH)
    changed = StoryMonth.objects.get(month="2025-03").changed_at
    text = read(client, "/sitemap.xml")
    assert f"2025-03.xml</loc><lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" in text


# --- Stories -------------------------------------------------------------------


def test_a_story_stands_in_the_file_of_its_month_with_its_last_substantive_change(client, film):
    make_article(section=film, slug="the-bell", published_at=MARCH, updated_at=APRIL)
    text = read(client, MARCH_FILE)
    assert "<loc>http://localhost/film/the-bell/</loc><lastmod>2025-04-02T12:00:00+00:00</lastmod>" in text


def test_a_month_ends_where_the_next_begins(client, film):
    first, last = datetime(2025, 4, 1, tzinfo=UTC), datetime(2025, 3, 31, 23, 59, 59, tzinfo=UTC)
    make_article(section=film, slug="first", published_at=first)
    make_article(section=film, slug="last", published_at=last)
    assert addresses(client, MARCH_FILE) == ["/film/last/"]
    assert addresses(client, APRIL_FILE) == ["/film/first/"]


@pytest.mark.parametrize("fields", [{"noindex": True}, {"live": False}])
def test_what_search_engines_may_not_list_stands_in_no_sitemap(client, film, fields):
    make_article(section=film, published_at=MARCH, **fields)
    assert client.get(MARCH_FILE).status_code == 404
    assert addresses(client, "/sitemap.xml") == ["/sitemap-pages.xml"]


def test_a_live_blog_changes_with_its_newest_update(client, film):
    blog = make_live_blog(section=film, slug="night", published_at=MARCH)
    make_update(blog, published_at=MARCH + timedelta(hours=3))
    make_update(blog, published_at=clock.now() + timedelta(hours=3))
    assert "<lastmod>2025-03-14T12:30:00+00:00</lastmod>" in entry(read(client, MARCH_FILE), "/film/night/")


def test_addresses_in_other_scripts_are_percent_encoded(client, film):
    make_article(section=film, slug="колокол", published_at=MARCH)
    assert addresses(client, MARCH_FILE) == ["/film/%D0%BA%D0%BE%D0%BB%D0%BE%D0%BA%D0%BE%D0%BB/"]


def test_an_address_longer_than_the_protocol_allows_is_left_out(client, film):
    make_article(section=film, slug="鐘" * 250, published_at=MARCH)
    make_article(section=film, slug="bell", published_at=MARCH)
    assert addresses(client, MARCH_FILE) == ["/film/bell/"]


def test_a_picture_stands_with_its_story_and_can_be_fetched(client, film):
    make_article(section=film, slug="the-bell", published_at=MARCH, lead_image=make_image())
    found = re.findall("<image:loc>http://localhost(/[^<]*)</image:loc>", read(client, MARCH_FILE))
    assert len(found) == 1
    assert client.get(found[0]).status_code == 200


def test_a_picture_that_we_may_not_show_any_more_is_left_out(client, film):
    image = make_image(rights_expire_on=clock.now().date() - timedelta(days=1))
    make_article(section=film, published_at=MARCH, lead_image=image)
    assert "<image:" not in read(client, MARCH_FILE)


def test_a_right_that_ends_with_the_calendar_is_a_right(client, film):
    make_article(section=film, published_at=MARCH, lead_image=make_image(rights_expire_on=date.max))
    assert "<image:" in read(client, MARCH_FILE)


def test_a_file_is_fresh_until_a_right_of_one_of_its_pictures_ends(client, film, monkeypatch):
    image = make_image(rights_expire_on=date(2026, 11, 22))
    make_article(section=film, published_at=MARCH, lead_image=image)
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 22, 23, 50, tzinfo=UTC))
    with collecting() as shown:
        assert "<image:" in read(client, MARCH_FILE)
    assert shown.until == datetime(2026, 11, 23, tzinfo=UTC).timestamp()


CLIP = {"url": "https://vimeo.com/100000001", "title": "How a bell & a rope <meet>", "poster": None, "duration": "",
        "caption": "", "transcript": ""}  # fmt: skip


def test_a_video_stands_with_its_story(client, film):
    poster = make_image()
    body = [("embed", {**CLIP, "poster": poster.pk, "caption": "A bell rings."})]
    make_article(section=film, published_at=MARCH, body=body)
    text = read(client, MARCH_FILE)
    assert "<video:title>How a bell &amp; a rope &lt;meet&gt;</video:title>" in text
    assert "<video:description>A bell rings.</video:description>" in text
    assert "<video:player_loc>https://player.vimeo.com/video/100000001?autoplay=1&amp;dnt=1</video:player_loc>" in text
    assert f"/{poster.pk}/" in re.search("<video:thumbnail_loc>([^<]*)<", text)[1]


def test_a_video_needs_a_picture_and_sound_is_no_video(client, film):
    spotify = {**CLIP, "url": "https://open.spotify.com/track/0123456789012345678901"}
    make_article(section=film, published_at=MARCH, body=[("embed", CLIP)])
    make_article(section=film, published_at=MARCH, body=[("embed", spotify)], lead_image=make_image())
    assert "<video:" not in read(client, MARCH_FILE)


# --- What changes a month --------------------------------------------------------


def months():
    return dict(StoryMonth.objects.filter(stories__gt=0).values_list("month", "stories"))


def test_a_story_with_another_date_leaves_its_month(film):
    story = make_article(section=film, published_at=MARCH)
    make_article(section=film, published_at=MARCH)
    assert months() == {"2025-03": 2}
    story.first_published_at = APRIL
    publish(story)
    assert months() == {"2025-03": 1, "2025-04": 1}


@pytest.mark.parametrize(
    "event",
    [
        lambda story: story.unpublish(),
        lambda story: story.retire("It was made up."),
        lambda story: story.delete(),
        lambda story: restrict(story.section),
        lambda story: story.section.unpublish(),
        lambda story: story.section.delete(),
        lambda story: story.move(make_section("Closed", live=False), pos="last-child"),
    ],
    ids=["unpublished", "retired", "deleted", "restricted", "section unpublished", "section deleted", "moved away"],
)
def test_a_story_that_is_not_public_any_more_leaves_its_month(client, film, event):
    story = make_article(section=film, published_at=MARCH)
    make_article(section=make_section("Music"), published_at=APRIL)
    event(story)
    assert months() == {"2025-04": 1}
    assert client.get(MARCH_FILE).status_code == 404


def test_a_section_that_comes_back_brings_its_months(film):
    make_article(section=film, published_at=MARCH)
    film.unpublish()
    assert months() == {}
    publish(film)
    assert months() == {"2025-03": 1}


def test_a_closed_month_changes_only_with_its_own_stories(film):
    make_article(section=film, published_at=MARCH)
    before = StoryMonth.objects.get(month="2025-03").changed_at
    make_article(section=film, published_at=APRIL)
    publish(film)
    assert StoryMonth.objects.get(month="2025-03").changed_at == before


def test_a_section_with_another_address_changes_every_month(film, django_capture_on_commit_callbacks):
    make_article(section=film, published_at=MARCH)
    before = StoryMonth.objects.get(month="2025-03").changed_at
    film.slug = "cinema"
    with django_capture_on_commit_callbacks(execute=True):
        publish(film)
    assert StoryMonth.objects.get(month="2025-03").changed_at > before


def bulk(section, number, **fields):
    pages = [ArticlePage(title=f"Bell {n}", slug=f"bell-{n}", live=True, **fields) for n in range(number)]
    return add_stories(section, [(page, [], []) for page in pages])


def test_stories_written_in_bulk_are_counted(film):
    bulk(film, 3, first_published_at=MARCH)
    assert months() == {"2025-03": 3}


def test_a_month_too_large_for_one_file_is_split_without_loss(client, film, monkeypatch):
    for module in (sitemaps, story_months):
        monkeypatch.setattr(module, "FILE_LIMIT", 3)
    bulk(film, 7, first_published_at=MARCH)
    files = [path for path in addresses(client, "/sitemap.xml") if "2025-03" in path]
    assert files == [MARCH_FILE, "/sitemap-stories-2025-03-2.xml", "/sitemap-stories-2025-03-3.xml"]
    found = [addresses(client, path) for path in files]
    assert [len(part) for part in found] == [3, 3, 1]
    assert len(set(sum(found, []))) == 7
    assert client.get("/sitemap-stories-2025-03-4.xml").status_code == 404


def test_another_site_has_its_own_months(client, film):
    make_article(section=film, slug="bell", published_at=MARCH)
    other = home_page().get_parent().add_child(instance=type(home_page())(title="Other", slug="other"))
    site = Site.objects.create(hostname="other.example", root_page=other)
    section = make_section("Harbour", parent=other)
    make_article(section=section, slug="rope", published_at=APRIL)
    assert {(m.site_id, m.month) for m in StoryMonth.objects.all()} == {
        (Site.objects.get(is_default_site=True).pk, "2025-03"),
        (site.pk, "2025-04"),
    }


# --- Pages, topics, authors ------------------------------------------------------


def test_the_pages_stand_in_a_file_of_their_own(client, film):
    make_article(section=film)
    make_standard_page("About us")
    make_standard_page("Hidden", noindex=True)
    make_standard_page("Closed", live=False)
    restrict(make_standard_page("Members"))
    fill(film, make_topic("Awards"))
    fill(film, make_topic("Hidden awards", noindex=True))
    make_topic("Thin")
    assert addresses(client, "/sitemap-pages.xml") == ["/", "/film/", "/about-us/", "/topics/"]
    assert addresses(client, "/sitemap-topics.xml") == ["/topics/awards/"]


def test_only_what_speaks_for_itself_says_when_it_changed(client, film):
    publish(make_standard_page("About us"))
    publish(film)
    text = read(client, "/sitemap-pages.xml")
    assert "<lastmod>" in entry(text, "/about-us/")
    assert "<lastmod>" not in entry(text, "/film/")


def test_the_archive_stands_there_by_month(client, film):
    make_article(section=film, published_at=MARCH)
    make_article(section=film, published_at=APRIL)
    assert addresses(client, "/sitemap-archive.xml") == ["/archive/", "/archive/2025/03/", "/archive/2025/04/"]


def test_the_profiles_of_authors_stand_below_their_index(client):
    make_author("Ada Lomax")
    make_author("Jo Pell", live=False)
    assert client.get("/sitemap-authors.xml").status_code == 404
    make_author_index()
    assert addresses(client, "/sitemap-authors.xml") == ["/authors/ada-lomax/"]


# --- News ------------------------------------------------------------------------


def test_the_news_sitemap_holds_our_own_reporting_of_two_days(client, film):
    for slug, hours, fields in (
        ("fresh", 1, {}),
        ("still-fresh", 47, {"kind": "opinion"}),
        ("old", 49, {}),
        ("wire", 1, {"origin": "wire"}),
        ("paid", 1, {"origin": "sponsored"}),
        ("advert", 1, {"kind": "advertorial"}),
        ("hidden", 1, {"noindex": True}),
    ):
        make_article(section=film, slug=slug, published_at=clock.now() - timedelta(hours=hours), **fields)
    assert addresses(client, "/sitemap-news.xml") == ["/film/fresh/", "/film/still-fresh/"]


def test_news_say_publication_language_date_and_headline(client, film):
    published = clock.now().replace(microsecond=0) - timedelta(hours=1)
    make_article("Bell & rope", section=film, published_at=published)
    assert (
        "<news:news><news:publication><news:name>Our newsroom</news:name><news:language>en</news:language>"
        f"</news:publication><news:publication_date>{published.isoformat()}</news:publication_date>"
        "<news:title>Bell &amp; rope</news:title></news:news>"
    ) in read(client, "/sitemap-news.xml")


def test_a_quiet_day_is_no_fault(client):
    assert "<url>" not in read(client, "/sitemap-news.xml")


def test_more_news_than_a_file_may_hold_go_into_the_next(client, film, monkeypatch):
    monkeypatch.setattr(sitemaps, "NEWS_LIMIT", 2)
    for hour in (1, 2, 3):
        make_article(section=film, slug=f"bell-{hour}", published_at=clock.now() - timedelta(hours=hour))
    assert "/sitemap-news-2.xml" in addresses(client, "/sitemap.xml")
    assert addresses(client, "/sitemap-news.xml") == ["/film/bell-1/", "/film/bell-2/"]
    assert addresses(client, "/sitemap-news-2.xml") == ["/film/bell-3/"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en-gb", "en"), ("ru", "ru"), ("zh-hans", "zh-cn"), ("zh-hant", "zh-tw"), ("pt-br", "pt")],
)
def test_the_language_of_news_is_one_that_google_knows(code, expected):
    assert news_language(code) == expected


# --- Cost ------------------------------------------------------------------------


@pytest.mark.parametrize("number", [3, 30])
def test_every_sitemap_costs_two_queries_and_no_instance_of_a_model(client, film, monkeypatch, number):
    fill(film, make_topic())
    make_author_index()
    make_author()
    bulk(film, number, first_published_at=MARCH)
    make_article(section=film)
    Publication.for_site(Site.objects.get(is_default_site=True))
    paths = ["/sitemap.xml", *addresses(client, "/sitemap.xml")]
    for path in paths:  # what a process learns once: the numbers of the content types
        read(client, path)
    cache.clear()
    made = []
    for model in (ArticlePage, SectionPage):
        monkeypatch.setattr(model, "from_db", classmethod(lambda cls, *args: made.append(cls)))
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            read(client, path)
        assert len(queries) <= 2, [query["sql"][:300] for query in queries]
    assert made == []
