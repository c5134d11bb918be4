"""What makes a story a review."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from news.blocks.boxes import BOXES, FactBlock
from news.blocks.values import RatingValue
from portal.blocks import CharBlock, TextBlock


class ReviewedTitleBlock(blocks.StructBlock):
    """The work under review."""

    type = blocks.ChoiceBlock(
        choices=[
            ("movie", _("Film")),
            ("tv", _("Television series")),
            ("album", _("Album")),
            ("book", _("Book")),
            ("game", _("Game")),
            ("stage", _("Stage")),
        ],
        label=_("What it is"),
        search_index=False,
    )
    name = CharBlock(max_length=200, label=_("Title"))
    year = blocks.IntegerBlock(required=False, min_value=1850, max_value=2200, label=_("Year"))
    creator_label = CharBlock(
        required=False, max_length=40, label=_("Role of its makers"), help_text=_("Director, author, artist …")
    )
    creators = CharBlock(required=False, max_length=200, label=_("Who made it"))
    cast = CharBlock(required=False, max_length=300, label=_("Cast or players"))
    external_url = blocks.URLBlock(required=False, label=_("Its own page elsewhere"))
    details = blocks.ListBlock(FactBlock(), label=_("More facts"), default=[])

    class Meta:
        icon = "clipboard-list"
        label = _("Reviewed title")
        label_format = "{name}"


class VerdictBlock(blocks.StructBlock):
    """What the reviewer thinks, of what, and how they came to see it."""

    summary = TextBlock(label=_("Verdict"))
    rating = blocks.DecimalBlock(min_value=0, max_value=100, decimal_places=1, label=_("Rating"))
    scale = blocks.IntegerBlock(default=5, min_value=2, max_value=100, label=_("out of"))
    works = blocks.ListBlock(CharBlock(max_length=160, label=_("Point")), label=_("What works"), default=[])
    fails = blocks.ListBlock(CharBlock(max_length=160, label=_("Point")), label=_("What doesn’t"), default=[])
    title = ReviewedTitleBlock(label=_("Reviewed title"))
    disclosure = blocks.ChoiceBlock(
        choices=[
            ("none", _("Nothing to declare")),
            ("ticket", _("We bought the ticket")),
            ("screener", _("Seen on a screener or press copy")),
            ("set_visit", _("Visited the set")),
            ("paid_travel", _("Travel was paid for us")),
            ("relationship", _("The reviewer knows somebody involved")),
        ],
        default="none",
        label=_("How we came to see it"),
        search_index=False,
    )
    disclosure_text = CharBlock(required=False, max_length=300, label=_("In words"))
    spoilers = blocks.BooleanBlock(required=False, label=_("The review gives the ending away"))

    def clean(self, value):
        """Refuse a rating above its own scale."""
        cleaned = super().clean(value)
        if cleaned.get("rating") is not None and cleaned.get("scale") and cleaned["rating"] > cleaned["scale"]:
            message = _("The rating is higher than its scale.")
            raise blocks.StructBlockValidationError(block_errors={"rating": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "pick"
        label = _("Verdict of a review")
        group = BOXES
        label_format = "{summary}"
        template = "blocks/verdict.html"
        value_class = RatingValue
        max_num = 1
        description = _("Rating, verdict and the facts of the reviewed title. One a review.")
        preview_value = {
            "summary": "A quiet, exacting family drama with an ending that justifies every minute before it.",
            "rating": "4.5",
            "scale": 5,
            "works": ["Sound design you feel in your feet"],
            "fails": ["One letter too many"],
            "title": {"type": "movie", "name": "Salt Hour"},
            "disclosure": "screener",
        }
