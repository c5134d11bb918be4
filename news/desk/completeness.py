"""What a draft still lacks before it can be published by any way but its editor's own form."""

from django.core.exceptions import ValidationError
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField


def gaps(page):
    """Return, in words, what the form would refuse at publication: required fields, blocks and rows.

    A draft may be saved with all of that missing, and schedules publish drafts.
    """
    found = []
    try:
        page.full_clean()
    except ValidationError as error:
        found += [f"{_label(page, name)}: {' '.join(messages)}" for name, messages in error.message_dict.items()]
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            found += _block_gaps(field, field.value_from_object(page))
    for relation in get_all_child_relations(page):
        for child in getattr(page, relation.get_accessor_name()).all():
            try:
                child.full_clean(exclude=[relation.field.name])
            except ValidationError as error:
                found += [f"{child._meta.verbose_name}: {message}" for message in error.messages]
    return found


def _label(page, name):
    if name == "__all__":
        return page._meta.verbose_name
    return page._meta.get_field(name).verbose_name


def _block_gaps(field, value):
    found = []
    for child in value:
        try:
            child.block.clean(child.value)
        except ValidationError as error:
            found.append(f"{child.block.label}: {' '.join(_flat(error))}")
    try:
        field.stream_block.clean(value)
    except ValidationError as error:
        if not found:
            found += [f"{field.verbose_name}: {message}" for message in _flat(error)]
    return found


def _flat(error):
    """Return the plain messages of a block's nested error."""
    nested = getattr(error, "block_errors", None) or {}
    errors = nested.values() if isinstance(nested, dict) else filter(None, nested)
    return [message for inner in errors for message in _flat(inner)] or list(error.messages)
