"""Web servers under measurement: gunicorn with the settings of an installed site, and what its processes cost."""

import contextlib
import socket
import time
from pathlib import Path

from portal.bootstrap.console import Trouble, start, stop
from portal.bootstrap.packages import PYTHON
from portal.bootstrap.stamps import ROOT

HOST = "127.0.0.1"
START_LIMIT = 60


class Server:
    """One gunicorn with one worker, so that the reader of its answers has a core of its own."""

    def __init__(self, application, env):
        self.port = free_port()
        env = {**env, "HOST": HOST, "PORT": str(self.port), "WEB_CONCURRENCY": "1"}
        # A worker that is replaced amid a round would be measured starting.
        command = [str(PYTHON), "-m", "gunicorn", application, "--max-requests", "0", "--graceful-timeout", "1"]
        self.process = start(command, env, cwd=str(ROOT))

    def wait(self):
        """Wait until it accepts connections."""
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise Trouble(f"a server to be measured did not start (exit {self.process.returncode})")
            with contextlib.suppress(OSError), socket.create_connection((HOST, self.port), 1):
                return self
            time.sleep(0.05)
        raise Trouble(f"a server to be measured did not answer within {START_LIMIT} seconds")

    def cpu(self):
        """Return the seconds of CPU that its processes have used so far."""
        return sum(map(_cpu_of, _with_children(self.process.pid))) / 1e9

    def stop(self):
        """End it."""
        stop(self.process)


def free_port():
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _with_children(pid):
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _with_children(int(child))


def _cpu_of(pid):
    """Return the nanoseconds that the threads of a process have run: the first figure of proc(5), schedstat."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir())
