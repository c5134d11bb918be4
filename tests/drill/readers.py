"""A steady stream of readers: so many requests a second, whether the site answers or not."""

import http.client
import threading
import time
from dataclasses import dataclass
from itertools import count

TIME_LIMIT = 10
CROWD = 160
COLD_HOST = "cold-{}.drill.example"


@dataclass(frozen=True)
class Answer:
    """What one reader got. ``status`` is 0 where no whole answer came; ``error`` says why."""

    asked: float
    seconds: float
    warm: bool
    status: int
    retry_after: str = ""
    error: str = ""

    @property
    def ended(self):
        return self.asked + self.seconds


class Readers:
    """Asks for pages at a steady rate until told to stop; every ``cold_one_in``th page is one that nobody has seen.

    A page under a host name of its own is cold by construction. Readers do not
    wait for each other: a slow answer delays nobody else's question.
    """

    def __init__(self, port, paths, rate, cold_one_in):
        self.port = port
        self.paths = paths
        self.rate = rate
        self.cold_one_in = cold_one_in
        self.answers = []
        self._numbers = count()
        self._stopping = threading.Event()
        self._crowd = threading.Semaphore(CROWD)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *error):
        self._stopping.set()
        self._thread.join()
        for _reader in range(CROWD):
            self._crowd.acquire()

    def between(self, begin, end):
        """Return the answers to what was asked between two moments of the monotonic clock."""
        return [answer for answer in list(self.answers) if begin <= answer.asked < end]

    def _run(self):
        began = time.monotonic()
        for number in self._numbers:
            pause = began + number / self.rate - time.monotonic()
            if self._stopping.wait(max(0, pause)):
                return
            self._crowd.acquire()
            threading.Thread(target=self._ask, args=[number], daemon=True).start()

    def _ask(self, number):
        warm = number % self.cold_one_in != 0
        host = f"127.0.0.1:{self.port}" if warm else COLD_HOST.format(number)
        path = self.paths[number % len(self.paths)]
        try:
            self.answers.append(ask(self.port, path, host, warm))
        finally:
            self._crowd.release()


def ask(port, path, host, warm=True):
    """Ask for a page as a reader with a new connection does, and take the whole answer in."""
    asked = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIME_LIMIT)
    try:
        connection.request("GET", path, headers={"Host": host, "Connection": "close", "Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
    except (OSError, http.client.HTTPException) as error:
        return Answer(asked, time.monotonic() - asked, warm, 0, error=type(error).__name__)
    finally:
        connection.close()
    seconds = time.monotonic() - asked
    return Answer(asked, seconds, warm, response.status, response.headers.get("Retry-After", ""))
