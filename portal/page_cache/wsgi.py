"""The page cache as a WSGI application around Django: a warm page never enters it.

The path of a request: kept and valid → sent. Kept and past its freshness →
sent, and rendered anew behind. Changed or unknown → rendered once, however many
ask at the same moment; if that fails, the last good copy goes out unless it was
purged for good; without a copy, 503.
"""

import logging
import time
from contextlib import contextmanager

from portal.breaker import Breaker
from portal.deadline import within
from portal.page_cache.behind import Behind
from portal.page_cache.entry import Entry, reader_has_it
from portal.page_cache.keys import page_key
from portal.page_cache.locks import KeyLocks
from portal.page_cache.rendering import Slot, clean_environ, pass_on, run
from portal.page_cache.rooms import Room
from portal.page_cache.surrogate import tag_headers
from portal.page_cache.tags import collecting
from portal.page_cache.unkept import Unkept

logger = logging.getLogger(__name__)

REFRESHERS = 2
# So many pages wait to be compressed harder; while more are rendered than that, the machine has better things to do.
PRESSED_AT_ONCE = 8
RETRY_AFTER = "5"
# After so many renderings in a row that ended in 503, one a second finds out whether the next would, too.
OUTAGE_TOLERANCE = 2
OUTAGE_REST = 1.0
# Seconds that a request which is not for a page, such as a picture to be cut, waits for a place.
WAIT_FOR_DJANGO = 5.0
# Answered by Django without a database, so nobody can hold a thread there.
QUICK = ("/static/", "/media/", "/livez")


