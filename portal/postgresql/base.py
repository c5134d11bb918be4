"""The database backend ``portal.postgresql``."""

import threading
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextlib import contextmanager
from weakref import WeakSet

from django.db.backends.postgresql import base
from django.db.utils import OperationalError

from portal.breaker import Breaker
from portal.deadline import seconds_left, waiting, watchdog

REST = 1.0
# One statement that is too slow is its own fault; two in a row are the database's.
TOLERANCE = 2
# Connections that a process keeps between requests. It has many threads, few of which need one at the same time.
KEPT = 8
MESSAGE = "The database did not answer a moment ago; it is left alone for a second."

# Shared by all threads of the process: what one learns, the others need not wait for.
breaker = Breaker(REST, TOLERANCE)
_open = WeakSet()
_guard = threading.Lock()
_connectors = None


def _pool():
    global _connectors  # noqa: PLW0603 - made after the fork, since threads do not survive one
    if _connectors is None:
        _connectors = ThreadPoolExecutor(8, thread_name_prefix="database-connect")
    return _connectors


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL with deadlines (`portal.deadline`) and a breaker.

    Without a deadline, as in commands and in the admin, it is Django's own.
    """

    def get_new_connection(self, conn_params):
        """Connect within the deadline. libpq itself waits two seconds at least, which is too long for a reader."""
        left = seconds_left()
        if left is None:
            return super().get_new_connection(conn_params)
        if not breaker.allows():
            raise OperationalError(MESSAGE)
        connecting = _pool().submit(super().get_new_connection, conn_params)
        try:
            with waiting():
                connection = connecting.result(timeout=max(0.0, left))
        except Late:
            breaker.failed()
            connecting.add_done_callback(_close_late_connection)
            raise OperationalError("The database did not take a connection in time.") from None
        except Exception:
            breaker.failed()
            raise
        breaker.worked()
        return connection

    def connect(self):
        """Connect, and count the connection."""
        super().connect()
        with _guard:
            _open.add(self)

    def _close(self):
        super()._close()
        with _guard:
            _open.discard(self)

    def close_if_unusable_or_obsolete(self):
        """After a request, close the connection also when this process keeps enough others."""
        if self.connection is not None and len(_open) > KEPT and not self.in_atomic_block:
            self.close()
            return
        super().close_if_unusable_or_obsolete()

    def is_usable(self):
        """Ask the server, within the deadline, whether the kept connection still lives."""
        if seconds_left() is None:
            return super().is_usable()
        if not breaker.allows():
            return False
        try:
            with self._watched():
                usable = super().is_usable()
        except OperationalError:
            usable = False
        if usable:
            breaker.worked()
        else:
            breaker.failed()
        return usable

    def _cursor(self, name=None):
        cursor = super()._cursor(name)
        if seconds_left() is not None and self._within_deadline not in self.execute_wrappers:
            self.execute_wrappers.append(self._within_deadline)
        return cursor

    def _within_deadline(self, execute, sql, params, many, context):
        """Run one statement; past the deadline its socket is shut and it fails."""
        if seconds_left() is None:
            return execute(sql, params, many, context)
        if not breaker.allows():
            raise OperationalError(MESSAGE)
        try:
            with self._watched():
                result = execute(sql, params, many, context)
        except OperationalError:
            breaker.failed()
            raise
        breaker.worked()
        return result

    @contextmanager
    def _watched(self):
        # A connection that the server has ended has no socket any more, which psycopg says with an error of its own.
        with self.wrap_database_errors:
            socket = self.connection.fileno()
        with watchdog.watching(socket):
            yield


def _close_late_connection(connecting):
    if not connecting.cancelled() and connecting.exception() is None:
        connecting.result().close()
