"""The page cache in front of an application, driven as a WSGI server drives it."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import count

import brotli
import pytest

from portal.breaker import Breaker
from portal.page_cache.log import PurgeLog
from portal.page_cache.rendering import SLOT, Rendered
from portal.page_cache.store import FileStore, MemoryStore, RedisStore
from portal.page_cache.tags import fresh_until, heeds, tag
from portal.page_cache.wsgi import PageCache

PAGE = b"<p>A bell rings, and the film stops.</p>" * 40


class Site:
    """An application that counts what it is asked for and answers as it is told."""

    def __init__(self):
        self.calls = []
        self.numbers = count(1)
        self.max_age = 60
        self.status = "200 OK"
        self.pause = 0
        self.error = None
        self.extra = []
        self.until = None
        self.heeded = ()
        self.open = threading.Event()
        self.open.set()
        self.at_work = []
        self.most_at_once = 0

    def __call__(self, environ, start_response):
        self.calls.append(environ)
        number = next(self.numbers)
        self.at_work.append(number)
        self.most_at_once = max(self.most_at_once, len(self.at_work))
        time.sleep(self.pause)
        self.open.wait(10)
        self.at_work.remove(number)
        if self.error:
            raise self.error
        if SLOT in environ:
            environ[SLOT].max_age = self.max_age
        tag("story-1")
        fresh_until(self.until)
        heeds(*self.heeded)
        start_response(self.status, [("Content-Type", "text/html"), *self.extra])
        return [PAGE, b"%d" % number]


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def make_cache(tmp_path, site):
    def make():
        return PageCache(
            site,
            memory=MemoryStore(10_000_000),
            shared=FileStore(tmp_path / "pages", 10_000_000),
            log=PurgeLog(tmp_path / "purges.log"),
            locks_folder=tmp_path / "locks",
            stale_limit=3600,
            time_limit=5,
            threads=32,
            bypass_cookie="sessionid",
            unavailable=lambda: Rendered("503 Service Unavailable", [("Retry-After", "5")], b"busy"),
        )

    return make


@pytest.fixture
def cache(make_cache):
    return make_cache()


def ask(cache, path="/", query="", method="GET", **headers):
    """Return (status, headers, body) of one request."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "example.org",
        "SERVER_NAME": "example.org",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer["status"], answer["headers"] = status, dict(headers)

    body = b"".join(cache(environ, start_response))
    return answer["status"], answer["headers"], body


def test_a_page_is_rendered_once(cache, site):
    first, second = ask(cache), ask(cache)
    assert len(site.calls) == 1
    assert first[2] == second[2]
    assert second[1]["Age"].isdecimal()


def test_a_large_page_gets_smaller_behind_its_first_reader(cache, site, monkeypatch):
    monkeypatch.setattr("tests.portal.page_cache.test_wsgi.PAGE", " ".join(str(n * n) for n in range(5_000)).encode())
    _status, first_headers, first = ask(cache, accept_encoding="br")
    wait_until(lambda: len(ask(cache, accept_encoding="br")[2]) < len(first))
    assert ask(cache, accept_encoding="br")[1]["ETag"] == first_headers["ETag"]
    assert len(site.calls) == 1


def test_what_is_not_remembered_goes_out_compressed_all_the_same(cache, site):
    site.max_age = 0
    status, headers, body = ask(cache, accept_encoding="gzip, br")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == ("200 OK", "br", "Accept-Encoding")
    assert int(headers["Content-Length"]) == len(body)
    assert brotli.decompress(body) == PAGE + b"1"
    assert "Content-Encoding" not in ask(cache)[1]


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip;q=0, br;q=0", None),
        ("br;q=0.000,gzip", "gzip"),
        ("gzip;q=0.5, br; q=0", "gzip"),
        ("br;q=0.1, gzip;q=0", "br"),
    ],
)
@pytest.mark.parametrize("max_age", [0, 60])
def test_a_reader_gets_no_encoding_that_it_refuses(cache, site, accepted, sent, max_age):
    site.max_age = max_age
    assert ask(cache, accept_encoding=accepted)[1].get("Content-Encoding") == sent


