"""The colours a publication may use: names of the stylesheet's tokens, all of them checked for contrast."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Colour(models.TextChoices):
    """A colour of the token list, in both schemes at least 4.5:1 on paper and on its own tint."""

    VELOUR = "velour", _("Velour (crimson)")
    TONIC = "tonic", _("Tonic (green)")
    HARBOUR = "harbour", _("Harbour (blue)")
    EMBER = "ember", _("Ember (rust)")
    PLUM = "plum", _("Plum (violet)")
    SLATE = "slate", _("Slate (grey)")


# The stylesheet names the two colours of the design after the desks that they stand for.
_DESKS = {colour.value: colour.value for colour in Colour} | {"velour": "entertainment", "tonic": "health"}


def desk_of(colour):
    """Return the name under which the stylesheet knows a colour; the first one for anything unknown."""
    return _DESKS.get(colour, _DESKS["velour"])
