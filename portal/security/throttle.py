"""How often a password or a code may be tried, counted in the database so that all workers agree.

A try is counted before anything is checked, in one statement that also looks at
the limit: a hundred guesses at the same moment are a hundred counts.
"""

import math
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from portal import clock
from portal.security.clients import address_group, client_address
from portal.security.models import Throttle


@dataclass(frozen=True)
class Limit:
    """So many tries in a window of seconds; ``name`` keeps the counts of different doors apart."""

    name: str
    tries: int
    seconds: int


ACCOUNT = Limit("account", 10, 15 * 60)
ADDRESS = Limit("address", 30, 15 * 60)
CODE = Limit("code", 6, 15 * 60)
RESET = Limit("reset", 5, 60 * 60)


def knock(limit, who):
    """Count one try of ``who``. Returns 0 if it may go on, else the seconds until the next is allowed."""
    now = clock.now()
    row = Throttle.objects.filter(key=_key(limit, who))
    under = row.filter(ends_at__gt=now, count__lt=limit.tries)
    ends_at = now + timedelta(seconds=limit.seconds)
    if under.update(count=F("count") + 1) or row.filter(ends_at__lte=now).update(count=1, ends_at=ends_at):
        return 0
    if not row.exists():
        Throttle.objects.filter(ends_at__lte=now).delete()
        try:
            with transaction.atomic():
                Throttle.objects.create(key=_key(limit, who), ends_at=ends_at)
            return 0
        except IntegrityError:  # somebody else knocked in between
            if under.update(count=F("count") + 1):
                return 0
    held = row.values_list("ends_at", flat=True).first() or now
    # Who knocked a moment later may have opened the window: nobody waits longer than a whole one.
    return min(limit.seconds, max(1, math.ceil((held - now).total_seconds())))


def forgive(limit, who):
    """Take one try back."""
    Throttle.objects.filter(key=_key(limit, who), count__gt=0).update(count=F("count") - 1)


def forget(limit, who):
    """Begin anew: somebody has shown who they are."""
    Throttle.objects.filter(key=_key(limit, who)).delete()


def knock_as(request, name):
    """Count one try for an account's name, whether there is such an account or not, and one for the address.

    Returns the seconds to wait, or 0. An address that may not try any more does not close accounts either.
    """
    return knock(ADDRESS, address_group(client_address(request))) or knock(ACCOUNT, name.strip().casefold())


def let_in(request, name):
    """Forget the tries of an account that got in, and this one of its address; other guesses from there still count."""
    forgive(ADDRESS, address_group(client_address(request)))
    forget(ACCOUNT, name.strip().casefold())


def _key(limit, who):
    """Return a digest: people type passwords into the field for the name."""
    return salted_hmac("portal.security.throttle", f"{limit.name}:{who}", algorithm="sha256").hexdigest()
