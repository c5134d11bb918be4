"""Rules about how a story is written and how readers find on from it."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.standards.findings import Level, Rule
from news.standards.reading import Reading

LONGEST_HEADLINE = 110
"""Characters: where Google's structured data guidelines for articles set the limit of a headline."""
LONGEST_PARAGRAPH = 150
_PLACEHOLDER = re.compile(r"\bT[KC]{1,2}\b|\bTODO\b|\bXXX+\b|(?i:lorem ipsum)|\[(?:TBC|TBD|name|date)\]")


def long_headline(story, terms):
    """A headline is read in one breath."""
    if len(story.title) > LONGEST_HEADLINE:
        yield _("The headline has %(number)d characters; %(most)d are the most.") % {
            "number": len(story.title),
            "most": LONGEST_HEADLINE,
        }


def no_standfirst(story, terms):
    """A story says what it says."""
    if not story.standfirst.strip():
        yield _("It has no standfirst.")


def no_topic(story, terms):
    """A story is found under what it is about."""
    if not story.topic_links.all():
        yield _("It has no topic.")


def no_internal_link(story, terms):
    """A story leads on to another one."""
    if not Reading(story).links_to_pages and not story.related_links.all():
        yield _("It leads on to no other story of ours.")


def placeholder(story, terms):
    """Nothing goes out that was to be filled in."""
    found = _PLACEHOLDER.search(Reading(story).words)
    if found:
        yield _("“%(word)s” was to be filled in.") % {"word": found[0]}


def heading_order(story, terms):
    """Headings skip no level."""
    above = 1
    for block in story.body:
        if block.block_type != "heading":
            continue
        level = int((block.value["level"] or "h2").removeprefix("h"))
        if level > above + 1:
            yield _("The sub-heading “%(text)s” stands below no heading.") % {"text": block.value["text"]}
            return
        above = level


def long_paragraph(story, terms):
    """A paragraph fits on a phone."""
    for paragraph in Reading(story).paragraphs:
        words = len(paragraph.split())
        if words > LONGEST_PARAGRAPH:
            yield _("A paragraph has %(number)d words: “%(text)s…”") % {"number": words, "text": paragraph[:60]}


RULES = (
    Rule(
        "long-headline",
        Level.WARNING,
        "title",
        gettext_lazy("The headline has at most 110 characters."),
        gettext_lazy("Search engines and phones cut off the rest."),
        long_headline,
    ),
    Rule(
        "no-standfirst",
        Level.WARNING,
        "standfirst",
        gettext_lazy("The story has a standfirst."),
        gettext_lazy("Cards, feeds and search results show it."),
        no_standfirst,
    ),
    Rule(
        "no-topic",
        Level.WARNING,
        "topic_links",
        gettext_lazy("The story has a topic."),
        gettext_lazy("Readers follow topics, and find older stories by them."),
        no_topic,
    ),
    Rule(
        "no-internal-link",
        Level.WARNING,
        "body",
        gettext_lazy("The story links to another one, or has related stories picked by hand."),
        gettext_lazy("Who wants to know more should not have to search."),
        no_internal_link,
    ),
    Rule(
        "placeholder",
        Level.WARNING,
        "body",
        gettext_lazy("No placeholder such as TK is left in the text."),
        gettext_lazy("Readers see it, and remember."),
        placeholder,
    ),
    Rule(
        "heading-order",
        Level.WARNING,
        "body",
        gettext_lazy("Headings skip no level."),
        gettext_lazy("Those who hear the page find their way by its headings."),
        heading_order,
    ),
    Rule(
        "long-paragraph",
        Level.WARNING,
        "body",
        gettext_lazy("No paragraph has more than 150 words."),
        gettext_lazy("On a phone that is a wall."),
        long_paragraph,
    ),
)
