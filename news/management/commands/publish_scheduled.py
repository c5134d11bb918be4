"""Publishes what is due and takes off what has expired; stands in for Wagtail's command of the same name."""

from django.core.management.base import BaseCommand, CommandError

from news.schedule.runner import due_revisions, run
from portal import clock


class Command(BaseCommand):
    """One round of the runner. The clock process calls it every minute; cron may, too, at the same time."""

    help = "Publishes what is scheduled for now or earlier, and unpublishes what has expired."

    def add_arguments(self, parser):
        parser.add_argument("--dryrun", action="store_true", help="Only tell what would be published.")

    def handle(self, *args, dryrun=False, **options):
        """Run one round and tell what it did. Ends with an error when anything failed."""
        if dryrun:
            for revision in due_revisions(clock.now()):
                self.stdout.write(f"{revision.approved_go_live_at:%Y-%m-%d %H:%M} UTC  {revision.object_str}")
            return
        done = run()
        for title in done.expired:
            self.stdout.write(f"came off: {title}")
        for title in done.published:
            self.stdout.write(f"went out: {title}")
        if done.failed:
            raise CommandError(f"{len(done.failed)} could not be done: " + "; ".join(done.failed))
