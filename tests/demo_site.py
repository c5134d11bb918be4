"""The demo newsroom as readers meet it: gunicorn, compressed files and all, on a data directory of its own."""

import contextlib
import subprocess
import urllib.error
import urllib.request

from tests.browser.screenshots import PAGES
from tests.portal.conftest import ROOT, Site, free_port, wait_for

BUILD = ("migrate --noinput", "collectstatic --noinput", "seed_demo --no-pictures")
# At the end nobody is reading any more: little grace for connections that browsers keep open.
SERVE = "gunicorn portal.wsgi --graceful-timeout 1"
# Cold pages are rendered beside a browser on a busy machine: give them time.
PATIENT = {"PAGE_RENDER_LIMIT": "30", "WEB_CONCURRENCY": "1", "LOG_LEVEL": "warning"}

# What the types of pages in PAGES do not show.
MORE_PAGES = {
    "advertorial": "/entertainment/culture/five-small-museums-by-rail/",
    "story-without-picture": "/entertainment/tv/why-series-vanish-from-streaming/",
    "section-page-2": "/entertainment/?page=2",
    "gone": "/entertainment/culture/saltmarsh-third-volume-found/",
}
EVERY_PAGE = {**PAGES, **MORE_PAGES}


class DemoSite(Site):
    """A data directory with the demo in it, and the address where it is served."""

    def build(self):
        """Make the database, the static files and the newsroom, with the settings of an installed site."""
        env = {**self.env, "DJANGO_SETTINGS_MODULE": "portal.settings.production"}
        for command in BUILD:
            done = subprocess.run(
                ["python", "manage.py", *command.split()],
                cwd=ROOT,
                env=env,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr

    @contextlib.contextmanager
    def served(self, **env):
        """Serve the site, on another port if ``env`` asks for other settings; yields the address."""
        port = str(free_port() if env else self.port)
        url = f"http://127.0.0.1:{port}"
        with self.process(SERVE, **PATIENT, **env, PORT=port, SITE_URL=url) as process:
            wait_for(lambda: answer(f"{url}/livez")[0] == 200, "answer", process)
            yield url


def answer(url):
    """Return (status, text) of an address, also when it is an error."""
    try:
        with urllib.request.urlopen(url, timeout=60) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
