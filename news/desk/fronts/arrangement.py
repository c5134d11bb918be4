"""Which stories stand by hand in which places of a front: pure data, and what an editor does to it.

A place is named ``<id of the band>.<name of its field>``. An arrangement says
nothing of the bands themselves, which are changed in the page's own editor.
"""

import json
from copy import deepcopy
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from wagtail.blocks import ListBlock

from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.fields import PickBlock
from news.fronts.plan import Pick, moment_of, picks_of


class Damaged(ValueError):
    """What came back from a browser is no arrangement."""


def hand_fields(kind):
    """Return the fields of a kind of band in which stories are placed by hand: a dict of name to the most it holds."""
    block = FRONT_BLOCKS.child_blocks.get(kind)
    lists = block.child_blocks.items() if block else ()
    return {
        name: child.meta.max_num
        for name, child in lists
        if isinstance(child, ListBlock) and isinstance(child.child_block, PickBlock)
    }


@dataclass(frozen=True)
class Change:
    """One difference between two arrangements. ``what`` is placed, moved, taken or reworded; ``place`` is where."""

    what: str
    story: int
    place: str
    first: bool = False


@dataclass(frozen=True)
class Arrangement:
    """The picks of every place of a front, by its name; a place without any has an empty tuple."""

    places: dict

    @classmethod
    def of(cls, blocks):
        """Read the arrangement out of a front's raw blocks."""
        places = {}
        for block in blocks:
            for name in hand_fields(block["type"]):
                picks = {}
                for pick in picks_of(block["value"].get(name)):
                    picks.setdefault(pick.story, pick)
                places[f"{block['id']}.{name}"] = tuple(picks.values())
        return cls(places)

    def written_to(self, blocks):
        """Return the raw blocks with these picks in them. What else an entry held, and its id, stays with its story."""
        blocks, known = deepcopy(blocks), {}
        for block in blocks:
            for name in hand_fields(block["type"]):
                for item in block["value"].get(name) or ():
                    entry = item if "value" in item else {"type": "item", "value": item}
                    known[entry["value"].get("story")] = entry
        for block in blocks:
            for name in hand_fields(block["type"]):
                picks = self.places.get(f"{block['id']}.{name}", ())
                block["value"][name] = [_written(pick, known.get(pick.story, {"type": "item"})) for pick in picks]
        return blocks

    # --- To the browser and back ------------------------------------------------

    def dump(self):
        """Return the arrangement as JSON, for a form's hidden field."""
        return json.dumps(
            {
                place: [[pick.story, pick.headline, pick.picture, _iso(pick.pin_until)] for pick in picks]
                for place, picks in self.places.items()
            }
        )

    @classmethod
    def load(cls, text):
        """Read what `dump` wrote. Raises `Damaged` for anything else."""
        try:
            places = {
                str(place): tuple(_loaded(*entry) for entry in picks) for place, picks in json.loads(text).items()
            }
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise Damaged(str(error)) from error
        return cls(places)

    # --- What it says -------------------------------------------------------------

    def stories(self):
        """Return the keys of all stories in it."""
        return {pick.story for picks in self.places.values() for pick in picks}

    def pictures(self):
        """Return the keys of all pictures that stand in for a story's own."""
        return {pick.picture for picks in self.places.values() for pick in picks if pick.picture}

    def pick_of(self, story):
        """Return the pick of a story, or None."""
        return next((pick for picks in self.places.values() for pick in picks if pick.story == story), None)

    # --- What an editor does --------------------------------------------------------

    def place(self, story, place, index):
        """Return it with the story before the ``index``-th of a place, and nowhere else. Its words come along."""
        where, old = self._position(story)
        if where == place and old < index:
            index -= 1
        pick = self.places[where][old] if where else Pick(story)
        picks = list(self.remove(story).places[place])
        picks.insert(max(0, index), pick)
        return Arrangement({**self.remove(story).places, place: tuple(picks)})

    def remove(self, story):
        """Return it without the story."""
        return Arrangement(
            {place: tuple(pick for pick in picks if pick.story != story) for place, picks in self.places.items()}
        )

    def reword(self, story, **fields):
        """Return it with another headline, picture or end of the pin wherever the story stands."""
        return Arrangement(
            {
                place: tuple(replace(pick, **fields) if pick.story == story else pick for pick in picks)
                for place, picks in self.places.items()
            }
        )

    def trimmed(self, most):
        """Return it with no place holding more than ``most`` says, a dict of place to number."""
        return Arrangement({place: picks[: most.get(place)] for place, picks in self.places.items()})

    def fitted(self, other):
        """Return it with the places of ``other``: without those that are gone, and new ones as they are there."""
        return Arrangement({place: self.places.get(place, picks) for place, picks in other.places.items()})

    def _position(self, story):
        for place, picks in self.places.items():
            for index, pick in enumerate(picks):
                if pick.story == story:
                    return place, index
        return "", 0


