"""The faults that exports are known for, and how the XML of one element is mended."""

import html
import re
from html.entities import html5

from news.intake.readers.xml_stream import KNOWN_PREFIXES

_MOST_WORK = 2_000_000_000
"""Beginnings of sections in an element, times its length, beyond which to look for their ends would take too long."""

_HIDDEN = re.compile(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)
_OPENING = r"(<(?P<name>[A-Za-z_][\w:.-]*)[^<>]*>\s*<!\[CDATA\[)"
_NESTED = re.compile(_OPENING + r"(?P<inner>.*?)(\]\]>\s*</(?P=name)\s*>)", re.DOTALL)
_UNCLOSED = re.compile(_OPENING + r"(?P<inner>(?:(?!\]\]>).)*?)(</(?P=name)\s*>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:#(?P<decimal>\d{1,8});|#[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6});|(?P<name>\w{2,32});)?")
_STRAY = re.compile(r"<(?![A-Za-z_/!?])")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):[A-Za-z_]")


def mend(piece, declared):
    """Return an element's XML with the known faults mended, and what was done, in words.

    Prefixes that it uses and nobody declared are added to ``declared``.
    """
    said = []
    if (piece.count("<![CDATA[") + piece.count("<!--")) * len(piece) > _MOST_WORK:
        return piece, said
    piece, unclosed = _UNCLOSED.subn(r"\1\g<inner>]]>\4", piece)
    if unclosed:
        said.append("a CDATA section was given the end that it lacked")
    pieces = _HIDDEN.split(_NESTED.sub(lambda match: _whole_cdata(match, said), piece))
    for index in range(0, len(pieces), 2):
        text = _AMPERSAND.sub(lambda match: _character(match, said), pieces[index])
        if text.endswith("<") and pieces[index + 1 : index + 2] and pieces[index + 1].startswith("<![CDATA["):
            text = text[:-1]
            said.append("a “<” before a CDATA section was left out")
        text, stray = _STRAY.subn("&lt;", text)
        if stray:
            said.append(f"{stray} “<” that begin no tag were written as &lt;")
        ends = text.count("]]>")
        if ends:
            text = text.replace("]]>", "]]&gt;")
            said.append("an end of a CDATA section without its beginning was kept as text")
        for prefix in dict.fromkeys(_PREFIX.findall(text)):
            if prefix not in declared and prefix != "xml":
                declared[prefix] = KNOWN_PREFIXES.get(prefix, f"urn:undeclared:{prefix}")
                said.append(f"the prefix “{prefix}” is declared nowhere and was taken for its usual meaning")
        pieces[index] = text
    return "".join(pieces), list(dict.fromkeys(said))


def _whole_cdata(match, said):
    inner = match["inner"]
    if "]]>" not in inner:
        return match[0]
    said.append(f"CDATA sections within each other in <{match['name']}> were made one")
    return match[1] + inner.replace("]]>", "]]]]><![CDATA[>") + match[4]


def _character(match, said):
    name = match["name"]
    if name in ("amp", "lt", "gt", "quot", "apos"):
        return match[0]
    if name and f"{name};" in html5:
        said.append(f"&{name}; was written as the character that it names")
        return html.escape(html5[f"{name};"])
    number = int(match["decimal"] or 0) or int(match["hexadecimal"] or "0", 16)
    if number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000:
        return match[0]
    if match["decimal"] or match["hexadecimal"]:
        said.append(f"{match[0]}, which names no character of XML, was left out")
        return ""
    said.append("bare & were written as &amp;")
    return "&amp;" + match[0][1:]
