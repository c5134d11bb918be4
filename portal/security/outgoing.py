"""The one door to the network: every request that the portal itself makes leaves through `fetch`.

An address may come from an editor, an import or another server. So a name is
resolved once, every address it has must be public, and the connection goes to
the address that was checked: a second look-up could answer otherwise. Each
redirect passes the same checks. Nothing here reads proxy variables.
"""

import logging
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from http.client import HTTPException
from urllib.parse import urljoin

from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from portal.security.addresses import is_public, resolve

logger = logging.getLogger(__name__)

DEFAULT_PORTS = {"http": 80, "https": 443}
REDIRECTS = {301, 302, 303, 307, 308}
ADDRESSES_TRIED = 3
PIECE = 64 * 1024
# Meant for the host that was asked, not for where it sends us.
PERSONAL_HEADERS = {"authorization", "cookie", "x-api-key", "fastly-key"}


class OutgoingError(Exception):
    """A request that brought no answer. The message is for people."""


class Refused(OutgoingError):
    """We do not ask that, or do not take that answer; asking again will not help."""


class TooLarge(Refused):
    """There is an answer, and it is more than we take."""


class Unreachable(OutgoingError):
    """Nobody answered as they should, or not in time; asking again later may help."""


@dataclass(frozen=True)
class Response:
    """What a server answered: the status, headers by lower-case name, the body as bytes, and its final address."""

    status: int
    headers: dict
    body: bytes
    url: str

    @property
    def ok(self):
        """Whether the server says that it did what was asked."""
        return 200 <= self.status < 300


def fetch(
    url,
    *,
    purpose,
    method="GET",
    data=None,
    headers=None,
    hosts=None,
    max_bytes=2 * 1024 * 1024,
    timeout=10.0,
    max_redirects=3,
):
    """Ask a server elsewhere and return its `Response`, whatever the status.

    ``purpose`` says in a word or two what for ("websub", "import"): it stands in
    the log. ``hosts`` are the only host names that may be asked, redirects
    included; None allows every public one. ``data`` is the body as bytes.
    ``max_bytes`` bounds the answer's body after decompression, ``timeout`` the
    seconds for everything together: names, connections, redirects and bodies.
    Redirects are followed for GET and HEAD alone.

    Raises Refused for an address that is not public http(s) or lies outside
    ``hosts``, and for too large an answer; Unreachable where no answer comes.
    """
    if not purpose:
        raise ValueError("say what the request is for")
    headers = {"User-Agent": user_agent(), "Accept-Encoding": "gzip, deflate", **(headers or {})}
    question = _Question(method, data, headers, time.monotonic() + timeout, max_bytes)
    for _hop in range(max_redirects + 1):
        target = checked(url, hosts)
        try:
            response = _exchange(target, question)
        except OutgoingError as error:
            logger.warning("Outgoing %s for %s to %s failed: %s", method, purpose, target.host, error)
            raise
        logger.info("Outgoing %s for %s to %s: %d", method, purpose, target.host, response.status)
        location = response.headers.get("location")
        if response.status not in REDIRECTS or method not in {"GET", "HEAD"} or not location:
            return response
        url = _next_address(target, location)
        if checked(url, hosts).netloc != target.netloc:
            question = question.for_another_host()
    raise Refused(f"{target.host} redirects more than {max_redirects} times")


@dataclass(frozen=True)
class _Question:
    """What is asked at each hop. ``deadline`` is in seconds of the monotonic clock."""

    method: str
    data: bytes | None
    headers: dict
    deadline: float
    max_bytes: int

    def seconds_left(self):
        """Return the seconds until the deadline; raise Unreachable past it."""
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise Unreachable("the answer took too long")
        return seconds

    def for_another_host(self):
        """Return the question without what was meant for the first host alone."""
        kept = {name: value for name, value in self.headers.items() if name.lower() not in PERSONAL_HEADERS}
        return replace(self, headers=kept)


def user_agent():
    """Return the name under which we ask, with the address where its owner is found."""
    return f"NewsPortal/1.0 (+{settings.SITE_URL}/)"


