"""What to read after a story, and beside it: chosen in one pass over one small pool of stories."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from news.models.article_links import ArticleTopic
from news.querysets import PUBLIC, keys_of, stories
from portal.prepared import Prepared

STORIES_BELOW = 4
STORIES_BESIDE = 5
REVIEWS_BESIDE = 3
MOST_SPONSORED = 4
"""Paid stories among the newest of a topic that are passed over before a free one is missed."""


@dataclass(frozen=True)
class FurtherReading:
    """``below`` stands under the page, ``beside`` in its margin, ``inline`` (by id) between its paragraphs.

    ``linked`` are public stories that its text links to.
    """

    below: list = field(default_factory=list)
    beside: list = field(default_factory=list)
    inline: dict = field(default_factory=dict)
    linked: list = field(default_factory=list)


def further_reading(article, topics, picked_ids, inline_ids, linked_ids=()):
    """Return the stories that the page of ``article`` shows.

    Hand-picked ones come first below the page; the newest on the same topics
    fill up, then the newest of the section. Beside a review stand other
    reviews, beside anything else the newest of the section. What somebody paid
    for is shown only where an editor picked it, and what the text links to is
    not offered again.
    """
    pool = {story.pk: story for story in _pool(article, topics, [*picked_ids, *inline_ids, *linked_ids])}
    inline = {key: pool[key] for key in inline_ids if key in pool}
    linked = {key: pool[key] for key in linked_ids if key in pool}
    picked = [pool[key] for key in dict.fromkeys(picked_ids) if key in pool]
    named = {*picked_ids, *inline, *linked}
    free = [story for story in pool.values() if not (story.pk in named or story.is_sponsored)]
    near = [*picked, *(story for story in free if story.shares_topic)][:STORIES_BELOW]
    rest = [story for story in free if story not in near]
    if article.kind == article.Kind.REVIEW:
        beside = [story for story in rest if story.kind == article.kind and story.poster][:REVIEWS_BESIDE]
        below = [*near, *(story for story in rest if story not in beside)][:STORIES_BELOW]
    else:
        below = [*near, *rest][:STORIES_BELOW]
        beside = [s for s in rest if s.section_id == article.section_id and s not in below][:STORIES_BESIDE]
    return FurtherReading(below, beside, inline, list(linked.values()))


def _pool(article, topics, named_ids):
    """Return the stories to choose from, newest first: those named, and the newest around the story."""
    named_ids = [key for key in named_ids if key != article.pk]
    return _stories_around(
        article.section_id or 0,
        [topic.pk for topic in topics],
        named_ids,
        [article.pk or 0, *named_ids],
        kind=article.Kind.REVIEW.value if article.kind == article.Kind.REVIEW else "",
    )


@Prepared
def _stories_around(section, topics, named_ids, taken_ids, *, kind):
    """Return the pool of `_pool`: never more stories around the named ones than may be shown.

    The keys are gathered first, each part by an index of its own: one condition
    with ``OR`` would read every story there is.
    """
    newest = stories().published()
    free = newest.exclude(pk__in=taken_ids).exclude(origin="sponsored").exclude(kind="advertorial")
    around = free.filter(kind=kind, poster__isnull=False) if kind else free.in_section(section)
    links = ArticleTopic.objects.filter(topic__in=topics, **PUBLIC)
    linked = links.exclude(article__in=taken_ids).order_by("-published_at").values("article")
    near = free.filter(pk__in=linked[: (STORIES_BELOW + MOST_SPONSORED) * len(topics)])
    keys = keys_of(named_ids).union(
        keys_of(around.values("pk")[: 2 * STORIES_BELOW + STORIES_BESIDE]),
        keys_of(near.values("pk")[:STORIES_BELOW]),
        all=True,
    )
    return newest.filter(pk__in=keys).annotate(shares_topic=Exists(links.filter(article=OuterRef("pk")))).for_fronts()


def onward_from(article, request):
    """Return where to go instead of a story that is gone, as title and address: its section and the newest there."""
    section = article.section
    if section is None or not section.live:
        return []
    newest = stories().published().in_section(section).defer("body", "body_text")[:STORIES_BELOW]
    return [(page.title, page.get_url(request)) for page in (section, *newest)]
