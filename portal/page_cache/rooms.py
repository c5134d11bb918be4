"""How many requests may be at work at once, so that the slow ones leave threads for the quick ones."""

import threading
from contextlib import contextmanager


class Room:
    """So many places, and so many more requests that may wait for one; everybody else is turned away at once.

    Only threads that neither work here nor wait can serve warm pages: together,
    places and waiting must stay below the number of threads of the process.
    """

    def __init__(self, places, waiting):
        self._places = threading.Semaphore(places)
        self._waiting = threading.Semaphore(waiting)

    @contextmanager
    def entered(self, patience):
        """Hold a place; yields False when none was to be had within ``patience`` seconds, or too many wait already."""
        inside = self._places.acquire(blocking=False) or self._wait(patience)
        try:
            yield inside
        finally:
            if inside:
                self._places.release()

    def _wait(self, patience):
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._places.acquire(timeout=patience)
        finally:
            self._waiting.release()
