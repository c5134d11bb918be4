"""Caches further out are told what to forget: by tag, after the commit, and again until they have heard it."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from portal.outbox import delivery
from portal.outbox.delivery import deliver_due
from portal.outbox.models import OutboxEntry
from portal.page_cache import cdn
from portal.page_cache.log import EVERYTHING
from portal.page_cache.purge import purge
from portal.settings.cdn import frontend_caches

pytestmark = pytest.mark.django_db


class Cache(ThreadingHTTPServer):
    """A real server that keeps what it is told, and answers with ``status``."""

    status = 200

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Cache.Handler)
        self.told = []
        self.place = f"127.0.0.1:{self.server_address[1]}"

    class Handler(BaseHTTPRequestHandler):
        def take(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.server.told.append((self.command, self.path, dict(self.headers), body))
            self.send_response(self.server.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PURGE = do_POST = take

        def log_message(self, *arguments):
            pass


@pytest.fixture
def cache():
    with Cache() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def configured(settings, monkeypatch):
    """Offer a function that puts a cache in front of the portal."""

    def configure(address, **more):
        settings.WAGTAILFRONTENDCACHE, own = frontend_caches([address])
        for parameters in settings.WAGTAILFRONTENDCACHE.values():
            parameters.update(more)
        settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {*own, *(place.removeprefix("http://") for place in more.values())}
        monkeypatch.setattr(delivery, "_kinds", {})
        cdn.register()

    return configure


@contextmanager
def due_at_once():
    """Let the back-off of what waits be over."""
    yield
    OutboxEntry.objects.filter(done_at=None).update(next_at="2020-01-01T00:00Z")


def test_a_varnish_is_told_the_tags_in_one_call(cache, configured):
    configured(f"varnish://{cache.place}")
    purge("story-1", "front")
    purge("front", "story-2")
    assert not cache.told, "never inside the request"
    assert deliver_due() == 2
    ((command, _path, headers, _body),) = cache.told
    assert command == "PURGE"
    assert headers["xkey-purge"] == "front many story-1 story-2"


def test_fastly_is_told_with_the_token(cache, configured):
    configured("fastly://secret@Service1", LOCATION=f"http://{cache.place}")
    purge("story-1")
    deliver_due()
    ((_command, path, headers, body),) = cache.told
    assert path == "/service/Service1/purge"
    assert headers["Fastly-Key"] == "secret"
    assert json.loads(body) == {"surrogate_keys": ["many", "story-1"]}


def test_cloudflare_is_told_thirty_tags_at_a_time(cache, configured):
    configured("cloudflare://secret@zone", LOCATION=f"http://{cache.place}")
    purge(*(f"story-{number}" for number in range(40)))
    deliver_due()
    assert [path for _command, path, _headers, _body in cache.told] == ["/client/v4/zones/zone/purge_cache"] * 2
    assert cache.told[0][2]["Authorization"] == "Bearer secret"
    assert [len(json.loads(body)["tags"]) for *_rest, body in cache.told] == [30, 11]


def test_a_change_of_everything_purges_the_tag_that_every_page_carries(cache, configured):
    configured(f"varnish://{cache.place}")
    purge(EVERYTHING)
    purge("story-1")
    deliver_due()
    assert cache.told[0][2]["xkey-purge"] == "all"


def test_what_is_rolled_back_purges_nothing(cache, configured):
    configured(f"varnish://{cache.place}")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        purge("story-1")
        raise ZeroDivisionError
    assert deliver_due() == 0


def test_a_cache_that_fails_is_told_once_more_when_it_is_back(cache, configured):
    configured(f"varnish://{cache.place}")
    cache.status = 503
    purge("story-1")
    with due_at_once():
        assert deliver_due() == 0
    assert "PurgeFailed: 503" in OutboxEntry.objects.get().last_error
    cache.status = 200
    assert deliver_due() == 1
    assert deliver_due() == 0
    assert len(cache.told) == 2


def test_where_no_cache_is_configured_nothing_is_written():
    purge("story-1")
    assert not OutboxEntry.objects.exists()


def test_two_caches_of_a_kind_have_their_own_messages():
    caches, own = frontend_caches(["varnish://one:81", "varnish://two"])
    assert list(caches) == ["varnish", "varnish 2"]
    assert own == {"one:81", "two:80"}


@pytest.mark.parametrize(
    "address", ["http://secret", "varnish://", "fastly://secret", "cloudflare://@zone", "varnish://h:secret", "secret"]
)
def test_an_address_that_is_none_is_refused_without_repeating_it(address):
    with pytest.raises(ImproperlyConfigured) as refusal:
        frontend_caches([address])
    assert "secret" not in str(refusal.value)
