"""Run the fault drill and print its table; exit code 1 where something did not hold."""

import argparse
import contextlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.drill.phases import PHASES, WATCH
from tests.drill.readers import Readers, ask
from tests.drill.servers import Postgres, Redis, missing
from tests.drill.verdicts import judge, table
from tests.portal.conftest import ROOT, Site, wait_for

RATE = 40
COLD_ONE_IN = 20
# Seconds before a fault: who asked then may still be waiting for the answer when it comes.
BEFORE = 1.5
BUILD = ("migrate --noinput", "collectstatic --noinput", "seed_demo --no-pictures")
# Pages are past their freshness during every fault, so that what readers get is the old copy, not luck.
SERVE = {"WEB_CONCURRENCY": "4", "PAGE_CACHE_MAX_AGE": "4", "LOG_LEVEL": "warning"}
PATHS = (
    "import django; django.setup(); from wagtail.models import Site; site = Site.objects.get(is_default_site=True);"
    "pages = site.root_page.get_descendants(inclusive=True).live().public()[:12];"
    "print(*[page.relative_url(site) for page in pages])"
)


class Scene:
    """The site of the drill and what stands behind it."""

    def __init__(self, folder):
        self.postgres = Postgres(folder)
        self.redis = Redis(folder)
        data = Path(folder) / "data"
        data.mkdir()
        self.site = Site(data)
        self.web = None

    @contextlib.contextmanager
    def served(self):
        """Build the newsroom and serve it; yields the paths of its pages."""
        try:
            self.postgres.start()
            self.redis.start()
            self.site.env |= {
                "DATABASE_URL": self.postgres.url,
                "REDIS_URL": self.redis.url,
                "ALLOWED_HOSTS": "127.0.0.1,.drill.example",
                "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            }
            for command in BUILD:
                self._call("manage.py", *command.split())
            paths = self._call("-c", PATHS).split()
            with self.site.process("gunicorn portal.wsgi", **SERVE) as self.web:
                wait_for(lambda: self.site.get("/livez")[0] == 200, "answer", self.web)
                yield paths
        finally:
            self.redis.stop()
            self.postgres.stop()

    def _call(self, *arguments):
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.site.env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)}: {done.stderr[-2000:]}")
        return done.stdout


def drill(phases=PHASES, rate=RATE, tolerance=1.0, say=print):
    """Run the phases one after the other; return their results.

    A phase counts who asked from just before its fault until just before the next.
    """
    with tempfile.TemporaryDirectory(prefix="drill-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user
        scene = Scene(folder)
        say("Building a newsroom on a PostgreSQL and a Redis of its own ...")
        results = []
        with scene.served() as paths:
            warm_up(scene, paths)
            with Readers(scene.site.port, paths, rate, COLD_ONE_IN) as readers:
                for phase in phases:
                    say(f"  {phase.name} ...")
                    began = time.monotonic()
                    phase.act(scene)
                    ended = time.monotonic()
                    time.sleep(1 if phase.ends_the_site else WATCH)
                    results.append((phase, began, ended, time.monotonic()))
            said = scene.web.said()
        judged = [
            judge(phase, readers.between(began - BEFORE, over - BEFORE), began, ended, tolerance)
            for phase, began, ended, over in results
        ]
        if any(result.faults for result in judged):
            say(said[-4000:])
        return judged


def warm_up(scene, paths):
    """Let every worker see every page."""
    for _round in range(6):
        for path in paths:
            answer = ask(scene.site.port, path, f"127.0.0.1:{scene.site.port}")
            if answer.status != 200:
                raise RuntimeError(f"{path} is answered {answer.status} before anything is broken")


def main():
    """Read the arguments, run the drill and print what came of it."""
    parser = argparse.ArgumentParser(prog="make drill", description=__doc__)
    parser.add_argument("--rate", type=int, default=RATE, help="requests a second")
    parser.add_argument("--only", nargs="*", help="the phases to run, by a part of their names")
    arguments = parser.parse_args()
    if absent := missing():
        sys.exit(f"portal: the drill needs {' and '.join(absent)}")
    phases = [phase for phase in PHASES if not arguments.only or any(part in phase.name for part in arguments.only)]
    results = drill(phases, arguments.rate)
    print()
    print(table(results))
    return 1 if any(result.faults for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
