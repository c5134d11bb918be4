"""What can be done with an update. Each is one short transaction that never writes to the row of the page."""

from django.db import IntegrityError, transaction
from django.utils.text import Truncator

from news.desk.live_composer.record import note
from news.models import Correction, LiveUpdate
from news.models.update_types import UpdateType
from portal import clock

KEPT_WORDS = 2000
# By what was done: the field that it sets, and whether to something or to nothing.
SWITCHES = {
    "pin": ("is_pinned", True),
    "unpin": ("is_pinned", False),
    "mark": ("is_key", True),
    "unmark": ("is_key", False),
    "withdraw": ("retracted_at", True),
    "restore": ("retracted_at", False),
}


def publish(update, user):
    """Publish a new update, now. What the same form has sent before is published only once.

    Returns the update that is public.
    """
    update.published_at = clock.now()
    try:
        with transaction.atomic():
            update.save()
            note(update.blog, "publish", user, update)
    except IntegrityError:
        sent_before = LiveUpdate.objects.filter(blog=update.blog, submission=update.submission).first()
        if sent_before is None:
            raise
        return sent_before
    return update


@transaction.atomic
def rewrite(update, user, kind, *, was_wrong="", is_right=""):
    """Publish other words of an update; ``kind`` is an UpdateType and decides what readers are told.

    A correction stands with the update and in the public log, and is there to
    stay. What the update said before is kept in the history of the page.
    """
    now, before = clock.now(), words(LiveUpdate.objects.get(pk=update.pk))
    update.changed_at = now
    if kind != UpdateType.SILENT:
        update.edited_at = now
    update.save()
    if kind == UpdateType.CORRECTION:
        Correction.objects.create(
            article=update.blog, live_update=update, was_wrong=was_wrong, is_right=is_right, approved_by=user
        )
    deed = "correct" if kind == UpdateType.CORRECTION else "edit"
    note(update.blog, deed, user, update, before=Truncator(before).chars(KEPT_WORDS))


@transaction.atomic
def switch(blog, key, deed, user):
    """Do one of the SWITCHES to an update of the blog, once. Raises LiveUpdate.DoesNotExist for one of another blog."""
    update = LiveUpdate.objects.select_for_update().get(blog=blog, pk=key)
    field, value = SWITCHES[deed]
    if bool(getattr(update, field)) == value:
        return
    changed = {field}
    if field == "retracted_at":
        now = clock.now()
        update.retracted_at = now if value else None
        update.changed_at = now
        changed.add("changed_at")
    else:
        setattr(update, field, value)
    update.save(update_fields=changed)
    note(blog, deed, user, update)


def words(update):
    """Return all that an update says, as plain text."""
    return "\n".join(filter(None, (update.headline, update.body_text)))
