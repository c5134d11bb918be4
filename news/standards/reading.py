"""What rules read in a story: its paragraphs, links and pictures."""

import re
from dataclasses import dataclass

from django.utils.functional import cached_property

from news.story_context import body_images
from news.text import plain_text, rich_texts, stream_text
from portal.commerce import hosts_of_links
from portal.page_links import page_keys

_PARAGRAPH_END = re.compile(r"</p>|<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """One picture in its place. ``alt`` is None for one that was declared mere decoration."""

    image: object
    alt: str | None
    field: str


def pictures(story):
    """Return every picture of a story with what stands for it where it cannot be seen."""
    found = []
    if story.lead_image:
        found.append(Picture(story.lead_image, story.lead_alt_text, "lead_image"))
    if story.poster:
        found.append(Picture(story.poster, story.poster.default_alt_text, "poster"))
    for image in dict.fromkeys(body_images(story.body)):
        decorative = getattr(image, "decorative", False)
        alt = getattr(image, "contextual_alt_text", None)
        found.append(Picture(image, None if decorative else alt or image.default_alt_text, "body"))
    return found


class Reading:
    """The text of one story, taken apart once for all the rules that look at it."""

    def __init__(self, story):
        self.story = story

    @cached_property
    def html(self):
        """Every rich text of the body."""
        return [html for block in self.story.body for html in rich_texts(block.value)]

    @cached_property
    def paragraphs(self):
        """The paragraphs of the running text, as plain text."""
        sources = [rich_texts(block.value) for block in self.story.body if block.block_type == "paragraph"]
        pieces = (piece for htmls in sources for html in htmls for piece in _PARAGRAPH_END.split(html))
        return [text for text in map(plain_text, pieces) if text]

    @cached_property
    def words(self):
        """Everything that readers read, in one string."""
        return "\n".join([self.story.title, self.story.standfirst, stream_text(self.story.body)])

    @property
    def linked_pages(self):
        """The keys of the pages of ours that links in the text lead to."""
        return {key for html in self.html for key in page_keys(html)}

    @property
    def links_to_pages(self):
        """Whether the text leads on to another page of ours."""
        if any(block.block_type == "related" and block.value["story"] for block in self.story.body):
            return True
        return bool(self.linked_pages)

    @cached_property
    def hosts(self):
        """The hosts that links in the text lead to."""
        return hosts_of_links(self.html)


def has_word(text, words):
    """Return the first of the words that stands in the text as a word of its own, or ""."""
    if not words:
        return ""
    found = re.search(rf"\b({'|'.join(re.escape(word) for word in words)})\b", text, re.IGNORECASE)
    return found[1] if found else ""