def test_an_answer_to_somebody_in_particular_is_left_as_it_is(cache):
    """Compressed, the length of a page tells something about the secrets in it."""
    assert "Content-Encoding" not in ask(cache, cookie="sessionid=abc", accept_encoding="br")[1]


def test_another_process_takes_the_page_from_the_shared_store(make_cache, site):
    ask(make_cache())
    ask(make_cache())
    assert len(site.calls) == 1


@pytest.mark.parametrize(
    "request_of",
    [
        {"method": "POST"},
        {"cookie": "sessionid=abc"},
        {"authorization": "Basic abc"},
        {"path": "/admin/"},
        {"path": "/documents/1/a.pdf"},
    ],
)
def test_what_is_not_for_everybody_never_touches_the_cache(cache, site, request_of):
    ask(cache, **request_of)
    ask(cache, **request_of)
    assert len(site.calls) == 2
    assert len(cache.memory) == 0


def test_other_cookies_make_no_difference(cache, site):
    ask(cache, cookie="theme=dark")
    ask(cache)
    assert len(site.calls) == 1
    assert "HTTP_COOKIE" not in site.calls[0]


def test_an_answer_that_is_not_marked_public_is_not_kept(cache, site):
    site.max_age = 0
    ask(cache)
    ask(cache)
    assert len(site.calls) == 2


def test_a_thousand_tracking_parameters_cause_one_rendering(cache, site):
    for number in range(1000):
        ask(cache, query=f"utm_source={number}&fbclid={number}")
    assert len(site.calls) == 1
    assert site.calls[0]["QUERY_STRING"] == ""


def test_parameters_that_change_a_page_make_entries_of_their_own(cache, site):
    site.heeded = ("page",)
    ask(cache, query="page=2")
    ask(cache, query="page=3")
    ask(cache, query="utm_source=x&page=2")
    assert [call["QUERY_STRING"] for call in site.calls] == ["page=2", "page=3"]


def test_a_page_that_does_not_heed_a_parameter_is_one_page_whatever_that_says(make_cache, site):
    caches = [make_cache(), make_cache()]
    answers = {
        ask(caches[number % 2], query=query)[2]
        for number in range(100)
        for query in (f"page={number}", f"before={number}&from=x{number}", f"q={number}&section={number}")
    }
    assert len(site.calls) == 2, "once to find out, and once without"
    assert len(answers) == len(caches[0].memory) == 1
    assert site.calls[-1]["QUERY_STRING"] == ""


def test_what_a_page_heeds_is_kept_without_what_it_does_not(cache, site):
    site.heeded = ("page",)
    ask(cache)
    for number in range(100):
        ask(cache, query=f"page=2&before={number}")
    assert [call["QUERY_STRING"] for call in site.calls] == ["", "page=2"]


def test_a_page_that_begins_to_heed_a_parameter_is_asked_anew(cache, site):
    ask(cache, query="page=2")
    site.heeded = ("page",)
    cache.log.append(["story-1"])
    ask(cache, query="page=2")
    assert site.calls[-1]["QUERY_STRING"] == "page=2"


def test_a_number_and_a_host_have_one_spelling(cache, site):
    site.heeded = ("page",)
    for query in ("page=2", "page=02", "page=7&page=2", "page=x&page=0002"):
        ask(cache, query=query)
    for query in ("", "page=1", "page="):
        ask(cache, query=query, host="Example.ORG")
    assert [(call["QUERY_STRING"], call["HTTP_HOST"]) for call in site.calls] == [
        ("page=2", "example.org"),
        ("", "example.org"),
    ]


