"""Telling others of what has changed: once, even after an outage, and never of what is not for everybody."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
from wagtail.models import Site

from news.models import Contribution
from news.syndication.push import is_local
from portal import clock
from portal.outbox.delivery import deliver_due
from portal.outbox.models import OutboxEntry
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_live_blog,
    make_section,
    make_topic,
    make_update,
    publish,
    restrict,
    schedule,
)

pytestmark = pytest.mark.django_db

KEY = "0123456789abcdef0123456789abcdef"
HOST = "news.velour-tonic.com"
STORY = f"http://{HOST}/film/bell/"


class Ear:
    """A server that hears what it is told, and answers as it is asked to."""

    def __init__(self):
        ear = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if ear.status < 300:
                    ear.heard.append((self.headers["Content-Type"], body))
                ear.asked += 1
                self.send_response(ear.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                pass

        self.heard, self.asked, self.status = [], 0, 202
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.place}/"
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def ears():
    made = Ear(), Ear()
    yield made
    for ear in made:
        ear.close()


@pytest.fixture
def engine(ears):
    """Offer a search engine that takes IndexNow."""
    return ears[0]


@pytest.fixture
def hub(ears):
    """Offer a hub that takes WebSub."""
    return ears[1]


@pytest.fixture
def time(monkeypatch):
    """Offer a way to let time pass for the outbox."""
    ahead = [timedelta()]
    now = clock.now
    monkeypatch.setattr(clock, "now", lambda: now() + ahead[0])

    def passes(**amount):
        ahead[0] += timedelta(**amount)

    return passes


@pytest.fixture(autouse=True)
def told(settings, engine, hub):
    """Set the site up as a public one that tells both."""
    settings.INDEXNOW_KEY, settings.INDEXNOW_ENDPOINT = KEY, f"{engine.url}indexnow"
    settings.WEBSUB_HUB_URL = hub.url
    settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {engine.place, hub.place}
    Site.objects.filter(is_default_site=True).update(hostname=HOST, port=80)
    Site.clear_site_root_paths_cache()
    yield
    Site.clear_site_root_paths_cache()


@pytest.fixture
def film():
    return make_section("Film")


def urls_heard(engine):
    return [url for _type, body in engine.heard for url in json.loads(body)["urlList"]]


def feeds_heard(hub):
    return [value for _type, body in hub.heard for name, value in parse_qsl(body) if name == "hub.url"]


def forget(engine, hub):
    """Let everything be delivered, and begin to listen anew."""
    deliver_due()
    engine.heard.clear(), hub.heard.clear()


# --- What is told ----------------------------------------------------------------


def test_a_published_story_is_told_of_as_the_protocols_ask(film, engine, hub):
    make_article(section=film, slug="bell")
    deliver_due()
    kind, body = engine.heard[0]
    assert kind == "application/json; charset=utf-8"
    assert json.loads(body) == {
        "host": HOST,
        "key": KEY,
        "keyLocation": f"http://{HOST}/{KEY}.txt",
        "urlList": [STORY],
    }
    kind, body = hub.heard[0]
    assert kind == "application/x-www-form-urlencoded"
    assert parse_qsl(body)[0] == ("hub.mode", "publish")


def test_the_hub_hears_of_every_feed_that_shows_the_story_and_of_no_other(hub):
    drama = make_section("Drama", parent=make_section("Film"))
    make_section("Music")
    make_author_index()
    editor = (make_author("Rafe Eze"), Contribution.Role.EDITED)
    make_article(
        section=drama, authors=[make_author("Ada Lomax")], contributions=[editor], topics=[make_topic("Bells")]
    )
    deliver_due()
    pages = ["/", "/film/", "/film/drama/", "/topics/bells/", "/authors/ada-lomax/"]
    formats = ["feed/", "feed/atom/", "feed/json/"]
    assert feeds_heard(hub) == [f"http://{HOST}{page}{form}" for page in pages for form in formats]


def test_a_substantive_change_is_told_and_a_silent_one_is_not(film, engine, hub):
    story = make_article(section=film, slug="bell")
    forget(engine, hub)
    story.kicker = "Cinema"
    publish(story)
    deliver_due()
    assert (engine.heard, hub.heard) == ([], [])
    story.standfirst = "It rang twice."
    publish(story)
    deliver_due()
    assert urls_heard(engine) == [STORY]
    assert f"http://{HOST}/film/feed/" in feeds_heard(hub)


@pytest.mark.parametrize(
    "event",
    [
        lambda story: story.unpublish(),
        lambda story: story.retire("It was made up."),
        lambda story: story.delete(),
        make_correction,
    ],
    ids=["unpublished", "retired", "deleted", "corrected"],
)
def test_what_happens_to_a_public_story_is_told(film, engine, hub, event):
    story = make_article(section=film, slug="bell")
    forget(engine, hub)
    event(story)
    deliver_due()
    assert urls_heard(engine) == [STORY]
    assert f"http://{HOST}/feed/" in feeds_heard(hub)


def test_a_correction_is_news_for_the_feed_of_corrections(film, engine, hub):
    make_corrections_page()
    story = make_article(section=film)
    forget(engine, hub)
    make_correction(story)
    deliver_due()
    assert f"http://{HOST}/corrections/feed/" in feeds_heard(hub)


def test_a_live_update_is_news(film, engine, hub):
    blog = make_live_blog(section=film, slug="night")
    forget(engine, hub)
    make_update(blog)
    deliver_due()
    assert urls_heard(engine) == [f"http://{HOST}/film/night/"]


def test_another_address_is_told_with_the_old_one(film, engine, hub, django_capture_on_commit_callbacks):
    story = make_article(section=film, slug="rope")
    forget(engine, hub)
    story.slug = "bell"
    with django_capture_on_commit_callbacks(execute=True):
        publish(story)
    deliver_due()
    assert set(urls_heard(engine)) == {STORY, f"http://{HOST}/film/rope/"}


# --- What is not -----------------------------------------------------------------


def test_nothing_is_told_of_what_is_not_public(film):
    make_article(section=film, live=False)
    schedule(make_article(section=film, live=False), clock.now() + timedelta(days=1))
    closed = make_section("Members")
    restrict(closed)
    story = make_article(section=closed)
    make_correction(story)
    story.unpublish()
    make_article(section=make_section("Hidden", live=False)).delete()
    assert not OutboxEntry.objects.exists()


def test_search_engines_hear_nothing_of_what_they_shall_not_list(film, engine, hub):
    make_article(section=film, noindex=True)
    make_article(section=make_section("Archive", stories_noindex=True))
    deliver_due()
    assert engine.heard == []
    assert feeds_heard(hub)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "192.168.0.7", "portal.test", "velour.local", "portal"])
def test_a_site_that_only_its_neighbours_can_see_tells_nobody(film, host):
    Site.objects.filter(is_default_site=True).update(hostname=host)
    Site.clear_site_root_paths_cache()
    make_corrections_page()
    make_correction(make_article(section=film))
    assert not OutboxEntry.objects.exists()


def test_an_address_on_the_public_internet_is_not_local():
    assert not is_local("https://velour-tonic.com/film/")
    assert not is_local("http://1.1.1.1/")
    assert is_local("http://[::1]/")


def test_without_a_key_and_a_hub_nothing_is_written(film, settings):
    settings.INDEXNOW_KEY = settings.WEBSUB_HUB_URL = ""
    make_article(section=film)
    assert not OutboxEntry.objects.exists()


# --- How it arrives --------------------------------------------------------------


def test_a_story_changed_many_times_before_the_clock_comes_is_told_once(film, engine, hub):
    story = make_article(section=film, slug="bell")
    for number in range(3):
        story.standfirst = f"It rang {number} times."
        publish(story)
    deliver_due()
    assert urls_heard(engine) == [STORY]
    assert len(feeds_heard(hub)) == len(set(feeds_heard(hub)))


def test_many_stories_are_told_in_one_request(film, engine, hub):
    for number in range(5):
        make_article(section=film, slug=f"bell-{number}")
    deliver_due()
    assert (engine.asked, hub.asked) == (1, 1)
    assert len(urls_heard(engine)) == 5


@pytest.mark.parametrize("status", [429, 500, 503])
def test_after_an_outage_everything_arrives_once(film, engine, hub, time, status):
    engine.status = hub.status = status
    make_article(section=film, slug="bell")
    deliver_due()
    assert engine.heard == []
    engine.status = hub.status = 200
    deliver_due()
    assert engine.heard == []  # not before its time
    time(minutes=5)
    deliver_due()
    time(days=1)
    deliver_due()
    assert urls_heard(engine) == [STORY]
    assert len(hub.heard) == 1


def test_when_the_network_is_down_publishing_does_not_wait_and_news_arrive_later(film, engine, hub, time, settings):
    reachable = settings.INDEXNOW_ENDPOINT
    dead = Ear()
    dead.close()
    settings.INDEXNOW_ENDPOINT = dead.url
    settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {dead.place, engine.place, hub.place}
    make_article(section=film, slug="bell")
    assert (engine.asked, hub.asked) == (0, 0)  # publishing itself has asked nobody
    deliver_due()
    assert "does not answer" in OutboxEntry.objects.get(kind="indexnow").last_error
    assert len(hub.heard) == 1  # one that is silent does not keep the other waiting
    settings.INDEXNOW_ENDPOINT = reachable
    time(minutes=5)
    deliver_due()
    assert urls_heard(engine) == [STORY]
    assert len(hub.heard) == 1


def test_a_refusal_is_kept_in_the_log_and_not_tried_again(film, engine, hub, time):
    engine.status = 403
    make_article(section=film)
    deliver_due()
    time(days=1)
    deliver_due()
    assert engine.asked == 1
    entry = OutboxEntry.objects.get(kind="indexnow")
    assert entry.outcome == "given up"
    assert "403" in entry.last_error
