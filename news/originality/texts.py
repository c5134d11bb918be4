"""What of a story counts when texts are compared: its writer's own words."""

import hashlib

from news.originality.shingles import WORDS, shingle_list, words_of
from news.text import tidy

OWN_WORDS = {"paragraph", "heading", "list", "key_points", "fact_box", "timeline", "questions"}
"""Blocks that hold a writer's own words. Quotations and what stands around them are allowed to be the same."""
FEWEST_WORDS = 60
"""Below this a text is too short to tell a copy from a coincidence."""
PASSAGE_WORDS = 24
SURROUNDINGS = 6


class Text:
    """The own words of a story, taken apart once."""

    def __init__(self, story, boilerplate=()):
        self.plain = own_words(story)
        self.words = words_of(self.plain)
        self.hashes = shingle_list([word for word, _start, _end in self.words])
        self.shingles = set(self.hashes).difference(*boilerplate)

    @property
    def is_long_enough(self):
        """Whether a likeness would mean anything."""
        return len(self.words) >= FEWEST_WORDS and bool(self.shingles)

    def share_with(self, other):
        """Return how much of the shorter text stands in the other one, from 0 to 1, by its three-word sequences."""
        return len(self.shingles & other.shingles) / min(len(self.shingles), len(other.shingles))

    def passage(self, first, length):
        """Return the words from the ``first`` shingle on, with some before and behind."""
        start = max(0, first - SURROUNDINGS)
        end = min(len(self.words), first + min(length + WORDS - 1, PASSAGE_WORDS) + SURROUNDINGS)
        cut = " ".join(self.plain[self.words[start][1] : self.words[end - 1][2]].split())
        return f"{'…' if start else ''}{cut}{'…' if end < len(self.words) else ''}"


def own_words(story):
    """Return what the writer of a story wrote, as plain text, without quotations, captions and boxes of links."""
    pieces = (
        piece
        for child in story.body
        if child.block_type in OWN_WORDS
        for piece in child.block.get_searchable_content(child.value)
    )
    return "\n".join(text for text in map(tidy, pieces) if text)


def text_hash(story):
    """Return the hash of a story's own words, by which a finding knows that it still holds."""
    return hashlib.sha256(own_words(story).encode()).hexdigest()
