"""How the launcher does a piece of work in view of a person: progress while it lasts, one line when it fails."""

import collections
import contextlib
import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

KEPT_LINES = 400
TICK_ON_A_TERMINAL = 0.2
TICK_IN_A_LOG = 5
WIDTH_IN_A_LOG = 110
PATIENCE = 10
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None

CURES = (
    (r"No space left on device|disk is full|Errno 28|Disk quota exceeded", "the disk is full; free some space"),
    (
        r"require a different python version(?:.|\n)*No matching distribution found for (\S+)",
        "there is no {0} for this Python; try Python 3.11, 3.12 or 3.13",
    ),
    (
        r"NewConnectionError|NameResolutionError|name resolution|Network is unreachable|ConnectTimeout|ReadTimeout"
        r"|Max retries exceeded|ProxyError|Connection (?:refused|reset|broken)|CERTIFICATE_VERIFY_FAILED"
        r"|from versions: none",
        "the Python package index cannot be reached; connect this computer to the internet,"
        " or name a mirror in PIP_INDEX_URL",
    ),
    (r"database is locked", "another process holds the database; stop it"),
    (r"(?:Permission denied|Read-only file system): '?([^'\n]+)", "{0} cannot be written"),
    (r"(?m)^portal: (.+)$", "{0}"),
)


class Trouble(Exception):
    """Something a person can put right; the message is the one line that says what and how."""


class Stopped(KeyboardInterrupt):
    """A signal asked for the end: ``number`` says which, ``doing`` what it interrupted."""

    def __init__(self, number):
        super().__init__(number)
        self.number = number
        self.doing = ""


def say(text=""):
    """Print a line at once, also where the output is a pipe or does not know every letter."""
    print(_printable(text), flush=True)


def watch_signals():
    """Turn SIGTERM and SIGHUP into the same orderly end as Ctrl-C; under nohup, SIGHUP stays unheard."""

    def end(number, frame):
        raise Stopped(number)

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, end)


def ignore_signals():
    """Let nothing interrupt the tidying up."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def start(command, env, **options):
    """Start a child that ends when this process does, however this process ends.

    Ctrl-C in a terminal goes to every process there; children leave it to this one, which then ends them.
    """
    # No thread of this process is alive between two steps, so running code after the fork is safe.
    return subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, preexec_fn=_prepare_child, **options)  # noqa: PLW1509


def stop(process, number=signal.SIGTERM):
    """End a child: ask, wait, and only then insist."""
    if process.poll() is None:
        with contextlib.suppress(OSError):
            process.send_signal(number)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def stop_group(process):
    """End a child that leads a group of its own, and all that it has started: nothing of it may go on writing."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(OSError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)


def work(label, command, env, log):
    """Run one command to its end, showing that it lives; raise Trouble with the cure if it fails.

    ``log`` is an open text file that gets all of its output.
    """
    began = time.monotonic()
    lines = collections.deque(maxlen=KEPT_LINES)
    live = sys.stdout.isatty()
    if not live:
        say(f"  {label} ...")
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8", "errors": "replace"}
    process = None
    try:
        process = start(command, env, process_group=0, **pipe)
        reader = threading.Thread(target=_collect, args=(process.stdout, lines, log), daemon=True)
        reader.start()
        while reader.is_alive():
            reader.join(TICK_ON_A_TERMINAL if live else TICK_IN_A_LOG)
            if reader.is_alive():
                _show(label, time.monotonic() - began, lines, live)
        code = process.wait()
    except Stopped as stopped:
        stopped.doing = label
        if process:
            stop_group(process)
        raise
    finally:
        _wipe(live)
    if code:
        raise Trouble(f"{label}: {diagnose(lines)} (all that was said: {log.name})")
    say(f"  {label if live else '  done'}: {time.monotonic() - began:.0f} s")


def diagnose(lines):
    """Return what went wrong in one clause: a known cure, or the last thing the command said."""
    text = "\n".join(lines)
    for pattern, cure in CURES:
        match = re.search(pattern, text)
        if match:
            return cure.format(*match.groups())
    spoken = [line.strip() for line in lines if line.strip()]
    return spoken[-1] if spoken else "it ended without a word"


def _collect(stream, lines, log):
    """Keep what a child says, until it has said everything."""
    for line in stream:
        lines.append(line.rstrip("\n"))
        with contextlib.suppress(OSError, ValueError):  # a full disk must not hide what the command says
            log.write(line)
            log.flush()


def _show(label, seconds, lines, live):
    """Show how long it lasts and what was said last: on a terminal in one line that changes."""
    last = next((line.strip() for line in reversed(list(lines)) if not line.startswith("WARNING")), "")
    if live:
        width = shutil.get_terminal_size().columns - 1
        sys.stdout.write("\r\033[K" + _printable(f"  {label} ... {seconds:.0f} s  {last}")[:width])
        sys.stdout.flush()
    else:
        say(f"    {seconds:.0f} s  {last}"[:WIDTH_IN_A_LOG])


def _wipe(live):
    """Take the changing line away."""
    if live:
        sys.stdout.write("\r\033[K")
        sys.stdout.flush()


def _printable(text):
    """Replace the letters that the output's encoding lacks."""
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "replace").decode(encoding)


def _prepare_child():
    """Leave Ctrl-C to the launcher, and ask Linux to end this child with it, even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if LIBC:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
