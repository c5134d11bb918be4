"""Bodies of old systems and holdings to map them against: for the tests of the mapper."""

from news.blocks import BODY_BLOCKS
from news.intake.mapping import map_body
from news.intake.record import BodyFormat, Source, StoryRecord
from news.text import stream_text

OLD_SITE = "https://old.example"
SOURCE = Source("wordpress", base_urls=[OLD_SITE])


class Shelf:
    """Holdings of what it is given, by old address or old number."""

    def __init__(self, images=None, documents=None, pages=None, attached=()):
        self.images, self.documents, self.pages = images or {}, documents or {}, pages or {}
        self.attached = list(attached)

    def image(self, url="", old_id=""):
        return self.images.get(old_id) or self.images.get(url)

    def document(self, url="", old_id=""):
        return self.documents.get(old_id) or self.documents.get(url)

    def attached_images(self, story_key):
        return self.attached

    def open_page(self, url):
        return self.pages.get(url)


def mapped(body, body_format=BodyFormat.HTML, shelf=None, **fields):
    """Return what becomes of a body."""
    story = StoryRecord(key="1", body=body, body_format=body_format, **fields)
    return map_body(story, shelf or Shelf(), SOURCE)


def blocks_in(body, body_format=BodyFormat.BLOCKS, **more):
    """Return the blocks of a body as ``(type, value)`` without the ids."""
    return [(block["type"], without_ids(block["value"])) for block in mapped(body, body_format, **more).stream]


def without_ids(value):
    """Return a raw value with the items of lists alone in place of what is stored around them."""
    if isinstance(value, list):
        return [without_ids(item) for item in value]
    if isinstance(value, dict):
        if set(value) == {"type", "value", "id"}:
            return without_ids(value["value"])
        return {name: without_ids(part) for name, part in value.items()}
    return value


def text_of(body):
    """Return the text that readers find in a mapped body."""
    return stream_text(BODY_BLOCKS.to_python(body.stream))
