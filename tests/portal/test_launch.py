"""``make run``: from a bare checkout to an answer, through every interruption.

Most tests work on a toy checkout, with the real launcher, a real virtual
environment and a ``manage.py`` that only notes what it was asked for; the last
one starts the real portal.
"""

import ast
import contextlib
import http.cookiejar
import itertools
import os
import re
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from portal.bootstrap import console, packages, preflight, stamps
from portal.launch import VERBS

from .conftest import free_port, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
STEPS = ["migrate", "collectstatic", "seed_demo", "follow_site_url"]
LABELS = {
    "venv": "Making the virtual environment",
    "packages": "Installing the Python packages",
    "migrate": "Preparing the database",
    "collectstatic": "Compressing the static files",
    "seed_demo": "Loading the demo newsroom",
    "follow_site_url": "Setting the address of the site",
}

MANAGE = """
import os, pathlib, sqlite3, sys, time
verb, data = sys.argv[1], pathlib.Path(os.environ["DATA_DIR"])
with open("calls.txt", "a") as calls:
    calls.write(" ".join(sys.argv[1:]) + "\\n")
if verb == os.environ.get("SLOW") and not pathlib.Path("hurry").exists():
    print("working", flush=True)
    time.sleep(60)
if verb == os.environ.get("BREAK"):
    sys.exit(os.environ["BREAK_WITH"])
with sqlite3.connect(data / "portal.sqlite3") as database:
    if verb == "migrate":
        database.execute("CREATE TABLE IF NOT EXISTS django_migrations (id INTEGER PRIMARY KEY, applied TEXT)")
        database.execute("CREATE TABLE IF NOT EXISTS news_sectionpage (id INTEGER PRIMARY KEY)")
        database.execute("INSERT INTO django_migrations (applied) VALUES ('now')")
    if verb == "seed_demo":
        database.execute("INSERT INTO news_sectionpage DEFAULT VALUES")
if verb == "collectstatic":
    (data / "static").mkdir(exist_ok=True)
if verb == "clock":
    time.sleep(600)
"""
GUNICORN = """
import http.server, os, signal
signal.signal(signal.SIGINT, lambda *_: os._exit(0))
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()  # nothing after it: the launcher hangs up once it is answered
    def log_message(self, *args): pass
http.server.ThreadingHTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Answer).serve_forever()
"""


