"""Three hundred hostile requests over every public address: each gets an answer, and none is a failure of ours.

They are put to the WSGI application as a server would, page cache and all, so
that nothing is made polite on the way.
"""

import io
import itertools
import re
import sys
from urllib.parse import urlsplit

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from portal.page_cache.application import with_page_cache
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_document,
    make_section,
    make_topic,
    make_user,
)
from tests.test_access import PARAMETER, routes

pytestmark = pytest.mark.django_db

FAILURE = re.compile(rb"Traceback \(most recent|<h1>Server Error|DEBUG = True|django\.core|File \"/")


class Asked:
    """What a server was told: the status line, the headers and the body."""

    def __init__(self, app, environ):
        self.status, self.headers = "", []
        body = app(environ, self._start)
        try:
            self.body = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()

    def _start(self, status, headers, exc_info=None):
        self.status, self.headers = status, headers
        return lambda data: None


@pytest.fixture
def addresses():
    """One address of each kind that a stranger can ask for."""
    film = make_section("Film")
    make_author_index()
    author, topic = make_author(), make_topic()
    story = make_article("The bell", section=film, authors=[author], topics=[topic])
    document = make_document(content=b"Hello, all of you")
    return [
        "/", film.url, story.url, topic.url, "/topics/",
        f"/authors/{author.slug}/", "/authors/", "/search/", "/search/suggest/",
        "/sitemap.xml", "/feed/", f"{film.url}feed/atom/",
        "/ads.txt", "/opensearch.xml", "/robots.txt",
        "/site.webmanifest", "/favicon.ico", "/livez", "/readyz", document.url,
        "/documents/authenticate_with_password/1/", "/_util/authenticate_with_password/1/1/", "/media/images/a.jpg",
        "/_cut/signature/1/width-400", "/admin/", "/admin/login/", "/nothing/of/the/kind/",
    ]  # fmt: skip


@pytest.fixture
def application(settings, tmp_path):
    settings.PAGE_CACHE_DIR = tmp_path
    application = with_page_cache(get_wsgi_application())
    # Between two requests a server may close the database; a test stands in a transaction.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield application
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def environ(path, query="", method="GET", body=b"", **more):
    """Return a request. ``path`` holds a byte a character, as WSGI says; ``more`` are further variables."""
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "203.0.113.9",
        "HTTP_HOST": "testserver",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **more,
    }


def in_path(tail):
    """Put something behind the address."""
    return lambda path: environ(path + tail)


def asked(query):
    """Ask the address with a query."""
    return lambda path: environ(path, query)


def with_header(name, value):
    """Send a header."""
    return lambda path: environ(path, **{name: value})


def by(method, body=b"", **more):
    """Use another method, with a body."""
    return lambda path: environ(path, method=method, body=body, **more)


