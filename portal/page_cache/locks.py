"""One rendering of a page at a time, on the whole machine."""

import fcntl
import hashlib
import os
import threading
import time
from contextlib import contextmanager
from pathlib import Path

FILES = 512
PAUSE = 0.01


class KeyLocks:
    """Locks by key: between the threads of a process and between processes.

    Keys share a fixed number of lock files, so that random addresses leave
    nothing behind; two pages that share one wait for each other, which is rare
    and harmless.
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._threads = [threading.Lock() for _number in range(FILES)]
        self._local = threading.local()

    @property
    def waited(self):
        """Whether the last ``hold()`` of this thread had to wait for somebody else."""
        return getattr(self._local, "waited", False)

    @contextmanager
    def hold(self, key, patience):
        """Hold the lock of ``key``; yields False when it was not to be had within ``patience`` seconds."""
        number = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest()) % FILES
        deadline = time.monotonic() + patience
        self._local.waited = False
        thread_lock = self._threads[number]
        if not thread_lock.acquire(blocking=False):
            self._local.waited = True
            if not (patience and thread_lock.acquire(timeout=patience)):
                yield False
                return
        try:
            file = os.open(self.folder / str(number), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                yield self._lock_file(file, deadline)
            finally:
                os.close(file)
        finally:
            thread_lock.release()

    def _lock_file(self, file, deadline):
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self._local.waited = True
                if time.monotonic() >= deadline:
                    return False
                time.sleep(PAUSE)
            else:
                return True
