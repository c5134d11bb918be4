"""What a log line holds, and what it never holds."""

import json
import logging
import runpy
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import override_settings
from django.views.debug import get_exception_reporter_filter
from gunicorn.config import Config

from portal.logs import JsonFormatter, TextFormatter, redacted, redacted_event
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
        ("GET /_preview/u3Kd-9x_sesame/ 200", "sesame"),
        ("POST /sign-off/2f1c:sesame/ 302", "sesame"),
        ("GET /sign-off//2f1c:sesame 301", "sesame"),
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


def test_what_an_error_tracker_is_sent_holds_no_secrets():
    event = {
        "request": {"url": "https://news.example/_preview/sesame/", "query_string": "token=sesame", "method": "GET"},
        "breadcrumbs": {"values": [{"message": "GET /sign-off/sesame/"}]},
        "level": "error",
    }
    sent = redacted_event(event, {})
    assert "sesame" not in repr(sent)
    assert (sent["level"], sent["request"]["method"]) == ("error", "GET")


def test_a_line_break_in_an_address_begins_no_line_of_its_own():
    line = TextFormatter("{message}", style="{").format(record("No page at %s", "/film\r\nWARNING forged"))
    first, second = line.split("\n")
    assert first.startswith("No page at /film\\r")
    assert second == "    WARNING forged"


@pytest.fixture
def server_log(caplog):
    """Offer gunicorn's logger as our settings make it, which writes into ``caplog`` alone."""
    config = Config()
    for name in ("logger_class", "access_log_format"):
        config.set(name, runpy.run_path(str(settings.BASE_DIR / "gunicorn.conf.py"))[name])
    config.set("accesslog", "-")
    log = config.logger_class(config)
    for logger in (log.access_log, log.error_log):
        logger.handlers = [caplog.handler]
    yield log
    for logger in (log.access_log, log.error_log):
        logger.handlers, logger.filters = [], []


def test_the_lines_of_the_web_server_hold_no_secrets_and_cannot_be_forged(server_log, caplog):
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": "/_preview/sesame/%0A127.0.0.1%20forged?token=sesame",
        "PATH_INFO": "/_preview/sesame/\n127.0.0.1 forged",
        "QUERY_STRING": "token=sesame",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    answer, request = SimpleNamespace(status="200 OK", sent=12, headers=[]), SimpleNamespace(headers=[])
    server_log.access(answer, request, environ, timedelta())
    server_log.access(answer, request, {**environ, "RAW_URI": "/%5Fpreview/sesame/caf%c3%a9?x"}, timedelta())
    server_log.error("Error handling request %s", environ["RAW_URI"])
    line, spelled_otherwise, error = caplog.messages
    assert '"GET /_preview/[hidden]/%0A127.0.0.1%20forged HTTP/1.1" 200 12' in line
    assert '"GET /_preview/[hidden]/caf%C3%A9 HTTP/1.1"' in spelled_otherwise
    assert "sesame" not in line + spelled_otherwise + error


def test_a_line_of_the_web_server_whose_values_do_not_fit_is_written_all_the_same(server_log, caplog):
    server_log.error("Error handling request %s after %d s", "/_preview/sesame/")
    (line,) = caplog.messages
    assert line == "Error handling request %s after %d s ('/_preview/[hidden]/',)"
