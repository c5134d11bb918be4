"""Middleware of the portal."""

from django.shortcuts import render

from portal.errors import Gone


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
