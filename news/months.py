"""Months and days of the calendar, as the archive has them."""

from datetime import UTC, datetime

from django.urls import reverse


def month_of(moment):
    """Return the name of the month of a moment, such as "2026-11", in UTC: months must not overlap for anybody."""
    return f"{moment.astimezone(UTC):%Y-%m}"


def span_of(month):
    """Return the first moment of a month and of the one after it. Raises ValueError for what names no month."""
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC)
    return first, first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)


def day_path(moment):
    """Return the address of the list of all stories of a moment's day, in UTC as those of the months."""
    day = moment.astimezone(UTC)
    return reverse("archive_of_day", kwargs={"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"})
