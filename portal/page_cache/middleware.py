"""Django's side of the page cache: which answers may be kept, and what browsers and CDNs are told."""

from django.conf import settings
from django.utils.cache import patch_cache_control

from portal.page_cache.rendering import SLOT
from portal.page_cache.unkept import FORBIDDING


class PageCacheMiddleware:
    """Marks public answers as such, for the cache in front of Django and for those beyond it.

    An answer is public when nobody is signed in, it sets no cookie, it is a 200
    and no view has said otherwise. A view shortens its life with
    ``response.page_max_age`` in seconds.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_public(request, response):
            max_age = getattr(response, "page_max_age", settings.PAGE_CACHE_MAX_AGE)
            patch_cache_control(
                response,
                public=True,
                max_age=min(max_age, settings.PAGE_CACHE_BROWSER_MAX_AGE),
                s_maxage=max_age,
                stale_while_revalidate=settings.PAGE_CACHE_MAX_AGE,
                stale_if_error=settings.PAGE_CACHE_STALE_LIMIT,
            )
            slot = request.META.get(SLOT)
            if slot is not None:
                slot.max_age = max_age
        return response


def is_public(request, response):
    """Whether everybody would get this very answer."""
    if request.method not in {"GET", "HEAD"} or response.status_code != 200 or response.streaming:
        return False
    if response.cookies or response.has_header("Set-Cookie") or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        return False
    if any(word in response.get("Cache-Control", "") for word in FORBIDDING):
        return False
    session = getattr(request, "session", None)
    return not (session is not None and session.accessed)
