"""Cards of stories: the same card stands on many pages, and most of a front stays when one story on it changes.

A card is rendered once and kept in the process under everything that it shows:
what was read of its story, and the parameters of its template.
"""

from functools import cache, lru_cache

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language

from news.querysets import CARD_FIELDS

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
    values, columns = story.__dict__, _columns(type(story))
    if story.pk is None or any(name not in values for name in columns):
        return None
    section = story.section
    byline = tuple(contribution.author.name for contribution in values.get("card_contributions", ()))
    return tuple(values[name] for name in columns), section and (section.title, section.colour, section.health), byline


@cache
def _columns(model):
    return tuple(model._meta.get_field(name).attname for name in CARD_FIELDS)
