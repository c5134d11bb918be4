"""The clock command: one failure does not stop it."""

import pytest
from django.core.management import CommandError, call_command

from portal.health import HEARTBEAT
from portal.management.commands import clock
from portal.outbox import delivery
from portal.outbox.delivery import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(monkeypatch, settings, tmp_path):
    """Two jobs of which the first fails; the list says which were run."""
    settings.DATA_DIR = tmp_path / "data"
    run = []

    def call(name):
        run.append(name)
        if name == "bad":
            raise ValueError("one story cannot be published")

    monkeypatch.setattr(clock, "JOBS", ("bad", "good"))
    monkeypatch.setattr(clock, "call_command", call)
    return run


def test_a_job_that_fails_is_logged_and_the_next_one_runs(jobs, caplog, settings):
    assert clock.tick() == ["bad"]
    assert jobs == ["bad", "good"]
    assert "one story cannot be published" in caplog.text
    assert (settings.DATA_DIR / HEARTBEAT).exists()


def test_once_for_cron_tells_of_the_failure_by_its_exit_code(jobs):
    with pytest.raises(SystemExit) as ended:
        call_command("clock", "--once")
    assert ended.value.code == 1


@pytest.mark.parametrize("interval", [0, -1])
def test_an_interval_of_no_time_is_refused(jobs, interval):
    with pytest.raises(CommandError, match="above 0"):
        call_command("clock", interval=interval)


def test_once_runs_what_is_due(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    call_command("clock", "--once")
    assert (tmp_path / HEARTBEAT).exists()


def test_once_empties_the_outbox(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    arrived = []
    monkeypatch.setattr(delivery, "_kinds", {})
    delivery.delivers("ping")(arrived.extend)
    entry = put("ping", {})
    call_command("clock", "--once")
    assert arrived == [entry]


def test_an_outbox_that_fails_is_logged_and_told_by_the_exit_code(jobs, monkeypatch, caplog):
    monkeypatch.setattr(clock, "JOBS", ())
    monkeypatch.setattr(clock, "deliver_due", lambda: 1 / 0)
    with pytest.raises(SystemExit):
        call_command("clock", "--once")
    assert "outbox could not be emptied" in caplog.text


def test_a_heartbeat_that_cannot_be_written_is_no_reason_to_stop(jobs, caplog, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.DATA_DIR = tmp_path / "file" / "below"
    assert clock.tick() == ["bad"]
    assert "heartbeat" in caplog.text
