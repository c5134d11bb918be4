"""The words that a reader of the old system saw, found without any of the mapper's work: what it is held against."""

import re
from html import unescape
from html.parser import HTMLParser

from news.intake.mapping.builders import raw_html
from news.intake.mapping.comments import uncommented
from news.intake.mapping.visible_ghost import document_html
from news.intake.record import BodyFormat

_HIDDEN = {
    "script", "style", "template", "select", "textarea", "datalist", "canvas", "svg", "title", "noframes", "noembed",
    "noscript", "iframe", "video", "audio", "applet",
}  # fmt: skip
_WITHIN_A_LINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "label", "nobr", "ruby", "rb", "rt", "rp",
}  # fmt: skip
_CODES_OF_WORDPRESS = "caption|wp_caption|gallery|playlist|audio|video|embed|youtube|vimeo"
_CODE_TAG = re.compile(rf"\[/?(?:{_CODES_OF_WORDPRESS})(?:[=\s][^\[\]]{{0,2000}})?/?\]", re.IGNORECASE)
_OTHER_CODE = re.compile(r"(?<!\[)\[([a-zA-Z][\w-]*)((?:\s[^\[\]]{0,2000})?/?)\](?!\])")
_HAS_ATTRIBUTES = re.compile(r"\w\s*=\s*[\"'“”″\w&]|/$")
_CLOSED = re.compile(r"\[/([a-zA-Z][\w-]*)\]")
_VERBATIM = re.compile(r"\[(sourcecode|source|code)(?:\s[^\[\]]{0,2000})?\]((?:(?!\[\1[\s\]]).)*?)\[/\1\]", re.DOTALL)
_CAPTION_ATTRIBUTE = re.compile(
    r"\[((?:wp_)?caption)\s(?:[^\[\]]{0,2000}?\s)?caption\s*=\s*\"([^\"\[\]]{0,2000})\"[^\[\]]{0,2000}\]"
    r"((?:(?!\[\1\s).)*?)\[/\1\]",
    re.DOTALL,
)
_RAW = re.compile(r"\[(vc_raw_html|vc_raw_js)(?:\s[^\[\]]{0,2000})?\]([^\[]*)\[/\1\]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMBED = re.compile(r"\[embed[^\[\]]{0,2000}\]\s*[^\s\[]*\s*\[/embed\]")
_ADDRESS = re.compile(r"(?:https?:)?//\S+")


def visible_text(story):
    """Return the plain text of a body as the old system showed it, in order, a block a line.

    Left out is what no reader saw as text: descriptions of pictures, addresses
    of players, short codes. The caption of a table stands before it, as here.
    """
    return text_of_html(_html_of(story))


def _html_of(story):
    html = story.body
    if story.body_format in {BodyFormat.LEXICAL, BodyFormat.MOBILEDOC}:
        return document_html(html)
    if story.body_format in {BodyFormat.BLOCKS, BodyFormat.CLASSIC}:
        html = _without_short_codes(html)
    notes = "".join(f"<p>{note.get('content', '')}</p>" for note in story.footnotes)
    if "<!-- wp:footnotes" in html:
        return re.sub(r"<!-- wp:footnotes.*?-->", lambda _match: notes, html, count=1, flags=re.DOTALL)
    return html + notes


def _without_short_codes(html):
    html = _VERBATIM.sub(lambda code: f"<p>{code[2].replace('&', '&amp;').replace('<', '&lt;')}</p>", html)
    html = _RAW.sub(lambda code: raw_html(code[1], _TAG.sub("", code[2])), html)
    html = _EMBED.sub("\n\n", html)
    html = _CAPTION_ATTRIBUTE.sub(lambda caption: f"{caption[3]}<p>{unescape(caption[2])}</p>", html)
    html = _CODE_TAG.sub("\n\n", html)
    closed = set(_CLOSED.findall(html))
    html = _OTHER_CODE.sub(lambda code: "" if _HAS_ATTRIBUTES.search(code[2]) else code[0], html)
    if closed:
        names = "|".join(map(re.escape, sorted(closed, key=len, reverse=True)))
        html = re.sub(rf"(?<!\[)\[/?(?:{names})(?:\s[^\[\]]{{0,2000}})?\](?!\])", "", html)
    return re.sub(r"(?<!\[)\[[a-zA-Z]\w*_\w*\](?!\])", "", html)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.hidden = []
        self.figures = []

    def handle_starttag(self, tag, attrs):
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.append(tag)
            return
        if tag in _HIDDEN or "kg-signup-card" in (dict(attrs).get("class") or ""):
            self.hidden.append(tag)
        if tag == "figure":
            self.figures.append([None, None])
        elif tag == "table" and self.figures and self.figures[-1][0] is None:
            self.figures[-1][0] = len(self.parts)
        elif tag == "figcaption" and self.figures:
            self.figures[-1][1] = len(self.parts)
        if tag not in _WITHIN_A_LINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.pop()
            return
        if tag == "figcaption" and self.figures and None not in self.figures[-1]:
            table, caption = self.figures[-1]
            self.parts[table:] = ["\n", *self.parts[caption:], "\n", *self.parts[table:caption]]
        elif tag == "figure" and self.figures:
            self.figures.pop()
        if tag not in _WITHIN_A_LINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text_of_html(html):
    """Return the text that a browser shows for HTML; addresses alone on a line are players' and no text."""
    reader = _Reader()
    reader.feed(uncommented(html, "\n"))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line and not _ADDRESS.fullmatch(line))
