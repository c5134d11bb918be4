"""What a story's page shows, gathered in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.queryset import FakeQuerySet

from news.citations import Citations
from news.further_reading import further_reading
from news.models.article_links import Contribution
from news.models.corrections import CorrectionsPage
from portal import clock
from portal.images import SHARE, filter_specs
from portal.models import PortalRendition
from portal.page_links import PageLinks
from portal.site_settings import Publication
from portal.visibility import open_to_all

CONTENTS_FROM_HEADINGS = 4
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
    """Return every picture that stands in a body, as pairs of the picture and the name of its use."""
    images = []
    for child in stream:
        if child.block_type == "figure":
            images.append((child.value["image"], "figure"))
        elif child.block_type == "gallery":
            images += [(figure["image"], use) for figure in child.value["images"] for use in ("gallery", "figure")]
        elif child.block_type == "embed":
            images.append((child.value["poster"], "figure"))
    return images


def prefetch_pictures(uses, also=()):
    """Fetch the renditions of all pictures of a page in one query.

    ``uses`` are pairs of a picture, or None, and the name of its use (an entry
    of `portal.images.PICTURES`), ``also`` pairs of a picture and a filter spec.
    """
    specs = {}
    for image, name in uses:
        if image:
            specs.setdefault(image, set()).update(filter_specs(name))
    for image, spec in also:
        if image:
            specs.setdefault(image, set()).add(spec)
    images = [image for image, _name in [*uses, *also] if image]
    wanted = Q(pk__in=[])
    by_specs = {}
    for image, names in specs.items():
        by_specs.setdefault(frozenset(names), []).append(image.pk)
    for names, keys in by_specs.items():
        wanted |= Q(image__in=keys, filter_spec__in=sorted(names))
    prefetch_related_objects(images, Prefetch("renditions", PortalRendition.objects.filter(wanted)))


def story_context(article, request):
    """Return what the template of a story needs beside the page itself.

    ``authors`` and ``credits`` (who did what), ``topics``, ``related`` and
    ``beside`` (what to read next), ``inline_stories`` (id to story, for blocks
    that point at one), ``contents``, ``corrections_above`` and ``_below``,
    ``corrections_url`` (the public log), ``sources`` and their ``citations``, ``medical_review``, ``verdict``.
    """
    topics = topics_of(article)
    page_links = PageLinks(request, article.body)
    reading = further_reading(article, topics, inline_story_ids(article.body), page_links.keys)
    page_links.learn(reading.linked)
    contributions = contributions_of(article, reading.below)
    prefetch_pictures(
        [
            (article.lead_image, "lead"),
            (article.poster, "poster_lead"),
            *((c.author.photo, use) for c in contributions for use in ("avatar", "portrait")),
            *body_images(article.body),
            *((story.lead_image, "card") for story in reading.below),
            *((story.lead_image, "thumb") for story in reading.inline.values()),
            *((story.poster, "poster") for story in reading.beside if article.kind == "review"),
        ],
        also=[(article.head_image(), SHARE)],
    )
    corrections = list(article.corrections.with_log()) if may_have(article, "corrections") else []
    sources = list(article.sources.all()) if may_have(article, "sources") else []
    is_reviewed = article.is_health and may_have(article, "medical_reviews")
    return {
        "authors": [c.author for c in contributions if c.role == c.Role.BY],
        "credits": [c for c in contributions if c.role != c.Role.BY],
        "topics": topics,
        "related": reading.below,
        "beside": reading.beside,
        "inline_stories": reading.inline,
        "contents": headings(article.body),
        "corrections_above": [c for c in corrections if c.stands_above],
        "corrections_below": [c for c in corrections if not c.stands_above],
        "corrections_url": CorrectionsPage.address_of_log(corrections, request),
        "sources": sources,
        "citations": Citations(sources),
        "page_links": page_links,
        "medical_review": article.current_medical_review if is_reviewed else None,
        "months_old": months_since(
            article.visible_updated_at or article.published_at, Publication.for_request(request).old_after_months
        ),
        "opens_with_initial": article.kind in KINDS_WITH_INITIAL and not article.is_health,
        "verdict": next((child.value for child in article.body if child.block_type == "verdict"), None),
    }


def months_since(moment, limit):
    """Return the whole months since a moment, or 0 below the limit, when nobody needs to be told.

    Counted by the calendar, so that a page which was remembered for a while still says the truth.
    """
    if not moment or not limit:
        return 0
    now, then = timezone.localtime(clock.now()), timezone.localtime(moment)
    months = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)
    return months if months >= limit else 0


def topics_of(article):
    """Return the topics of a story that everybody may open, in the order of the editor."""
    links = article.topic_links.all()
    if isinstance(links, FakeQuerySet):
        return [link.topic for link in links if link.topic.live]
    return [link.topic for link in links.select_related("topic").filter(open_to_all("topic__path"))]


def contributions_of(article, others):
    """Return the contributions to a story, and give ``others`` the bylines of their cards, all in one query."""
    everyone = Contribution.objects.select_related("author__photo").order_by("sort_order", "pk")
    is_draft = isinstance(article.contributions.all(), FakeQuerySet)
    asked = [*others] if is_draft else [article, *others]
    prefetch_related_objects(asked, Prefetch("contributions", everyone, to_attr="all_contributions"))
    for story in others:
        story.card_contributions = [c for c in story.all_contributions if c.role == c.Role.BY]
    return list(article.contributions.all()) if is_draft else article.all_contributions


def may_have(article, relation):
    """Return whether it is worth asking for what hangs on a story: `ArticlePage.to_serve` may have told."""
    return bool(article.pk) and getattr(article, f"has_{relation}", True)


def inline_story_ids(stream):
    """Return the ids of the stories that blocks of a body point at."""
    return [child.value["story"].pk for child in stream if child.block_type == "related" and child.value["story"]]
