"""The table of events: whatever changes, the next reader of every page that shows it gets the new page."""

import time
from datetime import timedelta

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from news.models import BreakingNews, Contribution
from news.models.topics import THIN_BELOW
from news.signals import EVENTS
from portal import clock
from portal.crawlers import CrawlerSettings
from portal.page_cache.application import unavailable
from portal.page_cache.log import PurgeLog
from portal.page_cache.purge import purge_log
from portal.page_cache.store import FileStore, MemoryStore
from portal.page_cache.wsgi import PageCache
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_image,
    make_live_blog,
    make_section,
    make_standard_page,
    make_topic,
    make_update,
    paragraph,
    publish,
    restrict,
    sign_medical_review,
    stream,
)
from tests.portal.page_cache.test_wsgi import ask

pytestmark = pytest.mark.django_db

HOST = "testserver"


@pytest.fixture(autouse=True)
def one_connection():
    """Let the application use the test's own connection: a request would close it at its ends."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def site(tmp_path):
    """Offer the page cache around the real application, with a view of the purge log like another process's."""
    purge_log()
    return PageCache(
        WSGIHandler(),
        memory=MemoryStore(10_000_000),
        shared=FileStore(tmp_path / "pages", 10_000_000),
        log=PurgeLog(purge_log().path),
        locks_folder=tmp_path / "locks",
        stale_limit=3600,
        time_limit=5,
        threads=32,
        bypass_cookie="sessionid",
        unavailable=unavailable,
    )


@pytest.fixture
def newsroom():
    """Build one of everything, tied together."""

    class Newsroom:
        author_index = make_author_index()
        corrections = make_corrections_page()
        section = make_section("Film")
        other_section = make_section("Music")
        topic = make_topic("Lanterns")
        author = make_author("Ada Lomax", credentials="MD")
        image = make_image("Bell", description="A brass bell")
        story = make_article(
            "The bell is found",
            section=section,
            authors=[author],
            topics=[topic],
            lead_image=image,
            standfirst="In a box of brass.",
        )
        unrelated = make_article("Rain at the harbour", section=other_section, authors=[make_author("Jo Pell")])
        blog = make_live_blog("Lantern night", section=section)
        update = make_update(blog, "First lamp lit")

    return Newsroom()


@pytest.fixture
def happens(django_capture_on_commit_callbacks):
    """Offer a way to let something happen and be committed."""

    def let(action):
        time.sleep(0.002)  # an entry and a purge of one and the same moment would count as purged
        with django_capture_on_commit_callbacks(execute=True):
            action()

    return let


@pytest.fixture
def a_minute_passes(monkeypatch):
    """Offer a way to let a minute pass: sitemaps speak of whole seconds."""

    def passes():
        monkeypatch.setattr(clock, "now", lambda: timezone.now() + timedelta(minutes=1))

    return passes


def read(site, page_or_path):
    path = page_or_path if isinstance(page_or_path, str) else page_or_path.url
    status, _headers, body = ask(site, path=path.split("?")[0], query=path.partition("?")[2], host=HOST)
    assert not status.startswith("5"), status
    return body.decode()


def headline(story, title):
    story.title = title
    publish(story)


SHOWS_STORY = {
    "front": lambda n: home_page(),
    "section": lambda n: n.section,
    "topic": lambda n: n.topic,
    "author": lambda n: n.author.get_absolute_url(),
    "story": lambda n: n.story,
    "sitemap": lambda n: f"/sitemap-stories-{clock.now():%Y-%m}.xml",
    "news sitemap": lambda n: "/sitemap-news.xml",
    "feed": lambda n: "/feed/",
    "feed of the section": lambda n: f"{n.section.url}feed/atom/",
    "feed of the topic": lambda n: f"{n.topic.url}feed/json/",
    "feed of the author": lambda n: f"{n.author.get_absolute_url()}feed/",
}
HEADLINE_OFF = ("sitemap",)


@pytest.mark.parametrize("where", [name for name in SHOWS_STORY if name not in HEADLINE_OFF])
def test_a_new_headline_stands_everywhere_at_once(site, newsroom, happens, where):
    page = SHOWS_STORY[where](newsroom)
    assert "The bell is found" in read(site, page)
    happens(lambda: headline(newsroom.story, "The bell is stolen"))
    assert "The bell is stolen" in read(site, page)


