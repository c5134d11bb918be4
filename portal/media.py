"""Serves uploaded files where no web server or object store in front does it.

Renditions are public and never change, so they may be kept for ever; their
names have a random part, so that nobody finds the picture of a story to come.
Nothing else is public here but the faces of the desk's accounts: an original
shows what an editor cropped away, an upload that waits for its credit is
nobody's yet, and a document goes through Wagtail's own view, which knows
collections and permissions. Safari plays sound only from a server that answers ranges.
"""

import mimetypes
import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag
from django.views.decorators.http import require_safe

PUBLIC = ("images", "avatar_images")
FOR_EVER = "public, max-age=31536000, immutable"
FOR_A_WHILE = "public, max-age=3600"
SHOWN = ("image/", "audio/", "video/")
NEVER_SHOWN = ("image/svg+xml",)
PIECE = 64 * 1024
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
EXTRA_TYPES = {".avif": "image/avif", ".webp": "image/webp", ".m4a": "audio/mp4", ".ogg": "audio/ogg"}


class Unsatisfiable(ValueError):
    """The range asked for lies outside the file: answer 416."""


@require_safe
def media(request, path):
    """Serve one public file under MEDIA_ROOT, whole or the range asked for."""
    found = locate(path)
    cache_control = FOR_EVER if path.startswith("images/") else FOR_A_WHILE
    return file_response(request, found, cache_control=cache_control)


def locate(path):
    """Return the file that ``path`` names, or raise Http404 if there is none that anybody may see."""
    parts = path.split("/")
    if parts[0] not in PUBLIC or any(part.startswith(".") or part == "" for part in parts) or "\\" in path:
        raise Http404
    root = settings.MEDIA_ROOT.resolve()
    try:
        found = (root / path).resolve()
        missing = not found.is_file()
    except (OSError, ValueError):  # a name too long for the disk, a NUL byte
        raise Http404 from None
    # Resolved first: a link inside MEDIA_ROOT must not lead out of it, nor to what is private.
    if missing or not found.is_relative_to(root) or found.relative_to(root).parts[0] not in PUBLIC:
        raise Http404
    return found


def local_path(stored):
    """Return where a stored file lies on the disk, or None for one that lies in an object store."""
    try:
        return Path(stored.path)
    except NotImplementedError:  # what Django's storages without a disk raise
        return None


def file_response(request, found, *, cache_control, content_type=None, as_attachment=False):
    """Answer with the file's bytes: 200, 206 for one range, 304 when the reader has it, 416 when out of range."""
    status = found.stat()
    etag = quote_etag(f"{status.st_mtime_ns:x}-{status.st_size:x}")
    response = get_conditional_response(request, etag=etag, last_modified=int(status.st_mtime))
    if response is None:
        response = _body(request, found, status, etag)
        kind = content_type or type_of(found.name)
        response["Content-Type"] = kind
        if as_attachment or not is_shown(kind):
            response["Content-Disposition"] = content_disposition_header(True, found.name)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(status.st_mtime)
    response["Cache-Control"] = cache_control
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def type_of(name):
    """Return the content type by the file's name alone; browsers are told not to guess another."""
    suffix = name[name.rfind(".") :].lower()
    return EXTRA_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def is_shown(content_type):
    """Tell whether a browser may show such a file by itself; everything else is offered as a download."""
    return content_type.startswith(SHOWN) and content_type not in NEVER_SHOWN


def parse_range(header, size):
    """Return (first, last) for one byte range, None to serve the whole file; raise Unsatisfiable.

    Several ranges in one request, or anything not understood, mean the whole
    file: the standard allows it, and no player needs more.
    """
    match = RANGE.fullmatch(header.replace(" ", ""))
    if not match or match.groups() == ("", ""):
        return None
    start, end = match.groups()
    if not start:
        first, last = max(0, size - int(end)), size - 1
        if int(end) == 0:
            raise Unsatisfiable
    else:
        first, last = int(start), min(int(end), size - 1) if end else size - 1
        if end and int(end) < int(start):
            return None
    if first >= size:
        raise Unsatisfiable
    return first, last


def _body(request, found, status, etag):
    """Return the response that carries the bytes, its content type still to be set."""
    size = status.st_size
    wanted = request.headers.get("Range") if request.method == "GET" else None
    if_range = request.headers.get("If-Range")
    if wanted and if_range and if_range not in (etag, http_date(status.st_mtime)):
        wanted = None  # the reader holds part of an older file
    try:
        span = parse_range(wanted, size) if wanted else None
    except Unsatisfiable:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    if span is None:
        return FileResponse(found.open("rb"))
    first, last = span
    response = StreamingHttpResponse(_slice(found, first, last - first + 1), status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def _slice(found, start, length):
    """Yield ``length`` bytes of the file from ``start`` on, in pieces."""
    with found.open("rb") as handle:
        handle.seek(start)
        while length > 0 and (piece := handle.read(min(PIECE, length))):
            length -= len(piece)
            yield piece
