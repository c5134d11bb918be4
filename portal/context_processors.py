"""What every template may use without asking for it."""

from django.utils.functional import SimpleLazyObject

from portal.navigation import build_navigation
from portal.site_settings import Publication


def publication(request):
    """Offer the publication and its navigation, read only when a template uses them."""
    current = SimpleLazyObject(lambda: Publication.for_request(request))
    return {
        "publication": current,
        "site_navigation": SimpleLazyObject(lambda: build_navigation(current, request)),
    }
