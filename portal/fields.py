"""Model fields of the portal, and the words of their choices."""

from functools import cache

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """A StreamField whose migrations say nothing about its blocks.

    Stock StreamFields write every block definition into the migration, so that
    a changed label or help text asks for a new one. The column is plain JSON
    either way; data migrations read ``raw_data``.
    """

    def deconstruct(self):
        """Return the field's definition without its block types and lookup."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


def word_of(choices, value):
    """Return the words for one of ``choices``, a class of them, or the value itself for none of them.

    Django's own `get_…_display` translates and hashes the words of every choice each time.
    """
    return str(_words(choices).get(value, value))


@cache
def _words(choices):
    return dict(choices.choices)
