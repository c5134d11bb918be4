"""The one door through which the portal learns what time it is."""

from django.utils import timezone


def now():
    """Return the present moment as an aware datetime in UTC."""
    return timezone.now()


def day_of(moment):
    """Return the date of a moment on the newsroom's own calendar, ``TIME_ZONE``, whoever asks and from where."""
    return timezone.localdate(moment, timezone.get_default_timezone())


def today():
    """Return today's date on the newsroom's own calendar."""
    return day_of(now())
