"""Plain text of rich content: for search, word counts, excerpts and hashes."""

import re
from html import unescape

from django.core.exceptions import SuspiciousOperation
from django.utils.html import strip_tags
from wagtail.rich_text import RichText

WORDS_PER_MINUTE = 230
"""Silent reading speed of adults in English non-fiction: M. Brysbaert, Journal of Memory and Language 109 (2019)."""

_BLOCK_END = re.compile(r"</(p|li|h[1-6]|div|td|th|figcaption|blockquote|summary|dd|dt)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"[ \t\xa0]+")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def plain_text(html):
    """Return the text of a fragment of HTML, one paragraph a line, without tags or entities."""
    html = _BLOCK_END.sub("\n", str(html))
    try:
        text = strip_tags(html)
    except SuspiciousOperation:  # so damaged that Django refuses to look for tags in it
        text = _TAG.sub("", html)
    return tidy(unescape(text))


def tidy(text):
    """Return plain text without empty lines or needless space."""
    return "\n".join(line for line in (_SPACE.sub(" ", line).strip() for line in text.splitlines()) if line)


def stream_text(stream):
    """Return the searchable text of a StreamField's value, one block a paragraph.

    What a block offers to search is what a reader reads, so the same text
    serves word counts, excerpts and feeds. It is plain text already: to strip
    tags again would take away what an author wrote about them.
    """
    pieces = (piece for child in stream for piece in child.block.get_searchable_content(child.value))
    return "\n".join(text for text in map(tidy, pieces) if text)


def rich_texts(value):
    """Return the stored HTML of every rich text in a block's value, however deep it stands."""
    if isinstance(value, RichText):
        return [value.source]
    if isinstance(value, dict):
        return [html for part in value.values() for html in rich_texts(part)]
    if isinstance(value, (list, tuple)) or hasattr(value, "bound_blocks"):
        return [html for part in value for html in rich_texts(getattr(part, "value", part))]
    return []


def count_words(text):
    """Return the number of words in plain text; a hyphenated or apostrophised word is one."""
    return len(_WORD.findall(text))


def reading_minutes(words):
    """Return the minutes that an adult needs for so many words, at least 1."""
    return max(1, round(words / WORDS_PER_MINUTE))
