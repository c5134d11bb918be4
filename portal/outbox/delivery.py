"""Into the outbox inside a transaction, out of it afterwards, again and again until it has arrived."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction

from portal import clock
from portal.outbox.models import OutboxEntry

logger = logging.getLogger(__name__)

# Seconds to wait after the first, second … failure; the last one repeats.
BACKOFF = (10, 30, 60, 300, 900, 3600)
GIVE_UP_AFTER = timedelta(days=2)
KEEP = timedelta(days=30)
# For so long an entry is left to whoever took it: a process that dies while sending gives it back by this.
LEASE = timedelta(minutes=5)

_kinds = {}


class Refused(Exception):
    """The other side has said no for good: trying again would change nothing. The message goes into the log."""


@dataclass(frozen=True)
class _Kind:
    deliver: object
    batch: int
    backoff: tuple
    give_up_after: timedelta

    def pause_after(self, attempts):
        """Return for how long to wait after so many attempts."""
        return timedelta(seconds=self.backoff[min(attempts, len(self.backoff)) - 1])


def put(kind, payload, *, key=""):
    """Write a message into the outbox, as part of the current transaction.

    ``kind`` names who delivers it (see `delivers`), ``payload`` is what JSON can
    hold. Of several waiting messages of a kind with the same ``key``, only the
    newest is sent: name by it what the message is about, such as an address.
    A key longer than the column is no key worth having: raises ValueError.
    """
    if len(key) > OutboxEntry._meta.get_field("key").max_length:
        raise ValueError(f"The key of a message is too long: {key[:60]}…")
    moment = clock.now()
    return OutboxEntry.objects.create(kind=kind, key=key, payload=payload, created_at=moment, next_at=moment)


def delivers(kind, *, batch=1, backoff=BACKOFF, give_up_after=GIVE_UP_AFTER):
    """Register the decorated function as the one that delivers messages of a kind.

    It is called with a list of at most ``batch`` `OutboxEntry`, oldest first and
    outside any transaction. Returning means that all of them have arrived.
    `Refused` gives all of them up; any other exception puts all of them off by
    ``backoff`` (seconds after the first, second … failure), until they are older
    than ``give_up_after``. What must succeed or fail by itself takes ``batch=1``.
    """

    def register(function):
        _kinds[kind] = _Kind(function, batch, tuple(backoff), give_up_after)
        return function

    return register


def deliver_due():
    """Send what is due; return how many messages have arrived. Safe to run in several processes at once.

    After a failure the rest of that kind waits for the next round: one silent
    machine costs one time-out a round, whatever has piled up for it.
    """
    waiting = OutboxEntry.objects.filter(next_at__lte=clock.now())
    due = list(waiting.order_by().values_list("kind", flat=True).distinct())
    return sum(_deliver_kind(name, _kinds[name]) for name in due if name in _kinds)


def tidy():
    """Delete what was settled so long ago that nobody asks about it any more; return how many rows."""
    old = OutboxEntry.objects.filter(next_at=None, created_at__lt=clock.now() - KEEP)
    # Looking costs no lock on SQLite, and there is hardly ever anything.
    return old.delete()[0] if old.exists() else 0


def _deliver_kind(name, kind):
    arrived = 0
    while entries := _take(name, kind.batch):
        try:
            kind.deliver(entries)
        except Refused as refusal:
            logger.warning("%s: given up, %s", name, refusal)
            _settle(entries, last_error=str(refusal))
        except Exception as error:
            logger.warning("%s: could not be delivered, %s: %s", name, type(error).__name__, error)
            _put_off(entries, kind, f"{type(error).__name__}: {error}")
            break
        else:
            _settle(entries, done_at=clock.now(), last_error="")
            arrived += len(entries)
    return arrived


def _take(name, size):
    """Claim the oldest due messages of a kind and count the attempt; delete those that newer ones replace."""
    moment = clock.now()
    with transaction.atomic():
        due = OutboxEntry.objects.filter(kind=name, next_at__lte=moment).order_by("id")
        # Only rows that nobody else is claiming; SQLite lets one process write at a time anyway.
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        entries = _newest_of_each(list(due[:size]), due)
        for entry in entries:
            entry.attempts += 1
            entry.next_at = moment + LEASE
        OutboxEntry.objects.bulk_update(entries, ["attempts", "next_at"])
    return entries


def _newest_of_each(entries, due):
    """Return of the messages with one key only the newest that is due; what is older is deleted."""
    keys = {entry.key for entry in entries if entry.key}
    if not keys:
        return entries
    newest = {entry.key: entry for entry in due.filter(key__in=keys)}
    waiting = OutboxEntry.objects.filter(kind=entries[0].kind, key__in=keys, next_at__isnull=False)
    replaced = [pk for pk, key in waiting.values_list("pk", "key") if pk < newest[key].pk]
    OutboxEntry.objects.filter(pk__in=replaced).delete()
    return [*(entry for entry in entries if not entry.key), *newest.values()]


def _settle(entries, **outcome):
    OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(next_at=None, **outcome)


def _put_off(entries, kind, error):
    moment = clock.now()
    for entry in entries:
        entry.last_error = error[:2000]
        over = moment - entry.created_at > kind.give_up_after
        entry.next_at = None if over else moment + kind.pause_after(entry.attempts)
    OutboxEntry.objects.bulk_update(entries, ["next_at", "last_error"])
