"""What rich text may hold on the page."""

import re
from urllib.parse import urlsplit

import nh3
from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from portal.commerce import AFFILIATE_REL, host_of, is_affiliate

INLINE_FEATURES = ["bold", "italic", "cite", "link"]
PROSE_FEATURES = [*INLINE_FEATURES, "superscript", "subscript", "strikethrough", "code"]
# An entry of a list may hold a list of its own.
LIST_FEATURES = [*PROSE_FEATURES, "ul", "ol"]

# Headings and lists are blocks of their own; they pass here for imported text.
ALLOWED_TAGS = {
    "p",
    "br",
    "b",
    "strong",
    "i",
    "em",
    "cite",
    "sup",
    "sub",
    "a",
    "ul",
    "ol",
    "li",
    "code",
    "s",
    "h3",
    "h4",
}
ALLOWED_ATTRIBUTES = {"a": {"href", "rel"}}
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
# As nh3 writes it.
_WEB_LINK = re.compile(r'<a href="https?://(?P<host>[^"/?#]*)[^"]*"')


def safe_html(source, links=None, outgoing_rel="", affiliate_domains=()):
    """Return rich text as it is stored as HTML that is safe to show, links resolved.

    ``links`` are the `portal.page_links.PageLinks` of the page on which it stands,
    ``outgoing_rel`` is what its links to other sites carry as their ``rel``; those
    to ``affiliate_domains`` say in any case that they earn money.
    The editor already refuses what is not allowed; imports and old rows pass
    through here as well, so nothing that is stored can put a script on a page.
    """
    html = nh3.clean(
        _with_links(links.resolved(str(source)) if links else str(source)),
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}} if outgoing_rel or affiliate_domains else ALLOWED_ATTRIBUTES,
        url_schemes=ALLOWED_SCHEMES,
        link_rel=None,
    )
    if outgoing_rel or affiliate_domains:
        html = _WEB_LINK.sub(lambda link: _with_rel(link, outgoing_rel, affiliate_domains), html)
    return mark_safe(html)  # noqa: S308 - nh3 has just cleaned it


def _with_rel(link, rel, affiliate_domains):
    """Return the beginning of a link with its ``rel``, or as it is when it stays on this site."""
    if link["host"].casefold() == urlsplit(settings.SITE_URL).netloc:
        return link[0]
    if is_affiliate(host_of(f"https://{link['host']}"), affiliate_domains):
        rel = AFFILIATE_REL
    return f'{link[0]} rel="{escape(rel)}"' if rel else link[0]


def _with_links(source):
    """Return rich text with its links resolved, or without where one names what nothing can have for a key."""
    try:
        return expand_db_html(source)
    except (ValueError, OverflowError):
        return source