@pytest.mark.parametrize("where", [name for name in SHOWS_STORY if name != "story"])
def test_a_new_story_stands_on_every_list_at_once(site, newsroom, happens, where):
    page = SHOWS_STORY[where](newsroom)
    assert "a-second-bell" not in read(site, page)
    happens(
        lambda: make_article(
            "A second bell", section=newsroom.section, authors=[newsroom.author], topics=[newsroom.topic]
        )
    )
    assert "a-second-bell" in read(site, page)


@pytest.mark.parametrize("where", SHOWS_STORY)
def test_an_unpublished_story_is_gone_everywhere_at_once(site, newsroom, happens, where):
    page = SHOWS_STORY[where](newsroom)
    address = newsroom.story.url
    read(site, page)
    happens(newsroom.story.unpublish)
    body = read(site, page)
    assert "The bell is found" not in body
    assert address not in body or where == "story"


def test_a_retired_story_does_not_come_back_even_when_nothing_can_be_rendered(site, newsroom, happens):
    address = newsroom.story.url
    front = home_page().url
    read(site, address), read(site, front)
    happens(lambda: newsroom.story.retire("It was made up."))
    assert ask(site, path=address, host=HOST)[0].startswith("410")
    site.app = broken
    for path in (address, front):
        assert ask(site, path=path, host=HOST)[0].startswith("5")


def broken(environ, start_response):
    start_response("500 Internal Server Error", [])
    return [b""]


def test_a_moved_story_is_found_at_its_new_address(site, newsroom, happens):
    read(site, newsroom.other_section), read(site, newsroom.section)
    happens(lambda: newsroom.story.move(newsroom.other_section, pos="last-child"))
    assert "The bell is found" in read(site, newsroom.other_section)
    assert "The bell is found" not in read(site, newsroom.section)


def test_a_new_slug_changes_every_link(site, newsroom, happens):
    read(site, newsroom.section)

    def rename():
        newsroom.story.slug = "stolen-bell"
        publish(newsroom.story)

    happens(rename)
    assert "/film/stolen-bell/" in read(site, newsroom.section)


def test_a_deleted_story_is_gone(site, newsroom, happens):
    read(site, newsroom.section)
    happens(newsroom.unrelated.delete)
    happens(newsroom.story.delete)
    assert "The bell is found" not in read(site, newsroom.section)


def test_a_renamed_section_changes_the_pages_below_it(site, newsroom, happens):
    read(site, newsroom.story)

    def rename():
        newsroom.section.title = "Moving pictures"
        publish(newsroom.section)

    happens(rename)
    assert "Moving pictures" in read(site, newsroom.story)


def counting(site):
    """Count what is rendered from now on: returns the list that each rendering is added to."""
    app, rendered = site.app, []

    def counted(environ, start_response):
        rendered.append(environ["PATH_INFO"])
        return app(environ, start_response)

    site.app = counted
    return rendered


def test_what_only_the_page_of_a_section_shows_makes_no_other_page_anew(site, newsroom, happens):
    own = [newsroom.section.url, f"{newsroom.section.url}feed/"]
    others = [home_page().url, newsroom.story.url, newsroom.unrelated.url, newsroom.other_section.url]
    for page in (*own, *others):
        read(site, page)

    def rearrange():
        newsroom.section.standfirst = "What runs, and what it is worth."
        newsroom.section.search_description = "Films, weighed."
        newsroom.section.front = stream([("latest", {"heading": "Fresh reels"})])
        publish(newsroom.section)

    happens(rearrange)
    rendered = counting(site)
    for page in others:
        read(site, page)
    assert rendered == []
    section, feed = map(read, [site, site], own)
    assert "what it is worth" in section and "Fresh reels" in section
    assert "Films, weighed." in feed


@pytest.mark.parametrize(
    "change", [{"title": "Moving pictures"}, {"colour": "tonic"}, {"health": True}, {"stories_noindex": True}]
)
def test_what_other_pages_show_of_a_section_makes_them_all_anew(site, newsroom, happens, change):
    pages = [home_page().url, newsroom.story.url, newsroom.unrelated.url]
    for page in pages:
        read(site, page)

    def rearrange():
        vars(newsroom.section).update(change)
        publish(newsroom.section)

    happens(rearrange)
    rendered = counting(site)
    for page in pages:
        read(site, page)
    assert rendered == pages


def test_a_draft_of_a_section_makes_nothing_anew(site, newsroom, happens):
    read(site, newsroom.story)

    def draft():
        newsroom.section.title = "Moving pictures"
        newsroom.section.save_revision()

    happens(draft)
    rendered = counting(site)
    read(site, newsroom.story)
    assert rendered == []


