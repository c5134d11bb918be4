"""Asking other people's machines, politely, whether what our stories link to is still there.

One question at a time; one address of a host in a round, and a round a
minute, or as seldom as the site asks; nothing that its robots.txt keeps from
us; HEAD first, which sends no page; and a name in each question that says who
asks. Whoever refuses us, or asks us to come more slowly, is alive.
"""

import time
from dataclasses import dataclass
from datetime import timedelta

from news.links.manners import rules_of, wanted_pause
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


@dataclass(frozen=True)
class Answer:
    """What a link leads to: the HTTP status, or None and in words why there was no answer.

    Neither is known of a link that we are asked to leave alone. ``pause`` is how
    long the site wants to be left in peace.
    """

    status: int | None = None
    problem: str = ""
    pause: timedelta = timedelta(0)

    @property
    def is_failure(self):
        """Whether somebody who follows the link finds nothing."""
        return bool(self.problem) or self.status in GONE or (self.status or 0) >= 500


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
    """Ask about one link, write the answer down, and let its site rest for as long as it wants."""
    answer = ask(link.address)
    link.status, link.problem = answer.status, answer.problem
    link.checked_at = clock.now()
    if answer.is_failure:
        link.failing_since = link.failing_since or link.checked_at
        link.failures = min(link.failures + 1, 1000)
        link.next_at = link.checked_at + link.BACKOFF[min(link.failures, len(link.BACKOFF)) - 1]
    else:
        link.failing_since, link.failures = None, 0
        link.next_at = link.checked_at + link.REST
    link.save(update_fields=["status", "problem", "failures", "failing_since", "checked_at", "next_at"])
    if answer.pause:
        earliest = link.checked_at + answer.pause
        OutgoingLink.objects.filter(host=link.host, next_at__lt=earliest).update(next_at=earliest)


def ask(address):
    """Return the `Answer` of a link, unless its site keeps the address from robots: then nobody is asked."""
    try:
        rules = rules_of(address)
        if rules.status or not rules.allow(address):
            return Answer(rules.status, pause=rules.pause)
        response = _response(address, "HEAD")
        # Some know no HEAD, and some answer it with whatever they have.
        if not wanted_pause(response) and (response.status in REFUSES_HEAD or response.status >= 500):
            response = _response(address, "GET")
        return Answer(response.status, pause=max(rules.pause, wanted_pause(response)))
    except TooLarge:
        return Answer(200)
    except OutgoingError as error:
        return Answer(problem=str(error)[:LONGEST_PROBLEM])


def _response(address, method):
    return fetch(address, purpose="link check", method=method, timeout=TIMEOUT)
