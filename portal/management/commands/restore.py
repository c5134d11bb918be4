"""Brings the database and all media back from an archive."""

from django.core.management.base import BaseCommand

from portal.backups.errors import BackupError
from portal.backups.restoring import checked, restore
from portal.progress import progress_shown

STOPPED = "Stopped. Run it again, with --replace where files have come already."


class Command(BaseCommand):
    """Checks an archive and puts what it holds here. The portal must not be running."""

    help = "Brings back what `backup` has saved, into an empty place or, with --replace, over what is here."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.tar.gz", help="The archive.")
        parser.add_argument("--replace", action="store_true", help="Delete what is here: database and media.")
        parser.add_argument("--check", action="store_true", help="Only check the archive; touch nothing.")

    def handle(self, *, file, replace, check, **options):
        """Restore, or only check; say what came back and what the operator must know."""
        with progress_shown(self.stderr, faults=BackupError, stopped=STOPPED) as progress:
            if check:
                manifest, notes = checked(file, progress=progress), []
            else:
                manifest, notes = restore(file, replace=replace, progress=progress)
        for note in notes:
            self.stderr.write(note)
        done = "It is whole" if check else "Brought back"
        self.stdout.write(
            f"{done}: {sum(manifest.rows.values()):,} rows of {len(manifest.rows)} tables and "
            f"{len(manifest.media):,} files, saved at {manifest.made_at}."
        )
