"""What a story's page shows, gathered in a fixed number of queries."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import slugify
from modelcluster.queryset import FakeQuerySet

from news.citations import Citations
from news.further_reading import further_reading
from news.models.corrections import CorrectionsPage
from news.querysets import stories
from news.text import rich_texts
from portal import clock
from portal.chosen import chosen_keys, read
from portal.commerce import affiliate_domains, hosts_of_links, is_affiliate
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
    """Return every picture that stands in a body, in its order."""
    images = []
    for child in stream:
        if child.block_type == "figure":
            images.append(child.value["image"])
        elif child.block_type == "gallery":
            images += [figure["image"] for figure in child.value["images"]]
        elif child.block_type == "embed":
            images.append(child.value["poster"])
    return [image for image in images if image]


def story_context(article, request):
    """Return what the template of a story needs beside the page itself.

    ``authors``, ``voice`` and ``credits`` (who did what), ``topics``, ``related`` and
    ``beside`` (what to read next), ``inline_stories`` (id to story, for blocks
    that point at one), ``contents``, ``corrections_above`` and ``_below``,
    ``corrections_url`` (the public log), ``sources`` and their ``citations``, ``medical_review``, ``verdict``.
    """
    topics = topics_of(article)
    page_links = PageLinks(request, article.body)
    inline_ids = chosen_keys([article.body]).get(stories().model, ())
    picked_ids = [link.story_id for link in hanging_on(article, "related_links")]
    reading = further_reading(article, topics, picked_ids, inline_ids, page_links.keys)
    page_links.learn(reading.linked)
    read([article.body], {stories().model: reading.inline})
    contributions = hanging_on(article, "contributions")
    corrections = corrections_of(article)
    sources = hanging_on(article, "sources")
    publication = Publication.for_request(request)
    authors = [c.author for c in contributions if c.role == c.Role.BY]
    return {
        "authors": authors,
        "voice": voice_of(article, authors),
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
        "medical_review": article.current_medical_review if article.is_health and article.pk else None,
        "months_old": months_since(article.visible_updated_at or article.published_at, publication.old_after_months),
        "earns_by_links": earns_by_links(article.body, affiliate_domains(publication)),
        "opens_with_initial": article.kind in KINDS_WITH_INITIAL and not article.is_health,
        "verdict": next((child.value for child in article.body if child.block_type == "verdict"), None),
    }


def voice_of(article, authors):
    """Return the author whose face stands beside the headline, which is lighter then; None but over an opinion."""
    only = authors[0] if article.kind == article.Kind.OPINION and len(authors) == 1 else None
    return only if only and only.live and only.photo else None


def earns_by_links(body, domains):
    """Return whether a link in a body leads to one of the domains that pay us for buyers."""
    if not domains:
        return False
    hosts = hosts_of_links(html for block in body for html in rich_texts(block.value))
    return any(is_affiliate(host, domains) for host in hosts)


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
    if hasattr(article, "shown_topic_links"):
        return [link.topic for link in article.shown_topic_links]
    links = article.topic_links.all()
    if isinstance(links, FakeQuerySet):
        return [link.topic for link in links if link.topic.live]
    return [link.topic for link in links.select_related("topic").filter(open_to_all("topic__path"))]


def corrections_of(article):
    """Return the corrections of a story, each with the place of the public log as `with_log` tells it."""
    if not hasattr(article, "shown_corrections"):
        return list(article.corrections.with_log()) if article.pk else []
    for correction in article.shown_corrections:
        correction.log_path = article.log_path
    return article.shown_corrections


def hanging_on(article, relation):
    """Return what hangs on a story, as a list: from the story itself where `ArticlePage.to_serve` brought it along."""
    if hasattr(article, f"shown_{relation}"):
        return getattr(article, f"shown_{relation}")
    return list(getattr(article, relation).all())
