"""The fields that the bands of a front share."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

# The kinds that a band may be limited to, as `ArticlePage.Kind` calls them; that model imports this module.
KINDS = [
    ("news", _("News")),
    ("feature", _("Feature")),
    ("analysis", _("Analysis")),
    ("explainer", _("Explainer")),
    ("interview", _("Interview")),
    ("opinion", _("Opinion")),
    ("review", _("Review")),
    ("gallery", _("Gallery")),
]


class PickBlock(blocks.StructBlock):
    """One story that an editor placed, in words and with a picture of its own where need be."""

    story = blocks.PageChooserBlock(page_type="news.ArticlePage", label=_("Story"))
    headline = blocks.CharBlock(
        required=False, max_length=160, label=_("Headline here"), help_text=_("Blank: the story’s own.")
    )
    picture = ImageChooserBlock(required=False, label=_("Picture here"), help_text=_("Blank: the story’s own."))
    pin_until = blocks.DateTimeBlock(
        required=False, label=_("Keep here until"), help_text=_("Blank: until somebody takes it away.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Story")
        label_format = "{story} {headline}"


def heading_field(default=""):
    """Return the heading of a band; ``default`` is what stands there when it is blank."""
    help_text = format_lazy(_("Blank: {default}."), default=default) if default else ""
    return blocks.CharBlock(required=False, max_length=60, label=_("Heading"), help_text=help_text)


def source_field(help_text=""):
    """Return the section or topic from which a band takes its stories."""
    return blocks.PageChooserBlock(
        required=False,
        page_type=["news.SectionPage", "news.TopicPage"],
        label=_("Stories from"),
        help_text=help_text or _("A section or a topic. Blank: the section of this front, or everywhere."),
    )


def picks_field(label=None, help_text="", most=12):
    """Return the stories of a band that editors place, at most ``most``."""
    label = label or _("Stories placed by hand")
    return blocks.ListBlock(PickBlock(), default=[], max_num=most, label=label, help_text=help_text)


def size_field(default, most, label=None):
    """Return how many stories a band shows."""
    return blocks.IntegerBlock(default=default, min_value=1, max_value=most, label=label or _("Number of stories"))


def fill_field():
    """Return whether a band fills itself."""
    return blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("Fill by itself"),
        help_text=_("The newest stories take the places that no hand-placed story holds."),
    )
