"""When a schedule fails: it is written down, shown on the dashboard, and mailed to those who can mend it."""

import logging

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission

from news.models import ScheduleFailure
from news.notifications import tell
from portal import clock

logger = logging.getLogger("news.schedule")

# More people than this are not told better, only more often.
MOST_RECIPIENTS = 20


def failed(action, subject, title, intended_at, error, *, page=None):
    """Write down that something could not be done, and alarm the desk when that is news.

    ``error`` is the exception. The desk is told once a reason, not once a minute.
    """
    logger.error("%s of %r, meant for %s, failed.", action, title, intended_at, exc_info=error)
    message = explained(error)
    failure, created = ScheduleFailure.objects.get_or_create(
        action=action,
        subject=subject,
        resolved_at=None,
        defaults={"page": page, "title": title, "intended_at": intended_at, "message": message},
    )
    is_news = created or failure.message != message
    failure.message = message
    failure.title = title
    failure.intended_at = intended_at
    failure.attempts += 1
    failure.last_failed_at = clock.now()
    failure.save()
    if is_news:
        _mail(failure)


def succeeded(action, subject):
    """Close the failure of something that is done now, if there is one."""
    ScheduleFailure.objects.open().filter(action=action, subject=subject).update(resolved_at=clock.now())


def unfinished(action):
    """Return the subjects of the open failures of one action."""
    return list(ScheduleFailure.objects.open().filter(action=action).values_list("subject", flat=True))


def explained(error):
    """Return an exception in words for an editor."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(error) or _("The program stumbled (%(name)s); its log says where.") % {"name": type(error).__name__}


def recipients(page):
    """Return the addresses of those who can mend it: who wrote the page, who saved it last, who may publish it."""
    users = get_user_model().objects.filter(is_active=True).exclude(email="")
    if page is None:
        people = users.filter(is_superuser=True)
    else:
        above = [page.path[:length] for length in range(page.steplen, len(page.path) + 1, page.steplen)]
        groups = GroupPagePermission.objects.filter(
            page__path__in=above, permission__codename="publish_page"
        ).values_list("group", flat=True)
        saved_by = page.latest_revision.user_id if page.latest_revision else None
        people = users.filter(Q(pk__in=[page.owner_id, saved_by]) | Q(groups__in=groups)).distinct()
        people = people if people.exists() else users.filter(is_superuser=True)
    return list(people.order_by("pk").values_list("email", flat=True)[:MOST_RECIPIENTS])


def _mail(failure):
    """Mail the desk."""
    path = reverse("news_schedule", args=[failure.page_id]) if failure.page_id else reverse("wagtailadmin_home")
    text = _(
        "“%(title)s” was meant for %(time)s UTC.\n"
        "%(action)s did not succeed: %(message)s\n\n"
        "It is tried again every minute. Look after it here:"
    ) % {
        "title": failure.title,
        "time": date_format(failure.intended_at, "j F Y H:i"),
        "action": failure.get_action_display(),
        "message": failure.message,
    }
    tell(_("Missed its time: %(title)s") % {"title": failure.title}, text, recipients(failure.page), path=path)
