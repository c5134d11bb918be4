"""Let full links begin with SITE_URL."""

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.site_address import follow_site_url


class Command(BaseCommand):
    """Gives the default site the host and port of SITE_URL, as the start of an embedded install does."""

    help = "Give the default site the host and port of SITE_URL, with which full links begin."

    def handle(self, *args, **options):
        """Change the site, and say so, unless it stands there already."""
        if follow_site_url():
            self.stdout.write(f"Full links begin with {settings.SITE_URL} now.")
