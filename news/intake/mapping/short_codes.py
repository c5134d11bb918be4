"""WordPress' short codes: ``[gallery ids="1,2"]``, ``[caption]…[/caption]``.

What they hold becomes elements that the mapper knows; the tags of unknown
ones go and their content stays. Brackets in prose are left alone.
"""

import re
from bisect import bisect_left
from html import unescape

from news.intake.mapping.builders import RAW, closing_html, opening_html, raw_html
from news.intake.mapping.comments import uncommented
from news.intake.mapping.specials import CODE

KNOWN = {"caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed", "youtube", "vimeo"}
VERBATIM = {"sourcecode", "source", "code"}

_NAME = r"[a-zA-Z][a-zA-Z0-9_-]*"
_CODE = re.compile(
    rf"\[(?P<escape>\[?)(?P<close>/?)(?P<name>{_NAME})"
    r"(?P<attrs>(?:=[^\s\[\]]{1,2000})?(?:\s[^\[\]]{0,2000})?)"
    r"(?P<self>/?)\](?P<after>\]?)"
)
_QUOTES = str.maketrans({"“": '"', "”": '"', "″": '"', "‘": "'", "’": "'"})
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'\]]+))|\"([^\"]*)\"|'([^']*)'|(\S+)")
# Where brackets are no short codes: in code, inside a tag.
_KEEPS = re.compile(
    r"<(pre|code|textarea|script|style)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>|</?[a-zA-Z][^<>]*\[[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NUMBERED = re.compile("\x02(\\d+)\x03")


def attributes(text):
    """Return the attributes of a short code as a dict; those without a name have their number ("0", "1") for one."""
    found = {}
    text = unescape(text)
    text = text.translate(_QUOTES) if '"' not in text else text
    for match in _ATTRIBUTE.finditer(text.strip()):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found[name.lower() if name else str(sum(key.isdigit() for key in found))] = value
    return found


def with_short_codes(html, found):
    """Return HTML with its short codes made elements.

    ``found`` is the `specials.Specials` of the body: it keeps what the mapper
    will ask for, and counts the names of those that are not known.
    """
    if "[" not in html:
        return html
    kept = []

    def keep(text):
        kept.append(text)
        return f"\x02{len(kept) - 1}\x03"

    html = _verbatim(uncommented(html).replace("\x02", "").replace("\x03", ""), found, keep)
    html = _KEEPS.sub(lambda match: keep(match[0]), html)
    return _restored(_expanded(html, found, kept), kept)


def _restored(html, kept):
    while "\x02" in html:
        html = _NUMBERED.sub(lambda match: kept[int(match[1])], html)
    return html


_VERBATIM = re.compile(
    rf"(?<!\[)\[(?P<name>{'|'.join(sorted(VERBATIM, key=len, reverse=True))})(?P<attrs>(?:\s[^\[\]]{{0,2000}})?)\]"
    r"(?P<inner>(?:(?!\[(?P=name)[\s\]]).)*?)\[/(?P=name)\]",
    re.DOTALL,
)


def _verbatim(html, found, keep):
    """Return HTML with the code that stands between short codes put aside, byte for byte."""
    if "[/" not in html:
        return html
    return _VERBATIM.sub(
        lambda match: keep(found.add(CODE, attributes(match["attrs"]), raw=match["inner"].strip("\r\n"))), html
    )


def _expanded(html, found, kept):
    matches = list(_CODE.finditer(html))
    closers = {}
    for number, match in enumerate(matches):
        if match["close"]:
            closers.setdefault(match["name"], []).append(number)
    out, end, number = [], 0, 0
    while number < len(matches):
        match = matches[number]
        number += 1
        if match.start() < end:
            continue
        out.append(html[end : match.start()])
        end = match.end()
        if match["escape"] and match["after"]:
            out.append(match[0][1:-1])
            continue
        out.append(match["escape"])
        closing = None if match["close"] else _closing(match, number, matches, closers)
        name = match["name"].lower()
        tail = match["after"]
        if name in KNOWN and not match["close"]:
            inner = ""
            if closing is not None and name in {"caption", "wp_caption", "embed", "video", "audio", "playlist"}:
                inner = match["after"] + html[match.end() : matches[closing].start()]
                end, tail = matches[closing].end(), matches[closing]["after"]
            given = attributes(match["attrs"].lstrip("=") if match["attrs"].startswith("=") else match["attrs"])
            out.append(found.add(name, given, inner=_restored(inner, kept)) + tail)
        elif name in RAW and closing is not None:
            found.note("unknown_short_code", name)
            inner = html[match.end() : matches[closing].start()]
            end, tail = matches[closing].end(), matches[closing]["after"]
            out.append(raw_html(name, _TAG.sub("", _restored(inner, kept))) + tail)
        elif name in KNOWN or match["close"] or match["self"] or closing is not None or _has_attributes(match):
            found.note("unknown_short_code" if name not in KNOWN else "removed", name)
            shown = closing_html(name) if match["close"] else opening_html(name, attributes(match["attrs"]))
            out.append(shown + tail)
        else:
            out.append(match[0][len(match["escape"]) :])
    out.append(html[end:])
    return "".join(out)


def _closing(match, number, matches, closers):
    """Return the number of the match that closes this short code, or None."""
    places = closers.get(match["name"], ())
    place = bisect_left(places, number)
    return places[place] if place < len(places) else None


def _has_attributes(match):
    return "_" in match["name"] or bool(re.search(r"\w\s*=\s*[\"'“”″\w&]", match["attrs"]))
