"""XML in constant memory: the children of an export's channel, one after the other, each as a small tree.

Expat reads; whatever could make it reach out, blow up or run deep is refused
before it happens. Names come out with the prefix that this module gives to
their namespace, whatever prefix the file uses: `wp:post_id`, `atom:entry`.
"""

import re
from xml.parsers import expat

from news.intake.errors import Malformed, Refused

MAX_DEPTH = 200
"""Elements within elements."""

MAX_ITEM = 24 * 1024 * 1024
"""Characters that one item may hold, with 100 for each of its elements."""

MAX_NAMES = 5000
"""Different names of elements and attributes in one file. Each is remembered for as long as the file is read."""

MAX_TOKEN = 8 * 1024 * 1024
"""Bytes that one tag or comment may take."""

_NAMESPACES = (
    (re.compile(r"https?://wordpress\.org/export/1\.\d/excerpt/?"), "excerpt"),
    (re.compile(r"https?://wordpress\.org/export/1\.\d/?"), "wp"),
    (re.compile(r"http://purl\.org/rss/1\.0/modules/content/"), "content"),
    (re.compile(r"http://purl\.org/rss/1\.0/"), ""),
    (re.compile(r"http://purl\.org/dc/elements/1\.1/"), "dc"),
    (re.compile(r"http://www\.w3\.org/2005/Atom"), "atom"),
    (re.compile(r"https?://www\.w3\.org/1999/xhtml"), "xhtml"),
    (re.compile(r"http://www\.w3\.org/1999/02/22-rdf-syntax-ns#"), "rdf"),
    (re.compile(r"http://www\.w3\.org/2007/app|http://purl\.org/atom/app#"), "app"),
    (re.compile(r"http://purl\.org/syndication/thread/1\.0"), "thr"),
    (re.compile(r"http://schemas\.google\.com/blogger/20\d\d"), "blogger"),
    (re.compile(r"http://www\.itunes\.com/dtds/podcast-1\.0\.dtd", re.IGNORECASE), "itunes"),
    (re.compile(r"http://search\.yahoo\.com/mrss/?"), "media"),
)
KNOWN_PREFIXES = {
    "wp": "http://wordpress.org/export/1.2/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
    "app": "http://www.w3.org/2007/app",
    "thr": "http://purl.org/syndication/thread/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
}
"""What a prefix means that a file uses and does not declare."""

_ROOTS = {"rss", "rdf:RDF", "atom:feed"}
_NO_BUILDING = {"wp:comment"}
"""Elements that are counted only: they come by the thousand, and nothing in them is kept."""

DTD_REFUSED = (
    "it holds a document type declaration (DOCTYPE), with which a file can make its reader open other files or fill "
    "all memory. No export needs one: take the line out, and write named characters such as &nbsp; as themselves"
)


class Node:
    """An element: its ``name``, its ``attributes`` and its ``parts``, texts and elements as they follow each other."""

    __slots__ = ("attributes", "name", "parts")

    def __init__(self, name, attributes):
        self.name, self.attributes, self.parts = name, attributes, []

    @property
    def text(self):
        """The text directly inside."""
        return "".join([part for part in self.parts if isinstance(part, str)])

    @property
    def children(self):
        """The elements directly inside."""
        return [part for part in self.parts if not isinstance(part, str)]

    def all(self, name):
        """Return the children of a name."""
        return [part for part in self.parts if not isinstance(part, str) and part.name == name]

    def first(self, name):
        """Return the text of the first child of a name, without space around it, or an empty text."""
        for part in self.parts:
            if not isinstance(part, str) and part.name == name:
                return part.text.strip()
        return ""


def read_nodes(chunks, name):
    """Yield the root of an XML document without its children, then every child of it and of its channel.

    ``chunks`` are pieces of UTF-8, ``name`` is what messages call the file.
    Raises ``Refused`` for document types, nesting and sizes that no export has,
    and ``Malformed`` where the document is not well formed, in its namespaces
    too. Comments on stories come without what is in them.
    """
    reader = _Reader(name)
    parse, parser, ready = reader.parser.Parse, reader.parser, reader.ready
    fed = 0
    try:
        for chunk in chunks:
            fed += len(chunk)
            parse(chunk, False)
            if fed - parser.CurrentByteIndex > MAX_TOKEN:
                raise Refused(f"{name}, line {parser.CurrentLineNumber}: one tag or comment takes more than 8 MB.")
            if ready:
                yield from ready
                ready.clear()
        parse(b"", True)
        yield from ready
    except expat.ExpatError as error:
        yield from ready
        raise reader.malformed(expat.ErrorString(error.code), error.lineno, error.offset) from error


