"""Addresses in old bodies: ours or another's, a picture or a page, a clip in one of its many spellings."""

import re
from urllib.parse import unquote, urlsplit, urlunsplit

_YOUTUBE = re.compile(
    r"^https://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|v/|e/|embed/|shorts/|live/)|youtu\.be/)"
    r"([\w-]{11})(?![\w-])"
)
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|svg|heic)$", re.IGNORECASE)


def parts_of(address):
    """Return the parts of an address, or None where it is none."""
    try:
        return urlsplit(address.strip())
    except ValueError:
        return None


def clip_address(address):
    """Return the address of a clip as `news.embeds` knows it: secure, and YouTube's in its usual spelling."""
    address = re.sub(r"^(?:http:)?//", "https://", address.strip())
    youtube = _YOUTUBE.match(address)
    return f"https://www.youtube.com/watch?v={youtube[1]}" if youtube else address


def is_picture(address):
    """Whether an address leads to a picture file."""
    parts = parts_of(address)
    return bool(parts and PICTURE.search(parts.path))


def file_name(address):
    """Return the name of a file without its ending, as words."""
    parts = parts_of(address)
    name = unquote(parts.path).rsplit("/", 1)[-1] if parts else ""
    return re.sub(r"\.\w{2,5}$", "", name) or name


class OwnAddresses:
    """Tells the old site's own addresses from all others."""

    def __init__(self, base_urls):
        bases = [parts_of(url) for url in base_urls]
        self._hosts = {_host(base) for base in bases if base and base.netloc}
        self._base = next((url.rstrip("/") for url in base_urls if url), "")

    def absolute(self, address):
        """Return an address of the old site in full, as far as that is known, or "" for those of others."""
        parts = parts_of(address)
        if parts is None or parts.scheme not in {"", "http", "https"}:
            return ""
        if parts.netloc:
            return address.strip() if _host(parts) in self._hosts else ""
        if not parts.path.startswith("/"):
            return ""
        # Ghost writes nowhere what its own address is.
        base = urlsplit(self._base)
        return urlunsplit((base.scheme, base.netloc, *parts[2:]))

    @staticmethod
    def local(address):
        """Return the path of an address with its query and fragment."""
        parts = urlsplit(address)
        return urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment))


def _host(parts):
    try:
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        port = ""
    return (parts.hostname or "").removeprefix("www.") + port
