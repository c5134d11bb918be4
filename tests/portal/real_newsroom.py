"""A newsroom of real processes: several that serve, and beside them an editor who changes what they serve."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

from .conftest import ROOT, Site, wait_for

WORKERS = 4
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


@contextlib.contextmanager
def open_newsroom(data, procfile):
    """Yield a site in a directory, served by WORKERS processes, with an editor beside them.

    ``procfile`` holds the commands of the Procfile by name.
    """
    site = Site(data)
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
