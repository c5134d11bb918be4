"""Saying no: how a refusal of the standards reaches the person who wanted to publish, whatever screen they are on."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page

from news.desk.medical_views import review_url
from news.models import ArticlePage
from news.standards import gate
from news.standards.findings import SignatureNeeded, StandardsError


class RefusalMiddleware:
    """Turns a `StandardsError` that a screen let through into a message, and leads to where it can be mended.

    Whatever the screen had begun has been rolled back with its transaction; the
    story stays a draft, and what was typed is in it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer for a `StandardsError`; leave every other exception alone."""
        if not isinstance(exception, StandardsError) or not request.user.is_authenticated:
            return None
        messages.error(request, exception.sentence)
        where = review_url if isinstance(exception, SignatureNeeded) else address_of
        address = where(exception.story)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What Wagtail's dialog for approving a story understands.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


def address_of(story):
    """Return the editor of a story, or the list of all pages for one that was never saved."""
    saved = story.pk and Page.objects.filter(pk=story.pk).exists()
    return reverse("wagtailadmin_pages:edit", args=[story.pk]) if saved else reverse("wagtailadmin_explore_root")


def refuse_bulk_publishing(request, action_type, objects, action):
    """Publish none of the chosen stories where one of them may not be, and name each that keeps the others back.

    A hook for Wagtail's ``before_bulk_action``.
    """
    if action_type != "publish":
        return None
    refused = []
    for story in stories_to_publish(objects, action.cleaned_form.cleaned_data.get("include_descendants")):
        draft = story.get_latest_revision_as_object()
        found = gate.not_overridden(draft, gate.blockers(draft))
        if found:
            refused.append(StandardsError(draft, found))
    for refusal in refused:
        link = format_html('<a href="{}">{}</a>', address_of(refusal.story), _("Edit"))
        messages.error(request, format_html("{} {}", refusal.sentence, link))
    if not refused:
        return None
    return redirect(action.next_url)


def stories_to_publish(pages, with_those_below):
    """Return the stories among the pages and, if asked for, the drafts below them."""
    keys = {page.pk for page in pages}
    if with_those_below:
        keys |= {key for page in pages for key in page.get_descendants().not_live().values_list("pk", flat=True)}
    return ArticlePage.objects.filter(pk__in=keys).order_by("path").specific()
