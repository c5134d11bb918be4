"""Running text as it comes: paragraphs are opened, filled and closed, and joined into one block."""

import re
import uuid
from abc import ABC, abstractmethod
from html import escape, unescape

from news.embeds import recognise
from news.intake.mapping.addresses import clip_address
from news.text import plain_text

INLINE = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "var": "i", "dfn": "i", "cite": "cite",
    "sup": "sup", "sub": "sub", "s": "s", "del": "s", "strike": "s",
    "code": "code", "kbd": "code", "tt": "code", "samp": "code",
}  # fmt: skip
"""Inline elements and what stands for them in rich text."""

_BLANK_LINES = re.compile(r"[ \t\r]*\n[ \t\r]*\n\s*")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_EDGES = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")
_TAGS = re.compile(r"<[^>]*>")
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"\[\]]+")


class Prose(ABC):
    """Writes blocks and, between them, paragraphs of rich text.

    ``breaks_lines``: a line break in the text is one on the page and a blank
    line ends the paragraph, as in WordPress' bodies before it had blocks.
    ``plays``: the address of a clip alone on its line becomes its player.
    """

    def __init__(self):
        self.stream = []
        self.paragraphs = []
        self.breaks_lines = False
        self.plays = True
        self._parts = []
        self._open = []
        self._written = 0
        self._after = []

    # --- Within a paragraph ---------------------------------------------------

    def write(self, text):
        """Write text, which is escaped here."""
        if not self.breaks_lines or "\n" not in text:
            self._put(_SPACE.sub(" ", text))
            return
        for number, paragraph in enumerate(_BLANK_LINES.split(text)):
            if number:
                self.end_paragraph()
            for line, words in enumerate(paragraph.split("\n")):
                if line and not self._has_just_broken:
                    self.break_line()
                self._put(_SPACE.sub(" ", words))

    def _put(self, text):
        if not text:
            return
        if text != " ":
            for tag in self._open[self._written :]:
                self._parts.append(tag or "")
            self._written = len(self._open)
        if text[0] == " " and (not self._parts or self._parts[-1].endswith((" ", "<br/>"))):
            text = text[1:]
        self._parts.append(escape(text, quote=False))

    def open(self, tag, attributes=""):
        """Begin an inline element; one within its like says nothing more."""
        opening = f"<{tag}{attributes}>"
        twice = any(one and one[1:].split()[0].rstrip(">") == tag for one in self._open)
        self._open.append(None if twice else opening)

    def close(self):
        """End the inline element begun last."""
        tag = self._open.pop()
        if self._written > len(self._open):
            self._written = len(self._open)
            if tag:
                self._parts.append(_closing(tag))

    def break_line(self):
        """Begin a new line within the paragraph. The second of two in a row ends the paragraph."""
        if self._has_just_broken:
            while self._parts.pop() != "<br/>":
                pass
            self.end_paragraph()
        elif self._parts:
            self._parts.append("<br/>")

    @property
    def _has_just_broken(self):
        return next((part for part in reversed(self._parts) if part.strip()), "") == "<br/>"

    @property
    def is_blank(self):
        """Whether the paragraph holds nothing yet."""
        return not _TAGS.sub("", "".join(self._parts)).strip()

    @property
    def is_at_line_start(self):
        """Whether nothing stands yet on the line."""
        return self.is_blank or next(
            (part == "<br/>" for part in reversed(self._parts) if part.strip() and not part.startswith("</")), True
        )

    def end_paragraph(self):
        """End the paragraph; elements that are still open go on in the next."""
        closing = [_closing(tag) for tag in reversed(self._open[: self._written]) if tag]
        html = _EDGES.sub("", "".join([*self._parts, *closing]))
        self._parts, self._written = [], 0
        if _TAGS.sub("", html).strip():
            self._keep(html)
        after, self._after = self._after, []
        for kind, value in after:
            self.block(kind, value)

    def _keep(self, html):
        """Keep a paragraph; addresses that stand alone on a line become players or links."""
        if "http" not in html:
            self.paragraphs.append(f"<p>{html}</p>")
            return
        lines = []
        for line in html.split("<br/>"):
            address = unescape(line.strip())
            if not _BARE_ADDRESS.fullmatch(address):
                lines.append(line)
            elif self.plays and recognise(clip_address(address)):
                self._keep_lines(lines)
                lines = []
                self.player(address)
            else:
                lines.append(self.linked(address))
        self._keep_lines(lines)

    def _keep_lines(self, lines):
        html = _EDGES.sub("", "<br/>".join(lines))
        if html:
            self.paragraphs.append(f"<p>{html}</p>")

    def linked(self, address):
        """Return a link that shows its own address."""
        return f'<a href="{escape(address)}">{escape(address)}</a>'

    @abstractmethod
    def player(self, address):
        """Write the player of a clip. Whoever writes blocks knows how."""

    # --- Between paragraphs ---------------------------------------------------

    def rich(self, html):
        """Add a piece of rich text that is ready, such as a paragraph or a list."""
        self.end_paragraph()
        self.paragraphs.append(html)

    def block(self, kind, value, block_id=""):
        """Add a block after what was written so far."""
        self.end_paragraph()
        self._join()
        self.stream.append({"type": kind, "value": value, "id": block_id or str(uuid.uuid4())})

    def block_beside(self, kind, value):
        """Add a block where it does not tear a sentence: here at the start of a line, else after the paragraph."""
        if self.is_at_line_start:
            self.block(kind, value)
        else:
            self._after.append((kind, value))

    def _join(self):
        if self.paragraphs:
            html, self.paragraphs = "".join(self.paragraphs), []
            self.stream.append({"type": "paragraph", "value": html, "id": str(uuid.uuid4())})

    def finish(self):
        """Return all blocks."""
        self.end_paragraph()
        self._join()
        return self.stream


def line_of(prose):
    """Return rich text as one line of plain text."""
    return " ".join(plain_text(prose).splitlines())


def _closing(tag):
    return f"</{tag[1:].split()[0].rstrip('>')}>"
