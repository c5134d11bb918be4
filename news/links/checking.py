"""Asking other people's machines, politely, whether what our stories link to is still there.

One question at a time; one address of a host in a round, and a round a
minute; HEAD first, which sends no page; and a name in each question that says
who asks. Whoever answers with a refusal or asks us to come more slowly is alive.
"""

import time
from datetime import timedelta

from news.models import OutgoingLink
from news.models.outgoing_links import GONE
from portal import clock
from portal.security.outgoing import OutgoingError, TooLarge, fetch

CHECKS_PER_ROUND = 10
PATIENCE = 10
"""Seconds that a round takes at most before its last question: what is scheduled for the next minute must not wait."""
TIMEOUT = 5
LEASE = timedelta(minutes=10)
LONGEST_PROBLEM = 300
# What some answer to a HEAD only.
REFUSES_HEAD = {400, 403, 404, 405, 406, 410}


def check_due():
    """Ask about the links whose turn it is, one of each host, and yield each when its answer is written down."""
    started = time.monotonic()
    asked = set()
    for link in OutgoingLink.objects.due()[: CHECKS_PER_ROUND * 20]:
        if len(asked) == CHECKS_PER_ROUND or time.monotonic() - started > PATIENCE:
            return
        if link.host in asked or not _claim(link):
            continue
        asked.add(link.host)
        check(link)
        yield link


def _claim(link):
    """Take a link, so that a second clock leaves it alone; return whether nobody else had."""
    return OutgoingLink.objects.filter(pk=link.pk, next_at=link.next_at).update(next_at=clock.now() + LEASE) == 1


def check(link):
    """Ask about one link and write the answer down."""
    link.status, link.problem = ask(link.address)
    link.checked_at = clock.now()
    if link.problem or link.status in GONE or link.status >= 500:
        link.failing_since = link.failing_since or link.checked_at
        link.failures = min(link.failures + 1, 1000)
        link.next_at = link.checked_at + link.BACKOFF[min(link.failures, len(link.BACKOFF)) - 1]
    else:
        link.failing_since, link.failures = None, 0
        link.next_at = link.checked_at + link.REST
    link.save(update_fields=["status", "problem", "failures", "failing_since", "checked_at", "next_at"])


def ask(address):
    """Return what a link leads to: the HTTP status and "", or None and in words why there was no answer."""
    try:
        status = _status(address, "HEAD")
        # Some know no HEAD, and some answer it with whatever they have.
        return (_status(address, "GET") if status in REFUSES_HEAD or status >= 500 else status), ""
    except TooLarge:
        return 200, ""
    except OutgoingError as error:
        return None, str(error)[:LONGEST_PROBLEM]


def _status(address, method):
    return fetch(address, purpose="link check", method=method, timeout=TIMEOUT).status
