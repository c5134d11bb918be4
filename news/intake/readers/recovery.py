"""What ``--recover`` does: reads a damaged XML export item by item, and mends what hinders the parser.

A strict reader stops at the first fault; this one looks for where items begin
and end, gives each to the strict reader alone, and where that fails mends the
faults that exports are known for. Every mending is told. An item that cannot be
mended comes out as a node named ``BROKEN`` and the others are not touched.
"""

import html
import re
from html.entities import html5

from news.intake.errors import Malformed, Refused
from news.intake.readers.xml_stream import DTD_REFUSED, KNOWN_PREFIXES, MAX_ITEM, Node, read_nodes

BROKEN = "#broken"

MAX_LOST = 1000
"""Elements without an end in one file, beyond which there is nothing to recover."""

_CONTAINERS = {"rss", "channel", "feed", "rdf:RDF", "RDF"}
_ITEMS = {"item", "entry"}
_MARKUP = re.compile(
    r"<(?P<open>[A-Za-z_][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>(?=\s*</)|(?P<type><!DOCTYPE|<!ENTITY)|</[^<>]*>",
    re.DOTALL,
)
_CDATA_END = re.compile(r"\]\]>(?=\s*</)")
_NEXT_ITEM = re.compile(r"<(?:item|entry)[\s>]")
_BOUNDARY = re.compile(r"(</(item|entry)>)\s*<\2(?:\s[^<>]*)?>\s*<[A-Za-z]")
_DECLARATION = re.compile(r"\bxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_HIDDEN = re.compile(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)
_OPENING = r"(<(?P<name>[A-Za-z_][\w:.-]*)[^<>]*>\s*<!\[CDATA\[)"
_NESTED = re.compile(_OPENING + r"(?P<inner>.*?)(\]\]>\s*</(?P=name)\s*>)", re.DOTALL)
_UNCLOSED = re.compile(_OPENING + r"(?P<inner>(?:(?!\]\]>).)*?)(</(?P=name)\s*>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:#(?P<decimal>\d{1,8});|#[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6});|(?P<name>\w{2,32});)?")
_STRAY = re.compile(r"<(?![A-Za-z_/!?])")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):[A-Za-z_]")
_TITLE = re.compile(r"<title[^>]*>(?:<!\[CDATA\[)?\s*([^<\]]{1,80})")


def recovered_nodes(chunks, name, repairs):
    """Yield what ``read_nodes`` yields of a damaged export, and append to ``repairs`` a sentence for each mending.

    Raises ``Refused`` as the strict reader does: nothing that can do harm is mended.
    """
    scanner = _Scanner(name, repairs)
    for chunk in chunks:
        scanner.text += chunk.decode("utf-8", "replace")
        yield from scanner.take()
    yield from scanner.take(last=True)


