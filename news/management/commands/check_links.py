"""Asks whether the links of public stories still lead somewhere."""

from django.conf import settings
from django.core.management.base import BaseCommand

from news.links.checking import check_due
from news.links.collecting import collect_all


class Command(BaseCommand):
    """One round, every minute by the clock where ``LINK_CHECKS`` is on; ``--all`` reads every story for links first."""

    help = "Asks whether the links of public stories still lead somewhere."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Look for the links of every public story anew first.")

    def handle(self, *args, all=False, **options):
        """Ask about a few links, and tell how many; with the setting off, nobody is asked."""
        if all:
            self.stdout.write(f"{sum(1 for _key in collect_all())} stories read for links")
        if not settings.LINK_CHECKS:
            if all:
                self.stdout.write("LINK_CHECKS is off: nobody is asked.")
            return
        asked = sum(1 for _link in check_due())
        if all or asked:
            self.stdout.write(f"{asked} links asked")
