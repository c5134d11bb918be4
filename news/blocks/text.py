"""Blocks of running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks import CharBlock, TextBlock
from portal.rich_text import LIST_FEATURES, PROSE_FEATURES

TEXT = _("Text")


class ParagraphBlock(blocks.RichTextBlock):
    """Running text."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", PROSE_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        group = TEXT
        template = "blocks/paragraph.html"
        description = _("Running text. One block may hold many paragraphs.")
        preview_value = "<p>At 8.47 a woman in a waistcoat rings a handbell, and the film stops.</p>"


class HeadingBlock(blocks.StructBlock):
    """A heading inside a story. Four or more of them make a table of contents."""

    text = CharBlock(max_length=120, label=_("Text"))
    level = blocks.ChoiceBlock(
        choices=[("h2", _("Heading")), ("h3", _("Sub-heading")), ("h4", _("Minor heading"))],
        default="h2",
        label=_("Level"),
        search_index=False,
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = TEXT
        label_format = "{text}"
        template = "blocks/heading.html"
        description = _("Divides a long story. Four or more make a table of contents.")
        preview_value = {"text": "How a break is built", "level": "h2"}


class ListBlock(blocks.StructBlock):
    """A list with bullets or numbers."""

    style = blocks.ChoiceBlock(
        choices=[("bullet", _("Bullets")), ("number", _("Numbers"))],
        default="bullet",
        label=_("Style"),
        search_index=False,
    )
    items = blocks.ListBlock(blocks.RichTextBlock(features=LIST_FEATURES, label=_("Entry")), label=_("Entries"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        group = TEXT
        label_format = _("List")
        template = "blocks/list.html"
        description = _("Short entries with bullets or numbers.")
        preview_value = {"style": "bullet", "items": ["<p>The bell matters more than the bar.</p>"]}


class QuoteBlock(blocks.StructBlock):
    """Fields of both kinds of quotation."""

    text = TextBlock(label=_("Words"))
    attribution = CharBlock(required=False, max_length=200, label=_("Who said it"))

    class Meta:
        icon = "openquote"
        group = TEXT
        label_format = "{text}"
        preview_value = {"text": "I’ll have the half with the lamp.", "attribution": "Ada Lomax"}


class PullQuoteBlock(QuoteBlock):
    """A line of the story itself, set large."""

    class Meta:
        label = _("Pull quote")
        template = "blocks/pull_quote.html"
        description = _("A line from the story, set large beside the text.")


class BlockQuoteBlock(QuoteBlock):
    """Somebody else's words, at length."""

    class Meta:
        label = _("Block quote")
        template = "blocks/block_quote.html"
        description = _("A longer quotation from somebody else.")


class DividerBlock(blocks.StaticBlock):
    """A pause in the text."""

    class Meta:
        icon = "horizontalrule"
        label = _("Divider")
        group = TEXT
        admin_text = _("A line across the text.")
        template = "blocks/divider.html"
        description = _("A line across the text, where the subject changes without a heading.")
        preview_value = None
