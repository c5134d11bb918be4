"""manage.py seed_demo: fill an empty portal with a living newsroom."""

import os
import secrets
import sys

from django.core.management.base import BaseCommand, CommandError

from home.demo.build import DemoNewsroom
from home.demo.growth import grow
from home.demo.renditions import cut_pictures
from news.models import ArticlePage, SectionPage


class Command(BaseCommand):
    """Build the demo newsroom, and grow it on request."""

    help = (
        "Fills an empty portal with a demo newsroom: sections, authors, topics and about 85 stories. "
        "With --stories N it then grows to N stories. Never touches a portal that has sections already, "
        "except to grow it."
    )

    def add_arguments(self, parser):
        parser.add_argument("--stories", type=int, default=0, metavar="N", help="grow to N stories in all")
        parser.add_argument("--seed", type=int, default=8, help="the same seed gives the same grown stories")
        parser.add_argument(
            "--no-pictures", action="store_true", help="leave cutting the pictures to the first reader of each page"
        )

    def handle(self, *args, **options):
        if options["stories"] < 0:
            raise CommandError("--stories takes a number of stories, such as 20000.")
        if not SectionPage.objects.exists():
            self._build()
        elif not options["stories"]:
            self.stdout.write("The portal has sections already; nothing was added.")
            return
        if options["stories"]:
            added = grow(options["stories"], options["seed"], self._progress("stories"))
            self.stdout.write(f"Added {added} stories; the portal holds {ArticlePage.objects.count()}.")
        if not options["no_pictures"]:
            cut_pictures(self._progress("pictures cut"))

    def _build(self):
        password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(12)
        number = DemoNewsroom(password, say=lambda line: self.stdout.write(f"  {line}")).build()
        self.stdout.write(f"Built the demo newsroom with {number} stories.")
        if not os.environ.get("DEMO_PASSWORD"):
            self.stdout.write(f"All demo accounts (admin, editor, reporter …) have the password {password}")

    def _progress(self, what):
        """Return a function that shows progress: on a terminal one line rewritten, elsewhere a line every tenth."""
        terminal = sys.stdout.isatty()
        shown = -1

        def show(done, total):
            nonlocal shown
            tenth = 10 * done // total if total else 10
            if terminal:
                self.stdout.write(f"\r  {done} of {total} {what}", ending="\n" if done == total else "")
                self.stdout.flush()
            elif tenth != shown:
                shown = tenth
                self.stdout.write(f"  {done} of {total} {what}")

        return show