class Checkout:
    """A directory with the real launcher and a toy portal."""

    def __init__(self, place):
        self.place = place
        self.data = place / "var"
        self.port = free_port()
        for name in ("portal", "news", "home", "search"):
            (place / name).mkdir(parents=True)
        shutil.copy(ROOT / "portal/launch.py", place / "portal/launch.py")
        shutil.copytree(ROOT / "portal/bootstrap", place / "portal/bootstrap")
        for name, text in {
            "manage.py": MANAGE,
            "gunicorn.py": GUNICORN,
            "django.py": "",
            "requirements.txt": "",
            "portal/migrations/0001.py": "",
            "portal/static/site.css": "",
        }.items():
            path = place / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)

    def reset(self):
        """Forget everything but the virtual environment."""
        shutil.rmtree(self.data, ignore_errors=True)
        for name in ("calls.txt", "hurry", "output.txt"):
            (self.place / name).unlink(missing_ok=True)
        self.port = free_port()

    def start(self, *arguments, **env):
        """Start the launcher in a session of its own, as a terminal does."""
        self.output = self.place / "output.txt"
        base = {name: value for name, value in os.environ.items() if name.startswith(("PIP", "PATH", "HOME", "LANG"))}
        with self.output.open("w") as output:
            process = subprocess.Popen(
                [sys.executable, "portal/launch.py", *(arguments or ["run"])],
                cwd=self.place,
                env={**base, "PORT": str(self.port), **env},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        process.said = self.output.read_text
        return process

    def up(self, process):
        """Wait until it serves and has said so."""
        wait_for(lambda: "Ctrl-C stops it." in process.said(), "greeting", process)
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as response:
            assert response.status == 200

    def end(self, process, number=signal.SIGINT):
        """Press Ctrl-C: the signal goes to the whole group. Return the exit code."""
        os.killpg(process.pid, number)
        code = process.wait(20)
        wait_for(lambda: not session_lives(process.pid), "end of every child", patience=5)
        return code

    def run_to_end(self, *arguments, **env):
        """Run a start that is expected to end by itself; return its code and what it said."""
        process = self.start(*arguments, **env)
        code = process.wait(60)
        return code, process.said().strip()

    def calls(self):
        """Return the verbs of manage.py that were called, the clock left out."""
        path = self.place / "calls.txt"
        called = path.read_text().splitlines() if path.exists() else []
        return [line.split(" --noinput")[0] for line in called if not line.startswith("clock")]


def session_lives(leader):
    """Tell whether a process of the session is still there and no zombie."""
    listed = subprocess.run(["ps", "-eo", "sess=,stat="], capture_output=True, text=True, check=True).stdout
    return any(int(line.split()[0]) == leader and "Z" not in line for line in listed.splitlines())


@pytest.fixture(scope="module")
def checkout_with_packages(tmp_path_factory):
    """A toy checkout whose virtual environment is made, shared by the tests of this module."""
    checkout = Checkout(tmp_path_factory.mktemp("toy") / "a checkout")
    code, said = checkout.run_to_end("manage", "nothing")
    assert code == 0, said
    return checkout


@pytest.fixture
def checkout(checkout_with_packages):
    """The shared toy checkout, as it was right after its packages were installed."""
    checkout_with_packages.reset()
    return checkout_with_packages


# --- Starting, and starting again ---------------------------------------------


def test_first_start_second_start_and_the_end(checkout):
    process = checkout.start()
    checkout.up(process)
    said = process.said()
    assert f"http://127.0.0.1:{checkout.port}/admin/" in said
    password = (checkout.data / "demo-password").read_text().strip()
    assert f"admin, password {password}" in said
    assert len(password) >= 12
    for name in ("secret-key", "demo-password"):
        assert stat.S_IMODE((checkout.data / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(checkout.data.stat().st_mode) == 0o700
    assert len((checkout.data / "secret-key").read_text().strip()) >= 50
    assert checkout.calls() == STEPS
    assert checkout.end(process) == 130
    assert process.said().splitlines()[-1].startswith("Stopped.")
    assert "Traceback" not in process.said()

    key = (checkout.data / "secret-key").read_text()
    process = checkout.start()
    checkout.up(process)
    assert checkout.calls() == STEPS
    assert f"password {password}" in process.said()
    assert (checkout.data / "secret-key").read_text() == key
    assert checkout.end(process, signal.SIGTERM) == 143


@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_step_is_done_again_and_those_before_it_are_not(checkout, step):
    process = checkout.start(SLOW=step)
    wait_for(lambda: step in checkout.calls(), step, process)
    assert checkout.end(process) == 130
    assert process.said().splitlines()[-1] == f"Stopped during: {LABELS[step]}. The same command goes on from here."
    assert "Traceback" not in process.said()
    before = checkout.calls()
    process = checkout.start()
    checkout.up(process)
    again = checkout.calls()[len(before) :]
    expected = STEPS[STEPS.index(step) :]
    assert [call.split()[0] for call in again] == expected
    checkout.end(process)


def test_interrupted_static_files_are_cleared_and_changed_ones_are_not(checkout):
    (checkout.data / "static").mkdir(parents=True)
    process = checkout.start()
    checkout.up(process)
    checkout.end(process)
    assert (checkout.place / "calls.txt").read_text().count("collectstatic --noinput --clear\n") == 1
    (checkout.place / "portal/static/site.css").write_text("body { color: black }")
    process = checkout.start()
    checkout.up(process)
    checkout.end(process)
    (checkout.place / "portal/static/site.css").write_text("")
    assert (checkout.place / "calls.txt").read_text().count("collectstatic --noinput\n") == 1


@pytest.mark.parametrize("moment", ["venv", "packages"])
def test_an_interrupted_installation_is_taken_up(tmp_path, moment):
    checkout = Checkout(tmp_path / "new")
    process = checkout.start()
    wait_for(lambda: LABELS[moment] in process.said(), moment, process)
    time.sleep(0.1)
    assert checkout.end(process) == 130
    assert "Traceback" not in process.said()
    process = checkout.start()
    checkout.up(process)
    # Where installing took no time, the interruption met the step after it, which is then begun once more.
    assert [step for step, _again in itertools.groupby(checkout.calls())] == STEPS
    checkout.end(process)


def test_a_killed_launcher_leaves_nothing_behind(checkout):
    process = checkout.start()
    checkout.up(process)
    process.kill()
    process.wait()
    wait_for(lambda: not session_lives(process.pid), "end of every child", patience=15)


def test_only_the_launcher_is_told_to_end(checkout):
    """A supervisor signals one process, not the group."""
    process = checkout.start()
    checkout.up(process)
    process.terminate()
    assert process.wait(20) == 143
    wait_for(lambda: not session_lives(process.pid), "end of every child", patience=5)


def test_a_second_start_waits_for_the_first(checkout):
    first = checkout.start("demo", SLOW="migrate")
    wait_for(lambda: checkout.calls() == ["migrate"], "first start at work", first)
    said_by_first = first.said
    second = checkout.start("demo", DATA_DIR=str(checkout.place / "other"))
    wait_for(lambda: "waiting for it" in second.said(), "waiting", second)
    assert checkout.calls() == ["migrate"]
    os.killpg(first.pid, signal.SIGINT)
    assert first.wait(20) == 130, said_by_first()
    assert second.wait(30) == 0
    assert checkout.calls() == ["migrate", "migrate", "seed_demo"]


# --- What decides whether a step is needed ---------------------------------------


def prepare(checkout, **env):
    """Run all steps that the demo needs, without serving."""
    code, said = checkout.run_to_end("demo", **env)
    assert code == 0, said
    return said


def test_new_migrations_are_applied(checkout):
    prepare(checkout)
    new = checkout.place / "news/migrations/0001.py"
    new.parent.mkdir(exist_ok=True)
    new.write_text("")
    try:
        prepare(checkout)
    finally:
        shutil.rmtree(new.parent)
    assert checkout.calls() == ["migrate", "seed_demo", "migrate"]


def test_another_database_in_its_place_is_migrated(checkout):
    prepare(checkout)
    with sqlite3.connect(checkout.data / "portal.sqlite3") as database:
        database.execute("DELETE FROM django_migrations")
    prepare(checkout)
    assert checkout.calls() == ["migrate", "seed_demo", "migrate"]


def test_somebodys_own_newsroom_gets_no_demo(checkout):
    code, _ = checkout.run_to_end("manage", "migrate")
    with sqlite3.connect(checkout.data / "portal.sqlite3") as database:
        database.execute("INSERT INTO news_sectionpage DEFAULT VALUES")
    process = checkout.start()
    checkout.up(process)
    assert "seed_demo" not in checkout.calls()
    assert "password" not in process.said()
    checkout.end(process)


def test_the_demo_accounts_follow_the_password(checkout):
    prepare(checkout, DEMO_PASSWORD="first-password")
    assert not (checkout.data / "demo-password").exists()
    prepare(checkout, DEMO_PASSWORD="first-password")
    assert checkout.calls() == ["migrate", "seed_demo"]
    prepare(checkout, DEMO_PASSWORD="second-password")
    assert checkout.calls() == ["migrate", "seed_demo", "demo_password"]
    kept = [path.read_text() for path in (checkout.data / "launch").iterdir()]
    assert not any("second-password" in text for text in kept)


def test_full_links_follow_the_port(checkout):
    checkout.end(_served(checkout))
    checkout.end(_served(checkout))
    assert checkout.calls().count("follow_site_url") == 1
    checkout.port = free_port()
    checkout.end(_served(checkout))
    assert checkout.calls().count("follow_site_url") == 2


def _served(checkout):
    process = checkout.start()
    checkout.up(process)
    return process


def test_the_demo_grows(checkout):
    code, _ = checkout.run_to_end("demo", "--stories", "2000")
    assert code == 0
    assert checkout.calls() == ["migrate", "seed_demo", "seed_demo --stories 2000"]


def test_changed_pins_are_installed(checkout):
    prepare(checkout)
    pins = checkout.place / "requirements.txt"
    pins.write_text("# another set\n")
    try:
        assert "Installing the Python packages" in prepare(checkout)
        assert "Installing" not in prepare(checkout)
    finally:
        pins.write_text("")


def test_a_broken_environment_is_made_anew(checkout):
    (checkout.place / ".venv/bin/python").unlink()
    said = prepare(checkout)
    assert LABELS["venv"] in said


def test_packages_cut_short_are_forgotten(monkeypatch, tmp_path):
    site = tmp_path / "lib/python3.11/site-packages"
    for name, files in {"whole-1.0": ["METADATA", "INSTALLER"], "half-1.0": ["METADATA"]}.items():
        for file in files:
            path = site / f"{name}.dist-info" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    monkeypatch.setattr(packages, "VENV", tmp_path)
    packages.drop_half_installed()
    assert [path.name for path in site.iterdir()] == ["whole-1.0.dist-info"]


# --- What goes wrong, in one line -------------------------------------------------


def one_line(checkout, **env):
    """Return the one line with which a start fails."""
    code, said = checkout.run_to_end(**env)
    assert code == 1
    assert said.splitlines()[-1].startswith("portal: ")
    assert "Traceback" not in said
    return said


def test_the_port_is_taken(tmp_path):
    checkout = Checkout(tmp_path / "new")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", checkout.port))
        taken.listen()
        said = one_line(checkout)
    assert said.count("\n") == 0
    assert f"port {checkout.port} is taken" in said
    assert f"make run PORT={checkout.port + 1}" in said
    assert not (checkout.place / ".venv").exists(), "the long work was not to begin"


@pytest.mark.parametrize(
    ("env", "line"),
    [
        ({"PORT": "eighty"}, "PORT=eighty is not a port"),
        ({"PORT": "70000"}, "PORT=70000 is not a port"),
        ({"HOST": "192.0.2.1"}, "HOST=192.0.2.1 is not an address of this computer"),
        ({"HOST": "no such host"}, "HOST=no such host is not an address of this computer"),
        ({"DATA_DIR": "/dev/null/var"}, "/dev/null/var cannot be written"),
    ],
)
def test_what_cannot_work_is_said_at_once(checkout, env, line):
    said = one_line(checkout, **env)
    assert said.count("\n") == 0
    assert line in said


def test_too_little_room(monkeypatch, tmp_path):
    usage = shutil._ntuple_diskusage(1000 * preflight.MEGABYTE, 996 * preflight.MEGABYTE, 4 * preflight.MEGABYTE)
    monkeypatch.setattr(preflight.shutil, "disk_usage", lambda place: usage)
    with pytest.raises(console.Trouble, match=r"the disk of .* is full: 4 MB are free, 300 MB are needed"):
        preflight.check_room({"DATA_DIR": str(tmp_path / "var")})


def test_a_disk_that_fills_up_on_the_way(checkout):
    line = one_line(checkout, BREAK="collectstatic", BREAK_WITH="OSError: [Errno 28] No space left on device")
    assert line.splitlines()[-1].startswith("portal: Compressing the static files: the disk is full; free some space")


def test_a_full_disk_under_the_launcher_itself():
    code = (
        "import errno, sys; from portal import launch\n"
        "def full(arguments): raise OSError(errno.ENOSPC, 'No space left on device', '/data/var/x')\n"
        "launch.VERBS['run'] = full; sys.exit(launch.main(['run']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "portal: /data/var/x cannot be written: No space left on device\n")


def test_no_network(checkout):
    pins = checkout.place / "requirements.txt"
    pins.write_text("no-such-package-of-the-portal==1.0\n")
    try:
        line = one_line(
            checkout, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1", PIP_CONFIG_FILE="/dev/null"
        )
    finally:
        pins.write_text("")
    assert "the Python package index cannot be reached; connect this computer to the internet" in line


def test_a_database_that_is_none(checkout):
    checkout.data.mkdir()
    (checkout.data / "portal.sqlite3").write_text("this is no database, though it is long enough to look like one" * 20)
    assert "cannot be read" in one_line(checkout)


def test_settings_that_production_refuses_reach_the_person(checkout):
    line = one_line(checkout, BREAK="migrate", BREAK_WITH="portal: DEBUG is on, and debug pages show secrets")
    assert "Preparing the database: DEBUG is on, and debug pages show secrets" in line


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ([], "it ended without a word"),
        (["first", "", "last words "], "last words"),
        (
            ["ERROR: Ignored the following versions that require a different python version: 8.0.1", "ERROR: Could not"]
            + ["find (from versions: none)", "ERROR: No matching distribution found for wagtail==8.0.1"],
            "there is no wagtail==8.0.1 for this Python",
        ),
        (["(from versions: none)", "ERROR: No matching distribution found for x==1"], "index cannot be reached"),
        (["PermissionError: [Errno 13] Permission denied: '/srv/x'"], "/srv/x cannot be written"),
        (["django.db.utils.OperationalError: database is locked"], "another process holds the database"),
    ],
)
def test_diagnosis(said, clause):
    assert clause in console.diagnose(said)


# --- Old Pythons ------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [ROOT / "portal/launch.py", *sorted((ROOT / "portal/bootstrap").glob("*.py"))], ids=str
)
def test_an_old_python_can_read_the_launcher(path):
    ast.parse(path.read_text(), feature_version=(3, 6))


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(preflight.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(preflight.shutil, "which", lambda name: None)
    with pytest.raises(console.Trouble, match=r"Python 3\.11 or newer is needed, and this is 3\.9"):
        preflight.check_python("portal/launch.py", ["run"])


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch):
    handed = []
    monkeypatch.setattr(preflight.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(preflight.shutil, "which", lambda name: "/usr/bin/" + name if name == "python3.12" else None)
    monkeypatch.setattr(preflight.os, "execv", lambda path, arguments: handed.append(arguments) or sys.exit())
    with pytest.raises(SystemExit):
        preflight.check_python("portal/launch.py", ["run"])
    assert handed == [["/usr/bin/python3.12", "portal/launch.py", "run"]]


# --- Small parts --------------------------------------------------------------------


def test_a_secret_is_made_once_and_never_half(tmp_path):
    path = tmp_path / "key"
    first = stamps.kept_secret(path, 50)
    assert stamps.kept_secret(path, 50) == first
    assert [entry.name for entry in tmp_path.iterdir()] == ["key"]
    path.write_text("")
    assert stamps.kept_secret(path, 50)


def test_the_environment_of_the_site(monkeypatch):
    for name in ("ALLOWED_HOSTS", "SITE_URL", "PORT", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOST", "::1")
    env = preflight.site_environment()
    assert env["SITE_URL"] == "http://[::1]:8000"
    assert env["ALLOWED_HOSTS"] == "127.0.0.1,localhost,[::1]"
    monkeypatch.setenv("HOST", "0.0.0.0")
    env = preflight.site_environment()
    assert env["SITE_URL"] == "http://127.0.0.1:8000"
    assert socket.gethostname().lower() in env["ALLOWED_HOSTS"]
    monkeypatch.setenv("SITE_URL", "https://news.example")
    monkeypatch.setenv("ALLOWED_HOSTS", "news.example")
    env = preflight.site_environment()
    assert (env["SITE_URL"], env["ALLOWED_HOSTS"]) == ("https://news.example", "news.example")


UV = """
import os, pathlib, sys
if os.environ.get("BREAK"):
    sys.exit("no solution")
target = pathlib.Path(sys.argv[sys.argv.index("--output-file") + 1])
assert target.exists(), "uv keeps the pins that it finds there"
target.write_text("# by uv\\n")
"""


def test_lock_writes_what_uv_finds_and_keeps_the_pins_where_it_finds_nothing(tmp_path):
    checkout = Checkout(tmp_path / "new")
    (checkout.place / "uv.py").write_text(UV)
    (checkout.place / "requirements-dev.txt").write_text("")
    code, said = checkout.run_to_end("lock", BREAK="yes")
    assert (code, said.splitlines()[-1]) == (1, "no solution")
    assert (checkout.place / "requirements.txt").read_text() == ""
    code, _ = checkout.run_to_end("lock")
    assert code == 0
    for name in ("requirements.txt", "requirements-dev.txt"):
        header, pins = (checkout.place / name).read_text().splitlines()
        assert (header.startswith("# Compiled from pyproject.toml"), pins) == (True, "# by uv")


def test_make_alone_lists_every_verb_in_one_line():
    env = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make"], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    listed = [re.match(r"  make (\w+) +\S", line).group(1) for line in done.stdout.splitlines()]
    assert set(listed) == {"help", *VERBS}


# --- The real thing -------------------------------------------------------------------


PAGES = ("/", "/entertainment/", "/health/", "/topics/", "/authors/", "/search/?q=salt", "/sitemap.xml", "/readyz")


def sign_in(url, password):
    """Sign in as admin through the form; return the address where it led."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = browser.open(url + "/admin/login/", timeout=60).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form).group(1)
    fields = {"username": "admin", "password": password, "next": "/admin/", "csrfmiddlewaretoken": token}
    request = urllib.request.Request(url + "/admin/login/", urllib.parse.urlencode(fields).encode())
    request.add_header("Referer", url + "/admin/login/")
    return browser.open(request, timeout=60).geturl()


@pytest.mark.xdist_group("real-launch")
def test_the_real_portal(tmp_path):
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    env = {name: value for name, value in os.environ.items() if name.startswith(("PIP", "PATH", "HOME", "LANG"))}
    env.update(PORT=str(port), DATA_DIR=str(tmp_path / "var"), DEMO_PASSWORD="a-password-for-this-test")
    output = tmp_path / "output.txt"

    def start():
        with output.open("w") as stream:
            process = subprocess.Popen(
                [sys.executable, "portal/launch.py", "run"],
                cwd=ROOT,
                env=env,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        process.said = output.read_text
        return process

    process = start()
    try:
        wait_for(lambda: "Ctrl-C stops it." in output.read_text(), "greeting", process, patience=900)
        for path in PAGES:
            with urllib.request.urlopen(url + path, timeout=60) as response:
                assert response.status == 200, path
        with urllib.request.urlopen(url + "/", timeout=60) as response:
            front = response.read().decode()
        style = re.search(r'href="(/static/[^"]+\.css)"', front).group(1)
        request = urllib.request.Request(url + style, headers={"Accept-Encoding": "br"})
        with urllib.request.urlopen(request, timeout=60) as response:
            assert response.headers["Content-Encoding"] == "br"
            assert "immutable" in response.headers["Cache-Control"]
        assert sign_in(url, env["DEMO_PASSWORD"]) == url + "/admin/"
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 130
        process = start()
        wait_for(lambda: "Ctrl-C stops it." in output.read_text(), "greeting", process)
        again = output.read_text()
        assert not [label for label in LABELS.values() if label in again], "a later start repeats no step"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGINT)
        process.wait(60)
