"""The outbox: what is committed is sent, once, however long the other side is away."""

from datetime import timedelta

import pytest
from django.db import transaction

from portal import clock
from portal.outbox import delivery
from portal.outbox.delivery import Refused, deliver_due, delivers, put, tidy
from portal.outbox.models import OutboxEntry

pytestmark = pytest.mark.django_db


class Line:
    """A line to another machine that can be cut; it keeps what has arrived, batch by batch."""

    def __init__(self):
        self.arrived = []
        self.calls = 0
        self.error = None

    def __call__(self, entries):
        self.calls += 1
        if self.error:
            raise self.error
        self.arrived.append([entry.payload for entry in entries])


@pytest.fixture
def time(monkeypatch):
    """Offer a clock that stands still until ``time.passes(seconds=…)``."""

    class Time:
        moment = clock.now()

        def passes(self, **amount):
            self.moment += timedelta(**amount)

    standing = Time()
    monkeypatch.setattr(clock, "now", lambda: standing.moment)
    return standing


@pytest.fixture
def line(monkeypatch):
    """Offer the line for messages of the kind "ping", three at a time."""
    monkeypatch.setattr(delivery, "_kinds", {})
    line = Line()
    delivers("ping", batch=3, backoff=(10, 60), give_up_after=timedelta(hours=1))(line)
    return line


def test_a_message_is_sent_once(line):
    put("ping", {"n": 1})
    assert deliver_due() == 1
    assert deliver_due() == 0
    assert line.arrived == [[{"n": 1}]]
    assert OutboxEntry.objects.get().outcome == "delivered"


def test_messages_go_in_batches_oldest_first(line):
    for number in range(5):
        put("ping", number)
    assert deliver_due() == 5
    assert line.arrived == [[0, 1, 2], [3, 4]]


def test_what_is_rolled_back_is_never_sent(line):
    class Cancelled(Exception):
        pass

    with pytest.raises(Cancelled), transaction.atomic():
        put("ping", 1)
        raise Cancelled
    assert deliver_due() == 0
    assert not line.calls


def test_of_waiting_messages_about_one_thing_the_newest_is_sent(line):
    put("ping", 1, key="front")
    put("ping", 2, key="front")
    put("ping", "other", key="story")
    deliver_due()
    assert line.arrived == [[2, "other"]]
    assert OutboxEntry.objects.count() == 2


def test_messages_without_a_key_do_not_replace_each_other(line):
    put("ping", 1)
    put("ping", 1)
    assert deliver_due() == 2


def test_a_message_after_a_delivery_is_sent_although_it_is_about_the_same(line):
    put("ping", 1, key="front")
    deliver_due()
    put("ping", 2, key="front")
    deliver_due()
    assert line.arrived == [[1], [2]]


def test_a_failure_waits_longer_each_time_and_arrives_once_after_recovery(line, time):
    line.error = OSError("the network is down")
    put("ping", 1)
    deliver_due()
    deliver_due()
    assert line.calls == 1, "it rests for ten seconds"
    time.passes(seconds=10)
    deliver_due()
    time.passes(seconds=59)
    deliver_due()
    assert line.calls == 2, "it rests for a minute after the second failure"
    entry = OutboxEntry.objects.get()
    assert (entry.attempts, entry.last_error) == (2, "OSError: the network is down")
    line.error = None
    time.passes(seconds=1)
    assert deliver_due() == 1
    assert deliver_due() == 0
    assert line.arrived == [[1]]
    assert not OutboxEntry.objects.get().last_error


def test_a_silent_machine_costs_one_attempt_a_round(line):
    line.error = OSError("silence")
    for number in range(9):
        put("ping", number)
    deliver_due()
    assert line.calls == 1


def test_one_kind_that_fails_does_not_hold_up_another(line):
    line.error = OSError("silence")
    other = Line()
    delivers("other")(other)
    put("ping", 1)
    put("other", 2)
    assert deliver_due() == 1
    assert other.arrived == [[2]]


def test_a_newer_message_takes_the_place_of_one_that_rests_after_a_failure(line, time):
    line.error = OSError("silence")
    put("ping", 1, key="front")
    deliver_due()
    line.error = None
    put("ping", 2, key="front")
    deliver_due()
    time.passes(hours=1)
    deliver_due()
    assert line.arrived == [[2]]


def test_what_is_refused_for_good_is_not_tried_again(line, time):
    line.error = Refused("we do not know this site")
    put("ping", 1)
    deliver_due()
    line.error = None
    time.passes(days=1)
    assert deliver_due() == 0
    entry = OutboxEntry.objects.get()
    assert (entry.outcome, entry.last_error) == ("given up", "we do not know this site")


def test_a_machine_that_stays_away_is_given_up(line, time):
    line.error = OSError("silence")
    put("ping", 1)
    for _hour in range(3):
        deliver_due()
        time.passes(hours=1)
    assert OutboxEntry.objects.get().outcome == "given up"
    assert line.calls == 3


def test_what_a_process_took_before_it_died_is_sent_by_the_next(line, time):
    line.error = SystemExit()
    put("ping", 1)
    with pytest.raises(SystemExit):
        deliver_due()
    line.error = None
    assert deliver_due() == 0, "it may still be on its way"
    time.passes(minutes=5)
    assert deliver_due() == 1
    assert line.arrived == [[1]]


def test_a_kind_that_nobody_delivers_waits(line):
    put("unknown", 1)
    assert deliver_due() == 0
    assert OutboxEntry.objects.get().outcome == "waiting"


def test_a_key_that_does_not_fit_is_refused_at_once(line):
    with pytest.raises(ValueError, match="too long"):
        put("ping", 1, key="x" * 256)


def test_settled_messages_are_deleted_after_a_month(line, time):
    put("ping", 1)
    deliver_due()
    time.passes(days=29)
    put("unknown", 2)
    assert tidy() == 0
    time.passes(days=2)
    assert tidy() == 1
    assert OutboxEntry.objects.get().kind == "unknown"
    time.passes(days=60)
    assert tidy() == 0, "what waits is not deleted"
