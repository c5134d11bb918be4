"""Takes the whole site out: as a folder of plain files, and as an export that WordPress imports."""

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from news.intake.errors import IntakeError
from news.intake.leaving.folder import export_folder
from news.intake.leaving.wxr import export_wxr
from portal.progress import progress_shown

STOPPED = "Stopped. What was not complete is not there."


class Command(BaseCommand):
    """Writes everything that the portal holds, drafts and private stories too: it is the owner's export."""

    help = "Writes the whole site into a folder (JSON Lines, HTML, media), or with --wxr into a file for WordPress."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", metavar="DIR", help="A new folder for records, HTML and media.")
        parser.add_argument("--wxr", metavar="FILE", help="A file that WordPress' own importer takes (WXR 1.2).")
        parser.add_argument(
            "--media-url", metavar="URL", default="", help="Where WordPress will find DIR/media. Without: on this site."
        )
        parser.add_argument("--site", metavar="HOST", default="", help="The site's host name, if not the default one.")

    def handle(self, *, folder, wxr, media_url, site, **options):
        """Write what was asked for, and say how many of each there are."""
        if not folder and not wxr:
            raise CommandError("Name a folder, or a file with --wxr.")
        found = Site.objects.filter(**({"hostname": site} if site else {"is_default_site": True})).first()
        if found is None:
            raise CommandError(f"There is no site {site}." if site else "There is no default site: name one by --site.")
        with progress_shown(self.stderr, faults=IntakeError, stopped=STOPPED) as progress:
            if folder:
                manifest = export_folder(found, folder, progress=progress)
                self._tell(folder, manifest["counts"], manifest["missing_media"])
            if wxr:
                self._tell(wxr, export_wxr(found, wxr, media_url=media_url, progress=progress), ())

    def _tell(self, place, counts, missing):
        self.stdout.write(f"{place}: " + ", ".join(f"{count:,} {name}" for name, count in counts.items()))
        for name in missing:
            self.stderr.write(f"{name} is not in the storage; its record says so.")
