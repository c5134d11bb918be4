"""What templates ask of the values of some blocks."""

from decimal import Decimal

from django.utils.functional import cached_property
from wagtail.blocks import StructValue

from news.embeds import recognise

STARS = 5
NOTHING_TO_DECLARE = "none"


class FigureValue(StructValue):
    """A picture in its place."""

    @property
    def alt(self):
        """What those hear who cannot see the picture here; "" for mere decoration."""
        image = self.get("image")
        return (image.contextual_alt_text if image else "") or ""

    @property
    def credit_line(self):
        """Whose picture it is."""
        image = self.get("image")
        return self.get("credit") or (image.credit if image else "")


class GalleryValue(StructValue):
    """Several pictures that belong together."""

    @property
    def figures(self):
        """Those whose picture we may still show."""
        return [figure for figure in self["images"] if figure["image"] and figure["image"].may_be_shown]

    @property
    def shared_credit(self):
        """The credit of all pictures, where they share one and none needs a label of its own; else ""."""
        credits = {figure.credit_line for figure in self.figures}
        labelled = any(figure["image"].origin_note for figure in self.figures)
        return credits.pop() if len(credits) == 1 and not labelled else ""


class TableValue(StructValue):
    """Rows and columns."""

    @property
    def has_headings(self):
        """Whether any column has a name."""
        return any(column["heading"] for column in self["table"].columns)


class EmbedValue(StructValue):
    """A clip of another service."""

    @cached_property
    def _recognised(self):
        return recognise(self.get("url") or "") or ("", "")

    @property
    def provider(self):
        """The name of the service, or ""."""
        return self._recognised[0]

    @property
    def player_url(self):
        """The address of the player that a click loads, or ""."""
        return self._recognised[1]


def stars(rating, scale):
    """Return a rating as five entries of "full", "half" or "off", rounded to half a star."""
    if rating is None or not scale:
        return []
    halves = int((Decimal(rating) * STARS * 2 / Decimal(scale)).quantize(Decimal(1), rounding="ROUND_HALF_UP"))
    return ["full" if halves >= 2 * n else "half" if halves == 2 * n - 1 else "off" for n in range(1, STARS + 1)]


class RatingValue(StructValue):
    """The verdict of a review."""

    @property
    def disclosure_label(self):
        """How the reviewer came to see it, in words, or "" where there is nothing to declare."""
        labels = dict(self.block.child_blocks["disclosure"].field.choices)
        return str(labels.get(self.get("disclosure"), "")) if self.get("disclosure") != NOTHING_TO_DECLARE else ""

    @property
    def stars(self):
        """The rating as five stars."""
        return stars(self.get("rating"), self.get("scale"))
