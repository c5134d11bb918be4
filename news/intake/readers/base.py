"""What all readers share: their options, and how an XML export begins and goes on."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from news.intake.errors import IntakeError
from news.intake.on_disk import DiskMap
from news.intake.readers.recovery import BROKEN, recovered_nodes
from news.intake.readers.xml_stream import Node, read_nodes
from news.intake.record import DAMAGED, Skipped

ITEMS = ("item", "atom:entry")


class NoSuchOption(IntakeError):
    """An export cannot be read as it was asked for."""

    exit_code = 2


@dataclass(frozen=True)
class ReaderOptions:
    """How an export is to be read.

    ``timezone`` is that of times which say none. ``recover`` mends damaged XML
    instead of stopping. ``trash`` is "skip" or "draft". ``types`` are the types
    of posts to read; one beside "post" and "page" may say which of the two it
    is to be, as in "event:page". ``system`` refuses the exports of any other.
    Raises `NoSuchOption` for a zone or a type that is none.
    """

    timezone: str = "UTC"
    recover: bool = False
    trash: str = "skip"
    types: tuple[str, ...] = ("post", "page")
    system: str = ""

    def __post_init__(self):
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise NoSuchOption(f"“{self.timezone}” is no time zone. Write it as in Europe/Berlin.") from error
        for entry in self.types:
            if entry.partition(":")[2] not in ("", "post", "page"):
                raise NoSuchOption(f"“{entry}” is no type to read. Write it as in event:page or review:post.")

    @property
    def zone(self):
        """The time zone itself."""
        return ZoneInfo(self.timezone)

    @property
    def kinds(self):
        """What each type is read as: "post" or "page"."""
        named = (entry.partition(":") for entry in self.types)
        return {name: "page" if "page" in (name, kind) else "post" for name, _colon, kind in named}


class Repairs(list):
    """Sentences on what was mended, of which no more are kept than a person will read."""

    MOST = 1000

    def append(self, sentence):
        """Add a sentence; the first beyond the most says that there would be more."""
        if len(self) < self.MOST:
            super().append(sentence)
        elif len(self) == self.MOST:
            super().append("Further mendings of the same kinds are not listed.")

    def extend(self, sentences):
        """Add several."""
        for sentence in sentences:
            self.append(sentence)


class Keys:
    """Gives each story of an export a key of its own, though some systems give one number or id to two.

    The same story in two overlapping files keeps one key: it has one address.
    """

    def __init__(self):
        self._met = DiskMap()

    def unique(self, key, told_apart_by):
        """Return a story's key: what the system calls it, with its address or title if another has that already."""
        mark = hash(told_apart_by)
        return key if self._met.setdefault(key, mark) == mark else f"{key} {told_apart_by}"


@dataclass
class Header:
    """How an XML export begins: its root, what its channel says of itself, and its first item, if it has one."""

    root: Node
    channel: list[Node] = field(default_factory=list)
    first: Node | None = None

    def text(self, name):
        """Return what the channel says first under a name, or an empty text."""
        return next((node.text.strip() for node in self.channel if node.name == name), "")


class XmlReader:
    """A reader of XML. ``repairs`` is the export's list of what was mended."""

    def __init__(self, files, options, repairs):
        self.files, self.options, self.repairs = files, options, repairs

    def nodes(self, file):
        """Yield the elements of a file, strictly or mended, as the options say."""
        if not self.options.recover:
            yield from read_nodes(file.chunks(), file.name)
        else:
            yield from recovered_nodes(file.chunks(lenient=True), file.name, self.repairs)
        if file.dropped:
            self.repairs.append(f"{file.name}: {file.dropped} control characters, which XML forbids, were left out.")

    def header(self, file):
        """Return how a file begins. Reads no further than its first item."""
        nodes = self.nodes(file)
        header = Header(next(nodes, None) or Node("", {}))
        for node in nodes:
            if node.name in ITEMS:
                header.first = node
                break
            header.channel.append(node)
        nodes.close()
        return header


def broken(node):
    """Return the ``Skipped`` of an element that could not be mended, or ``None`` of any other."""
    if node.name != BROKEN:
        return None
    return Skipped(
        DAMAGED, f"line {node.attributes['line']}: {node.attributes['reason']}", title=node.attributes["title"]
    )
