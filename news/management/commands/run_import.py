"""Does an import that was started at the desk."""

from django.core.management.base import BaseCommand

from news.intake.background import do_waiting


class Command(BaseCommand):
    """Does one run that waits. The desk starts this by itself."""

    help = "Does an import that waits, by its number. The import screen starts this itself."

    def add_arguments(self, parser):
        parser.add_argument("run", type=int, help="The number of the run.")

    def handle(self, *, run, **options):
        """Do it; what came of it stands on the run."""
        do_waiting(run)
