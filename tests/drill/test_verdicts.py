"""The verdicts of the drill can be bad."""

import pytest

from tests.drill.phases import Phase, calm
from tests.drill.readers import Answer
from tests.drill.verdicts import judge, table

BEGAN, ENDED = 100.0, 108.0
OUTAGE = Phase("outage", calm, cold="503", lossless=True)


def warm(number=200, **other):
    """Return answers to readers of warm pages, twenty a second."""
    return [
        Answer(**{"asked": BEGAN + n / 20, "seconds": 0.01, "warm": True, "status": 200, **other})
        for n in range(number)
    ]


def cold(**other):
    """Return the answer to one reader of a cold page."""
    fields = {"asked": BEGAN + 2, "seconds": 0.1, "warm": False, "status": 503, "retry_after": "5"}
    return Answer(**{**fields, **other})


def faults(*answers, phase=OUTAGE, tolerance=1.0):
    return judge(phase, answers, BEGAN, ENDED, tolerance).faults


def test_all_as_it_should_be():
    assert faults(*warm(), cold()) == ()


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (warm(3, status=503), "warm pages came"),
        (warm(30, seconds=1.5), "one warm page in twenty"),
        ([cold(asked=ENDED + 5.5)], "to recover"),
        ([cold(status=200)], "not 503"),
        ([cold(status=500)], "not 503"),
        ([cold(retry_after="")], "when to come back"),
        ([cold(seconds=2.5)], "a cold page took"),
        ([cold(status=0, error="ConnectionResetError")], "lost (ConnectionResetError)"),
    ],
)
def test_each_fault_is_found(bad, fault):
    assert any(fault in found for found in faults(*warm(), *bad))


def test_a_busy_machine_gets_more_time_and_no_more_errors():
    assert faults(*warm(seconds=1.5), cold(seconds=2.5), tolerance=2) == ()
    assert faults(*warm(), cold(status=500), tolerance=2)


def test_a_few_pages_that_were_too_slow_to_make_are_forgiven_to_a_busy_machine():
    phase = Phase("Redis", calm, cold="200")
    many = [cold(status=200)] * 20
    assert faults(*warm(), *many, cold(), phase=phase)
    assert faults(*warm(), *many, cold(), phase=phase, tolerance=2) == ()
    assert faults(*warm(), *many, cold(status=500), phase=phase, tolerance=2)


def test_at_the_end_of_the_site_a_closed_door_is_no_loss_and_a_lost_answer_is():
    phase = Phase("terminate", calm, lossless=True, ends_the_site=True)
    assert faults(*warm(), *warm(status=0, error="ConnectionRefusedError"), phase=phase) == ()
    assert faults(*warm(), cold(status=0, error="RemoteDisconnected"), phase=phase)


def test_the_table_says_what_did_not_hold():
    lines = table([judge(OUTAGE, [*warm(), cold(status=200)], BEGAN, ENDED)])
    assert "cold pages were answered {200: 1}, not 503" in lines
