"""The purge log: what one process appends, every other one sees."""

import subprocess
import sys
import time

import pytest

from portal.page_cache import log as log_module
from portal.page_cache.log import EVERYTHING, PurgeLog


@pytest.fixture
def path(tmp_path):
    return tmp_path / "purges.log"


def test_a_purge_invalidates_what_was_made_before_it(path):
    log = PurgeLog(path)
    made = time.time()
    log.append(["story-1"])
    assert log.purged_since(made, ["story-1", "front"])
    assert not log.purged_since(made, ["story-2"])


def test_what_is_made_after_a_purge_is_valid(path):
    log = PurgeLog(path)
    log.append(["story-1"])
    assert not log.purged_since(time.time() + 0.001, ["story-1"])


def test_another_process_sees_a_purge_with_its_next_look(path):
    writer, reader = PurgeLog(path), PurgeLog(path)
    made = time.time()
    writer.append(["author-3"])
    assert not reader.purged_since(made, ["author-3"])
    reader.refresh()
    assert reader.purged_since(made, ["author-3"])


def test_a_process_that_starts_later_knows_earlier_purges(path):
    made = time.time()
    PurgeLog(path).append(["author-3"])
    assert PurgeLog(path).purged_since(made, ["author-3"])


def test_everything_can_be_purged(path):
    log = PurgeLog(path)
    made = time.time()
    log.append([EVERYTHING])
    assert log.purged_since(made, ["anything"])


def test_only_a_hard_purge_forbids_stale_copies(path):
    log = PurgeLog(path)
    made = time.time()
    log.append(["story-1"])
    assert not log.forbidden_since(made, ["story-1"])
    log.append(["story-1"], hard=True)
    assert log.forbidden_since(made, ["story-1"])


def test_a_torn_line_costs_a_new_rendering_and_no_error(path):
    made = time.time()
    with path.open("a") as file:
        file.write("{not json\n")
    assert PurgeLog(path).purged_since(made, ["anything"])


def test_a_look_makes_no_system_call_while_nothing_has_changed(path, monkeypatch):
    log = PurgeLog(path)
    looks = []
    with monkeypatch.context() as patches:
        patches.setattr(log_module.time, "monotonic", lambda: 0.0)
        patches.setattr(log, "_look", lambda: looks.append(1))
        for _time in range(100):
            log.refresh()
    assert looks == []


def test_a_purge_is_seen_where_what_is_mapped_is_not_shared(path, monkeypatch):
    writer, reader = PurgeLog(path), PurgeLog(path)
    made = time.time()
    reader._mark = bytearray(reader._mark[:])
    writer.append(["story-1"])
    monkeypatch.setattr(log_module.time, "monotonic", lambda: float("inf"))
    reader.refresh()
    assert reader.purged_since(made, ["story-1"])


def test_a_log_that_has_grown_is_written_anew_with_the_last_purge_of_each_tag(path):
    log = PurgeLog(path, compact_from=2000)
    made = time.time()
    log.append(["story-2"], hard=True)
    for _time in range(60):
        log.append(["story-1"])
    assert path.stat().st_size < 2100
    again = PurgeLog(path)
    assert again.purged_since(made, ["story-1"])
    assert again.forbidden_since(made, ["story-2"])


def test_who_had_read_the_log_before_it_was_written_anew_sees_what_comes_after(path):
    reader, writer = PurgeLog(path), PurgeLog(path, compact_from=1500)
    for number in range(40):
        made = time.time()
        writer.append(["story-1", f"topic-{number % 3}"])
        if number % 7 == 0:
            reader.refresh()
    writer.append(["story-9"])
    reader.refresh()
    assert reader.purged_since(made, ["story-9"])
    assert reader.purged_since(made, ["story-1"])


def test_processes_that_append_while_others_write_anew_lose_nothing(path):
    code = (
        "import sys; from portal.page_cache.log import PurgeLog; log = PurgeLog(sys.argv[1], compact_from=3000)\n"
        "for number in range(300): log.append([f'story-{sys.argv[2]}-{number % 10}'], at=1000.0 + number)"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), str(number)]) for number in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    log = PurgeLog(path)
    wanted = {f"story-{writer}-{number}": 1290.0 + number for writer in range(3) for number in range(10)}
    assert log._soft == wanted
