"""Addresses as old systems write them."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from news.intake.characters import kept

_TRACKING = re.compile(r"utm_\w+|source|ref|fbclid|gclid", re.IGNORECASE)
_UPLOADS = re.compile(
    r"/(?:wp-content/uploads(?:/sites/\d+)?|wp-content/blogs\.dir/\d+/files|files)/(.+)|/(\d{4}/\d\d/[^/]+)$"
)


def base_url(address):
    """Return a site's address without query or the slash at its end; an empty text of what is none."""
    parts = urlsplit_or_none(address.strip())
    if not parts or parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), "", ""))


def without_tracking(address):
    """Return an address without what only counts where readers come from."""
    parts = urlsplit_or_none(address)
    if not parts or not parts.query:
        return address
    kept = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key)
    ]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def last_segment(address):
    """Return the last part of an address's path, decoded and without ``.html``: what most systems call the slug."""
    parts = urlsplit_or_none(address)
    segment = parts.path.rstrip("/").rpartition("/")[2] if parts else ""
    return decoded(re.sub(r"\.html?$", "", segment))


def with_last_segment(address, segment):
    """Return an address with another last part of its path."""
    parts = urlsplit(address)
    slash = "/" if parts.path.endswith("/") else ""
    path = f"{parts.path.rstrip('/').rpartition('/')[0]}/{segment}{slash}"
    return urlunsplit(parts._replace(path=path))


def decoded(slug):
    """Return a slug without percent signs, where what they encode is text; of ``%00`` nothing is left."""
    try:
        return kept(unquote(slug, errors="strict"))
    except UnicodeDecodeError:
        return slug


def below_uploads(address):
    """Return the place of a file below WordPress' folder of uploads, decoded; of any other, its name.

    Never a place outside: what would climb out of the folder is cut down to its name.
    """
    parts = urlsplit_or_none(address)
    if not parts:
        return ""
    found = _UPLOADS.search(parts.path)
    steps = decoded((found[1] or found[2]) if found else parts.path).replace("\\", "/").split("/")
    if not found or any(step in ("", ".", "..") for step in steps):
        steps = steps[-1:]
    return "" if steps[-1] in (".", "..") else "/".join(steps)


def urlsplit_or_none(address):
    """Return the parts of an address, or ``None`` where it is so wrong that it has none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None