class _Scanner:
    """Cuts text into the elements of a channel. ``text`` is what is not used yet, ``line`` where it begins."""

    def __init__(self, name, repairs):
        self.name, self.repairs = name, repairs
        self.text = ""
        self.line = 1
        self.position = 0
        self.lost = 0
        self.declared = {}
        self.root = ""
        self.channel = ""

    def take(self, *, last=False):
        """Yield the nodes of all elements that are complete; at the last call, tell of what is not."""
        self.position = 0
        while match := _MARKUP.search(self.text, self.position):
            if self._is_inside_comment(match.start(), last):
                break
            if match["type"]:
                raise Refused(f"{self.name}, line {self._line_at(match.start())}: {DTD_REFUSED}.")
            tag, attributes = match["open"], match["attributes"]
            if tag in _CONTAINERS and not self.root:
                self.root = {"feed": "atom:feed", "RDF": "rdf:RDF"}.get(tag, tag)
                self._declare(attributes)
                yield Node(self.root, {f"xmlns:{prefix}": address for prefix, address in self.declared.items()})
            if tag and not self.root:
                raise Refused(f"{self.name} is XML, but no export that is known here: it begins with <{tag}>.")
            if not tag or self._is_container(tag) or attributes.rstrip().endswith("/"):
                self.position = match.end()
                continue
            end, next_one = self._end_of(tag, match.end())
            too_large = len(self.text) - match.start() > MAX_ITEM
            if end:
                yield self._node(tag, match.start(), end)
            elif next_one or last or too_large:
                yield self._lost(tag, match, next_one)
            else:
                self.position = match.start()
                break
        else:
            if not last:
                # A tag may be cut in two by the end of what is there; what comes before it is between elements.
                self.position = max(self.position, self.text.rfind("<"))
        self.line += self.text.count("\n", 0, self.position)
        self.text = self.text[self.position :]

    def _is_container(self, tag):
        """Tell whether an element holds the items, as the first one in RSS does whatever it is called."""
        if tag in _CONTAINERS:
            self.channel = self.channel or (tag if tag == "channel" else "")
            return True
        if self.root == "rss" and not self.channel:
            self.channel = tag
            self.repairs.append(f"{self.name}: <{tag}> was taken for the <channel> that is missing.")
            return True
        return False

    def _is_inside_comment(self, start, last):
        """Tell whether markup stands in a comment that has no end yet, and go back to the comment's beginning."""
        opened = self.text.find("<!--", self.position, start)
        if opened < 0 or last or len(self.text) - opened > MAX_ITEM:
            return False
        self.position = opened
        return True

    def _end_of(self, tag, start):
        """Return where an element ends, or ``None`` and where to go on if another one begins in it that cannot."""
        marks = re.compile(rf"<!\[CDATA\[|<!--|</{re.escape(tag)}\s*>|<(?P<next>item|entry|{re.escape(tag)})(?=[\s>])")
        depth, position = 0, start
        while match := marks.search(self.text, position):
            found = match[0]
            if found == "<![CDATA[":
                closed = _CDATA_END.search(self.text, match.end())
                if not closed:
                    return None, None
                position = closed.end()
            elif found == "<!--":
                closed = self.text.find("-->", match.end())
                if closed < 0:
                    return None, None
                position = closed + 3
            elif match["next"] in _ITEMS:
                return None, match.start()
            elif match["next"]:
                depth += 1
                position = match.end()
            elif depth:
                depth -= 1
                position = match.end()
            else:
                return match.end(), None
        return None, None

    def _lost(self, tag, match, next_one):
        """Leave out an element without an end, and go on at the next item."""
        self.lost += 1
        if self.lost > MAX_LOST:
            raise Refused(f"{self.name}: more than {MAX_LOST} elements have no end. This is beyond mending.")
        if not next_one:
            found = _NEXT_ITEM.search(self.text, match.end())
            next_one = found.start() if found else len(self.text)
        cut_off = next_one == len(self.text)
        line, title = self._line_at(match.start()), _title(self.text[match.start() : next_one])
        what = f"{_called(tag, title)} {'is cut off by the end of the file' if cut_off else 'has no end'}"
        self.repairs.append(f"{self.name}, line {line}: {what} and was left out.")
        self.position = next_one
        return Node(BROKEN, {"line": line, "title": title, "reason": what})

    def _node(self, tag, start, end):
        """Return the element of a place in the text, mended if need be, and go on behind it."""
        piece, line = self.text[start:end], self._line_at(start)
        self.position = end
        try:
            return self._parsed(piece)
        except Malformed:
            boundary = _BOUNDARY.search(piece)
        if boundary:
            # A CDATA section without an end has swallowed the beginning of the next item.
            piece = piece[: boundary.end(1)]
            self.position = start + len(piece)
        mended, said = mend(piece, self.declared)
        try:
            node = self._parsed(mended)
        except Malformed as error:
            line, title = line + max(error.line - 2, 0), _title(piece)
            what = f"{_called(tag, title)} could not be mended ({error.reason})"
            self.repairs.append(f"{self.name}, line {line}: {what} and was left out.")
            return Node(BROKEN, {"line": line, "title": title, "reason": what})
        self.repairs.extend(f"{self.name}, line {line}: {what}." for what in said)
        return node

    def _parsed(self, piece):
        declarations = "".join(
            f' xmlns{":" if prefix else ""}{prefix}="{html.escape(address)}"'
            for prefix, address in self.declared.items()
        )
        wrapped = f"<{'feed' if self.root == 'atom:feed' else 'rss'}{declarations}>\n{piece}</"
        wrapped += "feed>" if self.root == "atom:feed" else "rss>"
        _root, node = read_nodes([wrapped.encode("utf-8", "replace")], self.name)
        return node

    def _declare(self, attributes):
        for prefix, quoted, single in _DECLARATION.findall(attributes):
            self.declared[prefix] = html.unescape(quoted or single)

    def _line_at(self, position):
        return self.line + self.text.count("\n", 0, position)


def mend(piece, declared):
    """Return an element's XML with the known faults mended, and what was done, in words.

    Prefixes that it uses and nobody declared are added to ``declared``.
    """
    said = []
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


def _title(piece):
    match = _TITLE.search(piece)
    return match[1].strip() if match else ""


def _called(tag, title):
    kind = "the item" if tag in _ITEMS else f"the element <{tag}>"
    return f"{kind} “{title}”" if title else kind


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
