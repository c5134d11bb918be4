"""Compares stories with the archive: those that changed, or every one of them."""

import time

from django.core.management.base import BaseCommand

from news.models import OriginalityCheck
from news.originality.checking import ask_for_all, check_due

PATIENCE = 20
"""Seconds that one round of the clock takes at most: what is scheduled for the next minute must not wait."""


class Command(BaseCommand):
    """One round over what waits, every minute by the clock; ``--all`` takes the whole archive in after an import."""

    help = "Looks for near-duplicates of the stories that changed."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Compare every public story anew.")

    def handle(self, *args, all=False, **options):
        """Work through what waits, and tell how far it is."""
        started = time.monotonic()
        waiting = ask_for_all() if all else OriginalityCheck.objects.due().count()
        done = 0
        for _key in check_due():
            done += 1
            if all and done % 500 == 0:
                self.stdout.write(f"{done} of {waiting} stories compared")
            if not all and time.monotonic() - started > PATIENCE:
                break
        if all or done:
            self.stdout.write(f"{done} stories compared with the archive")
