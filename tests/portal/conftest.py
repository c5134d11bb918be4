"""A site like an installed one, for the tests that start real processes."""

import contextlib
import fcntl
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
INHERITED = ("HOME", "LANG", "PIP_CERT", "PIP_FIND_LINKS", "TMPDIR")
PATIENCE = 60
# Below every usual range of the kernel's for outgoing connections (net.ipv4.ip_local_port_range), and clear of the
# ports that Chromium refuses to talk to.
PORTS = range(20_000, 32_000)
PORT_LOCKS = Path(tempfile.gettempdir()) / "portal-test-ports"
_port_locks = []


class Site:
    """One data directory with everything that processes need to work on it."""

    def __init__(self, data):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = data
        self.started = 0
        self.env = {
            **{name: os.environ[name] for name in INHERITED if name in os.environ},
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "SECRET_KEY": "only-for-this-test-run-0123456789-abcdefghijklmnopqrstuvwxyz",
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": self.url,
            "DATA_DIR": str(data),
            "PORT": str(self.port),
        }

    @contextlib.contextmanager
    def process(self, command, **env):
        """Run a command of the Procfile, as its runner would; end it if the test did not."""
        self.started += 1
        path = self.data / f"process-{self.started}.log"
        with path.open("w") as log:
            process = subprocess.Popen(
                ["sh", "-c", f"exec {command}"], cwd=ROOT, env={**self.env, **env}, stdout=log, stderr=subprocess.STDOUT
            )
        process.said = path.read_text
        try:
            yield process
        finally:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.terminate()
                process.wait(PATIENCE / 2)
            process.kill()
            process.wait()

    def get(self, path):
        """Return (status, text) of a page, also when it is an error."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


def free_port():
    """Return a port that nobody listens on, and that nobody else takes while this process lives.

    The kernel gives outgoing connections the ports of its own range, so ours lies
    below it; a lock on a file keeps it from other test processes on this machine.
    """
    PORT_LOCKS.mkdir(exist_ok=True)
    for port in random.sample(PORTS, len(PORTS)):
        lock = (PORT_LOCKS / str(port)).open("w")
        with contextlib.suppress(OSError), socket.socket() as probe:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            probe.bind(("127.0.0.1", port))
            _port_locks.append(lock)
            return port
        lock.close()
    raise AssertionError(f"no port is free from {PORTS.start} to {PORTS.stop - 1}")


def wait_for(condition, what, process=None, patience=PATIENCE):
    """Wait until a condition holds; fail with what the process said if it does not, or if the process ends first."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if condition():
                return
        if process and process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"no {what}: {process.said() if process else ''}")


def ends_well(process, number=signal.SIGTERM):
    """Ask a process to end, and return its exit code."""
    process.send_signal(number)
    return process.wait(30)


def read_procfile():
    """Return the commands of the Procfile by name."""
    lines = (ROOT / "Procfile").read_text().splitlines()
    return dict(line.split(": ", 1) for line in lines)


@pytest.fixture(scope="session")
def procfile():
    """The commands of the Procfile by name."""
    return read_procfile()


@pytest.fixture(scope="session")
def released(tmp_path_factory, procfile):
    """A site whose release command has run: an empty but migrated database, and compressed static files."""
    site = Site(tmp_path_factory.mktemp("released"))
    done = subprocess.run(
        ["sh", "-c", procfile["release"]], cwd=ROOT, env=site.env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site
