"""Middleware of the portal."""

import logging

from django.db.utils import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from redis.exceptions import RedisError

from portal.errors import Gone
from portal.redirects import redirect_to_page

logger = logging.getLogger(__name__)


class OneAddressMiddleware:
    """Where nothing is found, sends the reader to the one address of what was meant, if there is such a thing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Return a redirect in place of a 404; leave every other exception alone."""
        if isinstance(exception, Http404) and request.method in {"GET", "HEAD"}:
            return redirect_to_page(request)
        return None


class GoneMiddleware:
    """Answers with the 410 page where a view raises Gone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Render the page for retired stories; leave every other exception alone."""
        if isinstance(exception, Gone):
            context = {name: getattr(exception, name) for name in ("reason", "heading", "status", "onward")}
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