def test_a_search_keeps_all_that_was_chosen(cache, site):
    ask(cache, path="/search/", query="q=bell&kind=review&kind=news&from=3")
    assert site.calls[-1]["QUERY_STRING"] == "kind=news&kind=review&q=bell"


@pytest.mark.parametrize("path", ["/search", "/Search/", "//search/"])
def test_a_search_keeps_its_words_on_the_way_to_its_address(cache, site, path):
    ask(cache, path=path, query="q=bell")
    assert site.calls[-1]["QUERY_STRING"] == "q=bell"


def test_what_only_begins_like_the_search_is_a_page_like_any_other(cache, site):
    ask(cache, path="/search-party/", query="q=bell")
    assert site.calls[-1]["QUERY_STRING"] == ""


def test_hosts_do_not_share_pages(cache, site):
    ask(cache)
    ask(cache, host="other.example")
    assert len(site.calls) == 2


def test_head_is_answered_from_the_page_without_its_body(cache, site):
    _status, headers, body = ask(cache, method="HEAD")
    assert body == b""
    assert int(headers["Content-Length"]) > 1000
    assert ask(cache)[2]
    assert len(site.calls) == 1


def test_a_reader_that_has_the_page_gets_304(cache):
    etag = ask(cache, accept_encoding="br")[1]["ETag"]
    status, headers, body = ask(cache, accept_encoding="br", if_none_match=f'"other", {etag}')
    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == etag
    assert "Content-Length" not in headers


def test_a_purge_shows_the_new_page_to_the_next_request(make_cache, site):
    one, other = make_cache(), make_cache()
    ask(one), ask(other)
    one.log.append(["story-1"])
    assert ask(other)[2].endswith(b"2")
    assert ask(one)[2].endswith(b"2")
    assert len(site.calls) == 2


def test_a_purge_of_something_else_changes_nothing(cache, site):
    ask(cache)
    cache.log.append(["story-2"])
    ask(cache)
    assert len(site.calls) == 1


def test_a_purge_during_rendering_is_not_lost(cache, site):
    site.open.clear()
    thread = threading.Thread(target=ask, args=(cache,))
    thread.start()
    wait_until(lambda: site.calls)
    cache.log.append(["story-1"])
    site.open.set()
    thread.join()
    ask(cache)
    assert len(site.calls) == 2


def test_a_page_past_its_freshness_is_served_and_refreshed_behind(cache, site):
    site.max_age = 1
    ask(cache)
    cache.memory.get(next(iter(cache.memory._entries))).started -= 5
    for path in cache.shared.folder.glob("??/*"):
        path.unlink()
    assert ask(cache)[2].endswith(b"1")
    wait_until(lambda: len(site.calls) == 2)
    wait_until(lambda: ask(cache)[2].endswith(b"2"))


def test_nobody_waits_for_the_shared_store_who_has_a_copy_just_past_its_freshness(cache, site):
    site.max_age = 10
    ask(cache)
    next(iter(cache.memory._entries.values())).started -= 15
    asking = []
    cache.shared.get = lambda key: asking.append(threading.current_thread())
    assert ask(cache)[2].endswith(b"1")
    wait_until(lambda: len(site.calls) == 2)
    assert asking
    assert threading.current_thread() not in asking


def test_a_redis_that_failed_is_left_alone_for_a_while():
    class Gone:
        asked = 0

        def get(self, key):
            self.asked += 1
            raise ConnectionError

    store = RedisStore(Gone(), keep=60, breaker=Breaker(rest=60))
    assert [store.get("page"), store.get("page")] == [None, None]
    assert store.client.asked == 1


def test_a_page_that_changes_by_itself_is_not_fresh_beyond_that_moment(cache, site):
    site.until = datetime.now(UTC) + timedelta(seconds=20)
    ask(cache)
    assert 15 <= next(iter(cache.memory._entries.values())).max_age <= 20


