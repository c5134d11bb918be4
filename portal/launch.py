"""Every ``make`` target is one verb of this script: ``python3 portal/launch.py run`` is ``make run``."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# A script's own directory comes first on the path, and its modules would hide the standard library's.
sys.path[:] = [os.path.dirname(HERE)] + [entry for entry in sys.path if entry != HERE]

import contextlib
import errno
import shutil
import subprocess
from pathlib import Path

from portal.bootstrap.console import Stopped, Trouble, ignore_signals, say, watch_signals, work
from portal.bootstrap.packages import PYTHON, prepare_packages
from portal.bootstrap.preflight import check_port, check_python, check_room, one_at_a_time, site_environment
from portal.bootstrap.serving import serve
from portal.bootstrap.stamps import ROOT
from portal.bootstrap.steps import MANAGE, prepare_address, prepare_database, prepare_demo, prepare_key, prepare_static

UNWRITABLE = (errno.EACCES, errno.EDQUOT, errno.ENOSPC, errno.EPERM, errno.EROFS)
BENCH_STORIES = 1000
OTHER_SERVICES = ("DATABASE_URL", "MEDIA_S3_BUCKET", "MEDIA_URL", "OPENSEARCH_URL", "REDIS_URL", "SENTRY_DSN")
LOCKED_HEADER = '# Compiled from pyproject.toml by "make lock": edit that file, not this one.\n'


# --- The site ----------------------------------------------------------------


def run(arguments):
    """Serve the portal with the settings of an embedded production install."""
    env = site_environment()
    check_port(env)
    check_room(env)
    with preparing(env) as log:
        prepare_packages(env, log)
        prepare_key(env)
        prepare_database(env, log)
        prepare_static(env, log)
        prepare_demo(env, log)
        prepare_address(env, log)
    serve(env)


def demo(arguments):
    """Load the demo newsroom, or grow it: --stories N."""
    env = site_environment()
    check_room(env)
    with preparing(env) as log:
        prepare_packages(env, log)
        prepare_key(env)
        prepare_database(env, log)
        prepare_demo(env, log)
        if arguments:
            work("Growing the demo newsroom", MANAGE + ["seed_demo"] + arguments, env, log)


def manage(arguments):
    """Run a command of manage.py with the same settings and secret key as the site."""
    env = site_environment()
    check_room(env)
    with preparing(env) as log:
        prepare_packages(env, log)
        prepare_key(env)
    become(env, MANAGE[1], *arguments)


# --- Work on the code ---------------------------------------------------------


def test(arguments):
    """Run the test suite: all of it on every core, or what the arguments of pytest name."""
    become(with_tools(), "-m", "pytest", *(arguments or ["-n", "auto", "--dist", "loadgroup"]))


def lint(arguments):
    """Check the style of the code; change nothing."""
    env = with_tools()
    follow(env, "-m", "ruff", "check", ".")
    follow(env, "-m", "ruff", "format", "--check", ".")


def fmt(arguments):
    """Bring the code into the one style."""
    env = with_tools()
    follow(env, "-m", "ruff", "check", "--fix", ".")
    follow(env, "-m", "ruff", "format", ".")


def screenshots(arguments):
    """Picture every type of page of the running site, in three widths and both schemes: --site, --out, --only."""
    become(with_tools(), "-m", "tests.browser.screenshots", *arguments)


def bench(arguments):
    """Measure what a page costs beside a bare WSGI application, on data of its own: --rounds, --seconds, --cold."""
    env = site_environment()
    env["DATA_DIR"] = str(Path(env["DATA_DIR"]) / "bench")
    for name in OTHER_SERVICES:
        env.pop(name, None)
    say(f"A newsroom of {BENCH_STORIES} stories is measured. It stays in {env['DATA_DIR']} for the next time.")
    with preparing(env) as log:
        prepare_packages(env, log)
        prepare_key(env)
        prepare_database(env, log)
        prepare_static(env, log)
        prepare_demo(env, log)
        work("Growing the newsroom", MANAGE + ["seed_demo", "--stories", str(BENCH_STORIES)], env, log)
    shutil.rmtree(Path(env["DATA_DIR"]) / "page-cache", ignore_errors=True)
    become(env, "-m", "portal.bench", *arguments)


def lighthouse(arguments):
    """Judge the running site as a middling phone meets it, by Lighthouse: --site, --out, --only, --runs."""
    become(with_tools(), "-m", "tests.browser.lighthouse", *arguments)


def drill(arguments):
    """Take database, Redis and processes away from a site under load, and judge what readers get: --only, --rate."""
    become(with_tools(), "-m", "tests.drill", *arguments)


def lock(arguments):
    """Compile the pinned requirement files from pyproject.toml; --upgrade takes newer releases."""
    env = with_tools()
    compiling = ["-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--no-header", "--universal"]
    compiling += ["--python-version", "3.11"]
    tools = ["--extra", "dev", "--no-annotate", "--constraint", "requirements.txt"]
    for name, more in (("requirements.txt", []), ("requirements-dev.txt", tools)):
        # uv reads the pins that stand in the file, keeps those that still fit, and writes it when all is settled.
        follow(env, *(compiling + more + arguments + ["--output-file", name]))
        pinned = (ROOT / name).read_text()
        (ROOT / name).write_text(LOCKED_HEADER + pinned)


# --- How a verb runs ----------------------------------------------------------


@contextlib.contextmanager
def preparing(env):
    """Hold the lock on the checkout, and open the log that keeps everything the steps say."""
    data = Path(env["DATA_DIR"])
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with one_at_a_time(), open(str(data / "launch.log"), "w", encoding="utf-8", errors="replace") as log:
        yield log


def with_tools():
    """Return the caller's own environment, once the packages and the tools for work on the code are there."""
    env = site_environment()
    with preparing(env) as log:
        prepare_packages(env, log, dev=True)
    return dict(os.environ)


def become(env, *arguments):
    """Turn this process into the environment's Python."""
    sys.stdout.flush()
    os.execve(str(PYTHON), [str(PYTHON)] + list(arguments), env)


def follow(env, *arguments):
    """Run the environment's Python in view, and end with its code if it fails."""
    code = subprocess.call([str(PYTHON)] + list(arguments), env=env)
    if code:
        raise SystemExit(code)


VERBS = {
    verb.__name__: verb for verb in (run, demo, manage, test, lint, fmt, bench, screenshots, lighthouse, drill, lock)
}


def main(arguments):
    """Run one verb; turn what a person can put right into one line, and an interruption into its exit code."""
    if not arguments or arguments[0] not in VERBS:
        for name, verb in VERBS.items():
            say(f"  {name:12}{verb.__doc__.splitlines()[0]}")
        return 0 if not arguments else 2
    try:
        check_python(os.path.abspath(__file__), arguments)
        watch_signals()
        if os.environ.get("DATA_DIR"):
            os.environ["DATA_DIR"] = os.path.abspath(os.environ["DATA_DIR"])
        os.chdir(str(ROOT))
        VERBS[arguments[0]](arguments[1:])
    except Stopped as stopped:
        ignore_signals()
        doing = f" during: {stopped.doing}" if stopped.doing else ""
        say(f"Stopped{doing}. The same command goes on from here.")
        return 128 + stopped.number
    except Trouble as trouble:
        print(f"portal: {trouble}", file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        print(f"portal: {error.filename or 'a file'} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
