"""Addresses of the web that somebody typed in."""

from urllib.parse import urlsplit


def web_address(url):
    """Return an address that a link may lead to, or "" for anything but the web."""
    try:
        parts = urlsplit(str(url or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in {"http", "https"} and parts.netloc else ""
