"""Sitemaps as bytes, written from plain values: a model instance for each of 50,000 stories would cost a minute.

The format is that of sitemaps.org, with Google's additions for pictures, videos
and news. What search engines have stopped reading (changefreq, priority,
keywords and the like) is left out.
"""

from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from xml.sax.saxutils import escape

from django.utils.encoding import iri_to_uri

from news.syndication.xml import xml_text

LONGEST_ADDRESS = 2047
"""Characters that an address may have at most: sitemaps.org, protocol."""

LONGEST_DESCRIPTION = 2048

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URLSET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    ' xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


@dataclass(frozen=True)
class Video:
    """A video on a page, as Google's video sitemaps name its parts."""

    player: str
    thumbnail: str
    title: str
    description: str
    published: object

    def element(self):
        """Return it as XML."""
        return (
            f"<video:video><video:thumbnail_loc>{_address(self.thumbnail)}</video:thumbnail_loc>"
            f"<video:title>{xml_text(self.title)}</video:title>"
            f"<video:description>{xml_text(self.description[:LONGEST_DESCRIPTION])}</video:description>"
            f"<video:player_loc>{_address(self.player)}</video:player_loc>"
            f"<video:publication_date>{moment(self.published)}</video:publication_date></video:video>"
        )


@dataclass(frozen=True)
class News:
    """What a news sitemap says of a story."""

    publication: str
    language: str
    title: str
    published: object

    def element(self):
        """Return it as XML."""
        return (
            f"<news:news><news:publication><news:name>{xml_text(self.publication)}</news:name>"
            f"<news:language>{self.language}</news:language></news:publication>"
            f"<news:publication_date>{moment(self.published)}</news:publication_date>"
            f"<news:title>{xml_text(self.title)}</news:title></news:news>"
        )


def moment(value):
    """Return a moment as the W3C writes it, with time and zone."""
    return value.astimezone(UTC).isoformat(timespec="seconds")


def _address(address):
    return escape(iri_to_uri(address))


def url(address, changed=None, *, image="", extra=()):
    """Return the entry of one page: when it last changed in substance, its picture, and ``extra`` elements.

    Returns "" for an address longer than the protocol allows.
    """
    address = _address(address)
    if len(address) > LONGEST_ADDRESS:
        return ""
    lastmod = f"<lastmod>{moment(changed)}</lastmod>" if changed else ""
    picture = f"<image:image><image:loc>{_address(image)}</image:loc></image:image>" if image else ""
    return f"<url><loc>{address}</loc>{lastmod}{picture}{''.join(part.element() for part in extra)}</url>\n"


def urlset(entries, *, may_be_empty=False):
    """Return a sitemap of the entries, an iterable of what `url` returns, as bytes; None where there are none.

    The protocol knows no sitemap without an address. For news alone an empty one
    is allowed: a quiet day must not look like a fault.
    """
    file, empty = BytesIO(), not may_be_empty
    file.write(f"{_HEAD}{_URLSET}".encode())
    for entry in entries:
        file.write(entry.encode())
        empty = False
    file.write(b"</urlset>\n")
    return None if empty else file.getvalue()


def sitemap_index(entries):
    """Return an index of sitemaps as bytes. ``entries`` are pairs of address and the moment of the last change."""
    lines = (
        f"<sitemap><loc>{_address(address)}</loc>"
        f"{f'<lastmod>{moment(changed)}</lastmod>' if changed else ''}</sitemap>\n"
        for address, changed in entries
    )
    return f"{_HEAD}{_INDEX}{''.join(lines)}</sitemapindex>\n".encode()
