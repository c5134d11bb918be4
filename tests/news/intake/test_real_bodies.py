"""Every body of real exports comes through the mapper whole."""

import re
from pathlib import Path

import pytest

from news.blocks import BODY_BLOCKS
from news.intake.errors import IntakeError
from news.intake.mapping import lost_words, map_body
from news.intake.readers import open_export
from news.intake.record import StoryRecord
from portal.models import PortalImage
from tests.builders import make_image
from tests.news.intake.bodies import Shelf, text_of

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parents[2] / "data"
MARKUP = re.compile(r"\[/?(?:caption|gallery|embed|video|audio)\b|<!-- /?wp:|&amp;|</?(?:p|div|figure)\b|\x02")


def stories():
    """Return every story of the exports at hand with its source."""
    found = []
    for path in sorted(DATA.glob("*.*")):
        try:
            export = open_export([path])
            found += [(record, export.source) for record in export.records() if isinstance(record, StoryRecord)]
        except IntakeError:
            assert path.name.startswith(("bad-", "jekyll-", "README"))
    assert len(found) > 100
    return found


class FullShelf(Shelf):
    """Holdings in which every picture is found."""

    def __init__(self, key):
        super().__init__(attached=["1", "2", "3"])
        self.key = key

    def image(self, url="", old_id=""):
        return self.key


@pytest.mark.parametrize("has_pictures", [True, False], ids=["all pictures found", "no picture found"])
def test_no_word_of_a_real_body_is_lost_and_no_markup_shows(has_pictures):
    shelf = FullShelf(make_image(size=(60, 40)).pk) if has_pictures else Shelf()
    lost, markup = {}, {}
    for story, source in stories():
        body = map_body(story, shelf, source)
        text = text_of(body)
        if words := lost_words(body.visible_text, text):
            lost[story.title] = words
        if (shown := MARKUP.findall(text)) and not MARKUP.search(body.visible_text):
            markup[story.title] = shown
    assert lost == {}
    assert markup == {}
    assert PortalImage.objects.count() == has_pictures


def test_what_is_written_is_what_the_editor_of_blocks_takes():
    key = make_image(size=(60, 40)).pk
    for story, source in stories():
        stream = BODY_BLOCKS.to_python(map_body(story, FullShelf(key), source).stream)
        for child in stream:
            child.block.clean(child.value)
