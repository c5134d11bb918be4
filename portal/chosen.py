"""What the blocks of a page choose: pictures, files and pages, fetched with one query a model.

Left to itself a StreamField asks once for each type of block; a story with a
figure, a gallery and a clip would ask three times for pictures.
"""

from contextvars import ContextVar
from copy import copy
from functools import cache

from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ChooserBlock, ListBlock

from portal.prepared import Prepared

_at_hand = ContextVar("chosen_at_hand", default=None)


class FromHand:
    """Mixin for chooser blocks: takes what `read` has fetched already."""

    def bulk_to_python(self, values):
        """Return the chosen instances, one of its own for each value; None where one does not exist any more."""
        found = (_at_hand.get() or {}).get(self.model_class)
        if found is None:
            return super().bulk_to_python(values)
        return [copy(found[key]) if key in found else None for key in values]


def chosen_keys(streams):
    """Return the keys of everything that the values of StreamFields choose: a dict of model to keys."""
    keys = {}
    for stream in streams:
        for model, key in _chosen(stream.stream_block, list(stream.raw_data)):
            keys.setdefault(model, set()).add(key)
    return keys


def _chosen(block, raw):
    """Yield pairs of model and key for what a block's stored value chooses."""
    if isinstance(block, ChooserBlock):
        if raw is not None:
            yield block.model_class, raw
    elif isinstance(block, BaseStreamBlock):
        for item in raw or ():
            child = block.child_blocks.get(item["type"])
            if child is not None:
                yield from _chosen(child, item["value"])
    elif isinstance(block, ListBlock):
        for item in raw or ():
            yield from _chosen(block.child_block, item["value"] if is_entry(item) else item)
    elif isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from _chosen(child, raw.get(name))


def is_entry(item):
    """Whether an entry of a list is stored with an id beside its value, as Wagtail does since 2.16."""
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


@cache
def _by_key(model):
    return Prepared(lambda keys: model._default_manager.filter(pk__in=keys))


def read(streams, known=None):
    """Turn stored values of StreamFields into Python, all of them at once.

    ``known`` is a dict of model to instances by key: what was fetched for
    another purpose. Of a model that stands there nothing else is asked for.
    """
    found = dict(known or {})
    for model, keys in chosen_keys(streams).items():
        if model not in found:
            found[model] = {instance.pk: instance for instance in _by_key(model)(keys)}
    token = _at_hand.set(found)
    try:
        for stream in streams:
            for child in stream:
                _ = child.value
    finally:
        _at_hand.reset(token)
