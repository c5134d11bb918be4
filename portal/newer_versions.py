"""Two people at one page: whoever saves over a version that they have not seen is asked first, and loses nothing.

Wagtail looks for newer versions when it saves by itself, and every ten seconds. A press of a button within those
seconds, or in a browser without scripts, would overwrite a colleague's work without a word. The hooks below look at
every save; `portal.page_form.PageForm` holds it up, so that the form comes back with everything that was typed.
"""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.admin.messages import button
from wagtail.admin.messages import warning as warn
from wagtail.admin.utils import get_user_display_name

from portal.page_form import NO_VERSION

TOLD_UNTIL = "told_until"
"""The field in which ``newer-versions.js`` says up to which moment Wagtail's own question named newer versions."""

UNDECIDED = "undecided"
"""The field of a form that stands below the question: nothing of it is saved unless somebody presses a button."""

REPEATABLE = ("action-publish", "action-submit", "action-restart-workflow", "action-schedule")

LONG_AGO = datetime.min.replace(tzinfo=UTC)


class NewerVersion:
    """A colleague's version of a page, saved while this form was open."""

    def __init__(self, request, page, revision):
        self.request, self.page, self.revision = request, page, revision

    @property
    def by(self):
        """The name of whoever saved it."""
        return _name(self.revision)

    def ask(self, mine):
        """Put the question above the form: who saved what, where ``mine`` differs, and the ways on."""
        pressed = next((name for name in self.request.POST if name.startswith("action-")), "")
        context = {
            "by": self.by,
            "at": self.revision.created_at,
            "differences": self._differences(mine),
            "undecided": UNDECIDED,
            "pressed": pressed,
            "can_repeat": not pressed or pressed in REPEATABLE,
            "latest_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
        }
        messages.warning(self.request, render_to_string("portal/newer_version.html", context, self.request))

    def _differences(self, mine):
        """Return Wagtail's comparisons, from the colleague's version to mine, of the fields that are not the same."""
        theirs = self.revision.as_object()
        panel = mine.get_edit_handler().get_bound_panel(instance=mine, request=self.request, form=None)
        compared = [comparison(theirs, mine) for comparison in panel.get_comparison()]
        return [comparison for comparison in compared if comparison.has_changed()]


def look(request, page):
    """Find out whether a colleague has saved since the editor's form was opened. For ``before_edit_page``.

    What is found stands on the page, for its form. Scripts that save by themselves get an answer at once.
    """
    if request.method != "POST":
        return None
    latest = page.get_latest_revision()
    request.latest_known = latest.created_at if latest else LONG_AGO
    found = _newest_of_others(page, request.user, _seen_until(request.POST))
    if "application/json" not in request.headers.get("Accept", ""):
        page.newer_version = found and NewerVersion(request, page, found)
        return None
    if UNDECIDED in request.POST:
        return _refusal(_("Nothing is saved by itself until you have decided about the newer version."))
    if found and NO_VERSION in request.POST and "overwrite_revision_id" not in request.POST:
        # Wagtail compares with the version that a form was made from, and lets pass what was made from none.
        return _refusal(_("Saving will overwrite a newer version."))
    return None


def _refusal(message):
    """Return the answer upon which Wagtail's script stops saving by itself."""
    return JsonResponse({"success": False, "error_code": "invalid_revision", "error_message": message}, status=400)


def tell_of_the_same_moment(request, page):
    """Tell who has just saved of a colleague who did so between the look and the save. For ``after_edit_page``."""
    if "application/json" in request.headers.get("Accept", ""):
        return
    theirs = _newest_of_others(page, request.user, request.latest_known)
    if theirs:
        compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, theirs.pk, "latest"])
        warn(
            request,
            _("%(name)s saved this page in the same moment as you. Both versions stand in its history.")
            % {"name": _name(theirs)},
            buttons=[button(compare, _("Compare them"), new_window=True)],
        )


def _seen_until(posted):
    """Return up to which moment an editor knows the versions of a page; None where a form does not say."""
    loaded = LONG_AGO if NO_VERSION in posted else _moment(posted.get("loaded_revision_created_at"))
    told = _moment(posted.get(TOLD_UNTIL))
    return max(loaded, told) if loaded and told else loaded


def _moment(text):
    try:
        found = parse_datetime(text or "")
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _newest_of_others(page, user, since):
    if since is None:
        return None
    newer = page.revisions.filter(created_at__gt=since).exclude(user=user).select_related("user")
    return newer.order_by("-created_at", "-pk").first()


def _name(revision):
    return get_user_display_name(revision.user) if revision.user else _("The system")
