"""Work on a page that is done after its reader has been served."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor

logger = logging.getLogger(__name__)


class Behind:
    """Threads that do a piece of work by its key, each key once at a time.

    ``name`` is that of the threads and says in the log what failed. Where
    ``limit`` pieces are under way or wait already, further ones are left undone.
    """

    def __init__(self, name, threads, limit=float("inf")):
        self.name = name
        self.threads = threads
        self.limit = limit
        self._keys = set()
        self._guard = threading.Lock()
        self._pool = None

    def do(self, key, work, *arguments):
        """Call ``work(*arguments)`` soon, unless that is being done for the key already."""
        with self._guard:
            if key in self._keys or len(self._keys) >= self.limit:
                return
            self._keys.add(key)
            if self._pool is None:  # made after the fork: threads do not survive one
                self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix=self.name)
        self._pool.submit(self._do, key, work, arguments)

    def _do(self, key, work, arguments):
        try:
            work(*arguments)
        except Exception:
            logger.exception("Behind the readers, %s failed for %s", self.name, key)
        finally:
            with self._guard:
                self._keys.discard(key)