def checked(url, hosts=None):
    """Return the parts of an address that may be asked as far as its text tells; raise Refused for any other."""
    if any(character <= " " or character == "\x7f" for character in url) or "\\" in url:
        raise Refused("the address holds characters that no address has")
    try:
        target = parse_url(url)
    except LocationParseError:
        raise Refused("that is no address") from None
    if target.scheme not in DEFAULT_PORTS or not target.host:
        raise Refused("only http and https addresses are asked")
    if target.auth:
        raise Refused("an address with a password in it is not asked")
    host, port = _host_and_port(target)
    if hosts is not None and host not in hosts:
        raise Refused(f"{host} is not among the hosts allowed for this")
    if port not in DEFAULT_PORTS.values() and not _is_excepted(host, port):
        raise Refused(f"port {port} is not asked")
    return target


def _is_excepted(host, port):
    """Whether the operator named this very host and port as one that we may reach although it is not public."""
    return f"{host}:{port}" in settings.OUTGOING_ALLOWED_PRIVATE_HOSTS


def _next_address(target, location):
    """Return the address to which a redirect leads; raise Refused where it leaves encryption behind."""
    url = urljoin(target.url, location)
    if target.scheme == "https" and not url.startswith("https:"):
        raise Refused(f"{target.host} redirects to an address without encryption")
    return url


def _host_and_port(target):
    """Return the bare host name or address of a target, and the port, its scheme's own if it names none."""
    return target.host.strip("[]").rstrip("."), target.port or DEFAULT_PORTS[target.scheme]


def _open_addresses(target, question):
    """Return the addresses of the target's host to connect to; raise Refused if any of them is not public."""
    host, port = _host_and_port(target)
    try:
        found = resolve(host, port, question.seconds_left())
    except OSError as error:
        raise Unreachable(f"the name {host} leads nowhere: {error}") from error
    if not _is_excepted(host, port):
        for address in found:
            # A zone ("fe80::1%eth0") names a network of this machine.
            if "%" in address or not is_public(address):
                raise Refused(f"{host} is not on the public internet")
    return found[:ADDRESSES_TRIED]


def _exchange(target, question):
    """Send the question to one of the host's checked addresses and take the answer in."""
    failure = None
    for address in _open_addresses(target, question):
        connection = _connection(target, address, question.seconds_left())
        with _Cut(connection, question.deadline) as cut:
            try:
                connection.connect()
                cut.hold()
            except (HTTPError, OSError) as error:
                failure = error
                continue
            try:
                return _ask(connection, target, question)
            except (HTTPError, HTTPException, OSError) as error:
                question.seconds_left()
                raise Unreachable(f"{target.host} broke off: {error}") from error
    question.seconds_left()
    raise Unreachable(f"{target.host} does not answer: {failure}") from failure


def _connection(target, address, seconds):
    """Return an unopened connection to the address; its certificate must be that of the host."""
    host, port = _host_and_port(target)
    if target.scheme == "http":
        return HTTPConnection(address, port, timeout=seconds)
    return HTTPSConnection(address, port, timeout=seconds, cert_reqs="CERT_REQUIRED", server_hostname=host)


class _Cut:
    """Closes a connection after the block, and cuts it off where it is still busy at the deadline.

    A time-out of the socket alone would begin anew with each byte of a server that drips.
    """

    def __init__(self, connection, deadline):
        self.connection = connection
        self.held = None
        self.timer = threading.Timer(max(0, deadline - time.monotonic()), self.now)
        self.timer.daemon = True

    def __enter__(self):
        self.timer.start()
        return self

    def __exit__(self, *_exception):
        self.timer.cancel()
        self.connection.close()
        if self.held is not None:
            self.held.close()

    def hold(self):
        """Remember the open socket: the connection forgets it when the server means to hang up afterwards."""
        self.held = self.connection.sock

    def now(self):
        """Shut the socket under the thread that waits for it."""
        connected = self.held or self.connection.sock
        if connected is not None:
            with suppress(OSError):
                # The method of SSLSocket would also take its state away under the reading thread.
                socket.socket.shutdown(connected, socket.SHUT_RDWR)


def _ask(connection, target, question):
    """Send the question on an open connection and read the answer, up to the limits."""
    headers = {"Host": Url(host=target.host, port=target.port).netloc, **question.headers}
    connection.request(question.method, target.request_uri, body=question.data, headers=headers, preload_content=False)
    answer = connection.getresponse()
    body = bytearray()
    for piece in answer.stream(PIECE, decode_content=True):
        body += piece
        if len(body) > question.max_bytes:
            raise TooLarge(f"{target.host} answers with more than {question.max_bytes} bytes")
        question.seconds_left()
    question.seconds_left()
    names = {name.lower(): value for name, value in answer.headers.items()}
    return Response(answer.status, names, bytes(body), target.url)
