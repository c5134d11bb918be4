"""What ``--recover`` does: reads a damaged XML export item by item, and mends what hinders the parser.

A strict reader stops at the first fault; this one looks for where items begin
and end, gives each to the strict reader alone, and where that fails mends the
faults that exports are known for. Every mending is told. An item that cannot be
mended comes out as a node named ``BROKEN`` and the others are not touched.
"""

import html
import re

from news.intake.errors import Malformed, Refused
from news.intake.readers.mending import mend
from news.intake.readers.xml_stream import DTD_REFUSED, MAX_ITEM, Node, read_nodes

BROKEN = "#broken"

MAX_LOST = 1000
"""Elements without an end in one file, beyond which there is nothing to recover."""

_CONTAINERS = {"rss", "channel", "feed", "rdf:RDF", "RDF"}
_ITEMS = {"item", "entry"}
_MARKUP = re.compile(
    r"<(?:(?P<open>[A-Za-z_][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|(?P<mark>!--|\?|!\[CDATA\[|/)|(?P<type>!DOCTYPE|!ENTITY))"
)
_ENDS = {"!--": "-->", "?": "?>", "![CDATA[": "]]>", "/": ">"}
_SECTION_END = re.compile(r"\]\]>")
_LIKELY_SECTION_END = re.compile(r"\]\]>(?=\s*</)")
_NEXT_ITEM = re.compile(r"<(?:item|entry)[\s>]")
_BOUNDARY = re.compile(r"(</(item|entry)>)\s*<\2(?:\s[^<>]*)?>\s*<[A-Za-z]")
_DECLARATION = re.compile(r"\bxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
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
    """Cuts text into the elements of a channel.

    ``text`` is what is not used yet, ``position`` how far it is, ``line`` the
    line of the place ``counted``, to which lines were counted.
    """

    def __init__(self, name, repairs):
        self.name, self.repairs = name, repairs
        self.text = ""
        self.line, self.counted = 1, 0
        self.position = 0
        self.lost = 0
        self.declared = {}
        self.root = self.channel = ""
        self.opens_root = False

    def take(self, *, last=False):
        """Yield the nodes of all elements that are complete; at the last call, tell of what is not."""
        self.position = 0
        endless = set()
        while match := _MARKUP.search(self.text, self.position):
            if match["type"]:
                raise Refused(f"{self.name}, line {self._line_at(match.start())}: {DTD_REFUSED}.")
            given_up = last or len(self.text) - match.start() > MAX_ITEM
            if match["mark"]:
                whole = self._pass(match, endless)
                if not whole and not given_up:
                    self.position = match.start()
                    break
            elif not self._is_empty(match):
                whole = self._whole(match)
                if whole:
                    yield from whole
                    continue
                end, next_one = self._end_of(match["open"], match.end(), _LIKELY_SECTION_END)
                if end:
                    yield from self._nodes(match["open"], match.start(), end)
                elif next_one or given_up:
                    yield self._lost(match["open"], match, next_one)
                else:
                    self.position = match.start()
                    break
            elif self.opens_root:
                self.opens_root = False
                yield Node(self.root, {f"xmlns:{prefix}": address for prefix, address in self.declared.items()})
        else:
            # A tag may be cut in two by the end of what is there; what comes before it is between elements.
            opened = self.text.rfind("<", self.position)
            is_tag = opened >= 0 and len(self.text) - opened <= MAX_ITEM
            self.position = opened if is_tag else len(self.text)
        self._line_at(self.position)
        self.text, self.counted = self.text[self.position :], 0

    def _pass(self, match, endless):
        """Go on behind a comment, an instruction, an end or a CDATA section, and tell whether it has an end.

        ``endless`` are the kinds of which none has: to look again each time would take for ever.
        """
        mark = match["mark"]
        end = -1 if mark in endless else self.text.find(_ENDS[mark], match.end())
        if end < 0:
            endless.add(mark)
        self.position = end + len(_ENDS[mark]) if end >= 0 else match.end()
        return end >= 0

    def _is_empty(self, match):
        """Tell whether a tag is a container's or closed in itself, and go on behind it."""
        tag, attributes = match["open"], match["attributes"]
        if tag in _CONTAINERS and not self.root:
            self.root = {"feed": "atom:feed", "RDF": "rdf:RDF"}.get(tag, tag)
            self.opens_root = True
            self._declare(attributes)
        if not self.root:
            raise Refused(f"{self.name} is XML, but no export that is known here: it begins with <{tag}>.")
        if self._is_container(tag) or attributes.rstrip().endswith("/"):
            self.position = match.end()
            return True
        return False

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

    def _whole(self, match):
        """Return an element that is well formed as it is, and go on behind it; of any other, nothing."""
        end, _next_one = self._end_of(match["open"], match.end(), _SECTION_END)
        try:
            nodes = self._parsed(self.text[match.start() : end]) if end else []
        except Malformed:
            return []
        self.position = end or self.position
        return nodes

    def _end_of(self, tag, start, section_end):
        """Return where an element ends, or ``None`` and where to go on if another one begins in it that cannot.

        ``section_end`` is what ends a CDATA section: in damaged files not every ``]]>`` does.
        """
        marks = re.compile(rf"<!\[CDATA\[|<!--|</{re.escape(tag)}\s*>|<(?P<next>item|entry|{re.escape(tag)})(?=[\s>])")
        depth, position = 0, start
        while match := marks.search(self.text, position):
            found = match[0]
            if found == "<![CDATA[":
                closed = section_end.search(self.text, match.end())
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

    def _nodes(self, tag, start, end):
        """Return the element of a place in the text, mended, and go on behind it.

        They are several where its end was not told from the end of a later one.
        """
        piece, line = self.text[start:end], self._line_at(start)
        self.position = end
        boundary = _BOUNDARY.search(piece)
        if boundary:
            # A CDATA section without an end has swallowed the beginning of the next item.
            piece = piece[: boundary.end(1)]
            self.position = start + len(piece)
        mended, said = mend(piece, self.declared)
        try:
            nodes = self._parsed(mended)
        except Malformed as error:
            line, title = line + max(error.line - 2, 0), _title(piece)
            what = f"{_called(tag, title)} could not be mended ({error.reason})"
            self.repairs.append(f"{self.name}, line {line}: {what} and was left out.")
            return [Node(BROKEN, {"line": line, "title": title, "reason": what})]
        self.repairs.extend(f"{self.name}, line {line}: {what}." for what in said)
        return nodes

    def _parsed(self, piece):
        declarations = "".join(
            f' xmlns{":" if prefix else ""}{prefix}="{html.escape(address)}"'
            for prefix, address in self.declared.items()
        )
        wrapped = f"<{'feed' if self.root == 'atom:feed' else 'rss'}{declarations}>\n{piece}</"
        wrapped += "feed>" if self.root == "atom:feed" else "rss>"
        _root, *nodes = read_nodes([wrapped.encode("utf-8", "replace")], self.name)
        return nodes

    def _declare(self, attributes):
        for prefix, quoted, single in _DECLARATION.findall(attributes):
            self.declared[prefix] = html.unescape(quoted or single)

    def _line_at(self, position):
        """Return the line of a place that is not before the last one asked for."""
        self.line += self.text.count("\n", self.counted, position)
        self.counted = max(position, self.counted)
        return self.line


def _title(piece):
    match = _TITLE.search(piece)
    return match[1].strip() if match else ""


def _called(tag, title):
    kind = "the item" if tag in _ITEMS else f"the element <{tag}>"
    return f"{kind} “{title}”" if title else kind
