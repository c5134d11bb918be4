"""Measures moving in: ``python -m tests.moving_in 5000 20000`` brings newsrooms of so many posts in and prints a table.

Each is written as `tests.big_export` writes those with pictures, and comes in by
the command, into an empty portal of its own in a temporary folder.
"""

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.big_export import write_export

ROOT = Path(__file__).parents[1]
OTHER_SERVICES = ("DATABASE_URL", "MEDIA_S3_BUCKET", "MEDIA_URL", "OPENSEARCH_URL", "REDIS_URL", "SENTRY_DSN")


def measure(posts, folder):
    """Bring so many posts in. Returns seconds by the clock and of a processor, and megabytes of memory at the most."""
    export, uploads = folder / "export.xml", folder / "uploads"
    write_export(export, posts=posts, uploads=uploads)
    env = {name: value for name, value in os.environ.items() if name not in OTHER_SERVICES}
    env |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "DATA_DIR": str(folder / "data"),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": "http://127.0.0.1:8000",
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], env=env, check=True)
    began = time.monotonic()
    command = [*manage, "import_wordpress", str(export), "--media", str(uploads)]
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"The import of {posts} posts ended with {process.returncode}.")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    """Measure each number of posts that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.moving_in", description=__doc__)
    parser.add_argument("posts", type=int, nargs="+")
    print("| posts | time | processor | posts a second | memory |\n|---|---|---|---|---|")
    for posts in parser.parse_args().posts:
        with tempfile.TemporaryDirectory(prefix="moving-in-") as folder:
            seconds, processor, memory = measure(posts, Path(folder))
        print(
            f"| {posts:,} | {seconds:.0f} s | {processor:.0f} s | {posts / seconds:.0f} | {memory:.0f} MB |", flush=True
        )


if __name__ == "__main__":
    main()
