"""What to read after a story, and beside it: chosen in one pass over one small pool of stories."""

from dataclasses import dataclass, field

from django.db.models import Case, Exists, IntegerField, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from modelcluster.queryset import FakeQuerySet

from news.models.article_links import ArticleTopic
from news.querysets import stories

STORIES_BELOW = 4
STORIES_BESIDE = 5
REVIEWS_BESIDE = 3
MOST_PICKS = 6


@dataclass(frozen=True)
class FurtherReading:
    """``below`` stands under the page, ``beside`` in its margin, ``inline`` (by id) between its paragraphs.

    ``linked`` are public stories that its text links to.
    """

    below: list = field(default_factory=list)
    beside: list = field(default_factory=list)
    inline: dict = field(default_factory=dict)
    linked: list = field(default_factory=list)


def further_reading(article, topics, inline_ids, linked_ids=()):
    """Return the stories that the page of ``article`` shows, without their bylines and renditions.

    Hand-picked ones come first below the page; the newest on the same topics
    fill up, then the newest of the section. Beside a review stand other
    reviews, beside anything else the newest of the section. What somebody paid
    for is shown only where an editor picked it, and what the text links to is
    not offered again.
    """
    pool = {story.pk: story for story in _pool(article, topics, [*inline_ids, *linked_ids])}
    inline = {key: pool[key] for key in inline_ids if key in pool}
    linked = {key: pool[key] for key in linked_ids if key in pool}
    picked = sorted((story for story in pool.values() if story.is_picked), key=lambda story: story.place)
    named = {*inline, *linked}
    free = [story for story in pool.values() if not (story.is_picked or story.pk in named or story.is_sponsored)]
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
    """Return the stories to choose from, newest first: those named, and the newest around the story.

    The keys are gathered first, each part by an index of its own: one condition
    with ``OR`` would read every story there is.
    """
    room = len(named_ids) + MOST_PICKS + STORIES_BELOW + STORIES_BESIDE + 1
    newest = stories().published()
    if article.kind == article.Kind.REVIEW:
        around = newest.filter(kind=article.kind, poster__isnull=False)
    else:
        around = newest.in_section(article.section_id)
    picked_ids, place = _picks(article)
    links = ArticleTopic.objects.filter(topic__in=topics, is_public=True)
    keys = _keys(named_ids).union(
        _keys(picked_ids),
        _keys(around.values("pk")[:room]),
        _keys(links.order_by("-published_at").values("article")[: room * len(topics)]),
        all=True,
    )
    return (
        newest.filter(pk__in=keys)
        .exclude(pk=article.pk)
        .annotate(
            shares_topic=Exists(links.filter(article=OuterRef("pk"))),
            is_picked=Exists(stories().filter(pk__in=picked_ids).filter(pk=OuterRef("pk"))),
            place=place,
        )
        .for_fronts()
        .prefetch_related(None)
    )


def _picks(article):
    """Return the keys of the stories that an editor placed beside this one, and their place as an expression."""
    links = article.related_links.all()
    if isinstance(links, FakeQuerySet):
        ids = [link.story_id for link in links]
        whens = [When(pk=key, then=Value(place)) for place, key in enumerate(ids)]
        return ids, Case(*whens, default=Value(0), output_field=IntegerField())
    place = links.filter(story=OuterRef("pk")).order_by("sort_order").values("sort_order")[:1]
    return links.order_by().values("story"), Coalesce(Subquery(place), 0)


def _keys(wanted):
    return stories().filter(pk__in=wanted).order_by().values("pk")


def onward_from(article, request):
    """Return where to go instead of a story that is gone, as title and address: its section and the newest there."""
    section = article.section
    if section is None or not section.live:
        return []
    newest = stories().published().in_section(section).defer("body", "body_text")[:STORIES_BELOW]
    return [(page.title, page.get_url(request)) for page in (section, *newest)]
