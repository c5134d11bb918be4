"""Serves documents: after the check of their collection's privacy, and so that they can do nothing in our name."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from portal.media import file_response, local_path
from portal.models import PortalDocument

PRIVATELY = "private, max-age=300"
SANDBOX = "default-src 'none'; sandbox"


@require_safe
def serve_document(request, document_id, document_filename):
    """Send a document as a download; sound may play, and answers range requests.

    Takes the place of Wagtail's view, which knows no ranges (without them Safari
    plays nothing) and no sandbox, and would send readers on to an object store
    that knows no collections. Its hooks run as there; one of them guards privacy.
    """
    document = get_object_or_404(PortalDocument, pk=document_id)
    if document.filename != document_filename:
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        result = hook(document, request)
        if isinstance(result, HttpResponseBase):
            return result
    response = _file(request, document, plays=document.content_type in settings.WAGTAILDOCS_INLINE_CONTENT_TYPES)
    response["Content-Security-Policy"] = SANDBOX
    document_served.send(sender=PortalDocument, instance=document, request=request)
    return response


def _file(request, document, *, plays):
    """Return the response with the document's bytes, from the disk or from an object store."""
    path = local_path(document.file)
    if path is None:
        try:
            opened = document.file.open("rb")
        except OSError as error:
            raise Http404 from error
        response = FileResponse(opened, as_attachment=not plays, filename=document.filename)
        response["Content-Type"] = document.content_type
        response["Cache-Control"] = PRIVATELY
        response["X-Content-Type-Options"] = "nosniff"
        return response
    if not path.is_file():
        raise Http404
    return file_response(
        request, path, cache_control=PRIVATELY, content_type=document.content_type, as_attachment=not plays
    )