def test_a_page_that_cannot_be_rendered_any_more_goes_out_as_it_was(cache, site):
    ask(cache)
    cache.log.append(["story-1"])
    site.status = "500 Internal Server Error"
    status, headers, body = ask(cache)
    assert status == "200 OK"
    assert body.endswith(b"1")
    assert "Age" in headers


def test_an_application_that_breaks_costs_neither_the_old_copy_nor_an_answer(cache, site):
    ask(cache)
    cache.log.append(["story-1"])
    site.error = OSError("the socket is gone")
    assert ask(cache)[0] == "200 OK"
    status, headers, _body = ask(cache, path="/never-seen/")
    assert (status, headers["Retry-After"]) == ("503 Service Unavailable", "5")


def test_a_page_that_was_purged_for_good_never_goes_out_again(cache, site):
    ask(cache)
    cache.log.append(["story-1"], hard=True)
    site.status = "500 Internal Server Error"
    assert ask(cache)[0].startswith("500")


def test_a_page_that_is_gone_is_forgotten(cache, site):
    ask(cache)
    cache.log.append(["story-1"])
    site.status = "404 Not Found"
    assert ask(cache)[0].startswith("404")
    site.status = "500 Internal Server Error"
    assert ask(cache)[0].startswith("500")


def test_a_copy_that_is_too_old_is_not_served(cache, site):
    ask(cache)
    cache.stale_limit = -1
    cache.log.append(["story-1"])
    site.status = "500 Internal Server Error"
    assert ask(cache)[0].startswith("500")


def test_a_hundred_readers_of_one_cold_page_cause_one_rendering(make_cache, site):
    site.pause = 0.2
    caches = [make_cache() for _process in range(4)]
    with ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(lambda number: ask(caches[number % 4]), range(100)))
    assert len(site.calls) == 1
    assert {answer[2] for answer in answers} == {answers[0][2]}


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "301 Moved Permanently"])
def test_thirty_readers_of_one_address_that_is_no_page_cause_one_rendering(cache, site, status):
    site.status, site.max_age, site.pause = status, 0, 0.2
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _reader: ask(cache, path="/nothing/"), range(30)))
    assert {answer[0] for answer in answers} == {status}
    assert len(site.calls) <= 2, "one that is being made, and at most one more for those who came while it was"


def test_who_asks_for_what_is_no_page_later_asks_anew(cache, site):
    site.status, site.max_age = "404 Not Found", 0
    assert ask(cache)[2] != ask(cache)[2]


def test_a_page_that_appears_while_its_absence_is_told_is_there_for_the_next_reader(cache, site):
    site.status, site.max_age = "404 Not Found", 0
    ask(cache, path="/new/")
    site.status, site.max_age = "200 OK", 60
    assert ask(cache, path="/new/")[0] == "200 OK"


@pytest.mark.parametrize("extra", [("Set-Cookie", "a=b"), ("Cache-Control", "no-store")])
def test_an_answer_to_one_reader_is_nobody_elses(cache, site, extra):
    site.status, site.max_age, site.pause, site.extra = "404 Not Found", 0, 0.05, [extra]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _reader: ask(cache, path="/mine/"), range(6)))
    assert len(site.calls) == len({answer[2] for answer in answers}) == 6


@contextmanager
def flood_of_one_form(cache, site, readers, turned_away):
    """Let readers ask for one page that is never kept and that takes until the block ends.

    Yields the threads, with some to spare, and the answers, when so many of those were turned away.
    """
    site.max_age = 0
    ask(cache, path="/form/")
    site.open.clear()
    with ThreadPoolExecutor(32) as threads:
        flood = [threads.submit(ask, cache, path="/form/") for _reader in range(readers)]
        try:
            wait_until(lambda: sum(answer.done() for answer in flood) >= turned_away)
            yield threads, flood
        finally:
            site.open.set()