class _Reader:
    """Expat's events, made into nodes. What is complete waits in ``ready``."""

    def __init__(self, name):
        self.name = name
        self.ready = []
        self.items = 0
        self.depth = 0
        self.size = 0
        self.stack = []
        self.unbuilt = 0
        self.root = ""
        self.names = set()
        self.scopes = [(0, {"xml": "xml", "": ""}, {})]
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.buffer_size = 64 * 1024
        self.parser.StartDoctypeDeclHandler = self._refuse_dtd
        self.parser.EntityDeclHandler = self._refuse_dtd
        self.parser.ExternalEntityRefHandler = self._refuse_dtd
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def malformed(self, reason, line, column):
        return Malformed(
            reason,
            path=self.name,
            line=line,
            column=column,
            done=f"{self.items} items before that are whole." if self.items else "No item before that is whole.",
            cure="Mend the file there, or let --recover mend what it can and say what it did.",
        )

    def _refuse_dtd(self, *_declaration):
        raise Refused(f"{self.name}, line {self.parser.CurrentLineNumber}: {DTD_REFUSED}.")

    def _start(self, name, attributes):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            line = self.parser.CurrentLineNumber
            raise Refused(f"{self.name}, line {line}: elements are nested more than {MAX_DEPTH} deep.")
        if name not in self.names or attributes:
            self._remember(name, attributes)
        if self.unbuilt:
            return
        if attributes:
            self._open_scope(attributes)
        known = self.scopes[-1][2]
        full = known.get(name)
        if full is None:
            full = known[name] = self._full_name(name)
        stack = self.stack
        if stack:
            self._grow(100)
            node = Node(full, attributes)
            stack[-1].parts.append(node)
            if full in _NO_BUILDING:
                self.unbuilt = self.depth
            else:
                stack.append(node)
        elif self.depth == 1:
            self._take_root(full, attributes)
        elif not (self.depth == 2 and full == "channel" and self.root != "atom:feed"):
            stack.append(Node(full, attributes))

    def _end(self, _name):
        if self.unbuilt:
            if self.unbuilt == self.depth:
                self.unbuilt = 0
        elif self.stack:
            node = self.stack.pop()
            if not self.stack:
                self.size = 0
                self.ready.append(node)
                self.items += node.name in ("item", "atom:entry")
        if self.scopes[-1][0] == self.depth:
            self.scopes.pop()
        self.depth -= 1

    def _text(self, text):
        if self.stack and not self.unbuilt:
            self._grow(len(text))
            self.stack[-1].parts.append(text)

    def _grow(self, by):
        self.size += by
        if self.size > MAX_ITEM:
            line = self.parser.CurrentLineNumber
            raise Refused(f"{self.name}, line {line}: one item is larger than {MAX_ITEM // 1024**2} MB.")

    def _remember(self, name, attributes):
        self.names.add(name)
        self.names.update(attributes)
        if len(self.names) > MAX_NAMES:
            line = self.parser.CurrentLineNumber
            raise Refused(f"{self.name}, line {line}: more than {MAX_NAMES} names of elements, as no export has.")
        self._grow(sum(map(len, attributes.values())))

    def _take_root(self, name, attributes):
        if name not in _ROOTS:
            raise Refused(f"{self.name} is XML, but no export that is known here: it begins with <{name}>.")
        self.root = name
        self.ready.append(Node(name, attributes))

    def _open_scope(self, attributes):
        declared = {
            key.partition(":")[2]: _prefix_of(value)
            for key, value in attributes.items()
            if key == "xmlns" or key.startswith("xmlns:")
        }
        if declared:
            self.scopes.append((self.depth, self.scopes[-1][1] | declared, {}))

    def _full_name(self, name):
        prefix, colon, local = name.rpartition(":")
        full = self.scopes[-1][1].get(prefix)
        if full is None:
            line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
            raise self.malformed(f"the prefix “{prefix}” of <{name}> is declared nowhere", line, column)
        return f"{full}:{local}" if full else local


def _prefix_of(address):
    """Return the prefix that stands for a namespace here; of an unknown one, the address in braces."""
    for pattern, prefix in _NAMESPACES:
        if pattern.fullmatch(address):
            return prefix
    return f"{{{address}}}" if address else ""
