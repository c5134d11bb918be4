"""Headings, quotations, code, details, and what is kept as safe HTML."""

import re
from html import escape

from news.intake.mapping import pictures, players
from news.intake.mapping.dom import Node, around
from news.intake.mapping.prose import INLINE, line_of
from news.intake.mapping.specials import CODE, FOOTNOTES, HTML, UNKNOWN
from news.text import plain_text
from portal.imported_html import safe_imported_html

LONGEST_HEADING = 120
LONGEST_NAME = 200
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "figcaption": "p", "summary": "p", "section": "div", "article": "div"}
_IN_QUOTES = {
    *INLINE,
    "p",
    "br",
    "div",
    "span",
    "font",
    "u",
    "mark",
    "small",
    "big",
    "abbr",
    "q",
    "footer",
    "figcaption",
}
_IN_QUOTES -= {"s", "del", "strike", "code", "tt", "kbd"}
_IN_ANSWERS = {*INLINE, "p", "br", "div", "span", "a", "u", "mark", "small"}
_MEDIA = {
    "figure", "img", "x-frame", "video", "audio", "object", "embed",
}  # fmt: skip
_PASTED = {"twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "reddit-embed-bq", "bluesky-embed"}
_VERSE = {"wp-block-verse", "wp-block-preformatted", "poem", "verse"}
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def heading(mapper, node):
    """Write a heading; one too long to be one as a paragraph in bold."""
    if node.first("section", "table", "figure", "pre", "blockquote", "ul", "ol", "details", "object"):
        mapper.on_its_own(node)
        return
    prose, others = mapper.part_of(node)
    text = line_of(prose)
    if len(text) > LONGEST_HEADING:
        for paragraph in _PARAGRAPH.findall(prose):
            mapper.rich(f"<p><b>{paragraph}</b></p>")
    elif text:
        for link in node.all("a"):
            if link.get("href"):
                mapper.note("link_dropped", link.get("href"), text)
        mapper.block("heading", {"text": text, "level": _HEADINGS[node.tag]}, mapper.id_of_heading(node))
    for block in others:
        mapper.block(block["type"], block["value"])


def quotation(mapper, node, kind="block_quote", after=None):
    """Write a quotation with its attribution; ``after`` is one that stands outside of it."""
    if _PASTED & set(node.classes):
        _pasted(mapper, node)
        return
    if any(element.tag not in _IN_QUOTES for element in node.all()):
        if after is not None:
            node.children.append(after)
        imported(mapper, around(node), node.outer_html(), node.tag)
        return
    attribution_node = after or _attribution(node)
    attribution = ""
    if attribution_node is not None:
        attribution = line_of(mapper.prose_of(attribution_node))
        attribution_node.children = [] if len(attribution) <= LONGEST_NAME else attribution_node.children
        attribution = attribution if len(attribution) <= LONGEST_NAME else ""
    prose = mapper.prose_of(node)
    text = "\n\n".join(plain_text(paragraph) for paragraph in _PARAGRAPH.findall(prose))
    if text:
        mapper.block(kind, {"text": text, "attribution": attribution})
    elif attribution:
        mapper.block(kind, {"text": attribution, "attribution": ""})
    if after is not None and after.children:
        mapper.on_its_own(after)


def _attribution(node):
    """Return the element that says who spoke, if the quotation ends with one."""
    last = node
    while True:
        ending = [part for part in last.children if not isinstance(part, str) or part.strip()]
        if not ending or isinstance(ending[-1], str):
            return None
        last = ending[-1]
        if last.tag in {"cite", "footer", "figcaption"}:
            return last if last.text.strip() != node.text.strip() else None
        if last.tag not in {"p", "div"}:
            return None


def _pasted(mapper, node):
    """Write a post of another service: its words as a quotation, and where it stands."""
    links = [link.get("href") for link in node.all("a") if link.get("href")]
    address = node.get("data-instgrm-permalink") or node.get("cite") or (links[-1] if links else "")
    prose, others = mapper.part_of(node)
    text = "\n\n".join(plain_text(paragraph) for paragraph in _PARAGRAPH.findall(prose))
    if text:
        mapper.block("block_quote", {"text": text, "attribution": ""})
    for block in others:
        mapper.block(block["type"], block["value"])
    if address:
        players.as_link(mapper, address)


def preformatted(mapper, node):
    """Write code or verse, white space and all."""
    text = _with_breaks(node)
    if text.strip():
        for link in node.all("a"):
            if link.get("href"):
                mapper.note("link_dropped", link.get("href"), "preformatted")
        kind = "text" if _VERSE & set(node.classes) else "code"
        mapper.block("preformatted", {"text": text, "kind": kind})
    for picture in node.all("img"):
        mapper.element(picture)


def _with_breaks(node):
    return "".join(
        child if isinstance(child, str) else "\n" if child.tag == "br" else _with_breaks(child)
        for child in node.children
    )


def source_code(mapper, _node, special):
    """Write what stood between short codes for code."""
    if special.raw.strip():
        mapper.block("preformatted", {"text": special.raw, "kind": "code"})


def divider(mapper, _node):
    """Write a line across the text."""
    mapper.block("divider", None)


def details(mapper, node):
    """Write what opens to a click: a question where its answer is text, else all of it in the open."""
    summary = next((child for child in node.elements() if child.tag == "summary"), None)
    question = line_of(mapper.prose_of(summary)) if summary is not None else ""
    answer = Node("")
    answer.children = [child for child in node.children if child is not summary]
    is_text = all(element.tag in _IN_ANSWERS for element in answer.all()) and answer.text.strip()
    if question and len(question) <= LONGEST_NAME and is_text:
        mapper.end_paragraph()
        mapper.question(question, mapper.prose_of(answer))
        return
    if question:
        mapper.rich(f"<p><b>{escape(question, quote=False)}</b></p>")
    mapper.on_its_own(answer)


def imported(mapper, node, raw, name):
    """Keep what stands in an element as safe HTML; pictures and players in it become blocks of their own."""
    mapper.end_paragraph()
    pieces = []
    for child in _inmost(node).children:
        if isinstance(child, str) or child.tag not in _MEDIA:
            pieces.append(child)
            continue
        _keep(mapper, pieces, raw, name)
        pieces = []
        mapper.element(child)
        mapper.end_paragraph()
    _keep(mapper, pieces, raw, name)


def _inmost(node):
    """Return the innermost element that holds all of it."""
    while True:
        filled = [part for part in node.children if not isinstance(part, str) or part.strip()]
        if len(filled) != 1 or isinstance(filled[0], str) or filled[0].tag not in {"div", "section", "article", "main"}:
            return node
        node = filled[0]


def _keep(mapper, pieces, raw, name):
    node = Node("")
    node.children = pieces
    media = list(_without_media(node))
    for link in node.all("a"):
        mapper.keep_local(link)
    html = str(safe_imported_html(node.html(_RENAMED))).strip()
    if plain_text(html):
        mapper.note("imported_html", name)
        mapper.block("imported_html", {"html": html, "original": raw})
    for element in media:
        mapper.element(element)
        mapper.end_paragraph()


def _without_media(node):
    """Take every picture and player out of an element, and yield them."""
    kept = []
    for child in node.children:
        if not isinstance(child, str) and child.tag in _MEDIA:
            yield child
            continue
        kept.append(child)
        if not isinstance(child, str):
            yield from _without_media(child)
    node.children = kept


def foreign(mapper, node, special):
    """Write a block of HTML, or one that nobody knows."""
    imported(mapper, node, special.raw, special.attrs.get("name", ""))


def footnotes(mapper, node, special):
    """Write the notes to the text."""
    mapper.write_footnotes()
    mapper.on_its_own(node)


def division(mapper, node):
    """Write a division, which may be one of Ghost's cards."""
    classes = set(node.classes)
    if "kg-callout-card" in classes:
        _callout(mapper, node)
    elif "kg-toggle-card" in classes:
        _toggle(mapper, node)
    elif "kg-signup-card" in classes:
        mapper.note("dropped", "signup")
    elif "wp-block-file" in classes or "kg-file-card" in classes:
        players.file(mapper, node)
    elif pictures.is_gallery(node):
        pictures.gallery(mapper, node)
    else:
        mapper.on_its_own(node)


def _callout(mapper, node):
    prose, others = mapper.part_of(node)
    if prose:
        mapper.block("callout", {"title": "", "text": prose})
    for block in others:
        mapper.block(block["type"], block["value"])


def _toggle(mapper, node):
    opening = node.first("h1", "h2", "h3", "h4", "h5", "h6")
    disclosure = Node("details")
    if opening is not None:
        opening.tag = "summary"
        node.remove(opening)
        disclosure.children.append(opening)
    disclosure.children += node.children
    details(mapper, disclosure)


HANDLERS = {
    **dict.fromkeys(_HEADINGS, heading),
    "blockquote": quotation,
    "pre": preformatted,
    "listing": preformatted,
    "hr": divider,
    "details": details,
    "div": division,
    f"[{HTML}]": foreign,
    f"[{UNKNOWN}]": foreign,
    f"[{CODE}]": source_code,
    f"[{FOOTNOTES}]": footnotes,
}
