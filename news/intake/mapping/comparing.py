"""Which words of one text are missing in another."""

import re
import unicodedata
from bisect import bisect_left

_WORD = re.compile(r"\w+")
_SMALL = 400
"""Stretches of at most this many words each are compared word by word."""
_TELLING = 8
"""Letters that cannot stand in another word by chance."""


def lost_words(before, after):
    """Return the words of ``before`` that do not stand in ``after`` in the same order.

    Only letters and digits count: marks and spaces may change, words may be
    joined or parted where a tag stood. Fast on long texts that are nearly the
    same: words that stand once in both hold the rest in place.
    """
    return _lost(_words(before), _words(after))


def _words(text):
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _lost(before, after):
    lost, work = [], [(before, after)]
    while work:
        old, new = work.pop()
        start, end = _common(old, new)
        old, new = old[start : len(old) - end], new[start : len(new) - end]
        if not old or _same_letters(old, new):
            continue
        anchors = _anchors(old, new)
        if not anchors and len(old) <= _SMALL and len(new) <= _SMALL:
            anchors = _longest_common(old, new)
        if not anchors:
            lost.append(old)
            continue
        gaps, old_start, new_start = [], 0, 0
        for old_place, new_place in [*anchors, (len(old), len(new))]:
            gaps.append((old[old_start:old_place], new[new_start:new_place]))
            old_start, new_start = old_place + 1, new_place + 1
        work += [gap for gap in reversed(gaps) if gap[0]]
    return [word for words in lost for word in words]


def _common(old, new):
    """Return how many words both begin with, and how many of the others both end with."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _same_letters(old, new):
    """Whether both say the same with their words parted elsewhere."""
    said, found = "".join(old), "".join(new)
    return said == found or (len(said) >= _TELLING and said in found)


def _anchors(old, new):
    """Return the places, rising in both, of words that stand once in each."""
    places = {}
    for place, word in enumerate(new):
        places[word] = None if word in places else place
    counts = {}
    for word in old:
        counts[word] = counts.get(word, 0) + 1
    pairs = [
        (place, places[word]) for place, word in enumerate(old) if counts[word] == 1 and places.get(word) is not None
    ]
    return _rising(pairs)


def _rising(pairs):
    """Return the longest run of pairs whose second numbers rise, as their first ones do."""
    tails, ends, previous = [], [], [None] * len(pairs)
    for number, (_first, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        if place == len(tails):
            tails.append(second)
            ends.append(number)
        else:
            tails[place] = second
            ends[place] = number
        previous[number] = ends[place - 1] if place else None
    found, number = [], ends[-1] if ends else None
    while number is not None:
        found.append(pairs[number])
        number = previous[number]
    return found[::-1]


def _longest_common(old, new):
    """Return the places of a longest common subsequence."""
    lengths = [[0] * (len(new) + 1)]
    for word in reversed(old):
        below, row = lengths[-1], [0] * (len(new) + 1)
        for place in range(len(new) - 1, -1, -1):
            row[place] = below[place + 1] + 1 if word == new[place] else max(below[place], row[place + 1])
        lengths.append(row)
    lengths.reverse()
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
