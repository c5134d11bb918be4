"""What a page shows: names of things, collected while it is rendered.

A tag names a thing (``story-12``, ``author-3``) or a list (``front``,
``stories-4``). Models tag themselves when they are read from the database, so
a page cannot show a story without carrying its tag; lists are tagged by the
view that makes them, since a list also changes by what is not on it yet.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

_collected = ContextVar("page_cache_tags", default=None)


@dataclass
class Shown:
    """What a page shows: its tags, and the moment (seconds since the epoch) from which it would show something else.

    ``heeded`` are the parameters of the query that it has looked at, whether they were there or not.
    """

    tags: set = field(default_factory=set)
    until: float | None = None
    heeded: set = field(default_factory=set)


@contextmanager
def collecting():
    """Collect what is read or listed inside the block, as `Shown`."""
    shown = Shown()
    token = _collected.set(shown)
    try:
        yield shown
    finally:
        _collected.reset(token)


def tag(*names):
    """Say that the page being rendered shows these things. Costs nothing where no page is."""
    shown = _collected.get()
    if shown is not None:
        shown.tags.update(names)


def fresh_until(moment):
    """Say that the page being rendered changes by itself at ``moment``, a datetime, or None for never."""
    shown = _collected.get()
    if shown is not None and moment is not None:
        shown.until = min(moment.timestamp(), shown.until or moment.timestamp())


def heeds(*names):
    """Say that the page being rendered looks at these of the `PARAMETERS`; with any other it is the same page."""
    shown = _collected.get()
    if shown is not None:
        shown.heeded.update(names)


class Tagged:
    """Mixin for models: an instance read from the database tags the page being rendered.

    ``cache_tag`` is the first half of the tag, the primary key the second.
    """

    cache_tag = ""

    @classmethod
    def from_db(cls, db, field_names, values):
        # Django looks every field up in the names; in a list of fifty that takes longer than all the rest.
        instance = super().from_db(db, frozenset(field_names), values)
        tag(f"{cls.cache_tag}-{instance.pk}")
        return instance
