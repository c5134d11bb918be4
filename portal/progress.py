"""What long commands show while they work, and how they end."""

import contextlib
import signal
import sys
import time

from django.core.management.base import CommandError

INTERVAL = 1.0


class Progress:
    """Shows at most one line a second: on a terminal each in the place of the one before."""

    def __init__(self, stream):
        self.stream = stream
        self.last = 0.0
        self.shown = 0

    def __call__(self, line):
        if time.monotonic() - self.last < INTERVAL:
            return
        self.last = time.monotonic()
        if self.stream.isatty():
            self.stream.write(f"\r{line:<{self.shown}}", ending="")
            self.shown = len(line)
        else:
            self.stream.write(line)
        self.stream.flush()

    def clear(self):
        """Wipe the line away that stands on the terminal."""
        if self.shown:
            self.stream.write(f"\r{'':<{self.shown}}\r", ending="")
            self.shown = 0


@contextlib.contextmanager
def progress_shown(stream, *, faults, stopped):
    """Offer a `Progress`. ``faults``, a type of exceptions, become one line and exit code 1.

    Ctrl-C and SIGTERM end with the sentence ``stopped`` and their exit code, once the block has tidied up.
    """
    progress = Progress(stream)

    def stop(number, _frame):
        raise KeyboardInterrupt(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield progress
    except faults as error:
        progress.clear()
        raise CommandError(str(error)) from error
    except KeyboardInterrupt as interrupt:
        progress.clear()
        stream.write(stopped)
        sys.exit(128 + (interrupt.args[0] if interrupt.args else signal.SIGINT))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    progress.clear()
