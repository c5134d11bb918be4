"""Can it start at all? Asked first, so that nobody waits two minutes to hear that the port is taken."""

import contextlib
import errno
import fcntl
import os
import shutil
import socket
import sys
import time
from pathlib import Path

from portal.bootstrap.console import Trouble, say
from portal.bootstrap.stamps import ROOT, Stamps

MINIMUM = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
MEGABYTE = 1024 * 1024
ROOM_FOR_PACKAGES = 600 * MEGABYTE
ROOM_FOR_DATA = 300 * MEGABYTE
ROOM_TO_RUN = 20 * MEGABYTE
LAST_PORT = 65535
# Seconds for a portal that was stopped a moment ago to let go of its port.
PATIENCE_WITH_PORT = 3
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def check_python(script, arguments):
    """Go on under a Python that is new enough, or say that there is none."""
    if sys.version_info >= MINIMUM:
        return
    for name in NEWER:
        newer = shutil.which(name)
        if newer:
            os.execv(newer, [newer, script] + arguments)
    needed, found = (".".join(str(part) for part in version) for version in (MINIMUM, sys.version_info[:2]))
    raise Trouble(
        f"Python {needed} or newer is needed, and this is {found}; install one (Debian: apt install python3"
        " python3-venv), or name it: make run PYTHON=/path/to/python3"
    )


def site_environment():
    """Return the environment of an embedded production install; what the caller has set stays as it is."""
    env = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH"):
        env.pop(name, None)
    host, port = env.get("HOST") or "127.0.0.1", env.get("PORT") or "8000"
    if not port.isdigit() or not 0 < int(port) <= LAST_PORT:
        raise Trouble(f"PORT={port} is not a port; use a number from 1 to {LAST_PORT}")
    shown = ANY_ADDRESS.get(host, host)
    shown = f"[{shown}]" if ":" in shown else shown
    hosts = ["127.0.0.1", "localhost", "[::1]", shown]
    if host in ANY_ADDRESS:
        hosts.append(socket.gethostname().lower())
    env.update(
        HOST=host,
        PORT=port,
        DATA_DIR=env.get("DATA_DIR") or str(ROOT / "var"),
        DJANGO_SETTINGS_MODULE="portal.settings.production",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_NO_INPUT="1",
        PIP_USER="0",
        PYTHONUNBUFFERED="1",
    )
    env["ALLOWED_HOSTS"] = env.get("ALLOWED_HOSTS") or ",".join(dict.fromkeys(hosts))
    env["SITE_URL"] = env.get("SITE_URL") or f"http://{shown}:{port}"
    env["LOG_LEVEL"] = env.get("LOG_LEVEL") or "warning"
    return env


def check_port(env):
    """Say now that the address cannot be had. A portal that was stopped a moment ago is given time to let go of it."""
    host, port = env["HOST"], int(env["PORT"])
    patience = time.monotonic() + PATIENCE_WITH_PORT
    while True:
        try:
            _bind(host, port)
            return
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > patience:
                _explain(error, host, port)
        time.sleep(0.2)


def _bind(host, port):
    """Take the address for a moment. Raises OSError where it cannot be had."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)


def _explain(error, host, port):
    """Raise the Trouble that says why an address cannot be had."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < LAST_PORT else 8000
        raise Trouble(
            f"port {port} is taken by another program, or the portal runs already;"
            f" choose another: make run PORT={other}"
        ) from None
    if error.errno == errno.EACCES:
        raise Trouble(f"port {port} may only be opened by root; choose one above 1023") from None
    raise Trouble(f"HOST={host} is not an address of this computer ({error.strerror})") from None


def check_room(env):
    """Make the data directory, and see that it and the checkout can be written and have the room that is needed."""
    data = Path(env["DATA_DIR"])
    needs_data = ROOM_TO_RUN if Stamps(data / "launch").read("demo") else ROOM_FOR_DATA
    needs_packages = 0 if Stamps(ROOT / ".venv").read("portal-packages") else ROOM_FOR_PACKAGES
    for place, needed, cure in (
        (data, needs_data, "choose another place: make run DATA_DIR=/some/where"),
        (ROOT, needs_packages, "the checkout must belong to you"),
    ):
        if not needed:
            continue
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = place / f".probe-{os.getpid()}"
            probe.write_bytes(b"\0" * 4096)
            probe.unlink()
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise Trouble(f"{place} cannot be written ({error.strerror}); {cure}") from None
        free = shutil.disk_usage(str(place)).free
        if free < needed:
            raise Trouble(
                f"the disk of {place} is full: {free // MEGABYTE} MB are free, {needed // MEGABYTE} MB are needed;"
                " free some space and start again"
            )


@contextlib.contextmanager
def one_at_a_time():
    """Let a second start wait until the first has prepared everything; the lock ends with its holder."""
    with open(__file__) as lock:
        waiting = False
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not waiting:
                    say("  Another start is preparing this checkout; waiting for it.")
                waiting = True
                time.sleep(0.5)
            except OSError:
                break  # a file system without locks
        yield
