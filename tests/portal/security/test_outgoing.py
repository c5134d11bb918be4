"""The one door to the network: where it leads, where it does not, and how much and how long it takes."""

import gzip
import ssl
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from portal.security import outgoing
from portal.security.addresses import is_public
from portal.security.outgoing import Refused, Unreachable, fetch


class Handler(BaseHTTPRequestHandler):
    """Answers as the test's function says, and notes what it was asked."""

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.server.asked.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
        self.server.reply(self)

    do_GET = do_POST = do_HEAD = answer

    def log_message(self, *_args):
        pass


def say(status=200, body=b"hello", **headers):
    """Return a reply with that status, body and headers."""

    def reply(handler):
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


@contextmanager
def serving(reply):
    """Run a server on this machine that replies so; yield it with its address and the requests it got."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.reply, server.asked = reply, []
    server.host = f"127.0.0.1:{server.server_port}"
    server.url = f"http://{server.host}/"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server(settings):
    with serving(say()) as server:
        settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {server.host}
        yield server


# --- Addresses ------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::127.0.0.1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_an_address_that_is_not_everybodys_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/",
        "http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://localhost./", "http://169.254.169.254/",
        "https://10.0.0.1/", "http://[fe80::1%25lo]/",
    ],
)  # fmt: skip
def test_a_private_address_is_refused_however_it_is_written(url):
    with pytest.raises((Refused, Unreachable)) as refusal:
        fetch(url, purpose="test", timeout=3)
    assert "Connection refused" not in str(refusal.value), "it was asked"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.com/", "gopher://example.com/", "javascript:alert(1)", "//example.com/",
        "example.com", "", "http://", "http:///path", "http://user:secret@example.com/", "http://example.com:22/",
        "http://example.com:99999/", "http://exam ple.com/", "http://example.com/\r\nX: y", "http://example.com\\@a/",
        "http://exa\x00mple.com/", "http://[::1/",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(url):
    with pytest.raises(Refused):
        fetch(url, purpose="test")


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch):
    monkeypatch.setattr(outgoing, "resolve", lambda host, port, seconds: ["8.8.8.8", "127.0.0.1"])
    with pytest.raises(Refused, match=r"hub\.example is not on the public internet"):
        fetch("http://hub.example/", purpose="test")


def test_the_connection_goes_to_the_address_that_was_checked_with_the_hosts_own_name(server, settings, monkeypatch):
    name = f"hub.example:{server.server_port}"
    settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {name}
    looked_up = []
    monkeypatch.setattr(outgoing, "resolve", lambda host, *_: looked_up.append(host) or ["127.0.0.1"])
    assert fetch(f"http://{name}/feed", purpose="test").body == b"hello"
    assert looked_up == ["hub.example"]
    assert server.asked[0][2]["Host"] == name


def test_an_encrypted_connection_demands_the_certificate_of_the_name():
    connection = outgoing._connection(outgoing.checked("https://hub.example/"), "8.8.8.8", 1)
    assert (connection.host, connection.server_hostname) == ("8.8.8.8", "hub.example")
    assert connection.cert_reqs in {"CERT_REQUIRED", ssl.CERT_REQUIRED}


def test_a_host_outside_the_callers_list_is_refused():
    with pytest.raises(Refused, match="not among the hosts"):
        fetch("https://elsewhere.example/", purpose="test", hosts={"api.indexnow.org"})


def test_a_name_that_nobody_has_is_unreachable():
    with pytest.raises(Unreachable):
        fetch("http://nobody.invalid/", purpose="test", timeout=3)


def test_a_request_without_a_purpose_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="what the request is for"):
        fetch("https://example.com/", purpose="")


# --- The exchange -----------------------------------------------------------------


def test_the_answer_comes_with_status_headers_and_body(server):
    server.reply = say(418, b"short and stout", X_Pot="tea")
    answer = fetch(server.url + "pot?lid=1", purpose="test")
    assert (answer.status, answer.headers["x-pot"], answer.body, answer.ok) == (418, "tea", b"short and stout", False)
    assert server.asked[0][:2] == ("GET", "/pot?lid=1")


def test_data_and_headers_are_sent_under_our_name(server, settings):
    settings.SITE_URL = "https://news.example"
    answer = fetch(server.url, purpose="test", method="POST", data=b"hub.mode=publish", headers={"X-Kind": "ping"})
    method, _path, headers, body = server.asked[0]
    assert answer.ok
    assert (method, body, headers["X-Kind"]) == ("POST", b"hub.mode=publish", "ping")
    assert headers["User-Agent"] == "NewsPortal/1.0 (+https://news.example/)"


def test_the_environments_proxy_is_not_asked(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetch(server.url, purpose="test").ok


def test_a_host_that_does_not_listen_is_unreachable(settings):
    with serving(say()) as gone:
        settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {gone.host}
    with pytest.raises(Unreachable, match="does not answer"):
        fetch(gone.url, purpose="test")


def test_a_server_without_encryption_is_unreachable_by_https(server):
    with pytest.raises(Unreachable):
        fetch(server.url.replace("http:", "https:"), purpose="test", timeout=3)


# --- Redirects ---------------------------------------------------------------------


def test_a_redirect_is_followed_and_its_end_is_named(server):
    server.reply = lambda handler: say(302, Location="/b")(handler) if handler.path == "/" else say(body=b"b")(handler)
    answer = fetch(server.url, purpose="test")
    assert (answer.body, answer.url) == (b"b", server.url + "b")


@pytest.mark.parametrize(
    "location",
    ["http://169.254.169.254/latest/", "http://localhost:1/", "file:///etc/passwd", "//[::1]/", "http://a:b@c/"],
)
def test_a_redirect_to_what_we_would_not_ask_is_refused(server, location):
    server.reply = say(301, Location=location)
    with pytest.raises(Refused):
        fetch(server.url, purpose="test")
    assert len(server.asked) == 1


def test_a_redirect_out_of_the_callers_list_is_refused(server, settings):
    with serving(say()) as other:
        settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {server.host, other.host}
        server.reply = say(302, Location=other.url.replace("127.0.0.1", "localhost"))
        with pytest.raises(Refused, match="not among the hosts"):
            fetch(server.url, purpose="test", hosts={"127.0.0.1"})
        assert other.asked == []


def test_a_key_does_not_travel_to_another_host(server, settings):
    with serving(say()) as other:
        settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {server.host, other.host}
        server.reply = say(307, Location=other.url)
        fetch(server.url, purpose="test", headers={"Authorization": "Bearer key", "X-Kind": "ping"})
        assert server.asked[0][2]["Authorization"] == "Bearer key"
        assert "Authorization" not in other.asked[0][2]
        assert other.asked[0][2]["X-Kind"] == "ping"


def test_a_circle_of_redirects_ends(server):
    server.reply = say(302, Location="/")
    with pytest.raises(Refused, match="redirects more than 2 times"):
        fetch(server.url, purpose="test", max_redirects=2)
    assert len(server.asked) == 3


def test_what_was_posted_is_not_sent_on(server):
    server.reply = say(307, Location="/elsewhere")
    assert fetch(server.url, purpose="test", method="POST", data=b"x").status == 307
    assert len(server.asked) == 1


# --- Limits ------------------------------------------------------------------------


def test_an_answer_that_is_too_large_is_refused(server):
    server.reply = say(body=b"x" * 3000)
    with pytest.raises(Refused, match="more than 2000 bytes"):
        fetch(server.url, purpose="test", max_bytes=2000)


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(server):
    server.reply = say(body=gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
    with pytest.raises(Refused, match="more than 1000000 bytes"):
        fetch(server.url, purpose="test", max_bytes=1_000_000)


def test_a_packed_answer_is_unpacked(server):
    server.reply = say(body=gzip.compress(b"feed"), Content_Encoding="gzip")
    assert fetch(server.url, purpose="test").body == b"feed"


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips_byte_by_byte_is_left_in_time(server, start):
    def drip(handler):
        handler.close_connection = True
        handler.wfile.write(start)
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.02)

    server.reply = lambda handler: _until_it_breaks(drip, handler)
    with pytest.raises(Unreachable, match="too long"):
        fetch(server.url, purpose="test", timeout=0.3)


def _until_it_breaks(reply, handler):
    try:
        reply(handler)
    except OSError:
        return


@pytest.mark.parametrize("raw", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"])
def test_a_broken_answer_is_unreachable(server, raw):
    def reply(handler):
        handler.wfile.write(raw)
        handler.close_connection = True

    server.reply = reply
    with pytest.raises(Unreachable):
        fetch(server.url, purpose="test", timeout=3)
