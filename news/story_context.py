"""What a story's page shows, gathered in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.text import slugify

from news.citations import Citations
from news.querysets import stories
from portal.images import filter_specs
from portal.models import PortalImage, PortalRendition

CONTENTS_FROM_HEADINGS = 4
RELATED_STORIES = 4
KINDS_WITH_INITIAL = ("feature", "analysis", "interview", "opinion", "review")


@dataclass(frozen=True)
class Heading:
    """One line of the table of contents."""

    anchor: str
    text: str
    level: str


def heading_anchor(block_id):
    """Return the anchor of a block: made of its id, so that it outlives every rewording."""
    return f"h-{slugify(block_id)[:8]}"


def headings(body):
    """Return the table of contents of a body: empty below four main headings."""
    found = [
        Heading(heading_anchor(child.id), child.value["text"], child.value["level"])
        for child in body
        if child.block_type == "heading"
    ]
    main = [heading for heading in found if heading.level == "h2"]
    return main if len(main) >= CONTENTS_FROM_HEADINGS else []


def body_images(stream):
    """Return every picture that stands in a body, once a use."""
    images = []
    for child in stream:
        if child.block_type == "figure":
            images.append(child.value["image"])
        elif child.block_type == "gallery":
            images += [figure["image"] for figure in child.value["images"]]
        elif child.block_type == "embed":
            images.append(child.value["poster"])
    return [image for image in images if image]


def prefetch_pictures(images, *names):
    """Fetch the renditions of the named uses (`portal.images.PICTURES`) for all images, in one query."""
    images = [image for image in images if isinstance(image, PortalImage)]
    if images:
        renditions = PortalRendition.objects.filter(filter_spec__in=filter_specs(*names))
        prefetch_related_objects(images, Prefetch("renditions", renditions))


def story_context(article, request):
    """Return what the template of a story needs beside the page itself.

    ``contributions`` (all roles, authors loaded), ``topics``, ``related``
    (hand-picked first, then by topic), ``inline_stories`` (id to story, for
    related-story blocks), ``contents``, ``corrections``, ``sources``,
    ``medical_review``.
    """
    contributions = list(article.contributions.all())
    prefetch_related_objects(contributions, "author__photo")
    topic_links = list(article.topic_links.all())
    prefetch_related_objects(topic_links, "topic")
    topics = [link.topic for link in topic_links if link.topic.live]
    related, inline_stories = related_stories(article, topics)
    photos = [c.author.photo for c in contributions if c.author.photo]
    prefetch_pictures(
        [article.lead_image, article.poster, *body_images(article.body), *photos],
        "lead",
        "figure",
        "gallery",
        "avatar",
        "portrait",
        "poster_lead",
    )
    corrections = list(article.corrections.all()) if article.pk else []
    sources = list(article.sources.all())
    return {
        "authors": [c.author for c in contributions if c.role == c.Role.BY],
        "credits": [c for c in contributions if c.role != c.Role.BY],
        "topics": topics,
        "related": related,
        "inline_stories": inline_stories,
        "contents": headings(article.body),
        "corrections_above": [c for c in corrections if c.stands_above],
        "corrections_below": [c for c in corrections if not c.stands_above],
        "sources": sources,
        "citations": Citations(sources),
        "medical_review": article.current_medical_review if article.pk and article.is_health else None,
        "opens_with_initial": article.kind in KINDS_WITH_INITIAL and not article.is_health,
        "verdict": next((child.value for child in article.body if child.block_type == "verdict"), None),
    }


def related_stories(article, topics):
    """Return ``(related, inline)``: stories below the page, and those named inside the body by id.

    Hand-picked stories come first; the rest are the newest on the same topics,
    or of the same section. Sponsored stories never fill a gap by themselves.
    """
    picked_ids = [link.story_id for link in article.related_links.all()]
    inline_ids = [
        child.value["story"].pk for child in article.body if child.block_type == "related" and child.value["story"]
    ]
    public = stories().published().for_cards("card", "thumb")
    named = {story.pk: story for story in public.filter(pk__in={*picked_ids, *inline_ids})}
    inline = {key: named[key] for key in inline_ids if key in named}
    related = [named[key] for key in picked_ids if key in named][:RELATED_STORIES]
    missing = RELATED_STORIES - len(related)
    if missing and (topics or article.section_id):
        fill = public.exclude(pk__in=[article.pk, *picked_ids, *inline_ids]).exclude(origin="sponsored")
        if topics:
            fill = fill.filter(pk__in=_newest_ids_on(topics, article))
        else:
            fill = fill.filter(section_id=article.section_id)
        related += list(fill[:missing])
    return related, inline


def _newest_ids_on(topics, article):
    """Return ids of the newest public stories on any of the topics, served by the link table's index."""
    link_model = type(article).topic_links.rel.related_model
    return (
        link_model.objects.filter(topic__in=topics, is_public=True)
        .order_by("-published_at")
        .values_list("article_id", flat=True)[:40]
    )
