"""Rules about pictures: whose they are, how long we may show them, and what stands for them."""

import re

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.standards.findings import Level, Rule
from news.standards.reading import pictures
from portal import clock

_FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|avif)$|^(img|dsc|image|screenshot)[\s_-]*\d+$", re.IGNORECASE)


def lead_image_without_rights(story, terms):
    """The lead picture says whose it is, and somebody has cleared it."""
    image = story.lead_image
    if image and not image.credit.strip():
        yield _("The lead picture has no credit.")
    if image and image.rights == image.Rights.UNKNOWN:
        yield _("The rights to the lead picture are not cleared.")


def rights_expired(story, terms):
    """No picture is shown for longer than we may."""
    for image in dict.fromkeys(picture.image for picture in pictures(story)):
        if image.rights_expire_on and image.rights_expire_on < clock.day_of(terms.at):
            day = formats.date_format(image.rights_expire_on)
            yield _("Our right to show the picture “%(title)s” ended on %(day)s.") % {"title": image.title, "day": day}


def alt_text_missing(story, terms):
    """Every picture is described to those who cannot see it, in words and not by the name of its file."""
    for picture in pictures(story):
        if picture.alt is None:
            continue
        if not picture.alt.strip():
            yield _("The picture “%(title)s” has no description.") % {"title": picture.image.title}
        elif _FILE_NAME.search(picture.alt.strip()):
            yield _("The description of the picture “%(title)s” is the name of a file.") % {
                "title": picture.image.title
            }


RULES = (
    Rule(
        "lead-image-rights",
        Level.BLOCKER,
        "lead_image",
        gettext_lazy("The lead picture has a credit and cleared rights."),
        gettext_lazy("A picture that is not ours to show is a claim for damages."),
        lead_image_without_rights,
    ),
    Rule(
        "rights-expired",
        Level.BLOCKER,
        "lead_image",
        gettext_lazy("No picture is shown after our right to it has ended."),
        gettext_lazy("Agencies check, and charge for every day."),
        rights_expired,
    ),
    Rule(
        "alt-text",
        Level.WARNING,
        "lead_image",
        gettext_lazy("Every picture has a description in words."),
        gettext_lazy("Those who cannot see the picture read its description instead."),
        alt_text_missing,
    ),
)
