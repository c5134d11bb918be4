"""A breaker: after a failure, ask again only when a rest has passed."""

import threading
import time


class Breaker:
    """Open after ``tolerance`` failures in a row, for ``rest`` seconds; one caller may try then, for all others."""

    def __init__(self, rest, tolerance=1):
        self.rest = rest
        self.tolerance = tolerance
        self._failures = 0
        self._open_until = 0.0
        self._lock = threading.Lock()

    def allows(self):
        """Whether to try. While open, one caller in each rest gets through to see whether it works again."""
        if not self._open_until:
            return True
        with self._lock:
            now = time.monotonic()
            if now < self._open_until:
                return False
            self._open_until = now + self.rest
            return True

    def failed(self):
        """Count a failure, and open the breaker if there have been too many."""
        with self._lock:
            self._failures += 1
            if self._failures >= self.tolerance:
                self._open_until = time.monotonic() + self.rest

    def worked(self):
        """Close the breaker."""
        if self._failures:
            with self._lock:
                self._failures = 0
                self._open_until = 0.0
