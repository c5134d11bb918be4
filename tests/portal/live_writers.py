"""People who write live updates on a real server, each with an account of their own and a browser without scripts."""

import http.cookiejar
import re
import threading
import urllib.error
import urllib.parse
import urllib.request

from tests.news.live.forms import typed

PASSWORD = "correct horse battery"
READ_EVERY = 10
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        """Follow nobody: where a form leads to is of no interest here, and costs a page of the admin."""


class Writer:
    """One of them. ``unseen`` are the updates that the next reader of the page did not find there."""

    def __init__(self, site, name):
        self.site = site
        self.unseen = []
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar, _StayHere)
        self.token = TOKEN.search(self.ask("/admin/login/")[1])[1]
        assert self.ask("/admin/login/", username=name, password=PASSWORD)[0] == 302

    def ask(self, path, **data):
        """Return (status, text) of a page, or of what a form is answered."""
        body = urllib.parse.urlencode({**data, "csrfmiddlewaretoken": self.token}).encode() if data else None
        try:
            with self.opener.open(self.site.url + path, body, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def start(self, composer):
        """Open the composer."""
        self.token = TOKEN.search(self.ask(composer)[1])[1]

    def send(self, composer, text):
        """Publish a text. Returns the status of the answer: 302 for a published one."""
        return self.ask(composer, **typed(text))[0]

    def write(self, composer, page, texts):
        """Publish every text; of every tenth, look whether the next reader has it."""
        self.start(composer)
        for number, text in enumerate(texts):
            status = self.send(composer, text)
            is_read = number % READ_EVERY == 0
            if status != 302 or (is_read and text not in self.site.get(page)[1]):
                self.unseen.append(text)


def write_at_once(writers, composer, page, texts):
    """Let each writer publish their own texts, all at the same time. Returns what readers did not find."""
    threads = [
        threading.Thread(target=writer.write, args=(composer, page, mine))
        for writer, mine in zip(writers, texts, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [text for writer in writers for text in writer.unseen]
