"""manage.py demo_password: give the demo accounts the password that the environment names."""

import os

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from home.demo.people import USERS


class Command(BaseCommand):
    """Set one password for all demo accounts that are still there."""

    help = "Gives the demo accounts the password in DEMO_PASSWORD; the launcher calls it when that has changed."

    def handle(self, *args, **options):
        """Set the password of every demo account, and say of how many."""
        password = os.environ.get("DEMO_PASSWORD")
        if not password:
            raise CommandError("Name the password in DEMO_PASSWORD.")
        accounts = get_user_model().objects.filter(username__in=[user.username for user in USERS])
        for account in accounts:
            account.set_password(password)
            account.save(update_fields=["password"])
        self.stdout.write(f"Set the password of {len(accounts)} demo accounts.")
