"""The clock process: every minute it publishes what is due and retires what has expired."""

import logging
import signal
import threading

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from portal.clock import now
from portal.health import HEARTBEAT

logger = logging.getLogger("portal.clock")

JOBS = ("publish_scheduled",)
INTERVAL = 60


class Command(BaseCommand):
    """Runs the jobs at every full minute until told to stop. One that fails is logged, and the clock goes on."""

    help = "Publishes scheduled pages every minute, until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Run the jobs once and end; for cron.")
        parser.add_argument("--interval", type=float, default=INTERVAL, help="Seconds between two rounds.")

    def handle(self, *args, once=False, interval=INTERVAL, **options):
        """Tick now, then at each interval. SIGTERM and SIGINT end the wait at once, a job only when it is done."""
        if once:
            failed = tick()
            if failed:
                raise SystemExit(1)
            return
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        logger.info("The clock runs; a round every %g seconds.", interval)
        while not stopping.is_set():
            tick()
            close_old_connections()  # a database that was restarted meanwhile is connected to anew
            stopping.wait(interval - now().timestamp() % interval)
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


def beat():
    """Leave the moment of this round where ``/readyz`` looks for it."""
    try:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        (settings.DATA_DIR / HEARTBEAT).touch()
    except OSError:
        logger.exception("The heartbeat file cannot be written.")
