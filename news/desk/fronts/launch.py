"""Launching a front: what an editor arranged becomes what readers see, and nobody's work is lost on the way."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import policy_registry

from news.desk.fronts.arrangement import Arrangement, changes
from news.desk.fronts.pages import blocks_of, front_value, may_curate
from news.querysets import stories
from portal.models import PortalImage

MOST_LAUNCHES = 12
MOST_ENTRIES = 40


class Conflict(Exception):
    """Somebody else launched this front in the meantime."""


def why_locked(page, user):
    """Return why nobody but others may launch this front now, or nothing: a lock, a schedule, an approval."""
    lock = page.get_lock()
    if lock and lock.for_user(user):
        return _("This page is locked or scheduled: whoever locked it has to open it first.")
    if page.workflow_in_progress:
        return _("This page waits for approval: its front can be launched once that is decided.")
    return ""


def launch(page_key, arrangement, base, user):
    """Publish a front with this arrangement in place of ``base``, the one that the editor began with.

    It goes the way of every page: a revision, published, with an entry in the
    history. Of the page only the front changes: what somebody else has drafted
    in the page's own editor stays a draft, and takes the new front along.

    Returns the page. Raises `Conflict` when the public front is no longer
    ``base``, `PermissionDenied`, or `ValidationError` with words for the editor.
    """
    with transaction.atomic():
        Page.objects.select_for_update().get(pk=page_key)
        page = Page.objects.get(pk=page_key).specific
        if not may_curate(user, page):
            raise PermissionDenied
        if words := why_locked(page, user):
            raise ValidationError(words)
        blocks = blocks_of(page)
        theirs = Arrangement.of(blocks)
        if theirs != base:
            raise Conflict
        _check_news(base, arrangement, user)
        draft = page.latest_revision if page.has_unpublished_changes else None
        front = arrangement.fitted(theirs).written_to(blocks)
        page.front = front_value(front)
        page.save_revision(user=user, clean=False).publish(user=user, skip_permission_checks=True)
        if draft:
            drafted = draft.as_object()
            drafted.front = front_value(front)
            drafted.save_revision(user=user, clean=False)
    return page


def _check_news(base, arrangement, user):
    """Refuse what was not there before: stories that are not public, pictures that the user may not choose."""
    added = arrangement.stories() - base.stories()
    if added and stories().published().filter(pk__in=added).count() < len(added):
        raise ValidationError(_("A story that you placed is no longer public. It is marked below: take it off."))
    pictures = arrangement.pictures() - base.pictures()
    if pictures and pictures_for(user).filter(pk__in=pictures).count() < len(pictures):
        raise ValidationError(_("A picture that you chose is no longer there. Choose another one."))


def pictures_for(user):
    """Return the pictures that the user may choose."""
    return policy_registry.get_by_type(PortalImage).instances_user_has_any_permission_for(user, ["choose"])


@dataclass(frozen=True)
class Launch:
    """One state of the front as it once was public: when it began, by whom, and what it changed."""

    revision: int
    moment: datetime
    user: object
    changes: list


def launches(page):
    """Return the last states of a page's front that were public, the newest first."""
    entries = (
        PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish", revision__isnull=False)
        .select_related("revision", "user")
        .order_by("-timestamp", "-pk")[:MOST_ENTRIES]
    )
    found, later = [], None
    for entry in reversed(entries):
        arrangement = arrangement_of(page, entry.revision)
        if later is None or arrangement != later:
            done = changes(later, arrangement) if later else []
            found.append(Launch(entry.revision_id, entry.timestamp, entry.user, done))
            later = arrangement
    return found[::-1][:MOST_LAUNCHES]


def arrangement_of(page, revision):
    """Return the arrangement that a revision of the page holds."""
    return Arrangement.of(blocks_of(page.with_content_json(revision.content)))


def last_launch(page):
    """Return the entry of the history that says who published the page last, or None."""
    entries = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").select_related("user")
    return entries.order_by("-timestamp", "-pk").first()