def test_a_flood_of_one_page_that_is_never_kept_leaves_threads_for_warm_ones(cache, site):
    ask(cache, path="/warm/")
    with flood_of_one_form(cache, site, 32, turned_away=32 - 5) as (threads, flood):
        answered = [threads.submit(ask, cache, path="/warm/").result(5)[0] for _reader in range(5)]
    assert answered == ["200 OK"] * 5
    assert [answer.result()[0] for answer in flood].count("200 OK") == 5, "half of those who may render or wait for it"


def test_a_flood_of_one_page_that_is_never_kept_leaves_room_for_cold_ones(cache, site):
    with flood_of_one_form(cache, site, 20, turned_away=10) as (threads, _flood):
        cold = [threads.submit(ask, cache, path=f"/cold/{number}/") for number in range(5)]
        time.sleep(0.3)  # so that each of them finds the flood in its way
    assert [answer.result()[0] for answer in cold] == ["200 OK"] * 5


def test_the_first_flood_of_a_page_that_is_never_kept_does_not_stand_in_line_for_it(cache, site):
    site.max_age, site.pause = 0, 0.3
    with ThreadPoolExecutor(30) as threads:
        statuses = [answer[0] for answer in threads.map(lambda _reader: ask(cache, path="/form/"), range(30))]
    assert site.most_at_once == 2, "as many as may be rendered at once, not one after the other"
    assert 1 + 5 <= statuses.count("200 OK") < 30, "who finds no place is turned away and does not wait"


@pytest.mark.parametrize("status", ["500 Internal Server Error", "503 Service Unavailable"])
def test_thirty_readers_of_one_page_that_breaks_cause_one_rendering(cache, site, status):
    site.status, site.max_age, site.pause = status, 0, 0.2
    site.extra = [("Cache-Control", "no-store")]
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _reader: ask(cache), range(30)))
    assert {answer[0] for answer in answers} == {status}
    assert len(site.calls) <= 2, "one that is being made, and at most one more for those who came while it was"


def test_thirty_readers_of_one_page_that_breaks_get_the_copy_from_before(cache, site):
    ask(cache)
    cache.log.append(["story-1"])
    site.status, site.pause = "500 Internal Server Error", 0.2
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _reader: ask(cache), range(30)))
    assert {answer[2][-1:] for answer in answers} == {b"1"}
    assert len(site.calls) <= 1 + 2


def test_a_clock_that_is_set_back_gives_nobody_an_answer_from_before(cache, site, monkeypatch):
    site.status, site.max_age = "404 Not Found", 0
    ask(cache, path="/new/")
    site.status, site.max_age = "200 OK", 60
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 3600)
    with ThreadPoolExecutor(1) as pool:
        with cache.locks.hold("http://example.org/new/?", 1):
            answer = pool.submit(ask, cache, path="/new/")
            time.sleep(0.2)
        assert answer.result()[0] == "200 OK"


def test_a_query_that_was_answered_to_one_reader_and_is_a_page_now_is_rendered_once(cache, site):
    site.max_age = 0
    ask(cache, query="page=2")
    site.max_age = 60
    ask(cache, query="page=2")
    cache.log.append(["story-1"])
    site.calls.clear()
    site.pause = 0.2
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _reader: ask(cache, query="page=2"), range(8)))
    assert len(site.calls) == 2, "once to find out, and once without"


def test_a_condition_of_one_reader_is_not_put_for_all(cache, site):
    ask(cache, if_match='"mine"', if_unmodified_since="yesterday", if_range='"mine"', range="bytes=0-1")
    assert not [name for name in site.calls[0] if name.startswith(("HTTP_IF_", "HTTP_RANGE"))]


def test_a_page_says_what_it_shows_to_whoever_keeps_copies_further_out(cache):
    _status, headers, _body = ask(cache)
    assert headers["Surrogate-Key"] == "all story-1"
    assert headers["Cache-Tag"] == "all,story-1"
    assert ask(cache, if_none_match=headers["ETag"])[1]["Surrogate-Key"] == "all story-1"


