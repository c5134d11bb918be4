"""Where a request comes from, as far as that can be trusted.

Anybody can send ``X-Forwarded-For``. Only the part that proxies of ours have
added is believed: those in ``TRUSTED_PROXIES``, which is empty by default.
"""

from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.signals import setting_changed

UNKNOWN = "unknown"
IPV6_SITE = 64


def client_address(request):
    """Return the address of the client, or "unknown"; that of the nearest hop which is no proxy of ours."""
    nearest = _parsed(request.META.get("REMOTE_ADDR", ""))
    if nearest is None:
        return UNKNOWN
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    while _is_ours(nearest) and hops:
        further = _parsed(hops.pop())
        if further is None:
            break
        nearest = further
    return str(nearest)


def address_group(address):
    """Return what attempts are counted by: the address, or the network that one IPv6 customer is given."""
    parsed = _parsed(address)
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, IPV6_SITE), strict=False))
    return str(parsed or UNKNOWN)


def _parsed(text):
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


@lru_cache
def _proxies():
    return [ip_network(network, strict=False) for network in settings.TRUSTED_PROXIES]


def _is_ours(address):
    return any(address in network for network in _proxies())


def _forget(**kwargs):
    _proxies.cache_clear()


setting_changed.connect(_forget)
