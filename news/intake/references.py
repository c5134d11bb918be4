"""Exchanges what stored blocks refer to: keys of this database for keys that hold elsewhere, and back."""

from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ChooserBlock, ListBlock, RichTextBlock


def exchanged(block, raw, *, chosen, text):
    """Return the stored value of a block with other references; nothing else of it changes.

    ``chosen(model, value)`` returns what is to stand for a chosen picture, file
    or page, ``text(html)`` a rich text with other links. Blocks that are not
    known stay as they are.
    """
    if isinstance(block, ChooserBlock):
        return None if raw is None else chosen(block.model_class, raw)
    if isinstance(block, RichTextBlock):
        return text(raw) if isinstance(raw, str) else raw
    if isinstance(block, BaseStreamBlock):
        return [_item(block.child_blocks.get(item["type"]), item, chosen, text) for item in raw or ()]
    if isinstance(block, ListBlock):
        return [
            _item(block.child_block, item, chosen, text)
            if isinstance(item, dict) and item.get("type") == "item"
            else exchanged(block.child_block, item, chosen=chosen, text=text)
            for item in raw or ()
        ]
    if isinstance(block, BaseStructBlock) and isinstance(raw, dict):
        children = block.child_blocks
        return {
            name: exchanged(children[name], value, chosen=chosen, text=text) if name in children else value
            for name, value in raw.items()
        }
    return raw


def _item(block, item, chosen, text):
    return item if block is None else {**item, "value": exchanged(block, item["value"], chosen=chosen, text=text)}
