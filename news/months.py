"""Months of the calendar, by name."""

from datetime import UTC, datetime


def month_of(moment):
    """Return the name of the month of a moment, such as "2026-11", in UTC: months must not overlap for anybody."""
    return f"{moment.astimezone(UTC):%Y-%m}"


def span_of(month):
    """Return the first moment of a month and of the one after it. Raises ValueError for what names no month."""
    first = datetime.strptime(month, "%Y-%m").replace(tzinfo=UTC)
    return first, first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
