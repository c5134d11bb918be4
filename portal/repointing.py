"""Leading whatever points at one page to another: links in texts, choices in blocks, and plain keys.

Pages are changed in their rows and in the revisions that may still be
published, without a new revision of their own: what they say is the same.
"""

import json
import re

from django.db.models import ForeignKey, Q
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ChooserBlock, ListBlock, RichTextBlock
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex, Revision

from portal.chosen import is_entry
from portal.site_settings import Publication

_PAGE_LINK = re.compile(r'(<a\b(?=[^>]*\blinktype="page")[^>]*\bid=")([0-9]{1,18})(")')


def repoint(old, new, *, but=(), also=()):
    """Lead everything that points at the page ``old`` to ``new``, and return what was changed, as a list.

    ``but`` are paths in models, as the reference index writes them, of what
    the caller takes care of; ``also`` are instances that may point at it and
    are not in the index. Redirects are never touched.
    """
    keys = {old.pk: new.pk}
    changed = []
    pointing = [thing for thing, _references in references_to(old, but=but).group_by_source_object()]
    # Settings are not in the reference index.
    for thing in [*pointing, *Publication.objects.all(), *also]:
        source = thing.specific if isinstance(thing, Page) else thing
        values = _exchanged_values(source, keys)
        if values:
            _write(source, values)
            changed.append(source)
        _rewrite_revisions(source, keys)
    return changed


def references_to(page, *, but=()):
    """Return the entries of the reference index for what points at a page, redirects left out."""
    redirects = ReferenceIndex._get_base_content_type(Redirect)
    return ReferenceIndex.get_references_to(page).exclude(model_path__in=but).exclude(base_content_type=redirects)


def exchanged_text(html, keys):
    """Return rich text as it is stored, with its links to pages led elsewhere; ``keys`` is a dict of old to new key."""
    return _PAGE_LINK.sub(lambda link: f"{link[1]}{keys.get(int(link[2]), link[2])}{link[3]}", html)


def exchanged_stream(block, raw, keys):
    """Return the stored value of a block with everything in it that is, or links to, a page led elsewhere."""
    if isinstance(block, RichTextBlock):
        return exchanged_text(raw, keys) if isinstance(raw, str) else raw
    if isinstance(block, ChooserBlock):
        return keys.get(raw, raw) if issubclass(block.model_class, Page) else raw
    if isinstance(block, BaseStreamBlock):
        return [
            {**item, "value": exchanged_stream(block.child_blocks[item["type"]], item["value"], keys)}
            if item["type"] in block.child_blocks
            else item
            for item in raw or ()
        ]
    if isinstance(block, ListBlock):
        return [
            {**item, "value": exchanged_stream(block.child_block, item["value"], keys)}
            if is_entry(item)
            else exchanged_stream(block.child_block, item, keys)
            for item in raw or ()
        ]
    if isinstance(block, BaseTypedTableBlock) and isinstance(raw, dict):
        return _exchanged_table(block, raw, keys)
    if isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        return {
            name: exchanged_stream(block.child_blocks[name], value, keys) if name in block.child_blocks else value
            for name, value in raw.items()
        }
    return raw


def _exchanged_table(block, raw, keys):
    """Return the stored value of a table whose columns have each a block of their own."""
    cells = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
    rows = [
        {
            **row,
            "values": [exchanged_stream(cell, value, keys) for cell, value in zip(cells, row["values"], strict=True)],
        }
        for row in raw["rows"]
    ]
    return {**raw, "rows": rows}


def exchanged_content(model, content, keys):
    """Return the stored content of a revision with everything in its fields that leads to a page led elsewhere."""
    exchanged = dict(content)
    for field in model._meta.concrete_fields:
        value = content.get(field.name)
        if not value:
            continue
        if isinstance(field, StreamField):
            raw = json.loads(value) if isinstance(value, str) else value
            exchanged[field.name] = json.dumps(exchanged_stream(field.stream_block, raw, keys))
        elif isinstance(field, RichTextField):
            exchanged[field.name] = exchanged_text(value, keys)
        elif _leads_to_page(field):
            exchanged[field.name] = keys.get(value, value)
    return exchanged


def _leads_to_page(field):
    """Whether a field is somebody's choice of a page; rows of parent classes and originals of aliases are not."""
    return isinstance(field, ForeignKey) and field.editable and issubclass(field.related_model, Page)


def _exchanged_values(thing, keys):
    """Return the new values of those fields of an instance that lead to one of the pages, by column name."""
    values = {}
    for field in thing._meta.concrete_fields:
        value = field.value_from_object(thing)
        if isinstance(field, StreamField):
            raw = list(value.raw_data)
            exchanged = exchanged_stream(field.stream_block, raw, keys)
            if exchanged != raw:
                values[field.name] = field.to_python(exchanged)
        elif isinstance(field, RichTextField):
            if exchanged_text(value, keys) != value:
                values[field.name] = exchanged_text(value, keys)
        elif _leads_to_page(field) and value in keys:
            values[field.attname] = keys[value]
    return values


def _write(thing, values):
    """Write the values: past `save()` for a page, whose publication this is not, and with it for all else."""
    for name, value in values.items():
        setattr(thing, name, value)
    if isinstance(thing, Page):
        type(thing)._base_manager.filter(pk=thing.pk).update(**values)
        ReferenceIndex.create_or_update_for_object(thing)
    else:
        thing.save()


def _rewrite_revisions(thing, keys):
    """Change the newest revision of an instance, and those that wait to be published."""
    newest = getattr(thing, "latest_revision_id", None)
    if newest is None:
        return
    wanted = Q(pk=newest) | Q(approved_go_live_at__isnull=False)
    for revision in Revision.objects.for_instance(thing).filter(wanted):
        content = exchanged_content(type(thing), revision.content, keys)
        if content != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=content)
