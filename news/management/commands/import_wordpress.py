"""manage.py import_wordpress: bring a WordPress newsroom in, from its own export (WXR)."""

from news.management.import_command import ImportCommand


class Command(ImportCommand):
    """Imports WXR and nothing else."""

    help = "Brings in what WordPress exports (Tools → Export). docs/moving-in.md says what becomes of it."
    system = "wordpress"
