"""What every template may use without asking for it."""

from django.utils.functional import SimpleLazyObject

from portal.navigation import navigation_for
from portal.routing import find_site
from portal.site_settings import Publication


def publication(request):
    """Offer the publication and its navigation, read only when a template uses them."""

    def current():
        find_site(request)
        return Publication.for_request(request)

    return {
        "publication": SimpleLazyObject(current),
        "site_navigation": SimpleLazyObject(lambda: navigation_for(request)),
    }
