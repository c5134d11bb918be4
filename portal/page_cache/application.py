"""Putting the page cache together from the settings."""

import logging
import threading

from django.conf import settings
from django.template.loader import render_to_string

from portal import caches
from portal.page_cache.purge import purge_log, redis_client
from portal.page_cache.relay import PurgeRelay
from portal.page_cache.rendering import Rendered
from portal.page_cache.store import FileStore, MemoryStore, RedisStore
from portal.page_cache.wsgi import RETRY_AFTER, PageCache
from portal.security.headers import PUBLIC, headers_of, hsts

logger = logging.getLogger(__name__)


def unavailable():
    """Return the answer for a page that cannot be rendered now and has no copy."""
    body = render_to_string("503.html").encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("Retry-After", RETRY_AFTER),
        *headers_of(PUBLIC).items(),
        *hsts().items(),
    ]
    return Rendered("503 Service Unavailable", headers, body)


def with_page_cache(app):
    """Return the Django application behind a page cache, or as it is where the cache is turned off."""
    if not settings.PAGE_CACHE:
        return app
    folder = settings.PAGE_CACHE_DIR
    folder.mkdir(parents=True, exist_ok=True)
    if settings.REDIS_URL:
        shared = RedisStore(redis_client(), settings.PAGE_CACHE_STALE_LIMIT, caches.breaker)
    else:
        shared = FileStore(folder / "pages", settings.PAGE_CACHE_DISK_BYTES)
    cache = PageCache(
        app,
        memory=MemoryStore(settings.PAGE_CACHE_MEMORY_BYTES),
        shared=shared,
        log=purge_log(),
        locks_folder=folder / "locks",
        stale_limit=settings.PAGE_CACHE_STALE_LIMIT,
        time_limit=settings.PAGE_RENDER_LIMIT,
        bypass_cookie=settings.SESSION_COOKIE_NAME,
        unavailable=unavailable,
        threads=settings.WEB_THREADS,
    )
    return _WithRelay(cache) if settings.REDIS_URL else cache


class _WithRelay:
    """Starts the relay with the first request: threads do not survive the fork of a preloaded application."""

    def __init__(self, cache):
        self.cache = cache
        self._started = False
        self._lock = threading.Lock()

    def __call__(self, environ, start_response):
        if not self._started:
            with self._lock:
                if not self._started:
                    PurgeRelay().start()
                    self._started = True
        return self.cache(environ, start_response)
