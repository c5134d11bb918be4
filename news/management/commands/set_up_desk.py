"""Sets up a newsroom's groups, rights and workflows on the sections that stand in the tree."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from news.desk.roles import ROLES, set_up_role
from news.desk.workflows import set_up_health_workflow, set_up_workflow
from news.models import SectionPage, TopicIndexPage


class Command(BaseCommand):
    """Gives every role its rights on section roots, and publishers theirs on the topics.

    Safe to run again, for instance after a new section.
    """

    help = "Creates the newsroom's groups, their rights on the sections, and the two workflows."

    @transaction.atomic
    def handle(self, *args, **options):
        """Set everything up, and tell which group may work where."""
        roots = SectionPage.objects.filter(depth=3).order_by("path")
        if not roots:
            raise CommandError(
                "There is no section yet. Make one below the front page in the admin, then run this again."
            )
        health = [section for section in roots if section.health]
        others = [section for section in roots if not section.health]
        places = {
            "section editor": others,
            "health editor": health,
            "homepage editor": [],
            "publisher": [*roots, *TopicIndexPage.objects.all()],
            "medical reviewer": health,
        }
        groups = {}
        for key, role in ROLES.items():
            pages = places.get(key, list(roots))
            groups[key] = set_up_role(key, pages)
            self.stdout.write(f"{role.name}: {', '.join(page.title for page in pages) or 'no section'}")
        set_up_workflow([groups["section editor"]], others)
        set_up_health_workflow([groups["health editor"]], [groups["medical reviewer"]], health)
        self.stdout.write("Put people into these groups under Settings → Users.")
