"""The purge log: what has changed, and when, for every process of the machine to see at once.

An append-only file beside the page store. Looking whether there is anything
new costs one system call, so every request may ask; what a process appends is
seen by the next request to any other one. Lines are short enough for the
kernel to append them whole.
"""

import json
import logging
import os
import threading
import time
from pathlib import Path

logger = logging.getLogger(__name__)

EVERYTHING = "*"


class PurgeLog:
    """One process's view of the log.

    ``version`` grows with every change seen; ``purged_since()`` compares an
    entry's tags with the moments of their last purges.
    """

    def __init__(self, path):
        self.path = Path(path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        self._lock = threading.Lock()
        self._read_to = 0
        self._rest = b""
        self._soft = {}
        self._hard = {}
        self.version = 0
        self.refresh()

    def refresh(self):
        """Take in what other processes have appended since the last look."""
        if os.fstat(self._file).st_size != self._read_to:
            with self._lock:
                self._read_new()

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
        line = json.dumps({"at": at or time.time(), "tags": sorted(names), "hard": hard}).encode() + b"\n"
        os.write(self._file, line)
        self.refresh()

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


def compact(path):
    """Rewrite the log with one line for each tag's last purge. Only while no process reads it: at start-up."""
    path = Path(path)
    if not path.exists():
        return
    log = PurgeLog(path)
    lines = [
        json.dumps({"at": moment, "tags": [name], "hard": hard}) + "\n"
        for table, hard in ((log._soft, False), (log._hard, True))
        for name, moment in table.items()
    ]
    temporary = path.with_suffix(".new")
    temporary.write_text("".join(lines))
    temporary.replace(path)
