"""One name for each request, in its answer and in every log line that it causes.

Stands in front of the page cache, so that remembered pages have one too.
"""

import random
import re
from contextvars import ContextVar

HEADER = "X-Request-ID"
# What a proxy may hand on: nothing that could break a log line or fill a disk.
WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}", re.ASCII)

_current = ContextVar("request_id", default="")


def current_request_id():
    """Return the id of the request that this thread serves, or "" outside of one."""
    return _current.get()


def with_request_ids(app):
    """Wrap a WSGI application: each request gets an id, taken over from a proxy only if it is well-formed."""

    def named(environ, start_response):
        request_id = environ.get("HTTP_X_REQUEST_ID", "")
        if not request_id or not WELL_FORMED.fullmatch(request_id):
            # No secret: the kernel need not be asked, for which a thread would give way to others.
            request_id = f"{random.getrandbits(128):032x}"  # noqa: S311
        # Not reset afterwards: the server's own line on this request comes later, and the next request sets it anew.
        _current.set(request_id)

        def start(status, headers, exc_info=None):
            return start_response(status, [*headers, (HEADER, request_id)], exc_info)

        return app(environ, start)

    return named