def test_a_closed_section_is_closed_at_once(site, newsroom, happens):
    address = newsroom.story.url
    read(site, address), read(site, home_page())
    happens(lambda: restrict(newsroom.section))
    assert "In a box of brass" not in read(site, address)
    assert "The bell is found" not in read(site, home_page())


def test_a_correction_stands_with_the_story_and_in_the_log(site, newsroom, happens):
    read(site, newsroom.story), read(site, newsroom.corrections)
    happens(lambda: make_correction(newsroom.story, "It is brass, not tin."))
    assert "brass, not tin" in read(site, newsroom.story)
    assert "brass, not tin" in read(site, newsroom.corrections)


def test_a_correction_stands_in_its_feed_at_once(site, newsroom, happens):
    feed = f"{newsroom.corrections.url}feed/"
    read(site, feed)
    happens(lambda: make_correction(newsroom.story, "It is brass, not tin."))
    assert "brass, not tin" in read(site, feed)


def test_other_rules_for_crawlers_hold_at_once(site, happens):
    read(site, "/robots.txt")
    default = Site.objects.get(is_default_site=True)
    happens(lambda: CrawlerSettings.objects.create(site=default, refused_crawlers="BadBot"))
    assert "BadBot" in read(site, "/robots.txt")


def test_a_live_update_is_public_at_once(site, newsroom, happens):
    read(site, newsroom.blog)
    happens(lambda: make_update(newsroom.blog, "Second lamp lit"))
    assert "Second lamp lit" in read(site, newsroom.blog)
    happens(newsroom.update.delete)
    assert "First lamp lit" not in read(site, newsroom.blog)


def test_open_pages_of_a_live_blog_are_told_at_once(site, newsroom, happens):
    address = f"/_live/{newsroom.blog.pk}"
    assert "First lamp lit" in read(site, address)
    happens(lambda: make_update(newsroom.blog, "Second lamp lit"))
    assert "Second lamp lit" in read(site, address)

    def withdraw():
        newsroom.update.retracted_at = clock.now()
        newsroom.update.save()

    happens(withdraw)
    assert "First lamp lit" not in read(site, address)
    happens(newsroom.blog.unpublish)
    assert "Second lamp lit" not in read(site, address)


def test_an_author_with_another_name_has_it_on_every_story(site, newsroom, happens):
    read(site, newsroom.story), read(site, newsroom.author_index)

    def rename():
        newsroom.author.name = "Ada Lomax-Osei"
        newsroom.author.save()

    happens(rename)
    assert "Ada Lomax-Osei" in read(site, newsroom.story)
    assert "Ada Lomax-Osei" in read(site, newsroom.author_index)


def test_a_renamed_topic_has_its_name_on_every_story(site, newsroom, happens):
    read(site, newsroom.story)

    def rename():
        newsroom.topic.title = "Lamps"
        publish(newsroom.topic)

    happens(rename)
    assert ">Lamps<" in read(site, newsroom.story)


def test_a_new_credit_stands_under_the_picture(site, newsroom, happens):
    read(site, newsroom.story)

    def change():
        newsroom.image.credit = "Photo: Ola Brandvik"
        newsroom.image.save()

    happens(change)
    assert "Photo: Ola Brandvik" in read(site, newsroom.story)


def test_a_medical_review_shows_its_badge(site, newsroom, happens):
    story = make_article("Sleep well", section=make_section("Health", health=True), risk_class="B")
    reviewer = make_author("Dr Priya Anand-Holt", credentials="MD", is_reviewer=True)
    read(site, story)
    happens(lambda: sign_medical_review(story, reviewer))
    assert "Dr Priya Anand-Holt" in read(site, story)


def test_another_name_of_the_publication_stands_on_every_page(site, newsroom, happens):
    read(site, newsroom.story)

    def rename():
        publication = Publication.for_site(Site.objects.get(is_default_site=True))
        publication.name = "The Harbour Bell"
        publication.save()

    happens(rename)
    assert "The Harbour Bell" in read(site, newsroom.story)


def test_breaking_news_stand_above_every_page(site, newsroom, happens):
    read(site, newsroom.unrelated)
    happens(lambda: BreakingNews.objects.create(text="All lamps out", ends_at=clock.now() + timedelta(hours=1)))
    assert "All lamps out" in read(site, newsroom.unrelated)
    happens(BreakingNews.objects.get().delete)
    assert "All lamps out" not in read(site, newsroom.unrelated)


