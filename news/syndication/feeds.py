"""The feeds: what is new on the site, in a section, on a topic, by an author, and what was corrected.

A feed stands below the page whose stories it lists: ``feed/`` is RSS,
``feed/atom/`` Atom, ``feed/json/`` JSON Feed. All three are written from the
same `Feed`; `news.syndication.feed_sources` finds what it lists.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin
from uuid import UUID, uuid5

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from news.models import Correction
from news.syndication.full_text import full_texts
from news.syndication.heads import paid_title
from portal.pictures import share_cut
from portal.site_settings import Publication

LENGTH = 30
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
EXCERPT = 300


@dataclass(frozen=True)
class Person:
    """Somebody who wrote a story; ``url`` is the address of their profile, or ""."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Picture:
    """The picture of a story: its address, size in pixels, and whose it is."""

    url: str
    width: int
    height: int
    credit: str
    alt: str


@dataclass(frozen=True)
class Item:
    """One entry. ``key`` never changes; ``html`` is the full text, or "" where readers shall come to the site."""

    key: str
    url: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    html: str = ""
    people: tuple = ()
    categories: tuple = ()
    picture: Picture | None = None


@dataclass(frozen=True)
class Feed:
    """A feed, the same in every format. ``url`` is the address of the page that it belongs to."""

    title: str
    description: str
    url: str
    language: str
    publisher: str
    updated: datetime
    items: tuple
    hub: str = ""

    def address(self, form):
        """Return the feed's own full address in a format."""
        return urljoin(self.url, feed_path(form))


def feed_path(form=""):
    """Return the end of a feed's address, below that of its page: for RSS, "atom" or "json"."""
    return f"feed/{form}/" if form else "feed/"


def build_feed(request, source):
    """Return the `Feed` of a `news.syndication.feed_sources.Source`."""
    publication = Publication.for_request(request)
    base = f"{source.site.root_url}/"
    gather = _corrections if issubclass(source.listed.model, Correction) else _stories
    items = gather(request, source, base, publication)
    name = publication.name
    moments = [item.updated for item in items] or [source.changed or NEVER]
    return Feed(
        title=f"{source.title} | {name}" if source.title else name,
        description=source.description or publication.description or source.title or name,
        url=urljoin(base, source.path),
        language=get_language(),
        publisher=name,
        updated=max(moments),
        items=tuple(items),
        hub=settings.WEBSUB_HUB_URL,
    )


def _stories(request, source, base, publication):
    found = list(source.listed.for_feeds(in_full=publication.feeds_in_full)[:LENGTH])
    texts = full_texts(found, request, base) if publication.feeds_in_full else {}
    return [_story(story, request, base, texts.get(story.pk, "")) for story in found]


def _story(story, request, base, html):
    return Item(
        key=story_key(story),
        url=urljoin(base, story.get_url(request)),
        title=paid_title(story, story.title),
        summary=story.standfirst or Truncator(story.opening).chars(EXCERPT),
        published=story.published_at,
        updated=story.changed_at,
        html=html,
        people=tuple(_person(contribution.author, base) for contribution in story.card_contributions),
        categories=_categories(story),
        picture=_picture(story.lead_image, story.lead_alt_text, base),
    )


def story_key(story):
    """Return the name of a story that outlives every other address, headline and database."""
    return f"urn:uuid:{story.translation_key}"


def _person(author, base):
    path = author.get_absolute_url() if author.live else ""
    return Person(author.name, urljoin(base, path) if path else "")


def _categories(story):
    section = [story.section.title] if story.section else []
    return tuple(dict.fromkeys([*section, *(link.topic.title for link in story.feed_topics)]))


def _picture(image, alt, base):
    cut = share_cut(image)
    if cut is None:
        return None
    return Picture(urljoin(base, cut.url), cut.width, cut.height, image.credit, alt)


def _corrections(request, source, base, publication):
    found = source.listed.filter(article__path__startswith=source.site.root_page.path)
    found = found.select_related("article").defer("article__body", "article__body_text")
    return [_correction(correction, request, base, publication) for correction in found[:LENGTH]]


def _correction(correction, request, base, publication):
    article = correction.article
    path = article.get_url(request) or ""
    return Item(
        key=f"urn:uuid:{uuid5(UUID(str(article.translation_key)), f'correction-{correction.pk}')}",
        url=f"{urljoin(base, path)}#correction-{correction.pk}",
        title=_("%(kind)s: %(headline)s") % {"kind": correction.get_kind_display(), "headline": article.title},
        summary=" ".join(filter(None, [correction.was_wrong, correction.is_right])),
        published=correction.published_at,
        updated=correction.published_at,
        people=(Person(publication.name),),
        categories=(str(correction.get_kind_display()),),
    )
