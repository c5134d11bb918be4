"""What a log line holds, and what it never holds."""

import json
import logging

import pytest
from django.conf import settings
from django.test import override_settings
from django.views.debug import get_exception_reporter_filter

from portal.logs import JsonFormatter, TextFormatter, redacted
from portal.request_ids import current_request_id, with_request_ids


def answer(app, **headers):
    """Return the headers that a WSGI application answers with, as a dict."""
    sent = {}
    environ = {"REQUEST_METHOD": "GET", **{f"HTTP_{name.upper()}": value for name, value in headers.items()}}
    list(app(environ, lambda status, headers, exc_info=None: sent.update(headers)))
    return sent


def echo(environ, start_response):
    start_response("200 OK", [("X-Seen", current_request_id())])
    return [b""]


def test_every_request_has_an_id_of_its_own_in_its_answer():
    first, second = (answer(with_request_ids(echo)) for _ in range(2))
    assert first["X-Request-ID"] == first["X-Seen"] != ""
    assert first["X-Request-ID"] != second["X-Request-ID"]


def test_a_well_formed_id_of_a_proxy_is_taken_over():
    assert answer(with_request_ids(echo), x_request_id="edge-01.4f2a9c")["X-Request-ID"] == "edge-01.4f2a9c"


@pytest.mark.parametrize(
    "sent", ["short", "x" * 65, "two words here", 'quote"quote"', "line\nbreak-long", "ümläut-ümläut"]
)
def test_an_ill_formed_id_is_replaced(sent):
    assert answer(with_request_ids(echo), x_request_id=sent)["X-Request-ID"] != sent


def record(message, *args):
    return logging.LogRecord("portal", logging.WARNING, __file__, 1, message, args, None)


def test_log_lines_name_the_request():
    seen = {}

    def app(environ, start_response):
        seen["json"] = json.loads(JsonFormatter().format(record("Slow")))
        seen["text"] = TextFormatter("{message}", style="{").format(record("Slow"))
        return echo(environ, start_response)

    answer(with_request_ids(app), x_request_id="edge-01.4f2a9c")
    assert seen["json"]["request_id"] == "edge-01.4f2a9c"
    assert seen["text"] == "Slow [edge-01.4f2a9c]"


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("GET /admin/password_reset/confirm/MQ/c9x4fd-8d2a0a/ 200", "c9x4fd"),
        ("GET https://s3.example/a.jpg?X-Amz-Signature=deadbeef&x=1 200", "deadbeef"),
        ("GET /feed?token=sesame", "sesame"),
        ("GET /callback?code=4711&state=1", "4711"),
        ("cannot reach redis://default:sesame@cache.example:6379/0", "sesame"),
        ("postgres://news:sesame@db.example/news: timeout", "sesame"),
        ("{'Authorization': 'Bearer sesame'}", "sesame"),
        ("Cookie: sessionid=sesame; a=b", "sesame"),
    ],
)
def test_secrets_never_stand_in_a_log_line(line, secret):
    assert secret not in redacted(line)
    assert secret not in JsonFormatter().format(record(line))
    assert secret not in TextFormatter("{message}", style="{").format(record(line))


def test_an_ordinary_line_is_left_as_it_is():
    line = "Answered 503 for /film/a-bell-rings/?page=2&q=time:10 at 10:15"
    assert redacted(line) == line


@override_settings(REDIS_URL="redis://default:sesame@cache.example/0")
def test_an_error_report_hides_addresses_with_passwords_and_keys():
    shown = get_exception_reporter_filter(None).get_safe_settings()
    assert settings.SECRET_KEY not in repr(shown)
    assert "sesame" not in repr(shown)
