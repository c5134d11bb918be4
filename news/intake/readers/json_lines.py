"""JSON Lines of the neutral record: what any system can be brought over by, and what the portal itself exports."""

from news.intake.errors import Malformed, Refused
from news.intake.lines import TYPES, from_json
from news.intake.readers.xml_stream import MAX_ITEM
from news.intake.record import DAMAGED, Skipped, Source, Status, StoryRecord


def is_line(value):
    """Tell whether the first value of a file makes it one of JSON Lines."""
    return isinstance(value, dict) and value.get("record") in TYPES


class LinesReader:
    """Reads one record a line. The first line should be the source; there may be no second one of another site."""

    system = "lines"

    def __init__(self, files, options, repairs, _headers):
        self.files, self.options, self.repairs = files, options, repairs
        sources = [first for first in (next(self._file(file), None) for file in files) if isinstance(first, Source)]
        self.source = sources[0] if sources else Source(system=self.system)
        others = {tuple(source.base_urls) for source in sources}
        if len(others) > 1:
            raise Refused("These files are exports of several sites. Import one site at a time.")

    def records(self):
        """Yield the records in their order, without the source; damaged lines are skipped if ``recover`` is asked."""
        for file in self.files:
            for record in self._file(file):
                if isinstance(record, StoryRecord):
                    record = self._wanted(record)
                if not isinstance(record, Source):
                    yield record

    def _wanted(self, story):
        if story.status == Status.TRASHED:
            if self.options.trash == "skip":
                return Skipped("trash", f"a {story.kind} in the trash", story.key, story.title)
            story.status = Status.DRAFT
        if story.kind not in self.options.kinds:
            return Skipped(story.kind, "is of a type that is not imported", story.key, story.title)
        return story

    def _file(self, file):
        whole = 0
        for number, line in _lines(file, lenient=self.options.recover):
            if not line.strip():
                continue
            try:
                record = from_json(line, path=file.name, number=number)
            except Malformed as error:
                if not self.options.recover:
                    done = f"{whole} records before that are whole."
                    raise Malformed(
                        error.reason, path=file.name, line=number, column=error.column, done=done
                    ) from error
                self.repairs.append(f"{file.name}, line {number}: {error.reason}; the line was left out.")
                record = Skipped(DAMAGED, f"line {number}: {error.reason}")
            whole += 1
            yield record


def _lines(file, *, lenient):
    """Yield ``(number, line)`` for each line of a file, however its pieces are cut."""
    held, number = b"", 0
    for chunk in file.chunks(lenient=lenient):
        *lines, held = (held + chunk).split(b"\n")
        if len(held) > MAX_ITEM:
            raise Refused(
                f"{file.name}, line {number + len(lines) + 1}: one line is larger than {MAX_ITEM // 1024**2} MB."
            )
        for line in lines:
            number += 1
            yield number, _decoded(line, file.name, number)
    if held:
        yield number + 1, _decoded(held, file.name, number + 1)


def _decoded(line, name, number):
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise Malformed(
            f"bytes that are no UTF-8 ({error.reason})", path=name, line=number, column=error.start
        ) from error
