"""Telling search engines (IndexNow) and feed readers (WebSub) of what has changed, at once.

What is to be told goes into the outbox with the change itself; the clock sends
it. Nothing is told of what not everybody may read, of what search engines
shall not list, and by a site that only this machine or its neighbours can see.
"""

import hashlib
import json
from ipaddress import ip_address
from urllib.parse import urlencode, urljoin, urlsplit

from django.conf import settings

from news.models import Contribution, CorrectionsPage
from portal.feed_links import FORMATS
from portal.outbox.delivery import Refused as GivenUp
from portal.outbox.delivery import delivers, put
from portal.security.outgoing import Refused, fetch

INDEXNOW_BATCH = 1000
WEBSUB_BATCH = 50
KEY_LENGTH = 255
# Names that no public address ends with: RFC 2606, RFC 6762, RFC 8375, and what routers make up.
LOCAL_NAMES = ("localhost", "local", "test", "example", "invalid", "internal", "intranet", "lan", "home", "arpa")
FOR_GOOD = {400, 403, 404, 410, 413, 422}


# --- What is told -----------------------------------------------------------------


def announce(story, *former_addresses):
    """Tell of a story that came, went or changed in substance, and of addresses that it had before."""
    address = story.get_full_url()
    if not address or is_local(address):
        return
    if settings.INDEXNOW_KEY and not story.is_unlisted:
        for url in (address, *former_addresses):
            put("indexnow", {"url": url}, key=_key(url))
    if settings.WEBSUB_HUB_URL:
        put("websub", {"feeds": feeds_of(story, address)}, key=f"story-{story.pk}")


def announce_correction(correction):
    """Tell of a correction: of its story, and of the feed of all of them."""
    announce(correction.article)
    log = CorrectionsPage.objects.live().first()
    address = log.get_full_url() if log else None
    if settings.WEBSUB_HUB_URL and address and not is_local(address):
        put("websub", {"feeds": _formats(address)}, key="corrections")


def feeds_of(story, address):
    """Return the addresses of the feeds that show a story: of the sections above it, its topics and its authors."""
    parts = urlsplit(address)
    slugs = parts.path.strip("/").split("/")[:-1]
    above = ["/", *(f"/{'/'.join(slugs[:length])}/" for length in range(1, len(slugs) + 1))]
    topics = [link.topic.get_url() for link in story.topic_links.select_related("topic")]
    wrote = story.contributions.filter(role=Contribution.Role.BY, author__live=True).select_related("author")
    profiles = [contribution.author.get_absolute_url() for contribution in wrote]
    pages = dict.fromkeys(urljoin(address, path) for path in [*above, *topics, *profiles] if path)
    return [feed for page in pages for feed in _formats(page)]


def _formats(page):
    return [urljoin(page, end) for _form, _kind, end in FORMATS]


def _key(url):
    """Return by what the outbox tells messages apart: the address, or its beginning and a hash of it."""
    if len(url) <= KEY_LENGTH:
        return url
    return f"{url[: KEY_LENGTH - 33]} {hashlib.blake2b(url.encode(), digest_size=16).hexdigest()}"


def is_local(address):
    """Whether an address leads nowhere for the rest of the world."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in LOCAL_NAMES


# --- How it is told ---------------------------------------------------------------


@delivers("indexnow", batch=INDEXNOW_BATCH)
def send_to_indexnow(entries):
    """Tell the search engines which addresses to visit, those of one host at a time."""
    hosts = {}
    for entry in entries:
        parts = urlsplit(entry.payload["url"])
        hosts.setdefault((parts.scheme, parts.netloc), []).append(entry.payload["url"])
    for (scheme, host), urls in hosts.items():
        body = {
            "host": host,
            "key": settings.INDEXNOW_KEY,
            "keyLocation": f"{scheme}://{host}/{settings.INDEXNOW_KEY}.txt",
            "urlList": urls,
        }
        _post(settings.INDEXNOW_ENDPOINT, json.dumps(body).encode(), "application/json; charset=utf-8", "indexnow")


@delivers("websub", batch=WEBSUB_BATCH)
def send_to_hub(entries):
    """Tell the hub which feeds hold something new, each once."""
    feeds = dict.fromkeys(feed for entry in entries for feed in entry.payload["feeds"])
    body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)])
    _post(settings.WEBSUB_HUB_URL, body.encode(), "application/x-www-form-urlencoded", "websub")


def _post(url, data, content_type, purpose):
    if not url:
        raise GivenUp("nobody is named any more whom to tell")
    try:
        answer = fetch(url, purpose=purpose, method="POST", data=data, headers={"Content-Type": content_type})
    except Refused as refusal:
        raise GivenUp(str(refusal)) from refusal
    if answer.status in FOR_GOOD:
        raise GivenUp(f"the answer was {answer.status}: {answer.body[:200].decode(errors='replace')}")
    if not answer.ok:
        raise ConnectionError(f"the answer was {answer.status}")
