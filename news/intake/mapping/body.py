"""The way of one body: made HTML with what is more than HTML set aside, parsed, and written as blocks."""

import re

from django.utils.translation import gettext as _

from news.blocks import BODY_BLOCKS, PAGE_BODY_BLOCKS
from news.intake.characters import kept_json
from news.intake.mapping.block_comments import has_blocks, without_comments
from news.intake.mapping.dom import parse
from news.intake.mapping.ghost import lexical_html, mobiledoc_html
from news.intake.mapping.mapper import Mapper
from news.intake.mapping.players import episodes
from news.intake.mapping.results import MappedBody, Note
from news.intake.mapping.short_codes import with_short_codes
from news.intake.mapping.specials import Specials
from news.intake.mapping.visible import visible_text
from news.intake.record import BodyFormat
from news.intake.references import exchanged
from news.text import stream_text
from portal.models import PortalDocument, PortalImage

_PAGE_BREAK = re.compile(r"<!--\s*(?:more|nextpage|noteaser)\b[^<>]*-->")
_REMOVED = {
    "script": re.compile(r"<script\b", re.IGNORECASE),
    "style": re.compile(r"<style\b", re.IGNORECASE),
    "event handler": re.compile(r"<[a-z][^<>]*?[\s/\"']on[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
}


def map_body(story, holdings, source, blocks=BODY_BLOCKS):
    """Return the body of a `StoryRecord` as blocks, with an account of it.

    ``holdings`` finds pictures, files and pages that stand here already,
    ``source`` says which addresses were the old site's own; ``blocks`` are
    those that may stand on the page.
    """
    if story.body_format == BodyFormat.STREAM:
        return _own_stream(story, holdings, blocks)
    specials = Specials()
    html, breaks_lines = _html(story, specials)
    mapper = Mapper(story, holdings, source, specials)
    mapper.breaks_lines = breaks_lines
    mapper.number_footnotes()
    for name, pattern in _REMOVED.items():
        for _match in pattern.finditer(story.body):
            mapper.note("removed", name)
    root = parse(html)
    mapper.learn_places(root)
    episodes(mapper)
    mapper.children(root)
    mapper.write_footnotes()
    stream = mapper.finish()
    return MappedBody(stream, visible_text(story), mapper.notes, mapper.first_image, mapper.links)


def page_body(story, holdings, source):
    """Return the body of a page that is no story: `map_body` onto the blocks that such pages know."""
    return map_body(story, holdings, source, blocks=PAGE_BODY_BLOCKS)


def _html(story, specials):
    """Return a body as HTML with elements for what is more than that, and whether its line breaks count."""
    if story.body_format == BodyFormat.BLOCKS and has_blocks(story.body):
        return with_short_codes(without_comments(story.body, specials), specials), False
    if story.body_format in {BodyFormat.BLOCKS, BodyFormat.CLASSIC}:
        return with_short_codes(_PAGE_BREAK.sub("\n\n", story.body), specials), True
    if story.body_format == BodyFormat.LEXICAL:
        return lexical_html(story.body, specials), False
    if story.body_format == BodyFormat.MOBILEDOC:
        return mobiledoc_html(story.body, specials), False
    return story.body, False


def _own_stream(story, holdings, blocks):
    """Return a body that was exported from here. Pages that it refers to may not stand yet: they are left for later.

    Raises ValueError for a body that is none: to leave its words out would be a loss that nobody is told of.
    """
    stream = kept_json(story.body or "[]")
    if not isinstance(stream, list) or not all(isinstance(block, dict) and "value" in block for block in stream):
        raise ValueError(_("The body is no list of blocks."))
    known = [block for block in stream if block.get("type") in blocks.child_blocks]
    notes = [Note("unknown_block", str(block.get("type"))) for block in stream if block not in known]
    known = exchanged(blocks, known, chosen=lambda model, key: _chosen(holdings, model, key), text=str)
    return MappedBody(known, stream_text(blocks.to_python(known)), notes)


def _chosen(holdings, model, key):
    """Return the key here of a picture or file that an export of ours names, or None."""
    if issubclass(model, PortalImage):
        return holdings.image(old_id=str(key))
    return holdings.document(old_id=str(key)) if issubclass(model, PortalDocument) else None
