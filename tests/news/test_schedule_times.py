"""What a time on the clock means, in ordinary nights and in the two strange ones."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from news.schedule.times import moment, presets, spoken

SPRING, AUTUMN = "jump over", "twice"


@pytest.mark.parametrize(
    ("zone", "day", "clock_time", "expected", "noted"),
    [
        # Each zone's own spring gap, and its autumn fold.
        ("Europe/Paris", date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC), SPRING),
        ("Europe/Paris", date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), AUTUMN),
        ("America/New_York", date(2027, 3, 14), time(2, 30), datetime(2027, 3, 14, 7, 30, tzinfo=UTC), SPRING),
        ("America/New_York", date(2026, 11, 1), time(1, 30), datetime(2026, 11, 1, 5, 30, tzinfo=UTC), AUTUMN),
        # Here the clocks move by half an hour, and in the other half of the year.
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), datetime(2026, 10, 3, 15, 45, tzinfo=UTC), SPRING),
        ("Australia/Lord_Howe", date(2027, 4, 4), time(1, 45), datetime(2027, 4, 3, 14, 45, tzinfo=UTC), AUTUMN),
    ],
)
def test_a_time_that_is_skipped_comes_after_the_jump_and_one_that_comes_twice_is_the_first(
    zone, day, clock_time, expected, noted
):
    found = moment(day, clock_time, ZoneInfo(zone))
    assert found.at == expected
    assert noted in found.note


def test_the_editor_is_told_what_the_clocks_will_show():
    assert "03:30 CEST" in moment(date(2027, 3, 28), time(2, 30), ZoneInfo("Europe/Paris")).note


def test_an_ordinary_time_needs_no_note():
    found = moment(date(2027, 3, 28), time(3, 30), ZoneInfo("Europe/Paris"))
    assert (found.at, found.note) == (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "")


def test_the_times_to_pick_are_to_come_and_in_order():
    now = datetime(2026, 11, 22, 23, 30, 20, tzinfo=UTC)  # 00:30 on Monday, in Paris
    found = {preset.key: preset.at for preset in presets(now, ZoneInfo("Europe/Paris"))}
    assert found == {
        "hour": datetime(2026, 11, 23, 0, 30, tzinfo=UTC),
        "tonight": datetime(2026, 11, 23, 23, 1, tzinfo=UTC),
        "morning": datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
        "noon": datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
        "monday": datetime(2026, 11, 30, 7, 0, tzinfo=UTC),
    }
    assert list(found.values()) == sorted(found.values())


def test_an_hour_from_now_is_rounded_up_to_five_minutes():
    now = datetime(2026, 11, 22, 9, 58, tzinfo=UTC)
    assert presets(now, ZoneInfo("UTC"))[0].at == datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def test_a_moment_is_spoken_with_zone_and_countdown():
    now = datetime(2026, 11, 22, 19, 41, tzinfo=UTC)
    words = spoken(datetime(2026, 11, 22, 23, 1, tzinfo=UTC), ZoneInfo("Europe/Paris"), now)
    assert words == "Monday 23 November 2026 at 00:01 (Europe/Paris, CET), in 3 hours, 20 minutes"
