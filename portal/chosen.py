"""What the blocks of a page choose: pictures and files are fetched with one query, pages with another.

Left to itself a StreamField asks once for each type of block; a story with a
figure, a gallery, a clip and sound would ask three times for pictures, and once for files.
"""

from contextvars import ContextVar
from copy import copy
from functools import cache

from django.contrib.contenttypes.models import ContentType
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ChooserBlock, ListBlock
from wagtail.models import Page

from portal.prepared import Prepared
from portal.rows import Rows

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


@Prepared
def _along(*keys, models):
    """Return one row that stands in every database, with the instances of the models that have these keys."""
    rows = {
        model._meta.model_name: Rows(model._default_manager.filter(pk__in=chosen), *_columns(model))
        for model, chosen in zip(models, keys, strict=True)
    }
    return ContentType.objects.order_by("pk").annotate(**rows)[:1]


def _columns(model):
    return (field.name for field in model._meta.concrete_fields)


def _fetch(keys):
    """Return instances by key of all models that ``keys``, a dict of model to keys, names."""
    small = sorted((model for model in keys if not issubclass(model, Page)), key=lambda model: model._meta.label)
    if len(small) < 2:
        small = []
    found = {model: _by_key(model)(keys[model]) for model in keys if model not in small}
    if small:
        (row,) = _along(*(keys[model] for model in small), models=tuple(small))
        found |= {model: getattr(row, model._meta.model_name) for model in small}
    return {model: {instance.pk: instance for instance in instances} for model, instances in found.items()}


def read(streams, known=None):
    """Turn stored values of StreamFields into Python, all of them at once.

    ``known`` is a dict of model to instances by key: what was fetched for
    another purpose. Of a model that stands there nothing else is asked for.
    """
    found = dict(known or {})
    found |= _fetch({model: keys for model, keys in chosen_keys(streams).items() if model not in found})
    token = _at_hand.set(found)
    try:
        for stream in streams:
            for child in stream:
                _ = child.value
    finally:
        _at_hand.reset(token)
