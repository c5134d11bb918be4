"""manage.py import_site: bring in the export of any system that is known here."""

from news.management.import_command import ImportCommand


class Command(ImportCommand):
    """Imports the exports of WordPress, Ghost and Blogger, archives of feeds, and JSON Lines of the neutral record."""

    help = (
        "Brings in an export of WordPress, Ghost or Blogger, an archive of a feed (RSS, Atom), or JSON Lines. "
        "What a file is shows in its content. docs/moving-in.md says what becomes of it."
    )
