"""Carrying purges from machine to machine: one thread of one process on each reads the others' from Redis."""

import fcntl
import json
import logging
import os
import threading
import time

import redis
from django.conf import settings

from portal.page_cache.log import EVERYTHING
from portal.page_cache.purge import MACHINE, STREAM, publish, purge_log, redis_client

logger = logging.getLogger(__name__)

PAUSE = 1.0
BLOCK_MS = 400


class PurgeRelay(threading.Thread):
    """Follows the stream of purges and writes what others purge into this machine's log.

    Every process starts one; the first to lock the file does the work, and
    another takes over when that process ends. Where it stopped is kept in a
    file, so that nothing is missed in between.
    """

    def __init__(self):
        super().__init__(name="purge-relay", daemon=True)
        self.folder = settings.PAGE_CACHE_DIR

    def run(self):
        """Wait for the lock, then follow the stream for ever."""
        lock = os.open(self.folder / "relay.lock", os.O_RDWR | os.O_CREAT, 0o600)
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(PAUSE)
        client = redis_client()
        while True:
            try:
                self.send_unsent()
                self.follow(client)
            except redis.RedisError:
                time.sleep(PAUSE)
            except Exception:
                logger.exception("The purge relay stumbled and goes on.")
                time.sleep(PAUSE)

    def follow(self, client):
        """Take in what has come since the last time, waiting a little for it."""
        place = self.place(client)
        for _stream, events in client.xread({STREAM: place}, count=1000, block=BLOCK_MS) or ():
            for identity, fields in events:
                event = json.loads(fields[b"event"])
                if event["machine"] != MACHINE:
                    # Clocks differ: from here on, what was made before the news arrived is not trusted.
                    purge_log().append(event["tags"], hard=event["hard"], at=max(event["at"], time.time()))
                place = identity.decode()
            self.place_file.write_text(place)

    @property
    def place_file(self):
        return self.folder / "relay.place"

    def place(self, client):
        """Return where to go on. After an absence longer than the stream's memory, everything is forgotten."""
        try:
            place = self.place_file.read_text().strip()
        except OSError:
            place = ""
        if place:
            oldest = client.xrange(STREAM, count=1)
            if oldest and _order(oldest[0][0].decode()) > _order(place):
                purge_log().append([EVERYTHING])
            return place
        newest = client.xrevrange(STREAM, count=1)
        place = newest[0][0].decode() if newest else "0-0"
        self.place_file.write_text(place)
        return place

    def send_unsent(self):
        """Send the purges that Redis was not there for, first those that an interruption left half sent."""
        unsent, taken = self.folder / "unsent.log", self.folder / "unsent.sending"
        if not taken.exists() and unsent.exists():
            unsent.rename(taken)
        if taken.exists():
            for line in taken.read_text().splitlines():
                publish(json.loads(line))
            taken.unlink()


def _order(identity):
    first, _dash, second = identity.partition("-")
    return int(first), int(second or 0)