def test_an_answer_that_is_not_for_everybody_says_nothing_of_what_it_shows(cache, site):
    site.max_age = 0
    assert "Surrogate-Key" not in ask(cache)[1]
    assert "Surrogate-Key" not in ask(cache, cookie="sessionid=abc")[1]


def test_a_flood_of_cold_pages_leaves_threads_for_warm_ones(make_cache, site):
    cache = make_cache()
    ask(cache, path="/warm/")
    site.open.clear()
    with ThreadPoolExecutor(32) as threads:
        flood = [threads.submit(ask, cache, path=f"/cold/{number}/") for number in range(100)]
        wait_until(lambda: sum(answer.done() for answer in flood) >= 80)
        answered = [threads.submit(ask, cache, path="/warm/").result()[0] for _reader in range(5)]
        site.open.set()
        turned_away = [answer.result() for answer in flood if answer.result()[0].startswith("503")]
    assert answered == ["200 OK"] * 5
    assert len(turned_away) >= 80 and all(headers["Retry-After"] for _status, headers, _body in turned_away)


def test_searches_wait_for_each_other_and_cold_pages_do_not_wait_for_them(cache):
    with cache.searches.entered(0):
        cache.time_limit = 0.01
        status, headers, _body = ask(cache, path="/search/", query="q=bell")
        assert (status, headers["Retry-After"]) == ("503 Service Unavailable", "5")
        cache.time_limit = 5
        assert ask(cache, path="/cold/")[0] == "200 OK"
    assert ask(cache, path="/search/", query="q=bell")[0] == "200 OK"


def test_a_flood_of_one_search_holds_no_more_threads_than_one_of_many(cache, site):
    site.max_age = 0
    site.open.clear()
    cache.time_limit = 60
    with ThreadPoolExecutor(10) as threads:
        flood = [threads.submit(ask, cache, path="/search/", query="q=bell") for _reader in range(10)]
        try:
            wait_until(lambda: sum(answer.done() for answer in flood) == 7, patience=8)
        finally:
            site.open.set()
    statuses = [answer.result()[0] for answer in flood]
    assert statuses.count("200 OK") == 1 + 2, "what is answered at once, and what may wait for it"


def test_searches_that_take_too_long_close_no_other_page(cache, site):
    cache.outage.rest = 60
    site.status = "503 Service Unavailable"
    for number in range(5):
        ask(cache, path="/search/", query=f"q={number}")
    site.status = "200 OK"
    assert ask(cache, path="/cold/")[0] == "200 OK"


def test_requests_that_are_not_for_pages_leave_threads_for_warm_ones(make_cache, site):
    cache = make_cache()
    site.open.clear()
    with ThreadPoolExecutor(32) as threads:
        answers = [threads.submit(ask, cache, cookie=f"sessionid={number}") for number in range(32)]
        wait_until(lambda: sum(answer.done() for answer in answers) == 18)
        site.open.set()
    statuses = [answer.result()[0] for answer in answers]
    assert statuses.count("200 OK") == 8 + 6, "what is served at once, and what may wait for it"
    assert statuses.count("503 Service Unavailable") == 18


def test_in_an_outage_only_one_reader_at_a_time_waits_to_find_out(make_cache, site):
    cache = make_cache()
    cache.outage.rest = 60
    site.status = "503 Service Unavailable"
    for number in range(2):
        ask(cache, path=f"/{number}/")
    for number in range(20):
        assert ask(cache, path=f"/again/{number}/")[0].startswith("503")
    assert len(site.calls) == 2


def test_after_an_outage_pages_are_rendered_again(make_cache, site):
    cache = make_cache()
    cache.outage.rest = 0
    site.status = "503 Service Unavailable"
    for number in range(3):
        ask(cache, path=f"/{number}/")
    site.status = "200 OK"
    assert [ask(cache, path=f"/again/{number}/")[0] for number in range(3)] == ["200 OK"] * 3


def wait_until(true, patience=30.0):
    """Wait for something that happens behind the request."""
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.01)
