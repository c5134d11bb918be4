"""A breaker: after a failure, ask again only when a rest has passed."""

import threading
import time


class Breaker:
    """Open after a failure, for ``rest`` seconds; one caller may try then, the others wait for its result."""

    def __init__(self, rest):
        self.rest = rest
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
        """Open the breaker."""
        self._open_until = time.monotonic() + self.rest

    def worked(self):
        """Close the breaker."""
        self._open_until = 0.0
