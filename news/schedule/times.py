"""From a wall clock to a moment, and the times that a newsroom picks most.

Two nights a year a wall clock lies. The rule, which is that of RFC 5545 and of
Python's ``fold=0``: a time that is skipped in spring is as many minutes after
the jump as it would have been after it began (02:30 is 03:30), and a time that
comes twice in autumn is the first of the two. Editors are told and asked again.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.timesince import timeuntil
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ROUND_TO = timedelta(minutes=5)


@dataclass(frozen=True)
class Moment:
    """A moment in UTC, and a note where the wall clock would mislead."""

    at: datetime
    note: str = ""


def moment(day, clock_time, zone):
    """Return the Moment at which the clocks of ``zone`` show ``clock_time`` on ``day``."""
    wall = datetime.combine(day, clock_time.replace(fold=0), tzinfo=zone)
    at = wall.astimezone(UTC)
    shown = at.astimezone(zone)
    if shown.replace(tzinfo=None) != wall.replace(tzinfo=None):
        note = _("The clocks jump over %(time)s that night. It would go out at %(shown)s.")
        return Moment(at, note % {"time": f"{wall:%H:%M}", "shown": f"{shown:%H:%M %Z}"})
    if wall.replace(fold=1).utcoffset() != wall.utcoffset():
        note = _("The clocks show %(time)s twice that night. It would go out the first time, at %(shown)s.")
        return Moment(at, note % {"time": f"{wall:%H:%M}", "shown": f"{shown:%H:%M %Z}"})
    return Moment(at)


@dataclass(frozen=True)
class Preset:
    """A time that is picked with one click."""

    key: str
    label: str
    at: datetime


def presets(now, zone):
    """Return the Presets as seen at ``now`` in ``zone``, the soonest first."""
    today = now.astimezone(zone).date()
    monday = today + timedelta(days=7 - today.weekday())
    # Rounded up, so that it is never less than the hour that the label promises.
    hour = (now + timedelta(hours=1)).replace(second=0, microsecond=0)
    hour += -timedelta(minutes=hour.minute) % ROUND_TO
    found = [
        Preset("hour", _("In an hour"), hour),
        Preset("tonight", _("Tonight, 00:01"), _next(now, today, time(0, 1), zone)),
        Preset("morning", _("Next morning, 06:00"), _next(now, today, time(6), zone)),
        Preset("noon", _("Next noon, 12:00"), _next(now, today, time(12), zone)),
        Preset("monday", _("Monday, 08:00"), moment(monday, time(8), zone).at),
    ]
    return sorted(found, key=lambda preset: preset.at)


def _next(now, today, clock_time, zone):
    """Return the first moment after ``now`` at which the clocks of ``zone`` show ``clock_time``."""
    at = moment(today, clock_time, zone).at
    return at if at > now else moment(today + timedelta(days=1), clock_time, zone).at


SPOKEN = gettext_lazy("%(day)s at %(time)s (%(zone)s), in %(countdown)s")


def spoken(at, zone, now):
    """Return a moment in words: day, time and zone, and how long it is until then."""
    local = at.astimezone(zone)
    return SPOKEN % {
        "day": date_format(local, "l j F Y"),
        "time": f"{local:%H:%M}",
        "zone": zone.key if f"{local:%Z}" == zone.key else f"{zone.key}, {local:%Z}",
        "countdown": timeuntil(at, now).replace("\xa0", " "),
    }
