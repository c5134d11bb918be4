"""Snippets: the words of a story around the words that a reader looked for."""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from search.words import fold, stem

LENGTH = 190
LEAD_IN = 60
MATCHES_WEIGHED = 50
REFERENCE_MARK = re.compile(r"\s?\[\d{1,3}(?:\s?,\s?\d{1,3})*\]")
SENTENCE_ENDS = (".", "!", "?", "…", "”", "’", ":", ";", ",", ")")

_ENDINGS = "(?:s|es|ed|er|ers|ing)?"
_ENDINGS_OF_Y = "(?:y|ies|ied|ying)"


def pattern(terms):
    """Return the expression that finds any of the terms, in the folded text, as whole words."""
    roots = sorted({stem(term) for term in terms}, key=len, reverse=True)
    alternatives = [
        f"{re.escape(root[:-1])}{_ENDINGS_OF_Y}" if root.endswith("y") else f"{re.escape(root)}{_ENDINGS}"
        for root in roots
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)") if alternatives else None


def highlighted(text, wanted) -> SafeString:
    """Return the text as HTML, escaped, with every match of ``wanted`` in a ``<mark>``."""
    pieces, end = [], 0
    for match in wanted.finditer(fold(text)) if wanted else ():
        pieces += [conditional_escape(text[end : match.start()]), "<mark>"]
        pieces += [conditional_escape(text[match.start() : match.end()]), "</mark>"]
        end = match.end()
    return mark_safe("".join([*pieces, conditional_escape(text[end:])]))  # noqa: S308 - every piece is escaped


def flowing(text):
    """Return stored text as one line, without reference marks; headings end in a dash."""
    lines = (" ".join(REFERENCE_MARK.sub("", line).split()) for line in text.splitlines())
    return " ".join(line if line.endswith(SENTENCE_ENDS) else f"{line} –" for line in lines if line).rstrip(" –")


def snippet(standfirst, text, wanted) -> SafeString:
    """Return what to show below the headline of a found story.

    The standfirst where it holds a match or nothing else does; otherwise the
    passage of the text that holds most different matches.
    """
    text = flowing(text)
    if wanted and not wanted.search(fold(standfirst)):
        matches = list(wanted.finditer(fold(text)))[:MATCHES_WEIGHED]
        if matches:
            return highlighted(_passage(text, _richest(matches).start()), wanted)
    return highlighted(standfirst or _passage(text, 0), wanted)


def _richest(matches):
    """Return the match that has most different ones close behind it, the first of equals."""

    def variety(match):
        return len({other[0] for other in matches if 0 <= other.start() - match.start() < LENGTH - LEAD_IN})

    return max(matches, key=variety)


def _passage(text, position):
    """Return about ``LENGTH`` characters of the text around a position, whole words only."""
    start = max(0, position - LEAD_IN)
    if start:
        start = text.find(" ", start, position) + 1 or position
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), position + 1)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return f"{before}{text[start:end]}{after}"
