"""The portal with nothing remembered: Django's cache is emptied before each request, and queries are counted.

What a process keeps for its life stays: loaded code and templates, the SQL of
its statements, the keys of content types, and the rendered HTML that is kept
under everything that it shows, as docs/performance.md tells.
"""

import os

os.environ["PAGE_CACHE"] = "0"

from django.core.cache import cache
from django.db import connection

from portal.wsgi import application as portal

QUERIES = "X-Queries"


def application(environ, start_response):
    """Answer as the portal does, and say how many queries that took."""
    cache.clear()
    count = 0

    def counted(execute, *arguments):
        nonlocal count
        count += 1
        return execute(*arguments)

    def answer(status, headers, exc_info=None):
        return start_response(status, [*headers, (QUERIES, str(count))], exc_info)

    with connection.execute_wrapper(counted):
        return portal(environ, answer)
