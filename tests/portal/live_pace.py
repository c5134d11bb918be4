"""Measures how soon a live update is public: ``python -m tests.portal.live_pace``, on a quiet machine.

Writers press "Publish" all at once, one update after the other, on a site of
its own with four web processes; readers ask for the page all the while, each
time over a new connection, so that now one process answers and now another.
An update is public once no answer lacks it any more. ``DATABASE_URL`` and
``REDIS_URL`` put the site on PostgreSQL and Redis.
"""

import argparse
import re
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from statistics import median

from .conftest import read_procfile
from .live_writers import PASSWORD, Writer
from .real_newsroom import WORKERS, open_newsroom

PAGE = "/film/lantern/"
LAMP = re.compile(r"Lamp (\d+-\d+) is lit")
READERS = 2
LOOKED_AT = 10
"""An update counts until so many newer ones stand above it: later it may be on an older page of the live blog."""


class Pace(Writer):
    """A writer who notes when each update was sent and accepted: pairs of seconds, by the update's name."""

    def publish(self, composer, number, count, noted):
        """Publish so many updates."""
        self.start(composer)
        for each in range(count):
            name = f"{number}-{each}"
            sent = time.perf_counter()
            if self.send(composer, f"Lamp {name} is lit.") != 302:
                self.unseen.append(name)
            noted[name] = (sent, time.perf_counter())


def read_on(site, ended, answers):
    """Ask for the page until it is over; note when each answer was asked for, and which updates it has."""
    while not ended.is_set():
        asked = time.perf_counter()
        answers.append((asked, set(LAMP.findall(site.get(PAGE)[1]))))


def waits(noted, answers):
    """Return for each update the seconds from the press of the button until no answer lacked it."""
    accepted = sorted(at for _sent, at in noted.values())
    found = []
    for name, (sent, at) in noted.items():
        newer = [other for other in accepted if other > at]
        until = newer[LOOKED_AT - 1] if len(newer) >= LOOKED_AT else float("inf")
        lacking = [asked for asked, lamps in answers if at < asked < until and name not in lamps]
        found.append(max([at, *lacking]) - sent)
    return found


def measure(newsroom, writers, updates):
    """Return the waits in seconds, the number of updates that got lost, and the size of the page in bytes."""
    names = [f"writer{number}" for number in range(writers)]
    newsroom.do(
        "reporters = [set_up_role('reporter', [film])]",
        *(f"make_user('{name}', password='{PASSWORD}', groups=reporters)" for name in names),
        "blog = make_live_blog('Lantern night', slug='lantern', section=film)",
        "open(os.path.join(os.environ['DATA_DIR'], 'blog'), 'w').write(str(blog.pk))",
    )
    newsroom.warm_up(PAGE)
    composer = f"/admin/live/{newsroom.site.data.joinpath('blog').read_text()}/"
    noted, answers, ended = {}, [], threading.Event()
    people = [Pace(newsroom.site, name) for name in names]
    writing = [
        threading.Thread(target=writer.publish, args=(composer, number, updates, noted))
        for number, writer in enumerate(people)
    ]
    reading = [threading.Thread(target=read_on, args=(newsroom.site, ended, answers)) for _ in range(READERS)]
    for thread in reading + writing:
        thread.start()
    for thread in writing:
        thread.join()
    time.sleep(1)
    ended.set()
    for thread in reading:
        thread.join()
    request = urllib.request.Request(newsroom.site.url + PAGE, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        size = len(answer.read())
    return waits(noted, answers), sum(len(writer.unseen) for writer in people), size, len(answers)


def main():
    """Measure, and print a row of a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m tests.portal.live_pace", description=__doc__)
    parser.add_argument("--writers", type=int, default=3)
    parser.add_argument("--updates", type=int, default=67, help="updates of each writer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data, open_newsroom(Path(data), read_procfile()) as newsroom:
        found, lost, size, answers = measure(newsroom, options.writers, options.updates)
    found.sort()
    print(
        "| updates | writers | processes | answers read | lost | public after, median | 95 % | the slowest | page, br |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    print(
        f"| {len(found)} | {options.writers} | {WORKERS} | {answers} | {lost} | {median(found):.2f} s "
        f"| {found[int(len(found) * 0.95)]:.2f} s | {found[-1]:.2f} s | {size / 1000:.1f} kB |"
    )


if __name__ == "__main__":
    main()
