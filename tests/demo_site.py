"""The demo newsroom as readers meet it: a real gunicorn on a data directory of its own, compressed files and all."""

import contextlib
import subprocess
import urllib.error
import urllib.request

from tests.browser.screenshots import PAGES
from tests.portal.conftest import INHERITED, ROOT, Site, free_port, wait_for

__all__ = ["INHERITED", "PAGES", "PRIVATE_NAMES", "DemoSite", "demo_newsroom"]

SERVE = "gunicorn portal.wsgi"
BUILD = (
    "migrate --noinput",
    "collectstatic --noinput",
    "seed_demo --no-pictures",
)


class DemoSite(Site):
    """A site with the demo in it."""

    def build(self):
        """Make the database, the static files and the newsroom."""
        for command in BUILD:
            done = subprocess.run(
                ["python", "manage.py", *command.split()],
                cwd=ROOT,
                env={**self.env, "DJANGO_SETTINGS_MODULE": "portal.settings.production"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
