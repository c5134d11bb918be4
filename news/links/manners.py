"""What other people's machines ask of robots: which addresses to leave alone, and how long to wait in between.

A site says so in its robots.txt (RFC 9309) and in the answer's ``Retry-After``.
"""

from datetime import timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.core.cache import cache

from portal.security.outgoing import TooLarge, fetch

AGENT = "NewsPortal"
"""The name that a robots.txt would call us by."""
REMEMBERED = timedelta(hours=24)
"""How long one reading of a robots.txt holds: the longest that RFC 9309 allows."""
LARGEST = 512 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB."""
TIMEOUT = 5
LONGEST_PAUSE = timedelta(days=1)
NOTHING = "User-agent: *\nDisallow: /"
EVERYTHING = ""


class Rules:
    """What the robots.txt of one site says to us, or in ``status`` the error that stands in its place."""

    def __init__(self, text="", status=None):
        self.status = status
        self._parser = RobotFileParser()
        self._parser.parse(text.removeprefix("\ufeff").splitlines())

    def allow(self, address):
        """Tell whether we may ask for an address of that site."""
        return self._parser.can_fetch(AGENT, address)

    @property
    def pause(self):
        """The time that the site wants between two questions, as a timedelta."""
        return min(timedelta(seconds=self._parser.crawl_delay(AGENT) or 0), LONGEST_PAUSE)


def rules_of(address):
    """Return the `Rules` of the site of an address, which is asked for them once a day.

    Without a robots.txt everything may be asked; where there is a larger one
    than we read, nothing. Raises `OutgoingError` where nobody answers.
    """
    place = urlsplit(address)
    site = f"{place.scheme}://{place.netloc}"
    key = f"news.links.robots:{site}"
    known = cache.get(key)
    if known is None:
        known = _asked(site)
        cache.set(key, known, REMEMBERED.total_seconds())
    return Rules(*known)


def _asked(site):
    try:
        answer = fetch(f"{site}/robots.txt", purpose="link check", timeout=TIMEOUT, max_bytes=LARGEST)
    except TooLarge:
        return NOTHING, None
    if answer.status >= 500:
        return NOTHING, answer.status
    return (answer.body.decode("utf-8", "replace") if answer.ok else EVERYTHING), None


def wanted_pause(response):
    """Return the time after which an answer asks us to come back, as a timedelta."""
    if response.status not in (429, 503):
        return timedelta(0)
    seconds = response.headers.get("retry-after", "").strip()
    if seconds.isascii() and seconds.isdigit():
        return min(timedelta(seconds=int(seconds[:9])), LONGEST_PAUSE)
    return timedelta(0)
