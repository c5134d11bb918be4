"""Boxes beside the running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from news.blocks.values import TableValue
from portal.blocks import CharBlock, TextBlock
from portal.chosen import FromHand
from portal.rich_text import INLINE_FEATURES

BOXES = _("Boxes")


class TableBlock(blocks.StructBlock):
    """A table whose first column names its rows."""

    table = TypedTableBlock(
        [
            ("text", CharBlock(required=False, label=_("Text"))),
            ("number", CharBlock(required=False, label=_("Number, set to the right"))),
            ("rich", blocks.RichTextBlock(required=False, features=INLINE_FEATURES, label=_("Text with links"))),
        ],
        label=_("Table"),
    )
    source = CharBlock(required=False, max_length=200, label=_("Source"))

    class Meta:
        icon = "table"
        label = _("Table")
        group = BOXES
        label_format = _("Table")
        template = "blocks/table.html"
        value_class = TableValue
        description = _("Rows and columns with a caption. The first column names the rows.")
        preview_value = {
            "table": {
                "caption": "Matched weeks at 61 venues",
                "columns": [{"type": "text", "heading": "Measure"}, {"type": "number", "heading": "With interval"}],
                "rows": [{"values": ["Average admissions", "221"]}, {"values": ["Late finishes", "9"]}],
            },
            "source": "Screens Together",
        }


class FactBlock(blocks.StructBlock):
    """One term and what it means."""

    term = CharBlock(max_length=80, label=_("Term"))
    description = CharBlock(max_length=300, label=_("Description"))

    class Meta:
        icon = "info-circle"
        label = _("Fact")
        label_format = "{term}"


class FactBoxBlock(blocks.StructBlock):
    """Facts at a glance."""

    title = CharBlock(max_length=120, label=_("Title"))
    items = blocks.ListBlock(FactBlock(), label=_("Facts"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        group = BOXES
        label_format = "{title}"
        template = "blocks/fact_box.html"
        description = _("Terms and what they mean, beside the text.")
        preview_value = {"title": "At a glance", "items": [{"term": "House lights", "description": "40 per cent"}]}


class CalloutBlock(blocks.StructBlock):
    """A word to the reader."""

    title = CharBlock(required=False, max_length=120, label=_("Title"))
    text = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        group = BOXES
        label_format = "{title}"
        template = "blocks/callout.html"
        description = _("Speaks to the reader: when to get help, how to take part.")
        preview_value = {"title": "When to get help", "text": "<p>See a doctor if it lasts more than a few weeks.</p>"}


class KeyPointsBlock(blocks.StructBlock):
    """The story in three lines."""

    title = CharBlock(required=False, max_length=80, label=_("Title"), help_text=_("Blank: “Key points”."))
    items = blocks.ListBlock(CharBlock(max_length=300, label=_("Point")), label=_("Points"))

    class Meta:
        icon = "tasks"
        label = _("Key points")
        group = BOXES
        label_format = _("Key points")
        template = "blocks/key_points.html"
        description = _("The story in a few lines, at its top.")
        preview_value = {"title": "", "items": ["Cinemas that ring a bell report fewer walk-outs."]}


class TimelineEventBlock(blocks.StructBlock):
    """One event of a timeline."""

    date = CharBlock(max_length=60, label=_("Date"), help_text=_("As readers will see it: 1974, March 2026."))
    text = TextBlock(label=_("What happened"))

    class Meta:
        icon = "date"
        label = _("Event")
        label_format = "{date}"


class TimelineBlock(blocks.StructBlock):
    """What happened when."""

    title = CharBlock(max_length=120, label=_("Title"))
    events = blocks.ListBlock(TimelineEventBlock(), label=_("Events"))

    class Meta:
        icon = "history"
        label = _("Timeline")
        group = BOXES
        label_format = "{title}"
        template = "blocks/timeline.html"
        description = _("Events in the order in which they happened.")
        preview_value = {
            "title": "A short history",
            "events": [{"date": "1912", "text": "Reel changes force a pause."}],
        }


class QuestionBlock(blocks.StructBlock):
    """One question with its answer."""

    question = CharBlock(max_length=200, label=_("Question"))
    answer = blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class QuestionsBlock(blocks.StructBlock):
    """Readers' questions, answered."""

    title = CharBlock(required=False, max_length=120, label=_("Title"))
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = BOXES
        label_format = "{title}"
        template = "blocks/questions.html"
        description = _("Questions that open to show their answers.")
        preview_value = {
            "title": "Your questions",
            "items": [{"question": "Can I stay in my seat?", "answer": "<p>Yes.</p>"}],
        }


class StoryChooserBlock(FromHand, blocks.PageChooserBlock):
    """A story."""


class RelatedBlock(blocks.StructBlock):
    """A link to another story, between two paragraphs."""

    story = StoryChooserBlock(page_type="news.ArticlePage", label=_("Story"))

    class Meta:
        icon = "link"
        label = _("Related story")
        group = BOXES
        label_format = "{story}"
        template = "blocks/related.html"
        description = _("Sends readers to another story of ours.")
        preview_template = "blocks/preview/related.html"
