"""Times of other systems, as aware times in UTC."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from news.intake.record import YEARS

_BEFORE_CHRIST = re.compile(r"[A-Za-z]{3} -\d")
_SQL = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")


def sql_time(text, zone=UTC):
    """Return ``2013-01-11 20:22:19``, a time in ``zone``, in UTC; ``None`` for 0000-00-00 and what is no time."""
    match = _SQL.fullmatch(text.strip())
    if not match:
        return None
    try:
        return _aware(datetime(*(int(part or 0) for part in match.groups())), zone)
    except (ValueError, OverflowError):
        return None


def mail_time(text, zone=UTC):
    """Return the time of RFC 822 that RSS writes, in UTC; ``None`` for what is none, as WordPress' year -1."""
    if _BEFORE_CHRIST.search(text):
        return None
    try:
        return _aware(parsedate_to_datetime(text.strip()), zone)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def iso_time(text, zone=UTC):
    """Return a time of ISO 8601, as Atom and JSON have it, in UTC; one without a zone is in ``zone``."""
    try:
        return _aware(datetime.fromisoformat(str(text).strip()), zone)
    except (ValueError, OverflowError):
        return None


def any_time(text, zone=UTC):
    """Return a time in whichever of the three ways it is written, in UTC, or ``None``."""
    return iso_time(text, zone) or mail_time(text, zone) or sql_time(text, zone)


def _aware(time, zone):
    if time.year not in YEARS:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=zone)).astimezone(UTC)
