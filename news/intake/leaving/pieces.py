"""The body of a story as plain HTML, piece by piece: for a page to read, and for WordPress' blocks.

Blocks that every system knows are written out here, with addresses that
``Places`` chooses. What only the portal has is taken from its template, without
style: no word of it is lost.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from news.models import LiveBlogPage
from news.syndication.full_text import outside_html
from portal.chosen import read
from portal.page_links import PageLinks

_PARAGRAPH = re.compile(r"<(p|ul|ol|h3|h4)\b.*?</\1>", re.DOTALL)
LIST_TAGS = {"bullet": "ul", "number": "ol"}


@dataclass
class Piece:
    """A stretch of HTML. ``block`` is what WordPress calls such a block, ``attributes`` what stands in its comment."""

    html: str
    block: str = "html"
    attributes: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Places:
    """Where an export finds things: ``picture(image)`` and ``text(html)`` return an address, and HTML with links.

    ``number(image)`` is the number of the picture in the export, or None.
    ``base`` is the address of the site, without a slash at its end.
    """

    base: str
    picture: Callable
    text: Callable
    number: Callable = lambda image: None


def story_pieces(page, places):
    """Yield the pieces of a story or plain page: body, live updates, sources, then corrections."""
    if body := getattr(page, "body", None):
        yield from body_pieces(body, page, places)
    if isinstance(page, LiveBlogPage):
        for update in page.updates.filter(retracted_at=None).order_by("published_at", "pk"):
            heading = " · ".join(filter(None, (_moment(update.published_at), update.headline)))
            yield Piece(format_html("<h2>{}</h2>", heading), "heading")
            yield from body_pieces(update.body, page, places)
    sources = page.sources.all() if hasattr(page, "sources") else ()
    if entries := format_html_join("", "<li>{}</li>", ((_source(source),) for source in sources)):
        yield Piece(format_html("<h2>{}</h2>", _("Sources")), "heading")
        yield Piece(format_html("<ol>{}</ol>", entries), "list", {"ordered": True})
    for correction in page.corrections.all() if hasattr(page, "corrections") else ():
        head = f"{correction.get_kind_display()}, {_moment(correction.published_at)}:"
        words = " ".join(filter(None, (correction.was_wrong, correction.is_right)))
        yield Piece(format_html("<p><strong>{}</strong> {}</p>", head, words), "paragraph")


def body_pieces(body, page, places):
    """Yield the pieces of a StreamField's value."""
    read([body])
    context = {"page": page, "page_links": PageLinks(None, body), "inline_stories": None, "request": None}
    for child in body:
        writer = WRITERS.get(child.block_type)
        if writer:
            yield from writer(child.value, places)
        else:
            html = outside_html(child.block.render(child.value, context), f"{places.base}/")
            if html:
                yield Piece(html)


def _paragraph(value, places):
    html = places.text(value.source)
    end = 0
    for found in _PARAGRAPH.finditer(html):
        if loose := html[end : found.start()].strip():
            yield Piece(f"<p>{loose}</p>", "paragraph")
        end = found.end()
        if found[1] == "p":
            yield Piece(found[0], "paragraph")
        else:
            yield Piece(found[0])
    if loose := html[end:].strip():
        yield Piece(f"<p>{loose}</p>", "paragraph")


def _heading(value, places):
    level = value["level"] or "h2"
    attributes = {} if level == "h2" else {"level": int(level[1])}
    yield Piece(format_html("<{0}>{1}</{0}>", level, value["text"]), "heading", attributes)


def _list(value, places):
    tag = LIST_TAGS.get(value["style"], "ul")
    entries = "".join(f"<li>{_inline(places.text(entry.source))}</li>" for entry in value["items"])
    yield Piece(f"<{tag}>{entries}</{tag}>", "list", {"ordered": True} if tag == "ol" else {})


def _quote(value, places):
    said_by = format_html("<cite>{}</cite>", value["attribution"]) if value["attribution"] else ""
    yield Piece(format_html("<blockquote><p>{}</p>{}</blockquote>", value["text"], said_by), "quote")


def _pull_quote(value, places):
    (quote,) = _quote(value, places)
    yield Piece(f'<figure class="wp-block-pullquote">{quote.html}</figure>', "pullquote")


def _divider(value, places):
    yield Piece("<hr>", "separator")


def _figure(value, places):
    if value["image"]:
        number = places.number(value["image"])
        yield Piece(figure_html(value, places), "image", {"id": number} if number else {})


def _gallery(value, places):
    figures = "".join(figure_html(figure, places) for figure in value["images"] if figure["image"])
    caption = format_html("<figcaption>{}</figcaption>", value["caption"]) if value["caption"] else ""
    yield Piece(f'<figure class="wp-block-gallery">{figures}{caption}</figure>')


def figure_html(value, places):
    """Return a picture with its caption and credit."""
    words = format_html_join(" ", "{}", ((text,) for text in (value["caption"], value.credit_line) if text))
    caption = format_html("<figcaption>{}</figcaption>", words) if words else ""
    return format_html(
        '<figure class="wp-block-image"><img src="{}" alt="{}">{}</figure>',
        places.picture(value["image"]),
        value.alt,
        caption,
    )


def _embed(value, places):
    words = " ".join(filter(None, (value["title"], value["caption"])))
    html = format_html('<p><a href="{}">{}</a></p>', value["url"], words or value["url"])
    yield Piece(html, "paragraph")
    if transcript := value["transcript"]:
        yield from _paragraph(transcript, places)


def _preformatted(value, places):
    if value["kind"] == "code":
        yield Piece(format_html("<pre><code>{}</code></pre>", value["text"]))
    else:
        yield Piece(format_html("<pre>{}</pre>", value["text"]))


def _source(source):
    words = ", ".join(str(part) for part in (source.title, source.publisher, source.year) if part)
    return format_html('<a href="{}">{}</a>', source.link, words) if source.link else words


def _inline(html):
    """Return rich text without the tags of its only paragraph."""
    html = html.strip()
    only = html.startswith("<p") and html.count("<p") == 1 and html.endswith("</p>")
    return html[html.index(">") + 1 : -len("</p>")] if only else html


def _moment(value):
    return date_format(timezone.localtime(value), "DATETIME_FORMAT")


WRITERS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "list": _list,
    "block_quote": _quote,
    "pull_quote": _pull_quote,
    "divider": _divider,
    "figure": _figure,
    "gallery": _gallery,
    "embed": _embed,
    "preformatted": _preformatted,
}


def document(page, places, *, authors, date, standfirst):
    """Yield one page of HTML that needs nothing but the pictures of the export."""
    yield f'<!doctype html>\n<html lang="{escape(page.locale.language_code)}">\n<meta charset="utf-8">\n'
    yield format_html("<title>{0}</title>\n<h1>{0}</h1>\n", page.title)
    if standfirst:
        yield format_html("<p><strong>{}</strong></p>\n", standfirst)
    names = ", ".join(authors)
    if line := " · ".join(filter(None, (names and _("By %s") % names, date and _moment(date)))):
        yield format_html("<p>{}</p>\n", line)
    image = getattr(page, "lead_image", None)
    if image:
        caption = " ".join(filter(None, (page.lead_caption or image.caption, image.credit)))
        yield format_html(
            '<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>\n',
            places.picture(image),
            page.lead_alt_text,
            caption,
        )
    for piece in story_pieces(page, places):
        yield f"{piece.html}\n"
