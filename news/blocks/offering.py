"""What the editor offers: every block of a body but those that imports alone make."""

from django import forms
from django.utils.functional import cached_property
from wagtail.blocks.stream_block import StreamBlockAdapter


class OfferingAdapter(StreamBlockAdapter):
    """Tells the editor which blocks of a stream it shows where they stand, and never offers."""

    js_constructor = "news.blocks.BodyBlock"

    def js_args(self, block):
        """Return what the stock stream block is told, with the names of what it does not offer."""
        name, groups, states, meta = super().js_args(block)
        return [name, groups, states, {**meta, "unoffered": list(block.meta.unoffered)}]

    @cached_property
    def media(self):
        """The scripts of the stock block, and ours after them."""
        return super().media + forms.Media(js=["news/admin/body-block.js"])
