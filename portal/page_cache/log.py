"""The purge log: what has changed, and when, for every process of the machine to see at once.

An append-only file beside the page store. Beside it lies a mark of a few bytes,
mapped into every process: whoever appends changes it, so that every request may
look whether there is anything new without a system call, which would make it
give way to other threads. What a process appends is seen by the next request to
any other one.
"""

import fcntl
import json
import logging
import mmap
import os
import threading
import time
from contextlib import contextmanager
from pathlib import Path

logger = logging.getLogger(__name__)

EVERYTHING = "*"
# The mark: which writing of the file this is, and a name for its last line.
MARK_LENGTH = 16
_GENERATION, _LAST, _MARK = slice(0, 8), slice(8, 16), slice(0, MARK_LENGTH)
# Seconds after which a look goes to the file itself: some file systems do not share what is mapped.
LOOK_ANYWAY = 1.0
# Bytes from which the file is written anew with one line for each tag.
COMPACT_FROM = 8_000_000


class PurgeLog:
    """One process's view of the log.

    ``version`` grows with every change seen; ``purged_since()`` compares an
    entry's tags with the moments of their last purges.
    """

    def __init__(self, path, compact_from=COMPACT_FROM):
        self.path = Path(path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        self._mark = _mapped(self.path.with_suffix(".mark"))
        self._compact_from = compact_from
        self._lock = threading.Lock()
        self._read_to = 0
        self._rest = b""
        self._seen = b""
        self._next_look = 0.0
        self._soft = {}
        self._hard = {}
        self.version = 0
        self.refresh()

    def refresh(self):
        """Take in what other processes have appended since the last look."""
        if self._mark[_MARK] != self._seen or time.monotonic() >= self._next_look:
            with self._lock:
                self._look()

    def _look(self, alone=False):
        """Read what is new; from the beginning only while nobody writes the file anew, which who is ``alone`` knows."""
        mark = self._mark[_MARK]  # before the file is read: what comes in between is seen by the next look
        size = os.fstat(self._file).st_size
        if mark[_GENERATION] != self._seen[_GENERATION] or size < self._read_to:
            if not alone:
                with self._held("rb", fcntl.LOCK_SH):
                    self._look(alone=True)
                return
            self._read_to, self._rest = 0, b""
        if size != self._read_to:
            self._read_new()
        self._seen = mark
        self._next_look = time.monotonic() + LOOK_ANYWAY

    def _read_new(self):
        while piece := os.pread(self._file, 1 << 20, self._read_to):
            self._read_to += len(piece)
            *lines, self._rest = (self._rest + piece).split(b"\n")
            for line in lines:
                self._apply(line)
        self.version += 1

    def _apply(self, line):
        try:
            event = json.loads(line)
            moment, names, hard = float(event["at"]), event["tags"], event.get("hard", False)
        except (ValueError, KeyError, TypeError):
            logger.warning("The purge log holds a line that cannot be read; every page is rendered anew.")
            moment, names, hard = time.time(), [EVERYTHING], False
        for name in names:
            self._soft[name] = max(moment, self._soft.get(name, 0))
            if hard:
                self._hard[name] = max(moment, self._hard.get(name, 0))

    def append(self, names, *, hard=False, at=None):
        """Record that everything that carries one of the tags has changed. ``hard`` forbids stale copies."""
        with self._lock:
            with self._held("ab", fcntl.LOCK_SH) as file:
                file.write(_line(at or time.time(), sorted(names), hard))
                file.flush()
                self._mark[_LAST] = os.urandom(8)
            self._look()
            if self._read_to > self._compact_from:
                self._compact()

    def _compact(self):
        """Write the file anew, with the last purge of each tag, while nobody appends."""
        with self._held("r+b", fcntl.LOCK_EX) as file:
            self._look(alone=True)
            tables = ((self._hard, True), (self._soft, False))
            lines = [_line(moment, [name], hard) for table, hard in tables for name, moment in table.items()]
            file.write(b"".join(lines))  # at one go: a process that dies here leaves the old lines or the new ones
            file.truncate()
            self._mark[_MARK] = os.urandom(MARK_LENGTH)
            self._look(alone=True)
        self._compact_from = max(self._compact_from, 2 * self._read_to)

    @contextmanager
    def _held(self, mode, lock):
        """Open the file anew to lock it: what was open before a fork has one lock for all processes."""
        with self.path.open(mode) as file:
            fcntl.flock(file, lock)
            yield file

    def purged_since(self, moment, names):
        """Whether any of the tags was purged at or after ``moment``, in seconds since the epoch."""
        return self._after(self._soft, moment, names)

    def forbidden_since(self, moment, names):
        """Whether any of the tags was purged for good at or after ``moment``: no stale copy may go out."""
        return self._after(self._hard, moment, names)

    @staticmethod
    def _after(table, moment, names):
        if not table:
            return False
        if table.get(EVERYTHING, 0) >= moment:
            return True
        return any(table.get(name, 0) >= moment for name in names)


def _line(moment, names, hard):
    return json.dumps({"at": moment, "tags": names, "hard": hard}).encode() + b"\n"


def _mapped(path):
    """Return the mark in shared memory, made if need be. Its bytes are written, so that a full disk is told here."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if os.fstat(file).st_size < MARK_LENGTH:
            os.pwrite(file, bytes(MARK_LENGTH), 0)
        return mmap.mmap(file, MARK_LENGTH)
    finally:
        os.close(file)
