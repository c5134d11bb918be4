"""How long a public page may wait for the database.

A statement timeout cannot fire in a database that is frozen, so the limit is
kept on our side: past it, the socket of the connection is shut, and the thread
that hangs on it gets an error. Only waiting counts: a page that takes long for
want of a processor is no reason to give up on the database.
"""

import heapq
import itertools
import os
import socket
import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar

_patience = ContextVar("database_patience", default=None)


class _Patience:
    """The seconds of waiting that are left."""

    __slots__ = ("left",)

    def __init__(self, seconds):
        self.left = seconds


@contextmanager
def within(seconds):
    """Give everything inside the block so many seconds for all its waiting on the database."""
    token = _patience.set(_Patience(seconds))
    try:
        yield
    finally:
        _patience.reset(token)


def seconds_left():
    """Return the seconds of waiting that are left in this context, or None where they are not limited."""
    patience = _patience.get()
    return None if patience is None else patience.left


@contextmanager
def waiting():
    """Count the time inside the block as waiting."""
    patience = _patience.get()
    began = time.monotonic()
    try:
        yield
    finally:
        if patience is not None:
            patience.left -= time.monotonic() - began


class Watchdog:
    """One thread that shuts the sockets of calls that are over their time."""

    def __init__(self):
        self._calls = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._process = None

    @contextmanager
    def watching(self, file_number):
        """Shut the socket with that file number if the block outlasts the context's patience."""
        left = seconds_left()
        if left is None:
            yield
            return
        call = [time.monotonic() + left, next(self._numbers), os.dup(file_number)]
        with self._changed:
            self._start()
            heapq.heappush(self._calls, call)
            self._changed.notify()
        try:
            with waiting():
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
