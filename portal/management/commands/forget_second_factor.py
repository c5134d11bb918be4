"""Lets somebody in again who has lost every second factor, where no other administrator can."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from portal.security import second_factor
from portal.security.record import record


class Command(BaseCommand):
    """Takes all second factors of one user away. The password stays, and so do other users' factors."""

    help = "Takes all second factors and recovery codes of a user away, who then signs in with the password alone."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *args, username, **options):
        """Take them away, write that down in the record of access, and say so."""
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user named {username}.")
        if not second_factor.has_second_factor(user):
            raise CommandError(f"{username} has no second factor.")
        second_factor.remove(user)
        record("factor_removed", user, what="on the server")
        self.stdout.write(f"{username} signs in with the password alone now. Set up a new second factor soon.")
