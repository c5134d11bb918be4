"""The feeds of a page, as its head names them. `news.syndication.feeds` writes them."""

from dataclasses import dataclass
from urllib.parse import urljoin

FEED_SLUG = "feed"
FORMATS = (
    ("RSS", "application/rss+xml", "feed/"),
    ("Atom", "application/atom+xml", "feed/atom/"),
    ("JSON Feed", "application/feed+json", "feed/json/"),
)


@dataclass(frozen=True)
class FeedLink:
    """One feed: its name for people, its content type and its full address."""

    title: str
    type: str
    url: str


def feed_links(name, address):
    """Return the feeds below the page called ``name`` at a full address: none where it has no address."""
    if not address:
        return ()
    return tuple(FeedLink(f"{name} ({form})", kind, urljoin(address, end)) for form, kind, end in FORMATS)
