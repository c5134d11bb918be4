"""Which remembered pages an event concerns: the names under which pages are purged.

Things carry ``story-12``, ``section-3``, ``topic-4``, ``author-5``, ``image-6``,
``page-7`` and ``publication-1`` by themselves (`portal.page_cache.tags.Tagged`),
and ``linked-8`` whatever links to a page from its text (`portal.page_links`).
Lists carry the names below, since they also change by what is not on them yet.
"""

from news.months import month_of
from portal.page_cache.tags import tag

FRONT = "front"
STORIES = "stories"
TOPICS = "topics"
AUTHORS = "authors"
CORRECTIONS = "corrections"
NAVIGATION = "navigation"
CRAWLERS = "crawlers"
SITEMAPS = "sitemaps"
SITEMAP_PAGES = "sitemap-pages"
SITEMAP_NEWS = "sitemap-news"


def in_section(key):
    """The list of the stories that live in a section."""
    return f"stories-in-{key}"


def of_section(key):
    """The page and the feed of a section, with what they alone say of it."""
    return f"section-page-{key}"


def on_topic(key):
    """The list of the stories on a topic."""
    return f"stories-on-{key}"


def by_author(key):
    """The list of the stories of an author."""
    return f"stories-by-{key}"


def in_month(month):
    """The sitemap of the stories of a month, such as "2026-11"."""
    return f"sitemap-{month}"


def months_of(story):
    """Return the months in whose sitemap a story stands, stood, or will stand once it is public."""
    moments = (story.published_at, story.first_published_at, story.was_published_at)
    return {month_of(moment) for moment in moments if moment}


def of_story(story):
    """Return the tags of everything that shows a story, or will once it is public."""
    links = story.topic_links.values_list("topic_id", flat=True)
    people = story.contributions.values_list("author_id", flat=True)
    return {
        f"story-{story.pk}",
        FRONT,
        STORIES,
        TOPICS,
        AUTHORS,
        in_section(story.section_id),
        *map(on_topic, links),
        *map(by_author, people),
        SITEMAPS,
        SITEMAP_NEWS,
        *map(in_month, months_of(story)),
    }


def tag_sections(keys):
    """Say that the page being rendered lists the stories of these sections."""
    tag(*map(in_section, keys))
