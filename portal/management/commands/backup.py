"""Saves the database and all media in one archive."""

from django.core.management.base import BaseCommand

from portal.backups.errors import BackupError
from portal.backups.making import back_up, target_of
from portal.progress import progress_shown


class Command(BaseCommand):
    """Makes a backup while the portal goes on working. The secret key is not in it: keep that elsewhere."""

    help = "Saves the database and all media in one archive with checksums. The secret key is not in it."
    # A backup is wanted most when something is wrong.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("place", metavar="FILE.tar.gz|DIR", help="The archive, or a directory for a dated one.")

    def handle(self, *, place, **options):
        """Write the archive, say where it is, and how much it holds."""
        with progress_shown(self.stderr, faults=BackupError, stopped="Stopped. Nothing was written.") as progress:
            path = target_of(place)
            manifest, gone = back_up(path, progress=progress)
        for name in gone:
            self.stderr.write(f"{name} was deleted meanwhile and is not in the backup.")
        rows = sum(manifest.rows.values())
        size = path.stat().st_size / 1e6
        saved = f"{rows:,} rows of {len(manifest.rows)} tables and {len(manifest.media):,} files"
        self.stdout.write(f"Saved {saved}: {path} ({size:,.1f} MB)")
