"""The purge log: what one process appends, every other one sees."""

import time

import pytest

from portal.page_cache.log import EVERYTHING, PurgeLog, compact


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
    log = PurgeLog(path)
    made = time.time()
    with path.open("a") as file:
        file.write("{not json\n")
    log.refresh()
    assert log.purged_since(made, ["anything"])


def test_compacting_keeps_the_last_purge_of_each_tag(path):
    log = PurgeLog(path)
    made = time.time()
    for _time in range(50):
        log.append(["story-1"])
    log.append(["story-2"], hard=True)
    before = path.stat().st_size
    compact(path)
    assert path.stat().st_size < before / 5
    again = PurgeLog(path)
    assert again.purged_since(made, ["story-1"])
    assert again.forbidden_since(made, ["story-2"])
