"""Telling every process, machine and CDN that something readers see has changed."""

import json
import logging
import socket
import time
import uuid
from functools import cache

import redis
from django.conf import settings
from django.db import transaction

from portal.page_cache.cdn import purge_further_out
from portal.page_cache.log import EVERYTHING, PurgeLog

logger = logging.getLogger(__name__)

STREAM = "portal:purges"
STREAM_LENGTH = 100_000
MACHINE = f"{socket.gethostname()}-{uuid.getnode():x}"


@cache
def purge_log():
    """Return this process's view of the machine's purge log."""
    return PurgeLog(settings.PAGE_CACHE_DIR / "purges.log")


def redis_client():
    """Return a Redis client that gives up at once: what it is asked for can wait, readers cannot."""
    return redis.Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=settings.REDIS_TIMEOUT,
        socket_connect_timeout=settings.REDIS_TIMEOUT,
        retry=None,
        health_check_interval=0,
    )


def purge(*names, hard=False):
    """Forget every page that carries one of the tags, once the current transaction is committed.

    ``hard`` forbids stale copies as well: for what must not be seen any more.
    Without names, nothing happens; `EVERYTHING` forgets all.
    """
    if names:
        purge_further_out(names)
        transaction.on_commit(lambda: purge_now(names, hard=hard))


def purge_everything():
    """Forget every page: after a change that any page may show."""
    purge(EVERYTHING)


def purge_now(names, *, hard=False):
    """Forget pages at once, on this machine and, through Redis, on the others."""
    moment = time.time()
    purge_log().append(names, hard=hard, at=moment)
    if settings.REDIS_URL:
        publish({"at": moment, "tags": sorted(names), "hard": hard, "machine": MACHINE})


def publish(event):
    """Tell the other machines; where Redis is away, keep the event for the relay to send later."""
    try:
        redis_client().xadd(STREAM, {"event": json.dumps(event)}, maxlen=STREAM_LENGTH, approximate=True)
    except redis.RedisError as error:
        logger.warning("A purge waits for Redis to come back: %s", type(error).__name__)
        with (settings.PAGE_CACHE_DIR / "unsent.log").open("a") as file:
            file.write(json.dumps(event) + "\n")
