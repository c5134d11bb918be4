"""Starting, closing and reopening live coverage: the one thing here that publishes the page itself."""

import json
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from news.desk.live_composer.record import note
from news.models import LiveBlogPage
from portal import clock

SUMMARY = "key_points"
STATES = LiveBlogPage.LiveState
# By what was done: the state that it leads to.
TURNS = {"start": STATES.LIVE, "close": STATES.CLOSED, "reopen": STATES.LIVE}


def turn(blog, deed, user, *, points=None):
    """Do one of the TURNS; ``points`` are the lines of the summary that stands on top from then on.

    The page is published as readers know it, with nothing changed but this. A
    draft of other changes gets the same and waits on. Raises ValidationError,
    with nothing done, where the page cannot be published now.
    """
    with transaction.atomic():
        page = LiveBlogPage.objects.select_for_update().get(pk=blog.pk)
        _require_open(page, user)
        draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
        now = clock.now()
        for version in filter(None, (page, draft)):
            version.live_state = TURNS[deed]
            version.ended_at = now if deed == "close" else None
            if deed == "start":
                version.starts_at = now
            if points is not None:
                version.body = json.dumps(with_summary(version.body, points))
        page.save_revision(user=user, clean=False).publish(user=user)
        if draft is not None:
            draft.save_revision(user=user, clean=False)
        note(blog, deed, user)


def _require_open(page, user):
    if not page.live:
        raise ValidationError(_("The page is not published yet. Publish it first."))
    if page.scheduled_revision:
        raise ValidationError(_("A new version of the page is scheduled. Take it out of the schedule first."))
    lock = page.get_lock()
    if lock and lock.for_user(user):
        raise ValidationError(lock.get_message(user) or _("The page is locked."))


def summary_of(body):
    """Return the points of the summary that a body opens with, as a list of strings."""
    first = next(iter(body), None)
    return list(first.value["items"]) if first is not None and first.block_type == SUMMARY else []


def with_summary(body, points):
    """Return the raw data of a body that opens with these points in place of those that it had, if any."""
    raw = list(body.get_prep_value())
    opening = raw.pop(0) if raw and raw[0]["type"] == SUMMARY else {"type": SUMMARY, "id": str(uuid.uuid4())}
    if not points:
        return raw
    items = [{"type": "item", "value": point, "id": str(uuid.uuid4())} for point in points]
    title = opening.get("value", {}).get("title", "")
    return [{**opening, "value": {"title": title, "items": items}}, *raw]
