"""What readers saw of a block that has no HTML of its own: WordPress makes it of the block's attributes alone.

Polls are made so, and so are the fields of ACF. What is text and what is a
setting, only names and looks of the values tell.
"""

import re

from news.text import plain_text

_PARTS_OF_A_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TEXTS = {
    "answer", "attribution", "author", "body", "caption", "choice", "cite", "citation", "content", "copy", "credit",
    "description", "excerpt", "explanation", "heading", "headline", "intro", "item", "label", "message", "name", "note",
    "option", "paragraph", "question", "quote", "statement", "subheading", "subtitle", "summary", "text", "title",
    "value",
}  # fmt: skip
"""What the last word of a name says where the value is for readers, be it one word long."""
_SETTINGS = {
    "align", "animation", "border", "class", "color", "css", "date", "filter", "font", "gradient", "height", "icon",
    "id", "layout", "query", "shadow", "size", "slug", "src", "style", "template", "type", "url", "width",
}  # fmt: skip
_NEVER = {"aria", "class", "confirm", "error", "layout", "lock", "metadata", "placeholder", "style", "submit"}
"""What the editor alone sees, and what a form says: there is none any more."""
_SENTENCE = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}[^\w\s]?\s+\S*[^\W\d_]")
_NO_WORDS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//\S*|[\w.+-]+[/@][\w./+-]+|#[0-9a-fA-F]{3,8}|[\[{].*[\]}]|\S{60,}", re.DOTALL
)
_DIVISIONS = re.compile(r"<(?:p|div|ul|ol|dl|table|h[1-6]|blockquote|figure|pre|section)\b", re.IGNORECASE)
_DEEPEST = 20


def words_of_attributes(attrs, standing=""):
    """Return as HTML what readers saw of a block's attributes, in their order: paragraphs, and lists of short texts.

    ``standing`` is the plain text that stands within the block: what is said there is not said again.
    """
    pieces = []
    for text in _texts("", attrs, _DEEPEST):
        if isinstance(text, list):
            piece = _list([entry for entry in text if not _stands_in(standing, entry)])
        else:
            piece = "" if _stands_in(standing, text) else _paragraph(text)
        if piece and pieces[-1:] != [piece]:
            pieces.append(piece)
    return "".join(pieces)


def _texts(name, value, depth):
    """Yield the texts in a value of this name: each a text, or a list of such as belong together."""
    words = [word.lower() for word in _PARTS_OF_A_NAME.findall(name)]
    if not depth or name.startswith("_") or _NEVER & set(words):
        return
    if isinstance(value, str):
        if _is_text(words, value.strip()):
            yield value.strip()
    elif isinstance(value, dict):
        for inner, part in value.items():
            yield from _texts(inner, part, depth - 1)
    elif isinstance(value, list):
        entries = [found for entry in value if (found := list(_texts(name, entry, depth - 1)))]
        if entries and all(len(found) == 1 and isinstance(found[0], str) for found in entries):
            yield [text for (text,) in entries]
        else:
            yield from (text for found in entries for text in found)


def _is_text(words, value):
    if not any(letter.isalpha() for letter in plain_text(value)) or _NO_WORDS.fullmatch(value):
        return False
    if words and words[-1].removesuffix("s") in _TEXTS:
        return True
    return not _SETTINGS & set(words) and _SENTENCE.search(plain_text(value)) is not None


def _stands_in(standing, text):
    """Whether a text is said already; a single word is so on a line of its own alone, not as a part of another."""
    words = plain_text(text)
    return words in standing.splitlines() or (" " in words and words in standing)


def _paragraph(text):
    return text if _DIVISIONS.search(text) else f"<p>{text}</p>"


def _list(texts):
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>" if texts else ""