def test_a_new_page_in_the_tree_leaves_stories_alone(site, newsroom, happens):
    first = read(site, newsroom.unrelated)
    happens(lambda: make_article("A second bell", section=newsroom.section, authors=[newsroom.author]))
    site.app = broken
    assert read(site, newsroom.unrelated) == first


def test_a_page_of_text_shows_its_new_words(site, newsroom, happens):
    about = make_standard_page(body=[paragraph("We began in 2014.")])
    read(site, about)

    def rewrite():
        about.standfirst = "Two desks, one paper."
        publish(about)

    happens(rewrite)
    assert "Two desks, one paper." in read(site, about)


LAST_YEAR = clock.now() - timedelta(days=365)


def test_publishing_leaves_closed_months_and_other_pages_as_they_were(site, newsroom, happens, a_minute_passes):
    make_article("An old bell", section=newsroom.section, published_at=LAST_YEAR)
    closed = f"/sitemap-stories-{LAST_YEAR:%Y-%m}.xml"
    kept = {path: read(site, path) for path in (closed, "/sitemap-pages.xml")}
    changing = {path: read(site, path) for path in ("/sitemap.xml", "/sitemap-news.xml", SHOWS_STORY["sitemap"](None))}
    a_minute_passes()
    happens(lambda: make_article("A second bell", section=newsroom.section))
    for path, before in changing.items():
        assert read(site, path) != before, path
    site.app = broken
    for path, before in kept.items():
        assert read(site, path) == before, path


def test_an_update_of_an_old_story_changes_its_month_and_the_index(site, newsroom, happens, a_minute_passes):
    old = make_article("An old bell", section=newsroom.section, published_at=LAST_YEAR)
    closed = f"/sitemap-stories-{LAST_YEAR:%Y-%m}.xml"
    before = read(site, closed), read(site, "/sitemap.xml")
    a_minute_passes()
    happens(lambda: headline(old, "An older bell"))
    assert f"<lastmod>{clock.now():%Y-%m-%d}" in read(site, closed)
    assert (read(site, closed) != before[0]) and (read(site, "/sitemap.xml") != before[1])


def test_a_live_update_changes_the_month_of_its_blog(site, newsroom, happens, a_minute_passes):
    before = read(site, SHOWS_STORY["sitemap"](None))
    a_minute_passes()
    happens(lambda: make_update(newsroom.blog, "Second lamp lit"))
    assert read(site, SHOWS_STORY["sitemap"](None)) != before


def test_a_page_of_text_that_changes_changes_its_sitemap(site, newsroom, happens):
    read(site, "/sitemap-pages.xml")
    happens(lambda: publish(make_standard_page("About us")))
    assert "/about-us/" in read(site, "/sitemap-pages.xml")


def test_a_new_topic_and_a_new_author_stand_in_their_sitemaps_at_once(site, newsroom, happens):
    for _place in range(THIN_BELOW):
        make_article(section=newsroom.section, topics=[newsroom.topic])
    read(site, "/sitemap-topics.xml"), read(site, "/sitemap-authors.xml")
    ropes = make_topic("Ropes")
    for _place in range(THIN_BELOW):
        happens(lambda: make_article(section=newsroom.section, topics=[ropes]))
    happens(lambda: make_author("Ola Brandvik"))
    assert "/topics/ropes/" in read(site, "/sitemap-topics.xml")
    assert "/authors/ola-brandvik/" in read(site, "/sitemap-authors.xml")


def test_an_editor_never_gets_a_page_from_the_cache(site, newsroom):
    read(site, newsroom.story)
    before = len(site.memory)
    ask(site, path=newsroom.section.url, host=HOST, cookie="sessionid=abc")
    assert len(site.memory) == before


def test_nothing_in_a_public_answer_is_personal(newsroom):
    response = Client().get(newsroom.story.url)
    assert "Set-Cookie" not in response
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"].startswith("public")


def test_every_row_of_the_table_does_something():
    for event in EVENTS:
        assert event.follow or event.tags, event


def test_a_role_is_no_reason_to_forget_a_page(site, newsroom, happens):
    first = read(site, newsroom.unrelated)
    happens(lambda: Contribution.objects.filter(article=newsroom.story).update(sort_order=3))
    site.app = broken
    assert read(site, newsroom.unrelated) == first
