"""What happens while the database or Redis does not answer."""

import socket
import threading
import time

import pytest
from django.core.cache import caches
from django.db.utils import InterfaceError, OperationalError
from django.test import RequestFactory

from portal.breaker import Breaker
from portal.caches import ForgivingRedisCache
from portal.deadline import Watchdog, seconds_left, within
from portal.middleware import UnavailableMiddleware


def test_a_breaker_lets_calls_through_until_one_fails():
    breaker = Breaker(rest=60)
    assert breaker.allows() and breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    breaker.worked()
    assert breaker.allows()


def test_after_the_rest_one_caller_tries_for_all():
    breaker = Breaker(rest=0)
    breaker.failed()
    breaker.rest = 60
    assert [breaker.allows() for _caller in range(5)] == [True, False, False, False, False]


def test_a_breaker_can_bear_failures_that_are_not_in_a_row():
    breaker = Breaker(rest=60, tolerance=3)
    for _failure in range(2):
        breaker.failed()
    breaker.worked()
    for _failure in range(2):
        breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()


def test_a_call_past_its_deadline_loses_its_socket():
    ours, theirs = socket.socketpair()
    with within(0.05), Watchdog().watching(ours.fileno()):
        assert ours.recv(1) == b"", "the socket was shut, so reading ends without an answer"
    ours.close(), theirs.close()


def test_a_call_in_time_keeps_its_socket():
    ours, theirs = socket.socketpair()
    watchdog = Watchdog()
    with within(5), watchdog.watching(ours.fileno()):
        theirs.send(b"x")
        assert ours.recv(1) == b"x"
    theirs.send(b"y")
    assert ours.recv(1) == b"y"
    ours.close(), theirs.close()


def test_only_waiting_counts():
    ours, theirs = socket.socketpair()
    watchdog = Watchdog()
    with within(0.5):
        time.sleep(0.6)
        with watchdog.watching(ours.fileno()):
            theirs.send(b"x")
            assert ours.recv(1) == b"x"
        assert seconds_left() > 0
        with watchdog.watching(ours.fileno()):
            assert ours.recv(1) == b""
        assert seconds_left() <= 0
    ours.close(), theirs.close()


def test_without_a_deadline_nobody_is_watched():
    assert seconds_left() is None
    ours, theirs = socket.socketpair()
    threads = set(threading.enumerate())
    with Watchdog().watching(ours.fileno()):
        assert set(threading.enumerate()) <= threads
    ours.close(), theirs.close()


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_a_database_that_does_not_answer_is_a_503_that_says_when_to_come_back(error):
    response = UnavailableMiddleware(None).process_exception(RequestFactory().get("/"), error)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert response["Cache-Control"] == "no-store"


def test_a_bug_stays_a_bug():
    assert UnavailableMiddleware(None).process_exception(RequestFactory().get("/"), ValueError()) is None


def test_a_redis_that_is_gone_is_an_empty_cache():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        cache = ForgivingRedisCache(f"redis://127.0.0.1:{port}/0", {"OPTIONS": {"socket_connect_timeout": 0.2}})
        cache.set("key", "value")
        assert cache.get("key", "nothing") == "nothing"
        assert cache.get_many(["key"]) == {}
        assert cache.add("key", "value") is False
    assert caches["default"] is not cache
