"""What stands for the site outside its pages: its name on a home screen, and its icon."""

from django.http import HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.routing import find_site
from portal.site_settings import Publication

PAPER = "#ffffff"


@require_safe
@cache_control(public=True, max_age=3600)
def manifest(request):
    """Return the manifest of the publication that the request is for."""
    find_site(request)
    name = Publication.for_request(request).name
    icon = {"src": static("portal/img/icon-512.png"), "sizes": "512x512", "type": "image/png"}
    body = {
        "name": name,
        "short_name": name,
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static("portal/img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": static("portal/img/icon-192.png"), "sizes": "192x192", "type": "image/png"},
            icon,
            icon | {"src": static("portal/img/icon-512-maskable.png"), "purpose": "maskable"},
        ],
    }
    return JsonResponse(body, content_type="application/manifest+json")


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request):
    """Send those who guess the address of the icon to where it is."""
    return HttpResponseRedirect(static("portal/img/favicon-32.png"))
