"""The clock process: every minute it publishes what is due and retires what has expired.

Beside it, it empties the outbox every few seconds, in a thread of its own: a
machine that does not answer must not make a scheduled story late.
"""

import logging
import signal
import threading

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from portal.clock import now
from portal.health import HEARTBEAT
from portal.outbox.delivery import deliver_due, tidy

logger = logging.getLogger("portal.clock")

JOBS = ("publish_scheduled", "check_originality", "check_links", "clearsessions")
INTERVAL = 60
OUTBOX_INTERVAL = 2


class Command(BaseCommand):
    """Runs the jobs at every full minute until told to stop. One that fails is logged, and the clock goes on."""

    help = "Publishes scheduled pages every minute, until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Run the jobs once and end; for cron.")
        parser.add_argument("--interval", type=float, default=INTERVAL, help="Seconds between two rounds.")

    def handle(self, *args, once=False, interval=INTERVAL, **options):
        """Tick now, then at each interval. SIGTERM and SIGINT end the wait at once, a job only when it is done."""
        if interval <= 0:
            raise CommandError("--interval takes a number of seconds above 0.")
        if once:
            failed = tick()
            delivered = empty_outbox()
            if failed or not delivered:
                raise SystemExit(1)
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        logger.info("The clock runs; a round every %g seconds.", interval)
        postman = threading.Thread(target=keep_emptying_outbox, args=[stopping], name="outbox")
        postman.start()
        try:
            while not stopping.is_set():
                tick()
                close_old_connections()  # a database that was restarted meanwhile is connected to anew
                stopping.wait(interval - now().timestamp() % interval)
        finally:
            stopping.set()
            postman.join()
        logger.info("The clock has stopped.")


def tick():
    """Run every job once, touch the heartbeat, and return the names of the jobs that failed."""
    failed = []
    for name in JOBS:
        try:
            call_command(name)
        except Exception:
            logger.exception("%s failed; the clock goes on.", name)
            failed.append(name)
    beat()
    return failed


def keep_emptying_outbox(stopping):
    """Send what is due every few seconds, until the event ``stopping`` is set."""
    while not stopping.is_set():
        empty_outbox()
        close_old_connections()
        stopping.wait(OUTBOX_INTERVAL)


def empty_outbox():
    """Send what is due, and delete what is long past; return whether that could be done."""
    try:
        deliver_due()
        tidy()
    except Exception:
        logger.exception("The outbox could not be emptied; the clock goes on.")
        return False
    return True


def beat():
    """Leave the moment of this round where ``/readyz`` looks for it."""
    try:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        (settings.DATA_DIR / HEARTBEAT).touch()
    except OSError:
        logger.exception("The heartbeat file cannot be written.")
