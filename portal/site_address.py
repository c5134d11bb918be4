"""Where the default site says that it stands: what full links in pages, feeds and the sitemap begin with."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


def follow_site_url():
    """Give the default site the host and port of SITE_URL. Returns whether they were others before."""
    address = urlsplit(settings.SITE_URL)
    wanted = (address.hostname, address.port or PORTS.get(address.scheme, PORTS["http"]))
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) == wanted:
        return False
    site.hostname, site.port = wanted
    site.save()
    return True