FORM = {"CONTENT_TYPE": "application/x-www-form-urlencoded"}
PARTS = {"CONTENT_TYPE": "multipart/form-data; boundary=x"}
PATHS = [
    "\x00", "a\x00b/", "\xff\xfe/", "\xc0\xaf/", "\xed\xa0\x80/", "\xf0\x9f\x8e\xac/", "%", "%zz/", "%00/",
    "%2e%2e%2f/",
    "../../etc/passwd", "..\\..\\win.ini", "./", "//", "///evil.example/", ";jsessionid=1", "?", "#", "'\"><script>/",
    "{{7*7}}/", "${jndi:ldap://x}/", "a" * 5_000 + "/", "a/" * 500, "\r\nSet-Cookie: a=b", "\xe2\x80\xae/", " /", "+/",
    "-1/", "0/", "9" * 400 + "/", ".git/config", ".env", "wp-login.php", "index.php?a", "~root/", "*", "|id", "`id`/",
    "feed/", "page/2/", "amp/", "edit/", "\x7f", "\x1b[31m",
]  # fmt: skip
QUERIES = [
    "page=0", "page=-1", "page=1e9", "page=99999999999999999999999", "page=%00", "page=1%00", "page=%FF%FE", "page[]=1",
    "page=%D9%A3", "page=\xd9\xa3", "page=1&page=2",
    "page=1;2", "page=" + "9" * 5_000, "q=%00", "q=%C0%AF", "q=%ED%A0%80", "q=" + "%F0" * 50,
    "q=" + "a" * 20_000, "q=%", "q=%zz", "&&&&", "=", "==&=", "a" * 30_000, "&".join(f"a{n}=1" for n in range(1_500)),
    "q=" + "(" * 500, 'q="', "q='", "q=*", "section=%00", "section=-1", "topic=../..", "author=%27", "sort=__class__",
    "since=0000-00-00", "since=9999-99-99", "kind=%F0%9F%8E%AC", "format=xml", "export=csv", "next=//evil.example",
    "next=javascript:alert(1)", "mode=edit", "preview=1", "_=\x00", "\xff\xff=\xfe", "before=1e400", "after=NaN",
]  # fmt: skip
HEADERS = [
    ("HTTP_HOST", "evil.example"), ("HTTP_HOST", ""), ("HTTP_HOST", "testserver:99999"), ("HTTP_HOST", "a" * 5_000),
    ("HTTP_HOST", "testserver/../x"), ("HTTP_HOST", "testserver\x00"), ("HTTP_HOST", "[::1"), ("HTTP_HOST", "\xff\xfe"),
    ("HTTP_X_FORWARDED_HOST", "evil.example"), ("HTTP_X_FORWARDED_PROTO", "gopher"), ("HTTP_X_FORWARDED_FOR", "\x00,;"),
    ("HTTP_RANGE", "bytes=0-0,-1,99999999999999999999-"), ("HTTP_RANGE", "bytes=-"), ("HTTP_RANGE", "bytes=9-1"),
    ("HTTP_RANGE", "bytes=" + "0-1," * 2_000), ("HTTP_RANGE", "bytes=99999999999999999999-"), ("HTTP_RANGE", "\xff"),
    ("HTTP_IF_MODIFIED_SINCE", "yesterday"), ("HTTP_IF_MODIFIED_SINCE", "Thu, 99 Foo 99999 99:99:99 GMT"),
    ("HTTP_IF_NONE_MATCH", '"' * 3_000), ("HTTP_IF_NONE_MATCH", "\xff"), ("HTTP_IF_MATCH", "*"), ("HTTP_IF_RANGE", '"'),
    ("HTTP_ACCEPT", "*/*;q=NaN"), ("HTTP_ACCEPT", "a/b;" * 3_000), ("HTTP_ACCEPT_ENCODING", "br;q=x,,;gzip;q=9e99"),
    ("HTTP_ACCEPT_LANGUAGE", "x" * 9_000), ("HTTP_ACCEPT_LANGUAGE", "\xff\xfe;q=-1"), ("HTTP_COOKIE", "sessionid=\x00"),
    ("HTTP_COOKIE", "sessionid=" + "a" * 9_000), ("HTTP_COOKIE", "=;;=;a"), ("HTTP_COOKIE", "sessionid=../../x"),
    ("HTTP_COOKIE", "csrftoken=" + "é"), ("HTTP_AUTHORIZATION", "Basic \xff"), ("HTTP_AUTHORIZATION", "Bearer " * 900),
    ("HTTP_REFERER", "javascript:alert(1)"), ("HTTP_REFERER", "http://[half-open"), ("HTTP_ORIGIN", "null"),
    ("HTTP_USER_AGENT", "\x00\xff'\"><script>"), ("HTTP_USER_AGENT", "() { :; }; echo"),
    ("HTTP_X_REQUEST_ID", "a\r\nb"),
    ("HTTP_X_REQUESTED_WITH", "XMLHttpRequest"), ("HTTP_TRANSFER_ENCODING", "chunked, chunked"), ("HTTP_EXPECT", "x"),
    ("HTTP_UPGRADE", "websocket"), ("HTTP_X_HTTP_METHOD_OVERRIDE", "DELETE"), ("HTTP_X_ORIGINAL_URL", "/admin/"),
    ("HTTP_DATE", "\xff"), ("HTTP_X_REAL_IP", "::ffff:%00"), ("REMOTE_ADDR", ""), ("REMOTE_ADDR", "unix:"),
    ("CONTENT_TYPE", "text/html; charset=" + "x" * 999), ("CONTENT_LENGTH", "-1"), ("CONTENT_LENGTH", "many"),
    ("SERVER_PROTOCOL", "HTTP/9.9"),
]  # fmt: skip
METHODS = [
    by("HEAD"), by("OPTIONS"), by("POST"), by("PUT", b"x"), by("DELETE"), by("PATCH", b"x"), by("TRACE"), by("CONNECT"),
    by("BREW"), by("get"), by("G\x00T"), by(""), by("PROPFIND"), by("X" * 3_000),
    by("POST", b"q=" + b"a" * 3_000_000, **FORM), by("POST", b"&".join(b"a%d=1" % n for n in range(3_000)), **FORM),
    by("POST", b"\xff\xfe%00=%zz", **FORM), by("POST", b"--x\r\nContent-Disposition: form-data\r\n\r\n", **PARTS),
    by("POST", b"--x" * 900, **PARTS), by("POST", b"x", CONTENT_TYPE="multipart/form-data"),
    by("POST", b'{"a":' * 3_000, CONTENT_TYPE="application/json"), by("POST", b"x", CONTENT_LENGTH="99999999999"),
    by("POST", b"a=1", CONTENT_TYPE="application/x-www-form-urlencoded; charset=utf-7"),
    by("POST", b"password=%00&return_url=%2F%2Fevil.example", **FORM), by("GET", b"body" * 99_999),
]  # fmt: skip
ATTACKS = [
    *(in_path(tail) for tail in PATHS),
    *(asked(query) for query in QUERIES),
    *(with_header(name, value) for name, value in HEADERS),
    *METHODS,
]
# Each attack meets two of the addresses, another one each time; each address meets more than a dozen attacks.
ROUNDS = 2


