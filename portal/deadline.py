"""How long a public page may wait for the database.

A statement timeout cannot fire in a database that is frozen, so the limit is
kept on our side: past it, the socket of the connection is shut, and the thread
that hangs on it gets an error.
"""

import heapq
import itertools
import os
import socket
import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar

_deadline = ContextVar("database_deadline", default=None)


@contextmanager
def within(seconds):
    """Give everything inside the block so many seconds for all its waiting on the database."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


def seconds_left():
    """Return the seconds until the deadline of this context, or None without one."""
    deadline = _deadline.get()
    return None if deadline is None else deadline - time.monotonic()


class Watchdog:
    """One thread that shuts the sockets of calls that are over their time."""

    def __init__(self):
        self._calls = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._process = None

    @contextmanager
    def watching(self, file_number):
        """Shut the socket with that file number if the block outlives the context's deadline."""
        deadline = _deadline.get()
        if deadline is None:
            yield
            return
        call = [deadline, next(self._numbers), os.dup(file_number)]
        with self._changed:
            self._start()
            heapq.heappush(self._calls, call)
            self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                file, call[2] = call[2], None
            if file is not None:
                os.close(file)

    def _start(self):
        # Threads do not survive a fork; each process starts its own with the first call.
        if self._process != os.getpid():
            self._process = os.getpid()
            threading.Thread(target=self._run, name="database-watchdog", daemon=True).start()

    def _run(self):
        while True:
            with self._changed:
                while self._calls and (self._calls[0][2] is None or self._calls[0][0] <= time.monotonic()):
                    self._shut(heapq.heappop(self._calls))
                patience = self._calls[0][0] - time.monotonic() if self._calls else None
                self._changed.wait(patience)

    @staticmethod
    def _shut(call):
        file, call[2] = call[2], None
        if file is None:
            return
        with socket.socket(fileno=file) as connection:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


watchdog = Watchdog()
