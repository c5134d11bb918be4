"""The runner: publishes what is due and takes off what has expired, each thing by itself.

Every object has a transaction of its own, so that one that fails stops no
other, and takes a lock on the row that says that it is due, so that two runners
do nothing twice. What an outage kept back is caught up with in the order in
which it was meant, and dated with the time that was meant.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, Revision

from news.models import ScheduleFailure
from news.schedule.alarm import failed, succeeded, unfinished
from portal import clock

PUBLISHED = "wagtail.publish.scheduled"
EXPIRED = "wagtail.unpublish.scheduled"
PUBLISH, EXPIRE = ScheduleFailure.Action.PUBLISH, ScheduleFailure.Action.EXPIRE


class Overtaken(Exception):
    """The story's end has come before its beginning."""


@dataclass
class Round:
    """What one round did: titles of what went out, what came off, and what failed."""

    published: list = field(default_factory=list)
    expired: list = field(default_factory=list)
    failed: list = field(default_factory=list)


def run():
    """Do everything that is due now. Returns the Round. Raises nothing for what fails: that is reported."""
    done = Round()
    _expire_due(done)
    _publish_due(done)
    return done


def due_revisions(now):
    """Return the keys of the revisions that should be live by ``now``, in the order that was meant."""
    return Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")


def _publish_due(done):
    now = clock.now()
    for key in list(due_revisions(now).values_list("pk", flat=True)):
        try:
            revision = _publish(key, now)
        except Exception as error:
            revision = Revision.objects.filter(pk=key).first()
            if revision is None:  # deleted meanwhile: nothing is late any more
                continue
            done.failed.append(revision.object_str)
            page = Page.objects.filter(pk=revision.object_id).first() if _is_page(revision) else None
            failed(PUBLISH, _subject(revision), revision.object_str, revision.approved_go_live_at, error, page=page)
        else:
            if revision:
                done.published.append(revision.object_str)
    _close(PUBLISH, {_subject(revision) for revision in due_revisions(now)})


@transaction.atomic
def _publish(key, now):
    """Publish a revision unless another runner has done it. Returns the revision, or None."""
    revision = Revision.objects.select_for_update(of=("self",)).filter(pk=key, approved_go_live_at__lte=now).first()
    if revision is None:
        return None
    end = revision.as_object().expire_at
    if end and end <= now:
        raise Overtaken(_("It should have come off again at %(time)s UTC.") % {"time": date_format(end, "j F Y H:i")})
    _date_as_intended(revision)
    revision.publish(log_action=PUBLISHED)
    return revision


def _date_as_intended(revision):
    """Give a page that was never live the publication date that was meant, however late the runner is."""
    if not _is_page(revision) or revision.content.get("first_published_at"):
        return
    if Page.objects.filter(pk=revision.object_id, first_published_at=None).exists():
        revision.content["first_published_at"] = revision.approved_go_live_at.isoformat()
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _expire_due(done):
    now = clock.now()
    overdue = set()
    drafting = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]
    for model in (Page, *drafting):
        due = model.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk")
        for expiring in list(due):
            subject = f"{model._meta.label_lower}:{expiring.pk}"
            try:
                gone = _expire(model, expiring.pk, now)
            except Exception as error:
                done.failed.append(str(expiring))
                overdue.add(subject)
                page = expiring if model is Page else None
                failed(EXPIRE, subject, str(expiring), expiring.expire_at, error, page=page)
            else:
                if gone:
                    done.expired.append(str(expiring))
    _close(EXPIRE, overdue)


@transaction.atomic
def _expire(model, key, now):
    """Take one object off the site unless another runner has done it. Returns whether this one did."""
    row = model.objects.select_for_update(of=("self",)).filter(pk=key, live=True, expire_at__lte=now).first()
    if row is None:
        return False
    getattr(row, "specific", row).unpublish(set_expired=True, log_action=EXPIRED)
    return True


def _close(action, overdue):
    """Close the failures of what is no longer overdue: done now, done by hand, unscheduled or deleted."""
    for subject in set(unfinished(action)) - overdue:
        succeeded(action, subject)


def _is_page(revision):
    return revision.base_content_type.model_class() is Page


def _subject(revision):
    return f"{revision.base_content_type.model_class()._meta.label_lower}:{revision.object_id}"
