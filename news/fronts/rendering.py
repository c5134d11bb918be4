"""Bands as HTML: when one story of a front changes, most of its bands stay as they were.

A band is rendered once and kept in the process under everything that it shows:
its own words, and all that was read of its stories, their pictures and people.
"""

from functools import lru_cache
from itertools import chain

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language

from news.cards import newly_corrected, read_of
from news.querysets import CARD_FIELDS, FACE_FIELDS, PICTURE_FIELDS, RELATED_FIELDS
from portal.pictures import is_lost
from portal.templatetags.portal_tags import story_time

KEPT = 256


class _Rendering:
    """A band to be rendered. Two are equal when they show the same; ``key`` is None where not all of it was read."""

    __slots__ = ("context", "key", "template")

    def __init__(self, band, request, template, parameters):
        self.template = template
        self.context = {"band": band, "request": request, **parameters}
        try:
            self.key = (template, tuple(parameters.items()), get_language(), _read_of_band(band, request))
        except KeyError:
            self.key = None

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        return self.key == other.key

    def render(self):
        return get_template(self.template).render(self.context)


def render_band(band, request, template="", **parameters):
    """Return a `news.fronts.compose.Band` as HTML.

    ``template`` takes the place of the band's own. ``parameters`` are those of
    the template, all of them hashable.
    """
    rendering = _Rendering(band, request, template or band.template, parameters)
    return rendering.render() if settings.DEBUG or rendering.key is None else _kept(rendering)


@lru_cache(maxsize=KEPT)
def _kept(rendering):
    html = rendering.render()
    rendering.context = None  # what is kept needs the key alone
    return html


# --- What a band shows ------------------------------------------------------------


def _read_of_band(band, request):
    words = tuple((name, value) for name, value in band.options.items() if not isinstance(value, list | dict))
    slots = tuple(
        (name, tuple(_read_of_entry(entry, request) for entry in entries)) for name, entries in band.slots.items()
    )
    return band.heading, band.source, band.topic, words, slots


def _read_of_entry(entry, request):
    story = entry.story
    return (
        read_of(story, CARD_FIELDS),
        story.get_url(request),
        story_time(story),
        newly_corrected(story),
        read_of(story.section, RELATED_FIELDS["section"]),
        _read_of_picture(story.lead_image),
        _read_of_picture(story.poster),
        tuple(_read_of_person(contribution.author) for contribution in story.card_contributions),
        entry.headline,
        _read_of_picture(entry.picture),
    )


def _read_of_person(author):
    return read_of(author, FACE_FIELDS), _read_of_picture(author.photo)


def _read_of_picture(image):
    """Return all that the markup of a picture depends on: its columns, the day, and whether its original is there."""
    if image is None:
        return None
    cuts = (*image.cuts, *chain.from_iterable(image.cuts.values()))
    return read_of(image, _PICTURE), cuts, image.may_be_shown, is_lost(image)


_PICTURE = tuple(name for name in PICTURE_FIELDS if name != "cuts")
