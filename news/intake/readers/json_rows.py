"""JSON in constant memory: the rows of the tables of an export, one after the other."""

import json

import ijson
from ijson.common import ObjectBuilder

from news.intake.characters import kept
from news.intake.errors import Malformed, Refused
from news.intake.readers.xml_stream import MAX_DEPTH, MAX_ITEM, MAX_NAMES

_LOCATED_UP_TO = 64 * 1024 * 1024


def json_rows(file, parents):
    """Yield ``(table, row)`` for every object in a list that is called ``table`` and stands in one of ``parents``.

    ``parents`` are places as ijson writes them: ``""`` is the outermost object,
    ``db.item.data`` what stands under "data" in the entries of the list "db".
    Raises ``Refused`` for nesting that no export has, ``Malformed`` for what is no JSON.
    """
    events = ijson.sendable_list()
    parser = ijson.parse_coro(events, use_float=True)
    rows = _Rows(file.name, parents)
    try:
        for chunk in file.chunks():
            parser.send(chunk)
            yield from rows.take(events)
        parser.close()
        yield from rows.take(events)
    except ijson.JSONError as error:
        line, column = _place(file)
        raise Malformed(
            f"this is no JSON ({str(error).strip().splitlines()[0]})",
            path=file.name,
            line=line,
            column=column,
            done=f"{rows.count} rows before that are whole.",
            cure="Export it anew: a file that was cut off or changed by hand cannot be read.",
        ) from error


class _Rows:
    """Builds rows out of events."""

    def __init__(self, name, parents):
        self.name = name
        self.parents = parents
        self.prefixes = tuple(f"{parent}." if parent else "" for parent in parents)
        self.tables = {}
        self.depth = self.size = self.count = 0
        self.builder = self.table = None
        self.opened_at = 0

    def take(self, events):
        """Yield the rows that are complete, and forget their events."""
        for prefix, event, value in events:
            if event in ("start_map", "start_array"):
                self.depth += 1
                if self.depth > MAX_DEPTH:
                    raise Refused(f"{self.name}: values are nested more than {MAX_DEPTH} deep.")
                if self.builder is None and event == "start_map":
                    self._open(prefix)
            if self.builder is not None:
                self.builder.event(event, value)
                self.size += len(value) if isinstance(value, str) else 32
                if self.size > MAX_ITEM:
                    raise Refused(f"{self.name}: one row is larger than {MAX_ITEM // 1024**2} MB.")
            if event in ("end_map", "end_array"):
                if self.builder is not None and self.depth == self.opened_at:
                    self.count += 1
                    yield self.table, kept(self.builder.value)
                    self.builder = None
                self.depth -= 1
        events.clear()

    def _open(self, prefix):
        if prefix not in self.tables:
            if len(self.tables) > MAX_NAMES:
                raise Refused(f"{self.name}: more than {MAX_NAMES} different names, as no export has.")
            place = prefix.removesuffix(".item")
            names = [place.removeprefix(start) for start in self.prefixes if place.startswith(start)]
            names = [name for name in names if name and "." not in name]
            leads_on = any(f"{parent}.".startswith(f"{prefix}.") for parent in self.parents)
            self.tables[prefix] = names[0] if names and place != prefix and not leads_on else None
        if self.tables[prefix]:
            self.table, self.builder = self.tables[prefix], ObjectBuilder()
            self.opened_at, self.size = self.depth, 0


def _place(file):
    """Return line and column of the first fault in a file of JSON, or zeros where it is too large to look again."""
    if file.size > _LOCATED_UP_TO:
        return 0, 0
    try:
        json.loads(b"".join(file.chunks(lenient=True)))
    except json.JSONDecodeError as error:
        return error.lineno, error.colno - 1
    except (ValueError, RecursionError):
        return 0, 0
    return 0, 0