def merge(base, mine, theirs):
    """Return what two editors did to ``base`` together, in the places of ``theirs``.

    Where only one of them touched a place, it is as they left it. Where both
    did, mine comes first and what they added follows; what either took away
    is gone. No story stands twice: where both moved one, it is where I put it.
    """
    merged = {}
    for place, picks in theirs.places.items():
        before, own = base.places.get(place, ()), mine.places.get(place, picks)
        if own == before:
            merged[place] = picks
        elif picks == before:
            merged[place] = own
        else:
            merged[place] = _merged_place(before, own, picks)
    moved = {
        pick.story: place
        for place, picks in mine.places.items()
        for pick in picks
        if place in merged and pick not in base.places.get(place, ())
    }
    seen, clean = set(), {}
    for place, picks in merged.items():
        kept = [pick for pick in picks if moved.get(pick.story, place) == place and pick.story not in seen]
        seen.update(pick.story for pick in kept)
        clean[place] = tuple(kept)
    return Arrangement(clean)


def _merged_place(before, own, picks):
    was = {pick.story: pick for pick in before}
    their_keys, own_keys = {pick.story: pick for pick in picks}, {pick.story for pick in own}
    kept = [
        # Whoever changed the words of an entry has them; mine where both did.
        their_keys.get(pick.story, pick) if pick == was.get(pick.story) else pick
        for pick in own
        if pick.story in their_keys or pick != was.get(pick.story)
    ]
    return tuple(kept) + tuple(pick for pick in picks if pick.story not in own_keys and pick.story not in was)


def changes(before, after):
    """Return what was done to make ``after`` of ``before``, as a list of `Change`."""
    found, known, left = [], before.stories(), after.stories()
    for place, picks in after.places.items():
        was = {pick.story: pick for pick in before.places.get(place, ())}
        in_order = _in_the_same_order(list(was), [pick.story for pick in picks])
        for index, pick in enumerate(picks):
            if pick.story not in known:
                found.append(Change("placed", pick.story, place, first=index == 0))
            elif pick.story not in in_order:
                found.append(Change("moved", pick.story, place, first=index == 0))
            elif was[pick.story] != pick:
                found.append(Change("reworded", pick.story, place, first=index == 0))
    for place, picks in before.places.items():
        found += [Change("taken", pick.story, place) for pick in picks if pick.story not in left]
    return found


def _in_the_same_order(before, after):
    """Return the stories of two lists that nobody had to move to make the second of the first."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {story for block in blocks for story in before[block.a : block.a + block.size]}


def _iso(moment):
    return moment.isoformat() if moment else None


def _key(value):
    key = int(value)
    if not 0 < key < 2**31:
        raise ValueError("no key of a database")
    return key


def _words(value):
    words = str(value)[:160]
    if "\0" in words.encode().decode():  # a stray surrogate, which no database takes either, is a ValueError here
        raise ValueError("no text of a database")
    return words


def _loaded(story, headline, picture, pin_until):
    return Pick(_key(story), _words(headline), _key(picture) if picture else None, moment_of(pin_until))


def _written(pick, item):
    value = {
        **item.get("value", {}),
        "story": pick.story,
        "headline": pick.headline,
        "picture": pick.picture,
        "pin_until": _iso(pick.pin_until),
    }
    return {**item, "value": value}
