"""Stories in full for readers elsewhere: plain HTML with full addresses, without style and scripts."""

from functools import partial
from urllib.parse import urljoin

import nh3

from news.blocks import BODY_BLOCKS
from news.live_context import fill_bodies
from portal.page_links import PageLinks

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "details", "dl", "dt", "em", "figcaption",
    "figure", "footer", "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "pre", "s", "strong", "sub", "summary",
    "sup", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "time": {"datetime"}, "th": {"scope"}}
GONE = {"script", "style", "svg", "button", "template", "noscript"}
SCHEMES = {"http", "https", "mailto", "tel"}
ADDRESSES = {("a", "href"), ("img", "src")}


def full_texts(found, request, base):
    """Return the text of each story as HTML by key, in a number of queries that does not grow with them.

    ``base`` is the address of the site, from which those of pages and pictures are made full.
    """
    inline = fill_bodies(found)
    bodies = [story.body for story in found]
    shared = {"page_links": PageLinks(request, *bodies), "inline_stories": inline, "request": request}
    texts = {}
    for story, body in zip(found, bodies, strict=True):
        html = BODY_BLOCKS.render(body, {**shared, "page": story})
        texts[story.pk] = outside_html(html, urljoin(base, story.get_url(request)))
    return texts


def outside_html(html, address):
    """Return HTML of ours as it may stand on anybody's page: tags without style, addresses in full."""
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=GONE,
        attributes=ATTRIBUTES,
        attribute_filter=partial(_in_full, address),
        url_schemes=SCHEMES,
        link_rel=None,
    ).strip()


def _in_full(address, tag, attribute, value):
    return urljoin(address, value) if (tag, attribute) in ADDRESSES else value
