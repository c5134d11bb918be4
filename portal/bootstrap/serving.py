"""The web server and the clock, side by side, until somebody says stop."""

import contextlib
import os
import signal
import socket
import time

from portal.bootstrap.console import PATIENCE, Trouble, ignore_signals, say, start, stop
from portal.bootstrap.packages import PYTHON
from portal.bootstrap.preflight import ANY_ADDRESS
from portal.bootstrap.stamps import ROOT
from portal.bootstrap.steps import MANAGE, demo_password, stamps_of

START_LIMIT = 60
CLOCK_REST = 10


def serve(env):
    """Run web server and clock; a clock that dies is started again, a web server that dies is the end."""
    web = start([str(PYTHON), "-m", "gunicorn", "portal.wsgi"], env, cwd=str(ROOT))
    clock, not_before = None, 0
    try:
        wait_for_answer(env, web)
        greet(env)
        while web.poll() is None:
            if (clock is None or clock.poll() is not None) and time.monotonic() >= not_before:
                clock = start(MANAGE + ["clock"], env, cwd=str(ROOT))
                not_before = time.monotonic() + CLOCK_REST
            time.sleep(0.5)
        raise Trouble(f"the web server has ended by itself (exit {web.returncode})")
    finally:
        ignore_signals()
        if clock:
            stop(clock)
        # gunicorn ends at once on SIGINT, but hears that only when it serves; on SIGTERM it waits for the last reader.
        stop(web, signal.SIGINT if clock else signal.SIGTERM)


def wait_for_answer(env, web):
    """Wait until the web server answers anything at all."""
    host = ANY_ADDRESS.get(env["HOST"], env["HOST"])
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if web.poll() is not None:
            raise Trouble(f"the web server did not start (exit {web.returncode}); what it said stands above")
        with contextlib.suppress(OSError), socket.create_connection((host, int(env["PORT"])), PATIENCE) as probe:
            probe.sendall(b"GET /livez HTTP/1.0\r\n\r\n")
            if probe.recv(5) == b"HTTP/":
                return
        time.sleep(0.1)
    raise Trouble(f"the web server did not answer within {START_LIMIT} seconds")


def greet(env):
    """Say where the site is and how to sign in."""
    say()
    say(f"  Site     {env['SITE_URL']}/")
    say(f"  Admin    {env['SITE_URL']}/admin/")
    if stamps_of(env).read("demo"):
        given = os.environ.get("DEMO_PASSWORD")
        say(f"  Sign in  admin, password {'as set in DEMO_PASSWORD' if given else demo_password(env)}")
        say("           the same for editor, health-editor, reviewer, reporter, front-editor, picture-desk")
    say()
    say("  Ctrl-C stops it.")