class PageCache:
    """Wraps a WSGI application. See the module for what it does.

    ``stale_limit`` is for how many seconds past its making a page may still be
    served when it cannot be rendered, ``time_limit`` for how many seconds a
    rendering may wait for the database. Of the ``threads`` of the process, pages
    that are not warm, searches and requests that are not for pages get a part
    each; the rest is for warm pages alone.
    """

    def __init__(
        self,
        app,
        *,
        memory,
        shared,
        log,
        locks_folder,
        stale_limit,
        time_limit,
        bypass_cookie,
        unavailable,
        threads,
    ):
        self.app = app
        self.memory = memory
        self.shared = shared
        self.log = log
        self.locks = KeyLocks(locks_folder)
        self.stale_limit = stale_limit
        self.time_limit = time_limit
        self.bypass_cookie = bypass_cookie
        self.unavailable = unavailable
        places, waiting = max(1, threads // 16), max(1, threads // 4)
        self.renderings = Room(places, waiting)
        # Within the room of the renderings: the readers of one form must not keep everybody else out of it.
        self.personal = Room(max(1, (places + waiting) // 2), waiting=0)
        self.searches = Room(max(1, threads // 24), waiting=threads // 12)
        self.direct = Room(max(1, threads // 4), waiting=threads // 5)
        self.unkept = Unkept()
        self.outage = Breaker(OUTAGE_REST, OUTAGE_TOLERANCE)
        self.refreshing = Behind("page-refresh", REFRESHERS)
        self.pressing = Behind("page-press", 1, PRESSED_AT_ONCE)

    def __call__(self, environ, start_response):
        key = page_key(environ, self.bypass_cookie)
        if key is None:
            return self.pass_by(environ, start_response)
        self.log.refresh()
        entry = self.memory.get(key)
        now = time.time()
        if entry is not None and self.valid(entry) and now - entry.started < entry.max_age:
            return self.send(entry, environ, start_response, now)
        return self.look_further(key, entry, environ, start_response)

    # --- Is it still true? --------------------------------------------------

    def valid(self, entry):
        """Whether nothing that the entry shows has changed since it was made."""
        version = self.log.version
        if entry.checked_version != version:
            entry.is_valid = not self.log.purged_since(entry.started, entry.tags)
            entry.checked_version = version
        return entry.is_valid

    def may_go_out_stale(self, entry):
        """Whether the entry may be served although it is not fresh: not when purged for good, nor when too old."""
        if entry is None or time.time() - entry.started > self.stale_limit:
            return False
        return not self.log.forbidden_since(entry.started, entry.tags)

    # --- Not in this process, or not fresh ----------------------------------

    def look_further(self, key, entry, environ, start_response):
        """Take the page from the shared store, refresh it behind, or render it now."""
        if entry is None and key.listed:
            key, entry = self.without_needless_query(key)
        just_past = entry is not None and entry.age() < 2 * entry.max_age
        if not (just_past and self.valid(entry)):  # who has a good copy does not wait for Redis
            entry = self.from_shared(key, entry)
        if entry is not None and self.valid(entry) and self.may_go_out_stale(entry):
            if entry.age() >= entry.max_age:
                self.refreshing.do(key, self.refresh, key, dict(environ))
            return self.send(entry, environ, start_response)
        return self.render_now(key, entry, environ, start_response)

    def without_needless_query(self, key):
        """Return the key without the parameters that the page pays no heed, and its entry, else ``(key, None)``.

        ``/story/?page=7`` is the story. What a page heeds of a query, it heeds
        without one, too: so its entry tells, for as long as that is valid.
        """
        bare = key.bare
        entry = self.memory.get(bare)
        if entry is None or not self.valid(entry):
            entry = self.from_shared(bare, entry)
        if entry is None or not self.valid(entry) or (heeded := key.heeding(entry.heeded)) == key:
            return key, None
        return (bare, entry) if heeded == bare else (heeded, self.from_shared(heeded, self.memory.get(heeded)))

    def from_shared(self, key, entry):
        """Return the newer one of our entry and the shared one; keep it in this process."""
        other = self.shared.get(key)
        if other is not None and (entry is None or other.started > entry.started):
            self.memory.put(key, other)
            return other
        return entry

    def render_now(self, key, stale, environ, start_response):
        """Render the page while everybody else who asks for it waits for this one rendering."""
        if not self.outage.allows():
            return self.fall_back(stale, environ, start_response)
        asked, asked_here = time.time(), time.monotonic()
        answer = entry = None
        with self.turn(key) as (mine, waited):
            if not mine or waited:
                key, entry, answer = self.made_meanwhile(key, asked, asked_here)
            if entry is None and answer is None:
                if not mine or (waited and not self.outage.allows()):
                    return self.fall_back(stale, environ, start_response)
                answer, entry = self.render_in_turn(key, environ)
                if stale is not None and entry is None and answer is not None and not answer.failed:
                    self.forget(key)
        if entry is not None:
            return self.send(entry, environ, start_response)
        if answer is None or answer.failed:
            return self.fall_back(stale, environ, start_response, answer)
        return pass_on(answer.compressed_for(environ.get("HTTP_ACCEPT_ENCODING", "")), environ, start_response)

    def made_meanwhile(self, key, asked, asked_here):
        """Return ``(key, entry, answer)``: what others made of a page since it was asked for; both None if nothing.

        ``asked`` is the moment in seconds since 1970, ``asked_here`` the same by the clock of this machine.
        """
        key, entry = self.without_needless_query(key) if key.listed else (key, None)
        entry = entry or self.from_shared(key, self.memory.get(key))
        if entry is not None and entry.started >= asked - self.time_limit and self.valid(entry):
            return key, entry, None
        return key, None, self.unkept.since(key, asked_here)

    @contextmanager
    def turn(self, key):
        """Wait until nobody else renders the page; yields whether that is so in time, and whether there was a wait.

        Searches and what is for one reader wait in their room and nowhere else: another's answer is of no use to them.
        Who learns only in the line that it is for one reader leaves it.
        """
        if not (key.is_search or self.unkept.is_personal(key)):
            with self.locks.hold(key, self.time_limit) as mine:
                if not (mine and self.unkept.is_personal(key)):
                    yield mine, self.locks.waited
                    return
        yield True, False

    def render_in_turn(self, key, environ):
        """Render the page when a place is free; returns ``(None, None)`` when that would take too long."""
        if self.unkept.is_personal(key):
            with self.personal.entered(0) as inside:
                return self.render_in(self.renderings, key, environ) if inside else (None, None)
        return self.render_in(self.searches if key.is_search else self.renderings, key, environ)

    def render_in(self, room, key, environ):
        """Render the page when a place in the room is free; returns as `render_in_turn`."""
        with room.entered(self.time_limit) as inside:
            return self.render(key, environ) if inside else (None, None)

    def pass_by(self, environ, start_response):
        """Hand a request that is not for a public page to Django, unless too many of them are there already."""
        if environ.get("PATH_INFO", "").startswith(QUICK):
            return self.app(environ, start_response)
        with self.direct.entered(WAIT_FOR_DJANGO) as inside:
            if inside:
                return self.app(environ, start_response)
        return pass_on(self.unavailable(), environ, start_response)

    def fall_back(self, stale, environ, start_response, rendered=None):
        """Serve the last good copy if there is one, else what Django said, else that we are busy."""
        if self.may_go_out_stale(stale):
            logger.warning("Served a copy of %s that is %d seconds old.", environ.get("PATH_INFO"), stale.age())
            return self.send(stale, environ, start_response)
        return pass_on(rendered or self.unavailable(), environ, start_response)

    def forget(self, key):
        """Drop a page that is no page any more."""
        self.memory.drop(key)
        self.shared.drop(key)

    # --- Rendering ----------------------------------------------------------

    def render(self, key, environ):
        """Ask Django for the page. Returns ``(answer, entry or None)``; the entry is kept.

        What the page pays no heed of its query must not be kept: it is asked for once more, without.
        """
        slot = Slot()
        environ = clean_environ(environ, key, slot)
        started, started_here = time.time(), time.monotonic()
        with collecting() as shown, within(self.time_limit):
            try:
                rendered = run(self.app, environ)
            except Exception:  # of the server's own making: Django answers for what happens in its views
                logger.exception("Could not render %s", environ.get("PATH_INFO"))
                rendered = self.unavailable()
        if rendered.status.startswith("503"):
            if not key.is_search:  # one that takes too long says nothing of other pages
                self.outage.failed()
        else:
            self.outage.worked()
        if not slot.max_age or not rendered.status.startswith("200"):
            if not key.is_search:
                self.unkept.put(key, started_here, rendered)
            return rendered, None
        self.unkept.drop(key)
        if (heeded := key.heeding(shown.heeded)) != key:
            return self.render(heeded, environ)
        max_age = slot.max_age
        if shown.until is not None:
            max_age = max(1, min(max_age, int(shown.until - started)))
        headers = [*rendered.headers, *tag_headers(shown.tags)]
        entry = Entry.from_response(
            headers, rendered.body, started=started, max_age=max_age, tags=tuple(shown.tags), heeded=shown.heeded
        )
        self.memory.put(key, entry)
        self.shared.put(key, entry)
        self.pressing.do((key, started), self.press, key, entry)
        return rendered, entry

    def press(self, key, entry):
        """Compress a page harder; for when its reader has been served."""
        pressed = entry.pressed()
        if pressed is not entry and self.memory.get(key) is entry:
            self.memory.put(key, pressed)
            self.shared.put(key, pressed)

    def refresh(self, key, environ):
        """Render a page that is past its freshness; for when its reader has been served."""
        with self.locks.hold(key, 0) as mine:
            entry = self.from_shared(key, self.memory.get(key))
            if mine and not (entry and self.valid(entry) and entry.age() < entry.max_age):
                rendered, entry = self.render(key, environ)
                if entry is None and not rendered.failed:
                    self.forget(key)
                elif entry is None:
                    logger.warning("Could not refresh %s: %s", environ.get("PATH_INFO"), rendered.status)

    # --- Sending ------------------------------------------------------------

    @staticmethod
    def send(entry, environ, start_response, now=None):
        """Send an entry in the best form the reader accepts, or 304 when the reader has it."""
        headers, short_headers, etag, body = entry.form(environ.get("HTTP_ACCEPT_ENCODING", ""))
        age = ("Age", str(entry.age(now)))
        if reader_has_it(environ, etag, entry.last_modified):
            start_response("304 Not Modified", [*short_headers, age])
            return []
        start_response("200 OK", [*headers, age])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
