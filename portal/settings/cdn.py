"""From ``CDN_PURGE`` to Wagtail's ``WAGTAILFRONTENDCACHE``."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

EXAMPLES = "varnish://host:port, fastly://TOKEN@SERVICE or cloudflare://TOKEN@ZONE"


def frontend_caches(addresses):
    """Return ``(WAGTAILFRONTENDCACHE, the host:port pairs of our own)`` for a list of addresses.

    Raises ImproperlyConfigured for what is no such address, without repeating it: it may hold a token.
    """
    caches, own = {}, set()
    for number, address in enumerate(addresses, start=1):
        name, parameters = _parameters(address)
        if name == "varnish":
            own.add(parameters["LOCATION"].removeprefix("http://").rstrip("/"))
        caches[name if name not in caches else f"{name} {number}"] = parameters
    return caches, own


def _parameters(address):
    parts = urlsplit(address)
    # The name of a host has no case, that of a service has: what stands behind the @ is taken as it is written.
    place = parts.netloc.rpartition("@")[2]
    token = unquote(parts.username or "")
    try:
        if parts.scheme == "varnish" and parts.hostname:
            location = f"http://{parts.hostname}:{parts.port or 80}/"
            return "varnish", {"BACKEND": "portal.page_cache.cdn.Varnish", "LOCATION": location}
    except ValueError:  # the port is no number
        pass
    if parts.scheme == "fastly" and place and token:
        return "fastly", {"BACKEND": "portal.page_cache.cdn.Fastly", "SERVICE": place, "TOKEN": token}
    if parts.scheme == "cloudflare" and place and token:
        return "cloudflare", {"BACKEND": "portal.page_cache.cdn.Cloudflare", "ZONE": place, "TOKEN": token}
    raise ImproperlyConfigured(f"CDN_PURGE holds something that is none of {EXAMPLES}")
