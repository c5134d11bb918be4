"""Whether the portal lives, and whether it can serve: what load balancers and monitors ask.

``livez`` touches nothing, so a slow database never gets a healthy process
killed. ``readyz`` tries what a page needs.
"""

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal import clock
from portal.deadline import within

HEARTBEAT = "clock-heartbeat"
# Seconds. A probe that waits longer for a database that hangs only piles up with the next ones.
DATABASE_LIMIT = 1.0
CACHE_KEY = "readyz"


@require_safe
@never_cache
def livez(request):
    """Answer that this process takes requests."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request):
    """Answer 200 when database and cache answer, else 503; tell how long ago the clock last ticked.

    A silent clock does not make the site unready: pages are served without it,
    and taking every server out of rotation would turn a late story into an outage.
    """
    checks = {"database": _outcome(_ask_database), "cache": _outcome(_ask_cache)}
    ready = all(outcome == "ok" for outcome in checks.values())
    body = {"ready": ready, **checks, "clock_seconds_ago": heartbeat_age()}
    return JsonResponse(body, status=200 if ready else 503)


def heartbeat_age():
    """Return the whole seconds since the clock process last ticked, or None if it never did."""
    try:
        touched = (settings.DATA_DIR / HEARTBEAT).stat().st_mtime
    except OSError:
        return None
    return max(0, int(clock.now().timestamp() - touched))


def _outcome(check):
    """Run one check; say "ok", or name the kind of failure and nothing that tells about the inside."""
    try:
        check()
    except Exception as error:
        return f"failed: {type(error).__name__}"
    return "ok"


def _ask_database():
    with within(DATABASE_LIMIT), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _ask_cache():
    """A cache in memory always answers; a Redis that does not would cost every page its timeout."""
    cache.set(CACHE_KEY, "ok", timeout=60)
    if cache.get(CACHE_KEY) != "ok":
        raise ConnectionError
