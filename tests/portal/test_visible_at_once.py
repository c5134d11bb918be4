"""What is published is what every web process serves from then on: four real processes, all of them warm.

With ``DATABASE_URL`` and ``REDIS_URL`` the site stands on PostgreSQL and Redis, else on SQLite and files.
"""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from .conftest import ROOT, Site, wait_for
from .live_writers import PASSWORD, Writer, write_at_once

pytestmark = pytest.mark.xdist_group("visible-at-once")

WORKERS = 4
WRITERS, UPDATES_EACH = 3, 67
DATABASE = f"visible_at_once_{os.getpid()}"
# Runs what it reads, line by line, beside the web server: an editor at work.
EDITOR = """
import os
import sys
import time
import django
django.setup()
from tests.builders import *
from news.desk.roles import set_up_role
from django.core.management import call_command
from datetime import timedelta
from django.utils import timezone
from wagtail.models import PageLogEntry
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""
NEWSROOM = (
    "film, opera = make_section('Film', slug='film'), make_section('Opera', slug='opera')",
    "index = make_author_index()",
    "author = make_author('Ada Bell', slug='ada')",
    "first = make_article('A bell in the hall', slug='first', section=film, authors=[author])",
    "other = make_article('A quiet aria', slug='other', section=opera)",
)
PAGES = ("/", "/film/", "/film/first/", "/authors/ada/", "/opera/other/")


class Newsroom:
    """The site, its editor, and its readers, who choose the process that serves them."""

    def __init__(self, site, web, editor):
        self.site = site
        self.web = web
        self.editor = editor

    def do(self, *lines):
        """Have the editor run some lines of Python."""
        for line in lines:
            self.editor.stdin.write(line + "\n")
            self.editor.stdin.flush()
            said = iter(self.editor.stdout.readline, "")
            assert "done\n" in said, self.site.data.joinpath("editor.log").read_text()

    def workers(self):
        """Return the process ids of the web server's workers."""
        return [int(pid) for pid in Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children").read_text().split()]

    def seen(self, path):
        """Return what each worker answers: while it does, the others stand still."""
        answers = []
        everybody = self.workers()
        assert len(everybody) == WORKERS
        for one in everybody:
            others = [pid for pid in everybody if pid != one]
            for pid in others:
                os.kill(pid, signal.SIGSTOP)
            try:
                answers.append(self.site.get(path))
            finally:
                for pid in others:
                    os.kill(pid, signal.SIGCONT)
        return answers

    def everybody_sees(self, path, text, status=200):
        """Assert that every worker answers with the status, and with the text on the page."""
        for answer in self.seen(path):
            assert answer[0] == status
            assert text in answer[1]

    def nobody_sees(self, path, text):
        """Assert that no worker shows the text."""
        assert not any(text in page for _status, page in self.seen(path))

    def warm_up(self, *more):
        """Let every worker remember every page."""
        for path in (*PAGES, *more):
            assert all(status == 200 for status, _page in self.seen(path)), path


@contextlib.contextmanager
def own_database():
    """Yield the variables that name a database and a Redis of the site's own, where the run uses such."""
    if not os.environ.get("DATABASE_URL"):
        yield {}
        return
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(url.geturl(), autocommit=True) as server:
        server.execute(SQL("CREATE DATABASE {}").format(Identifier(DATABASE)))
        try:
            yield {
                "DATABASE_URL": url._replace(path=f"/{DATABASE}").geturl(),
                "REDIS_URL": urlsplit(os.environ["REDIS_URL"])._replace(path="/15").geturl(),
            }
        finally:
            server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(DATABASE)))


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory, procfile):
    site = Site(tmp_path_factory.mktemp("visible-at-once"))
    with contextlib.ExitStack() as ending:
        site.env |= ending.enter_context(own_database())
        site.env["DJANGO_SETTINGS_MODULE"] = "portal.settings.production"
        site.env["PAGE_RENDER_LIMIT"] = "20"
        done = subprocess.run(
            ["sh", "-c", procfile["release"]], cwd=ROOT, env=site.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        editor = subprocess.Popen(
            [sys.executable, "-c", EDITOR],
            cwd=ROOT,
            env=site.env,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=ending.enter_context(site.data.joinpath("editor.log").open("w")),
        )
        ending.callback(editor.communicate)
        web = ending.enter_context(site.process(procfile["web"], WEB_CONCURRENCY=str(WORKERS)))
        newsroom = Newsroom(site, web, editor)
        newsroom.do(*NEWSROOM)
        wait_for(lambda: site.get("/livez") == (200, "ok"), "answer", web)
        wait_for(lambda: len(newsroom.workers()) == WORKERS, "workers", web)
        yield newsroom


def test_a_new_story_stands_wherever_it_belongs(newsroom):
    newsroom.warm_up()
    newsroom.do("new = make_article('The curtain rises', slug='new', section=film, authors=[author])")
    for path in ("/", "/film/", "/authors/ada/", "/film/new/"):
        newsroom.everybody_sees(path, "The curtain rises")


def test_a_story_that_was_unpublished_is_nowhere(newsroom):
    newsroom.do("short = make_article('A short stay', slug='short', section=film, authors=[author])")
    newsroom.warm_up("/film/short/")
    newsroom.everybody_sees("/film/", "A short stay")
    newsroom.do("short.unpublish()")
    for path in ("/", "/film/", "/authors/ada/"):
        newsroom.nobody_sees(path, "A short stay")
    assert all(status in {404, 410} for status, _page in newsroom.seen("/film/short/"))


def test_an_author_has_the_new_name_wherever_it_stands(newsroom):
    newsroom.warm_up()
    newsroom.do("author.name = 'Ada Carillon'", "author.save()")
    for path in ("/film/first/", "/authors/ada/"):
        newsroom.everybody_sees(path, "Ada Carillon")
        newsroom.nobody_sees(path, "Ada Bell")


def test_a_scheduled_story_is_there_once_the_clock_has_ticked(newsroom):
    newsroom.do(
        "later = make_article('Lights at eight', slug='later', section=film, live=False)",
        "schedule(later, timezone.now() + timedelta(seconds=1))",
    )
    newsroom.warm_up()
    newsroom.nobody_sees("/film/", "Lights at eight")
    newsroom.do("time.sleep(1)", "call_command('clock', '--once')")
    for path in ("/", "/film/", "/film/later/"):
        newsroom.everybody_sees(path, "Lights at eight")


def test_three_writers_publish_two_hundred_live_updates_at_once_and_none_is_lost(newsroom):
    names = [f"writer{number}" for number in range(WRITERS)]
    newsroom.do(
        "reporters = [set_up_role('reporter', [film])]",
        *(f"make_user('{name}', password='{PASSWORD}', groups=reporters)" for name in names),
        "blog = make_live_blog('Lantern night', slug='lantern', section=film)",
        "open(os.path.join(os.environ['DATA_DIR'], 'blog'), 'w').write(str(blog.pk))",
    )
    key = newsroom.site.data.joinpath("blog").read_text()
    texts = [[f"Lamp {name}-{number:03} is lit." for number in range(UPDATES_EACH)] for name in names]
    writers = [Writer(newsroom.site, name) for name in names]
    assert write_at_once(writers, f"/admin/live/{key}/", "/film/lantern/", texts) == []
    newsroom.do(
        f"assert sorted(blog.updates.values_list('body_text', flat=True)) == {sorted(sum(texts, []))}",
        "log = PageLogEntry.objects.filter(page=blog, action='news.live.publish')",
        f"assert log.count() == {WRITERS * UPDATES_EACH}",
        "assert blog.revisions.count() == 1",
    )
