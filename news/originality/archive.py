"""The archive of public stories as sketches: putting stories in, and finding those that a text resembles."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Count

from news.models import ArticlePage, Standards, StoryBand
from news.originality.shingles import band_keys, shingle_list, words_of
from news.originality.texts import Text

CANDIDATES = 30


@dataclass(frozen=True)
class Likeness:
    """A story of the archive that resembles a text: how much of it (0 to 1), and the two passages that show it."""

    story: ArticlePage
    share: float
    passage: str
    other_passage: str


def boilerplate():
    """Return the shingles of every phrase that the newsroom says in many stories, as a list of sets."""
    phrases = Standards.load().boilerplate.splitlines()
    return [set(shingle_list([word for word, _start, _end in words_of(phrase)])) for phrase in phrases]


def remember(story, text):
    """Put a story into the archive, or take it out where it is no public copy of our own."""
    StoryBand.objects.filter(article_id=story.pk).delete()
    if story.is_public and story.origin != ArticlePage.Origin.WIRE and text.is_long_enough:
        StoryBand.objects.bulk_create(
            [StoryBand(article_id=story.pk, key=key) for key in band_keys(text.shingles)], batch_size=500
        )


def resembling(text, *, but=None, phrases=(), least=0.2):
    """Return the public stories that share at least ``least`` of the text, the most alike first, as `Likeness`.

    ``but`` is the key of the story that the text belongs to. Two statements,
    whatever the size of the archive.
    """
    if not text.is_long_enough:
        return []
    met = StoryBand.objects.filter(key__in=band_keys(text.shingles)).exclude(article_id=but)
    nearest = met.values("article_id").annotate(bands=Count("pk")).order_by("-bands", "article_id")[:CANDIDATES]
    stories = ArticlePage.objects.filter(pk__in=[row["article_id"] for row in nearest], is_public=True)
    found = []
    for story in stories:
        other = Text(story, phrases)
        share = text.share_with(other) if other.is_long_enough else 0
        if share >= least:
            found.append(Likeness(story, share, *_passages(text, other)))
    return sorted(found, key=lambda likeness: (-likeness.share, likeness.story.pk))


def _passages(text, other):
    """Return the surroundings of the longest run of words that two texts share, in either."""
    match = SequenceMatcher(None, text.hashes, other.hashes, autojunk=False).find_longest_match()
    return text.passage(match.a, match.size), other.passage(match.b, match.size)
