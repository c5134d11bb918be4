"""What came from another system and fits no other block."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from news.text import plain_text
from portal.blocks import TextBlock
from portal.imported_html import safe_imported_html
from portal.rich_text import INLINE_FEATURES


class HtmlBlock(TextBlock):
    """HTML as text, cleaned whenever it is stored; search finds its words and not its tags."""

    def clean(self, value):
        """Return the HTML without anything that could run or lead astray."""
        return str(safe_imported_html(super().clean(value)))

    def get_searchable_content(self, value):
        """Return the words that a reader sees."""
        return [plain_text(safe_imported_html(value))]


class ImportedHtmlBlock(blocks.StructBlock):
    """A piece of a story from another system, shown as far as it is safe.

    Imports make it where no other block holds a piece without loss. Editors
    may change or delete it; the list of blocks does not offer a new one.
    """

    html = HtmlBlock(label=_("HTML"))
    original = TextBlock(
        required=False,
        label=_("As it came"),
        help_text=_("What the old system held, for comparison. Readers never see it."),
        search_index=False,
    )

    class Meta:
        icon = "code"
        label = _("Imported HTML")
        group = _("Imported")
        label_format = _("Imported HTML")
        template = "blocks/imported_html.html"
        description = _("A piece of a story from another system that fits no other block.")
        preview_value = {"html": "<p>As it stood in the old system.</p>", "original": ""}


class VerbatimTextBlock(TextBlock):
    """Text whose white space stays as it is, at both ends too."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.field_options["strip"] = False


class PreformattedBlock(blocks.StructBlock):
    """Code, or verse: every space and every line break counts."""

    text = VerbatimTextBlock(rows=8, label=_("Text"))
    kind = blocks.ChoiceBlock(
        choices=[("code", _("Code")), ("text", _("Text, such as verse"))],
        default="code",
        label=_("What it is"),
        search_index=False,
    )

    class Meta:
        icon = "code"
        label = _("Preformatted")
        group = _("Text")
        label_format = "{text}"
        template = "blocks/preformatted.html"
        description = _("Code or verse, with spaces and line breaks as typed.")
        preview_value = {"text": "ring(bell)\n    wait(600)", "kind": "code"}


class FootnotesBlock(blocks.StructBlock):
    """What the numbers in the text stand for."""

    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Note")), label=_("Notes"))

    class Meta:
        icon = "list-ol"
        label = _("Footnotes")
        group = _("Text")
        label_format = _("Footnotes")
        template = "blocks/footnotes.html"
        description = _("Numbered notes to the text, below it.")
        preview_value = {"items": ["<p>Counted on the night of 3 March.</p>"]}
