"""Cards of stories: the same card stands on many pages, and most of a front stays when one story on it changes.

A card is rendered once and kept in the process under everything that it shows:
what was read of its story, and the parameters of its template.
"""

from datetime import timedelta
from functools import cache, lru_cache
from operator import itemgetter

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language

from news.querysets import CARD_FIELDS
from portal import clock
from portal.page_cache.tags import fresh_until

CORRECTED_ON_CARDS = timedelta(hours=48)
KEPT = 2_000


class _Card:
    """A card to be rendered. Two are equal when they show the same."""

    __slots__ = ("key", "parameters", "story")

    def __init__(self, story, parameters):
        self.story = story
        self.parameters = parameters
        self.key = (_read_of(story), tuple(parameters.items()), get_language())

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        return self.key == other.key

    def render(self):
        return get_template("components/card.html").render({"story": self.story, **self.parameters})


def render_card(story, **parameters):
    """Return the card of a story as HTML. ``parameters`` are those of its template, all of them hashable."""
    card = _Card(story, parameters)
    return card.render() if settings.DEBUG or card.key[0] is None else _kept(card)


@lru_cache(maxsize=KEPT)
def _kept(card):
    html = card.render()
    card.story = card.parameters = None  # what is kept needs the key alone
    return html


def _read_of(story):
    """Return all that a card may read of a story, or None for one that was not read for cards."""
    if story.pk is None:
        return None
    try:
        columns, section = read_of(story, CARD_FIELDS), read_of(story.section, ("title", "colour", "health"))
    except KeyError:
        return None
    byline = tuple(contribution.author.name for contribution in vars(story).get("card_contributions", ()))
    return columns, section, byline


def read_of(instance, fields):
    """Return the values of fields as they were read from the database, None for no instance.

    Raises KeyError where one of them was not read.
    """
    if instance is None:
        return None
    return _columns(type(instance), fields)(vars(instance))


@cache
def _columns(model, fields):
    return itemgetter(*(model._meta.get_field(name).attname for name in fields))


def newly_corrected(story):
    """Whether a card says that its story was severely corrected, which the page with the card does for two days."""
    if not story.severely_corrected_at:
        return False
    until = story.severely_corrected_at + CORRECTED_ON_CARDS
    if clock.now() >= until:
        return False
    fresh_until(until)
    return True
