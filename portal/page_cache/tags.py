"""What a page shows: names of things, collected while it is rendered.

A tag names a thing (``story-12``, ``author-3``) or a list (``front``,
``stories-4``). Models tag themselves when they are read from the database, so
a page cannot show a story without carrying its tag; lists are tagged by the
view that makes them, since a list also changes by what is not on it yet.
"""

from contextlib import contextmanager
from contextvars import ContextVar

_collected = ContextVar("page_cache_tags", default=None)


@contextmanager
def collecting():
    """Collect the tags of everything that is read or listed inside the block, as a set."""
    found = set()
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def tag(*names):
    """Say that the page being rendered shows these things. Costs nothing where no page is."""
    found = _collected.get()
    if found is not None:
        found.update(names)


class Tagged:
    """Mixin for models: an instance read from the database tags the page being rendered.

    ``cache_tag`` is the first half of the tag, the primary key the second.
    """

    cache_tag = ""

    @classmethod
    def from_db(cls, db, field_names, values):
        instance = super().from_db(db, field_names, values)
        found = _collected.get()
        if found is not None:
            found.add(f"{cls.cache_tag}-{instance.pk}")
        return instance
