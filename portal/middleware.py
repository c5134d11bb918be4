"""Middleware of the portal."""

import logging
import re

from django.db.utils import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.encoding import escape_uri_path
from redis.exceptions import RedisError

from portal.errors import Gone

logger = logging.getLogger(__name__)


class SingleSlashMiddleware:
    """Sends an address with doubled slashes to the one address of its page, in one redirect."""

    SLASHES = re.compile(r"//+")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "//" not in request.path_info or request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        path = escape_uri_path(self.SLASHES.sub("/", request.path))
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


class GoneMiddleware:
    """Answers with the 410 page where a view raises Gone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Render the page for retired stories; leave every other exception alone."""
        if isinstance(exception, Gone):
            context = {"reason": exception.reason, "status": exception.status}
            return render(request, "410.html", context, status=exception.status)
        return None


class UnavailableMiddleware:
    """Answers 503, and when to come back, where the database or Redis does not answer."""

    RETRY_AFTER = "5"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Render the page for an outage, which asks neither of the two; leave other exceptions alone."""
        if not isinstance(exception, (OperationalError, InterfaceError, RedisError)):
            return None
        logger.error("Answered 503 for %s: %s", request.path, exception)
        page = render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": self.RETRY_AFTER, "Cache-Control": "no-store"})
