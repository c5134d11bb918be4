"""Where remembered pages are kept: in each process, and in a place that all processes share."""

import hashlib
import logging
import os
import random
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

from portal.page_cache.entry import Entry

logger = logging.getLogger(__name__)


class MemoryStore:
    """Pages of one process, the least recently used thrown out first once ``limit`` bytes are full."""

    def __init__(self, limit):
        self.limit = limit
        self._entries = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key):
        """Return the entry, or None."""
        entry = self._entries.get(key)
        if entry is not None:
            with suppress(KeyError):  # thrown out by another thread in this very moment
                self._entries.move_to_end(key)
        return entry

    def put(self, key, entry):
        """Keep an entry, and make room for it."""
        with self._lock:
            old = self._entries.pop(key, None)
            self._bytes += entry.size - (old.size if old else 0)
            self._entries[key] = entry
            while self._bytes > self.limit and len(self._entries) > 1:
                _key, gone = self._entries.popitem(last=False)
                self._bytes -= gone.size

    def drop(self, key):
        """Forget an entry."""
        with self._lock:
            old = self._entries.pop(key, None)
            if old:
                self._bytes -= old.size

    def __len__(self):
        return len(self._entries)


class FileStore:
    """Pages in files of one machine. A page is written aside and moved into place, so readers see it whole or not."""

    PRUNE_ONE_IN = 200

    def __init__(self, folder, limit):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.limit = limit

    def _path(self, key):
        name = hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
        return self.folder / name[:2] / name

    def get(self, key):
        """Return the entry, or None where there is none that can be read."""
        try:
            return Entry.load(self._path(key).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, key, entry):
        """Keep an entry. A full disk costs the copy and nothing else."""
        path = self._path(key)
        try:
            path.parent.mkdir(exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(entry.dump())
            os.replace(file.name, path)
        except OSError as error:
            logger.warning("A page could not be kept on disk: %s", error)
        if random.randrange(self.PRUNE_ONE_IN) == 0:  # noqa: S311 - housekeeping, not secrecy
            self.prune()

    def drop(self, key):
        """Forget an entry."""
        self._path(key).unlink(missing_ok=True)

    def prune(self):
        """Delete the oldest files until the folder is under four fifths of its limit."""
        files = []
        for path in self.folder.glob("??/*"):
            try:
                status = path.stat()
            except OSError:
                continue
            files.append((status.st_mtime, status.st_size, path))
        total = sum(size for _time, size, _path in files)
        if total <= self.limit:
            return
        for _moment, size, path in sorted(files):
            path.unlink(missing_ok=True)
            total -= size
            if total <= self.limit * 0.8:
                return


class RedisStore:
    """Pages in Redis, for several machines. Answers nothing for a while after Redis has failed to answer."""

    PREFIX = "page:"

    def __init__(self, client, keep, breaker):
        self.client = client
        self.keep = keep
        self.breaker = breaker

    def _ask(self, call):
        if not self.breaker.allows():
            return None
        try:
            answer = call()
        except Exception as error:  # redis-py raises its own, the socket's and the resolver's errors
            self.breaker.failed()
            logger.warning("Redis does not answer; pages come from this process alone: %s", type(error).__name__)
            return None
        self.breaker.worked()
        return answer

    def get(self, key):
        """Return the entry, or None."""
        data = self._ask(lambda: self.client.get(self.PREFIX + key))
        try:
            return Entry.load(data) if data else None
        except ValueError:
            return None

    def put(self, key, entry):
        """Keep an entry as long as it may be served stale."""
        self._ask(lambda: self.client.set(self.PREFIX + key, entry.dump(), ex=self.keep))

    def drop(self, key):
        """Forget an entry."""
        self._ask(lambda: self.client.delete(self.PREFIX + key))
