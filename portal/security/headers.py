"""The headers that every response carries, by the room of the house it comes from.

``docs/security.md`` says why each is there. Django 5.2 knows no
Content-Security-Policy; the directives below have the shape of the setting
that Django 6 brings.
"""

from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.signals import setting_changed

NONE, SELF, INLINE = "'none'", "'self'", "'unsafe-inline'"
PUBLIC, ADMIN, FILE, PREVIEW = "public", "admin", "file", "preview"

# What no page of ours asks a browser for. Players in stories keep theirs: full screen, sound, picture in picture.
FORBIDDEN_FEATURES = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer",
    "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


def room_of(request, response):
    """Return the room whose headers the response gets. Errors and redirects below a folder of files are pages."""
    if getattr(request, "is_preview", False):
        return PREVIEW
    if request.path.startswith("/admin/"):
        return ADMIN
    is_file = request.path.startswith((settings.STATIC_URL, "/documents/", "/_cut/")) or (
        settings.MEDIA_URL.startswith("/") and request.path.startswith(settings.MEDIA_URL)
    )
    return FILE if is_file and response.status_code in {200, 206, 304, 416} else PUBLIC


@lru_cache
def headers_of(room):
    """Return the headers of a room as a dict, in the order in which they are sent."""
    framed = SELF if room == PREVIEW else NONE
    return {
        "Content-Security-Policy": _joined({**_sources(room), "frame-ancestors": [framed], **_upgrade()}),
        "X-Frame-Options": "SAMEORIGIN" if room == PREVIEW else "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin" if room == ADMIN else "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in FORBIDDEN_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin" if room == FILE else "same-origin",
    }


def hsts():
    """Return the header that makes browsers insist on https as a dict, empty where the site is not encrypted."""
    if not settings.SECURE_HSTS_SECONDS:
        return {}
    parts = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
    if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS:
        parts.append("includeSubDomains")
    if settings.SECURE_HSTS_PRELOAD:
        parts.append("preload")
    return {"Strict-Transport-Security": "; ".join(parts)}


def media_origins():
    """Return where uploads are served from as a list for a policy: empty when it is the site itself."""
    place = urlsplit(default_storage.url("picture.jpg"))
    return [f"{place.scheme or 'https'}://{place.netloc}"] if place.netloc else []


def _sources(room):
    """Return the directives of a room's policy but for the framing."""
    if room == FILE:
        # A file opened by itself: browsers build a small page around a picture or a sound, and style it.
        return {
            "default-src": [NONE],
            "img-src": [SELF],
            "media-src": [SELF],
            "style-src": [INLINE],
            "form-action": [NONE],
            "base-uri": [NONE],
            "sandbox": [],
        }
    media = media_origins()
    policy = {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *media],
        "font-src": [SELF],
        "media-src": [SELF, *media],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": list(settings.PLAYER_HOSTS),
        "form-action": [SELF],
        "base-uri": [NONE],
    }
    if room == ADMIN:
        # Wagtail starts its widgets and choosers from inline scripts, and its editor styles as it goes.
        policy |= {
            "script-src": [SELF, INLINE],
            "script-src-attr": [NONE],
            "style-src": [SELF, INLINE],
            "img-src": [SELF, *media, "data:", "blob:"],
            "font-src": [SELF, "data:"],
            "frame-src": [SELF],
        }
    return policy


def _upgrade():
    return {"upgrade-insecure-requests": []} if settings.ENCRYPTED else {}


def _joined(directives):
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _forget(**kwargs):
    """Let tests change the settings that the policies are made from."""
    headers_of.cache_clear()


setting_changed.connect(_forget)


class SecurityHeadersMiddleware:
    """Gives every response of Django its headers; stands outermost, so that nothing is answered around it.

    A view may set a Content-Security-Policy of its own, which stays.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # The editor's preview passes here twice: as the page it shows, and as the answer that carries it.
        if getattr(response, "is_preview", False):
            return response
        room = room_of(request, response)
        response.is_preview = room == PREVIEW
        own_policy = response.get("Content-Security-Policy")
        for name, value in headers_of(room).items():
            response.headers[name] = value
        if own_policy:
            response.headers["Content-Security-Policy"] = own_policy
        return response
