"""What is known of the answers that are not kept: whom they may be given to, and where waiting is of no use."""

import threading
from collections import OrderedDict

FORBIDDING = ("private", "no-store", "no-cache")


class Unkept:
    """The latest answers of this process that are no pages to keep, such as 404, 410, redirects and failures.

    Many who ask for one at the same moment are given one, and only those who
    had asked before it was begun: so nobody sees what was true before. An
    answer for one reader is held for nobody; of it, only its kind is known.
    At most ``limit`` addresses are known at once. Moments are those of
    `time.monotonic`: a clock that is set back would make old answers new.
    """

    def __init__(self, limit=128):
        self.limit = limit
        self._answers = OrderedDict()
        self._guard = threading.Lock()

    def put(self, key, started, rendered):
        """Take in an answer whose making began at ``started``."""
        with self._guard:
            self._answers.pop(key, None)
            self._answers[key] = (started, rendered if is_for_everybody(rendered) else None)
            if len(self._answers) > self.limit:
                self._answers.popitem(last=False)

    def drop(self, key):
        """Forget what is known of an address: it is a page now."""
        if key in self._answers:
            with self._guard:
                self._answers.pop(key, None)

    def since(self, key, asked):
        """Return an answer that was begun when ``asked`` had passed, or None."""
        started, rendered = self._answers.get(key, (0, None))
        return rendered if started >= asked else None

    def is_personal(self, key):
        """Whether the last answer was for one reader only: then the next one is of no use to others, either."""
        return self._answers.get(key, (0, True))[1] is None


def is_for_everybody(rendered):
    """Whether an answer that is no page may be given to all who asked for it without cookies."""
    if rendered.status.startswith("200"):
        return False
    headers = {name.lower(): value for name, value in rendered.headers}
    if "set-cookie" in headers:
        return False
    # That the server could not answer is not to be kept anywhere, but is nobody's own.
    return rendered.failed or not any(word in headers.get("cache-control", "") for word in FORBIDDING)