def failure_of(application, request):
    """Put a request; return what went wrong in a line for people, or None."""
    what = {name: str(request[name])[:80] for name in request if name.isupper() and request[name]}
    try:
        answer = Asked(application, request)
    except Exception as error:
        return f"{what} raised {error!r}"
    if answer.status[:1] not in {"2", "3", "4"} or FAILURE.search(answer.body):
        return f"{what} got {answer.status}: {answer.body[:200]}"
    for name, value in answer.headers:
        if "\n" in value or (name == "Location" and urlsplit(value).hostname not in {None, "testserver"}):
            return f"{what} came back in the headers: {answer.headers}"
    return None


def test_three_hundred_hostile_requests_do_not_make_the_portal_fail(application, addresses):
    in_turn = itertools.cycle(addresses)
    requests = [attack(next(in_turn)) for attack in ATTACKS * ROUNDS]
    assert len(requests) >= 300
    assert len(ATTACKS) % len(addresses), "the second round would meet the same addresses again"
    failures = [failure for request in requests if (failure := failure_of(application, request))]
    assert not failures, f"{len(failures)} of {len(requests)}:\n" + "\n".join(failures)


def test_every_public_address_bears_broken_paths_queries_ranges_and_methods(application, addresses):
    attacks = (in_path("\xff\x00/"), asked("page=%00&q=%FF"), with_header("HTTP_RANGE", "bytes=5-1"), by("POST"))
    failures = [failure_of(application, attack(address)) for attack in attacks for address in addresses]
    assert not [failure for failure in failures if failure]


@pytest.mark.parametrize("address", ["/report-an-error/{}/", "/_live/{}", "/_cut/signature/{}/width-400"])
def test_a_number_that_no_key_can_be_is_no_address(client, address):
    make_section("Film")
    for digits in (19, 23, 4000):
        assert client.get(address.format("9" * digits)).status_code == 404


# Wagtail's own trial of an error, and the address that ends the session of who walks.
NOT_WALKED = {"admin/failwhale/", "admin/logout/"}
FILTERS = (
    "section", "author", "holder", "user", "owner", "responsible_editor", "collection_id", "locale", "task", "workflow",
    "reviewed_by", "content_type", "id", "page_id", "p", "before",
)  # fmt: skip


def test_no_screen_of_the_admin_fails_over_a_number_that_no_key_can_be(client):
    client.raise_request_exception = False
    client.force_login(make_user("root", superuser=True))
    make_article("The bell", section=make_section("Film"))
    huge = "9" * 23
    failed = []
    for route in {route for route, _namespace in routes() if route.startswith("admin/")} - NOT_WALKED:
        query = {} if PARAMETER.search(route) else dict.fromkeys(FILTERS, huge)
        if client.get("/" + PARAMETER.sub(huge, route), query).status_code >= 500:
            failed.append(route)
    assert not failed
