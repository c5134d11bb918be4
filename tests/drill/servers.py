"""A PostgreSQL and a Redis of one's own, which can be stopped, frozen and started again."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from glob import glob
from pathlib import Path

import psycopg
import redis

from tests.portal.conftest import free_port

PATIENCE = 30


def postgres_programs():
    """Return the directory of PostgreSQL's programs, or "" where there are none."""
    debian = sorted(glob("/usr/lib/postgresql/*/bin"), key=lambda path: float(path.split("/")[4]))
    return next(reversed(debian), "") or str(Path(shutil.which("postgres") or "").parent)


def missing():
    """Return the names of the servers that this machine does not have."""
    there = {"PostgreSQL": Path(postgres_programs(), "initdb").exists(), "Redis": shutil.which("redis-server")}
    return [name for name, path in there.items() if not path]


def descendants(pid):
    """Return the process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(below for child in children for below in descendants(int(child)))]


class Server:
    """One server process with everything that it has started."""

    process = None

    def freeze(self):
        """Stop it in the middle of whatever it does: connections stay open and nothing answers."""
        for pid in descendants(self.process.pid):
            os.kill(pid, signal.SIGSTOP)

    def thaw(self):
        """Let it go on."""
        for pid in descendants(self.process.pid):
            os.kill(pid, signal.SIGCONT)

    def restart(self):
        """Stop it and start it again at once."""
        self.stop()
        self.start()

    def stop(self):
        """End it, frozen or not, and wait until it is gone."""
        if self.process is None or self.process.poll() is not None:
            return
        self.thaw()
        self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            for pid in descendants(self.process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.process.wait()

    def _run(self, command):
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self.identity)
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} does not start: {(self.folder / 'log').read_text()[-1000:]}")
            time.sleep(0.05)


class Postgres(Server):
    """PostgreSQL in a new directory below ``folder``, on a free port of the loopback."""

    # "Fast": it ends all connections and shuts down in order.
    stop_signal = signal.SIGINT

    def __init__(self, folder):
        self.folder = Path(folder) / "postgres"
        self.folder.mkdir()
        self.port = free_port()
        self.programs = Path(postgres_programs())
        # It refuses to run as root.
        self.identity = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        if self.identity:
            shutil.chown(self.folder, "postgres", "postgres")
        initdb = [str(self.programs / "initdb"), "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        subprocess.run(
            [*initdb, "--locale=C.UTF-8", "--no-sync"],
            cwd=self.folder,
            check=True,
            capture_output=True,
            **self.identity,
        )

    @property
    def url(self):
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self):
        """Start it, and wait until it takes connections."""
        where = ["-p", str(self.port), "-h", "127.0.0.1", "-k", str(self.folder)]
        self._run([str(self.programs / "postgres"), "-D", "data", "-F", *where])

    def answers(self):
        """Whether it takes connections."""
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self.url, connect_timeout=2):
            return True
        return False


class Redis(Server):
    """Redis that keeps nothing on disk, on a free port of the loopback."""

    stop_signal = signal.SIGTERM
    identity = {}

    def __init__(self, folder):
        self.folder = Path(folder) / "redis"
        self.folder.mkdir()
        self.port = free_port()

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        """Start it, and wait until it answers."""
        where = ["--bind", "127.0.0.1", "--port", str(self.port)]
        self._run(["redis-server", *where, "--save", "", "--appendonly", "no"])

    def answers(self):
        """Whether it answers."""
        with contextlib.suppress(redis.RedisError), redis.Redis(port=self.port, socket_timeout=1) as client:
            return client.ping()
        return False
