"""One export: its files, what system wrote them, and its records."""

import json

from news.intake.errors import Refused
from news.intake.readers.base import ReaderOptions, Repairs, XmlReader
from news.intake.readers.blogger import BloggerReader, is_blogger
from news.intake.readers.feeds import FeedReader
from news.intake.readers.files import digest, export_files
from news.intake.readers.ghost import GhostReader
from news.intake.readers.json_lines import LinesReader, is_line
from news.intake.readers.wordpress import WordpressReader

_NAMES = {
    "wordpress": "WordPress",
    "ghost": "Ghost",
    "feed": "a feed",
    "blogger": "Blogger",
    "lines": "JSON Lines of the neutral record",
}
_KNOWN = (
    "What is known here: WordPress (WXR), Ghost (JSON), Blogger, RSS and Atom, and JSON Lines of the neutral record."
)


class Export:
    """An export that was opened.

    ``source`` says where it comes from, ``repairs`` in sentences what was
    mended while it was read the last time.
    """

    def __init__(self, paths, files, reader, repairs):
        self._paths, self._files, self._reader = list(paths), files, reader
        self.repairs, self._repairs_at_opening = repairs, list(repairs)
        self.source = reader.source

    def records(self):
        """Return a fresh iterator over all records. Each pass reads the files anew and keeps no more than one item."""
        self.repairs[:] = self._repairs_at_opening
        for file in self._files:
            file.read = 0
        return self._reader.records()

    @property
    def position(self):
        """How many bytes of the files the newest pass has read, and how many there are."""
        return sum(file.read for file in self._files), sum(file.size for file in self._files)

    @property
    def sha256(self):
        """The SHA-256 of the file as it came; of several, that of their sums."""
        return digest(self._paths)


def open_export(paths, *, options=None):
    """Open the files of one export and return it as an ``Export``.

    Several files of one site are one export: posts and media may come apart.
    What system wrote them is told from their content. Raises ``Refused`` for
    what is no export or may not be read, ``Malformed`` for a damaged one; both
    may also come while its records are read.
    """
    options = options or ReaderOptions()
    files = export_files(paths)
    repairs = Repairs()
    found = [_recognised(file, options) for file in files]
    systems = list(dict.fromkeys(system for system, _header in found))
    if len(systems) > 1:
        raise Refused(f"These files come from different systems: {', '.join(_NAMES[system] for system in systems)}.")
    system = systems[0]
    if options.system and options.system != system:
        raise Refused(f"This is an export of {_NAMES[system]}, not of {_NAMES.get(options.system, options.system)}.")
    headers = [header for _system, header in found]
    readers = {
        "wordpress": WordpressReader,
        "blogger": BloggerReader,
        "feed": FeedReader,
        "ghost": GhostReader,
        "lines": LinesReader,
    }
    return Export(paths, files, readers[system](files, options, repairs, headers), repairs)


def _recognised(file, options):
    """Return the system that wrote a file, and how it begins if it is XML."""
    start = file.head().lstrip()
    if not start:
        raise Refused(f"{file.name} is empty.")
    if start.startswith(b"<"):
        header = XmlReader([file], options, []).header(file)
        return _xml_system(header), header
    if start[:1] in b"{[":
        return ("lines" if _begins_with_line(file) else "ghost"), None
    raise Refused(f"{file.name} is no export that is known here. {_KNOWN}")


def _xml_system(header):
    root = header.root.name
    if root == "atom:feed":
        return "blogger" if is_blogger(header) else "feed"
    declared = " ".join(value for key, value in header.root.attributes.items() if key.startswith("xmlns"))
    items = [header.first] if header.first else []
    nodes = header.channel + [child for item in items for child in item.children]
    if "wordpress.org/export/" in declared or any(node.name.startswith("wp:") for node in nodes):
        return "wordpress"
    return "feed"


def _begins_with_line(file):
    """Tell whether a file of JSON is written in lines, by its first one."""
    line = b""
    for chunk in file.chunks(lenient=True):
        line += chunk.lstrip() if not line else chunk
        if b"\n" in line or len(line) > 1024 * 1024:
            break
    try:
        return is_line(json.loads(line.partition(b"\n")[0]))
    except (ValueError, RecursionError):
        return False
