"""What the screen shows of a front: each place with what stands there now, and the stories to take from."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from operator import and_
from urllib.parse import unquote, urlsplit

from django.db.models import Q
from django.utils.translation import gettext as _

from news.desk.fronts.arrangement import hand_fields
from news.desk.fronts.pages import front_value, section_of, standing_anywhere
from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.compose import BANDS_NAMED_AFTER_SOURCE, compose_section
from news.fronts.plan import default_heading, named_sources, plan_of
from news.fronts.sources import find_sources
from news.querysets import stories
from portal import clock

RECENT = timedelta(hours=48)
MOST_RECENT = 30
MOST_FOUND = 15
MOST_WORDS = 8


@dataclass(frozen=True)
class Card:
    """One story in a place.

    ``pick`` is None for one that came by itself. ``index`` is where a story
    dropped on it goes, ``up`` and ``down`` where it goes itself by a step, or
    None. ``why`` says why readers do not see it: late, private, above, full.
    """

    key: int
    story: object
    headline: str
    picture: object = None
    pick: object = None
    index: int = 0
    up: int | None = None
    down: int | None = None
    why: str = ""


@dataclass(frozen=True)
class Place:
    """One list of stories in a band. A place that nobody fills by hand has no ``key``."""

    key: str
    label: str
    size: int
    cards: list
    waiting: list = field(default_factory=list)


@dataclass(frozen=True)
class BandView:
    """One band of the front with its places."""

    kind: str
    label: str
    heading: str
    places: list


@dataclass(frozen=True)
class Board:
    """The whole front: its bands, the names of its places, and the first place of all, where the lead stands."""

    bands: list
    names: dict
    lead: str
    standing: set
    section_keys: list


def make_board(page, blocks, arrangement, user):
    """Return the `Board` of a front as it would be with this arrangement; a handful of queries, however long it is."""
    value, section = front_value(arrangement.written_to(blocks)), section_of(page)
    plans = plan_of(value, section)
    sources = find_sources({key for key in (section, *named_sources(plans)) if key})
    composed = {band.position: band for band in compose_section(value, sources, section).bands}
    standing = {key for band in composed.values() for key in band.story_keys()}
    waiting = readable(arrangement.stories() - standing, user)
    bands, names = [], {}
    for position, (block, plan) in enumerate(zip(blocks, plans, strict=True)):
        band = composed.get(position)
        source = sources.get(plan.source)
        named = source.title if source and plan.kind in BANDS_NAMED_AFTER_SOURCE else ""
        heading = plan.heading or named or default_heading(plan.kind)
        places = []
        for slot in plan.slots:
            key = _place_of(block, plan.kind, slot.name)
            entries = band.slots.get(slot.name, []) if band else []
            label = _label(slot.name)
            names |= {key: f"{heading} – {label}" if label else heading} if key else {}
            picks = arrangement.places.get(key, ())
            shown = {entry.story.pk for entry in entries}
            hidden = [_hidden(pick, waiting, standing) for pick in picks if pick.story not in shown]
            places.append(Place(key, label, slot.size, _cards(entries, picks), hidden))
        if places:
            places.sort(key=lambda place: not place.key.endswith(".picks"))
            bands.append(BandView(plan.kind, FRONT_BLOCKS.child_blocks[plan.kind].label, heading, places))
    lead = next(iter(names), "")
    section_keys = sources[section].section_keys() if section in sources else []
    return Board(bands, names, lead, standing, section_keys)


def _place_of(block, kind, slot):
    fields = hand_fields(kind)
    name = slot if slot in fields else "picks"
    by_hand = name in fields and slot in ("top", "stories", name)
    return f"{block['id']}.{name}" if by_hand else ""


def _label(slot):
    labels = {
        "latest": _("Latest, by itself"),
        "questions": _("Readers’ questions, by themselves"),
        "checks": _("Evidence checks"),
    }
    return labels.get(slot, "")


def _cards(entries, picks):
    """Return the cards of what stands in a place, with where each may go."""
    where = {pick.story: index for index, pick in enumerate(picks)}
    by_hand = [where[entry.story.pk] for entry in entries if entry.story.pk in where]
    cards = []
    for number, entry in enumerate(entries):
        story, index = entry.story, where.get(entry.story.pk)
        headline, picture = entry.headline or story.title, entry.picture or story.lead_image
        if index is None:
            cards.append(Card(story.pk, story, headline, picture, index=len(picks)))
            continue
        up = by_hand[number - 1] if number else None
        down = by_hand[number + 1] + 1 if number + 1 < len(by_hand) else None
        cards.append(Card(story.pk, story, headline, picture, picks[index], index, up, down))
    return cards


def _hidden(pick, found, standing):
    story = found.get(pick.story)
    if not pick.holds(clock.now()):
        why = "late"
    elif pick.story in standing:
        why = "above"
    else:
        why = "full" if story and story.is_public else "private"
    return Card(
        pick.story, story, pick.headline or headline_of(story), getattr(story, "lead_image", None), pick, why=why
    )


def headline_of(story):
    """Return what a story is called on the screen; one that the user may not read goes without its headline."""
    return story.title if story else _("A story that is not public")


def readable(keys, user):
    """Return the stories with these keys that the user may know of, by key: public ones, and what they may edit."""
    found = stories().filter(pk__in=keys).for_small_cards() if keys else ()
    return {story.pk: story for story in found if story.is_public or story.permissions_for_user(user).can_edit()}


# --- Stories to take from -----------------------------------------------------------


def on_no_front(page, board, arrangement):
    """Return the public stories of the last two days that stand on no front, newest first.

    On the front of a section they are those of that section.
    """
    recent = stories().published().filter(published_at__gte=clock.now() - RECENT)
    if board.section_keys:
        recent = recent.in_sections(board.section_keys)
    besides = board.standing | arrangement.stories() | standing_anywhere(page)
    return list(recent.exclude(pk__in=besides).for_small_cards()[:MOST_RECENT])


def find_stories(words):
    """Return public stories whose headline holds all these words, newest first; or the one with a pasted address."""
    words = words.strip().replace("\x00", "")
    if not words:
        return []
    if "/" in words and " " not in words:
        slug = unquote(urlsplit(words).path).rstrip("/").rpartition("/")[2]
        condition = Q(slug=slug)
    else:
        condition = reduce(and_, (Q(title__icontains=word) for word in words.split()[:MOST_WORDS]))
    return list(stories().published().filter(condition).for_small_cards()[:MOST_FOUND])
