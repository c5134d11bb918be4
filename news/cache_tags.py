"""Which remembered pages an event concerns: the names under which pages are purged.

Things carry ``story-12``, ``section-3``, ``topic-4``, ``author-5``, ``image-6``,
``page-7`` and ``publication-1`` by themselves (`portal.page_cache.tags.Tagged`).
Lists carry the names below, since they also change by what is not on them yet.
"""

from portal.page_cache.tags import tag

FRONT = "front"
STORIES = "stories"
TOPICS = "topics"
AUTHORS = "authors"
CORRECTIONS = "corrections"
NAVIGATION = "navigation"


def in_section(key):
    """The list of the stories that live in a section."""
    return f"stories-in-{key}"


def on_topic(key):
    """The list of the stories on a topic."""
    return f"stories-on-{key}"


def by_author(key):
    """The list of the stories of an author."""
    return f"stories-by-{key}"


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
    }


def tag_sections(keys):
    """Say that the page being rendered lists the stories of these sections."""
    tag(*map(in_section, keys))
