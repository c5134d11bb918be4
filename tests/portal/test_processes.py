"""The processes of the Procfile, each really started on a data directory of its own, asked, and ended."""

import json
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from portal.health import HEARTBEAT

from .conftest import ROOT, ends_well, wait_for

pytestmark = pytest.mark.xdist_group("processes")


def test_the_procfile_has_the_four(procfile):
    assert list(procfile) == ["release", "web", "worker", "clock"]


def test_release_can_run_again(released, procfile):
    done = subprocess.run(
        ["sh", "-c", procfile["release"]], cwd=ROOT, env=released.env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "No migrations to apply" in done.stdout


def test_web(released, procfile):
    with released.process(procfile["web"]) as process:
        wait_for(lambda: released.get("/livez") == (200, "ok"), "answer", process)
        status, body = released.get("/readyz")
        assert status == 200
        assert json.loads(body)["database"] == "ok"
        assert released.get("/admin/login/")[0] == 200
        code = ends_well(process)
    assert code == 0


def test_web_answers_as_https_behind_a_proxy_that_ends_encryption(released, procfile):
    import urllib.request

    with released.process(procfile["web"], SITE_URL="https://127.0.0.1") as process:
        wait_for(lambda: released.get("/livez") == (200, "ok"), "answer", process)
        request = urllib.request.Request(released.url + "/admin/login/", headers={"X-Forwarded-Proto": "https"})
        with urllib.request.urlopen(request, timeout=20) as response:
            assert response.status == 200
            assert response.headers["Strict-Transport-Security"]
            assert "Secure" in response.headers["Set-Cookie"]


def test_a_worker_that_is_killed_is_replaced_and_nobody_notices(released, procfile):
    with released.process(procfile["web"], WEB_CONCURRENCY="1") as process:
        wait_for(lambda: released.get("/livez") == (200, "ok"), "answer", process)
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=True
        )
        subprocess.run(["kill", "-9", children.stdout.split()[0]], check=True)
        wait_for(lambda: released.get("/livez") == (200, "ok"), "answer after the kill", process, patience=10)


def test_clock(released, procfile):
    beat = released.data / HEARTBEAT
    beat.unlink(missing_ok=True)
    with released.process(procfile["clock"]) as process:
        wait_for(beat.exists, "heartbeat", process)
        assert process.poll() is None
        code = ends_well(process)
        assert "stopped" in process.said()
    assert code == 0


def test_clock_keeps_ticking(released, procfile):
    beat = released.data / HEARTBEAT
    with released.process(procfile["clock"] + " --interval 0.5") as process:
        wait_for(beat.exists, "heartbeat", process)
        seen = beat.stat().st_mtime
        wait_for(lambda: beat.stat().st_mtime > seen, "second heartbeat", process)
        assert ends_well(process, signal.SIGINT) == 0


ENQUEUE = """
import django; django.setup()
from django_tasks import task, default_task_backend
from news_of_the_test import note
note.enqueue()
"""
TASK = """
from django_tasks import task

@task
def note():
    return "done"
"""


def test_worker_runs_what_waits_in_the_database(released, procfile, tmp_path):
    (tmp_path / "news_of_the_test.py").write_text(TASK)
    env = {"TASKS_BACKEND": "database", "PYTHONPATH": f"{ROOT}:{tmp_path}"}
    subprocess.run(
        [sys.executable, "-c", ENQUEUE],
        env={**released.env, **env, "DJANGO_SETTINGS_MODULE": "portal.settings.production"},
        check=True,
        cwd=ROOT,
    )
    with released.process(procfile["worker"], **env) as process:
        wait_for(lambda: task_states(released) == ["SUCCESSFUL"], "finished task", process)
        # The database is not held while the worker waits: others can write.
        time.sleep(1.5)
        with sqlite3.connect(released.data / "portal.sqlite3", timeout=5) as connection:
            connection.execute("UPDATE django_tasks_database_dbtaskresult SET priority = 1")
        code = ends_well(process)
    assert code == 0


def task_states(site):
    with sqlite3.connect(site.data / "portal.sqlite3", timeout=5) as connection:
        return [state for (state,) in connection.execute("SELECT status FROM django_tasks_database_dbtaskresult")]


def test_worker_says_when_there_is_nothing_for_it(released, procfile):
    with released.process(procfile["worker"], TASKS_BACKEND="immediate") as process:
        assert process.wait(30) != 0
        assert "not a database backend" in process.said()


@pytest.mark.parametrize("name", ["web", "worker", "clock"])
def test_no_process_starts_on_a_known_key(released, procfile, name):
    with released.process(procfile[name], SECRET_KEY="changeme") as process:
        assert process.wait(30) == 1
        assert process.said().startswith("portal: SECRET_KEY is one that everybody knows")
        assert len(process.said().strip().splitlines()) == 1
