"""Every block that an editor can place: safe with any text in it, whole without any, and found by search."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail import blocks

from news.blocks import BODY_BLOCKS
from news.citations import Citations
from news.models import ArticlePage
from news.text import stream_text
from portal.models import PortalDocument, PortalImage
from tests.builders import make_article, make_image
from tests.news.blocks_at_hand import CLIP, STREAMS, Fragment, harmless, raw_value, rendered, squeezed, stream_of

pytestmark = pytest.mark.django_db

EVERY_BLOCK = [
    pytest.param(stream, name, id=f"{place}-{name}")
    for place, stream in STREAMS.items()
    for name in stream.child_blocks
]
STORY_BLOCKS = list(BODY_BLOCKS.child_blocks)

HOSTILE_TEXT = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</figcaption></figure><iframe src=//evil.example></iframe>",
    "{{ request.user }} {% include 'base.html' %}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "--><!--<script>",
    "]]></style><style>*{display:none}</style>",
    "[1] [2, 3] [99]",
    "5 < 6 > 4 & 3 “quotes” ‘more’ –",
    "مرحبا بالعالم",
]
HOSTILE_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://vimeo.com/100000001",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example/x",
    'https://vimeo.com/100000001"><script>alert(1)</script>',
    "https://www.youtube.com/watch?v=aaaaaaaaaaa' onmouseover='alert(1)",
    "https://[half-open",
]
HOSTILE_MARKUP = [
    "<p>{}</p>",
    '<p onclick="alert(1)">{}</p>',
    '<p><a href="javascript:alert(1)">{}</a></p>',
    '<p><a href="https://a.example/[1]" onmouseover="x">{} [1]</a></p>',
    '<p><a linktype="page" id="999999">{}</a><a linktype="document" id="x">[1]</a></p>',
    '<embed embedtype="media" url="https://evil.example"/><iframe src="https://evil.example"></iframe>{}',
    '<p style="position:fixed">{}<style>p{{}}</style><object data="x"></object></p>',
    "<math><mtext></p><img src=x onerror=alert(1)>{}</math>",
]

texts = st.one_of(
    st.sampled_from(HOSTILE_TEXT),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40),
    st.tuples(st.sampled_from(HOSTILE_TEXT), st.sampled_from(HOSTILE_TEXT)).map("".join),
)


# --- Safety -------------------------------------------------------------------


@pytest.mark.parametrize(("stream", "name"), EVERY_BLOCK)
@settings(deadline=None, max_examples=12)
@given(text=texts, address=st.sampled_from(HOSTILE_ADDRESSES), markup=st.sampled_from(HOSTILE_MARKUP))
def test_no_text_puts_anything_that_runs_on_the_page(stream, name, text, address, markup):
    value = raw_value(stream.child_blocks[name], lambda: text, address=address, markup=markup)
    harmless(rendered(name, value, stream))
    harmless(rendered(name, value, stream, citations=Citations([1, 2, 3]), inline_stories={}))


@pytest.mark.parametrize(("stream", "name"), EVERY_BLOCK)
@settings(deadline=None, max_examples=12)
@given(text=texts)
def test_what_an_author_types_is_what_a_reader_reads(stream, name, text):
    typed = {}

    def numbered():
        marker = f"qz{len(typed)}zq"
        typed[marker] = squeezed(f"{marker}{text}")
        return f"{marker}{text}"

    value = raw_value(stream.child_blocks[name], numbered, markup="<p>markup is another matter: {:.0}</p>")
    page = Fragment(rendered(name, value, stream))
    shown = [squeezed(piece) for piece in [page.text, *page.attributes("alt", "data-title", "aria-label")]]
    for marker, words in typed.items():
        pieces = [piece for piece in shown if marker in piece]
        assert all(words in piece for piece in pieces)


@pytest.mark.parametrize("name", STORY_BLOCKS)
def test_a_block_with_empty_fields_says_nothing_of_them(name):
    block = BODY_BLOCKS.child_blocks[name]
    assert "None" not in rendered(name, raw_value(block, lambda: ""))


@pytest.mark.parametrize(
    "name", [n for n in STORY_BLOCKS if isinstance(BODY_BLOCKS.child_blocks[n], blocks.StructBlock)]
)
def test_a_block_without_fields_says_nothing_of_them(name):
    assert "None" not in rendered(name, {})
    assert "None" not in stream_text(stream_of(BODY_BLOCKS, (name, {})))


@pytest.mark.parametrize("name", ["figure", "gallery", "audio", "file", "related"])
def test_a_block_whose_picture_file_or_story_is_gone_leaves_nothing_broken(name):
    value = raw_value(BODY_BLOCKS.child_blocks[name], lambda: "Words")
    PortalImage.objects.all().delete()
    PortalDocument.objects.all().delete()
    for story in ArticlePage.objects.all():
        story.delete()
    assert not harmless(rendered(name, value)).tags


# --- Structure ----------------------------------------------------------------


def test_no_id_stands_twice_on_a_page_and_every_label_exists():
    twice = [(name, raw_value(block, lambda: "Words")) for name, block in BODY_BLOCKS.child_blocks.items()] * 2
    at_hand = {story.pk: story for story in ArticlePage.objects.all()}
    page = Fragment(stream_of(BODY_BLOCKS, *twice).render_as_block({"inline_stories": at_hand}))
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    assert set(page.attributes("aria-labelledby")) <= set(ids)


def test_boxes_stand_one_level_below_the_heading_before_them():
    heading = ("heading", {"text": "The bell", "level": "h2"})
    box = ("timeline", {"title": "A history", "events": []})
    page = Fragment(stream_of(BODY_BLOCKS, box, heading, box).render_as_block({}))
    assert [tag for tag, _attrs in page.tags if tag in {"h2", "h3", "h4"}] == ["h2", "h2", "h3"]


def test_a_heading_keeps_its_anchor_when_its_words_change():
    def anchor(text):
        raw = {"type": "heading", "id": "b9a7a0f6-3c1f-4f0e-8c39-0a8f0d7d9a11", "value": {"text": text, "level": "h2"}}
        return Fragment(BODY_BLOCKS.to_python([raw]).render_as_block({})).attributes("id")

    assert anchor("The bell") == anchor("The bell, restored")


@pytest.mark.parametrize("name", ["figure", "gallery"])
def test_every_picture_has_its_size_its_description_and_its_credit(name):
    make_image(size=(60, 40), credit="Ola Brandvik")
    page = Fragment(rendered(name, raw_value(BODY_BLOCKS.child_blocks[name], lambda: "A bell")))
    assert page.named("img")
    assert all(attrs["alt"] == "A bell" and attrs["width"] and attrs["height"] for attrs in page.named("img"))
    assert "OlaBrandvik" in page.text or "Abell" in page.text


def test_a_credit_in_its_place_stands_for_the_pictures_own():
    image = make_image(size=(60, 40), credit="Agency")
    picture = {"image": image.pk, "alt_text": "A bell", "decorative": False}
    assert "Agency" in rendered("figure", {"image": picture})
    assert "Agency" not in rendered("figure", {"image": picture, "credit": "Ours"})


def test_pictures_of_a_gallery_that_share_a_credit_say_it_once():
    make_image(size=(60, 40), credit="Ola Brandvik")
    value = raw_value(BODY_BLOCKS.child_blocks["gallery"], lambda: "")
    assert rendered("gallery", value).count("Ola Brandvik") == 1


@pytest.mark.parametrize("name", ["figure", "gallery"])
@pytest.mark.parametrize(("origin", "words"), [("ai", "MadewithAI"), ("composite", "Composite")])
def test_pictures_say_how_they_were_made(origin, words, name):
    make_image(size=(60, 40), origin=origin)
    assert words in Fragment(rendered(name, raw_value(BODY_BLOCKS.child_blocks[name], lambda: ""))).text


def test_a_clip_is_a_link_with_its_player_behind_it():
    page = Fragment(rendered("embed", {"url": CLIP, "title": "The hinge", "duration": "5 min"}))
    assert page.attributes("href")[0] == CLIP
    assert page.attributes("data-embed") == ["https://player.vimeo.com/video/100000001?autoplay=1&dnt=1"]
    assert "PlayonVimeo,5min" in page.text


def test_a_clip_of_an_unknown_service_is_a_plain_link():
    page = Fragment(rendered("embed", {"url": "https://clips.example/1", "title": "The hinge"}))
    assert page.attributes("href") == ["https://clips.example/1"]
    assert not page.attributes("data-embed")


def test_a_recording_loads_nothing_before_it_is_played():
    page = Fragment(rendered("audio", raw_value(BODY_BLOCKS.child_blocks["audio"], lambda: "Words")))
    assert [attrs["preload"] for attrs in page.named("audio")] == ["none"]


def test_a_related_story_that_is_not_public_is_not_named():
    draft = make_article("The secret ending", live=False)
    assert "secret" not in rendered("related", {"story": draft.pk})
    assert "secret" not in rendered("related", {"story": draft.pk}, inline_stories={})


def test_a_related_story_is_linked_where_no_card_of_it_is_at_hand():
    story = make_article("The bell returns")
    page = Fragment(rendered("related", {"story": story.pk}))
    assert page.attributes("href") == [story.url]
    assert "Thebellreturns" in page.text


def test_the_first_column_of_a_table_names_its_rows():
    page = Fragment(rendered("table", raw_value(BODY_BLOCKS.child_blocks["table"], lambda: "Words")))
    assert [attrs["scope"] for attrs in page.named("th")] == ["col", "col", "col", "row", "row"]


# --- Search -------------------------------------------------------------------


@pytest.mark.parametrize(("stream", "name"), EVERY_BLOCK)
def test_what_a_reader_reads_is_found_by_search(stream, name):
    typed = []

    def mark():
        typed.append(f"mark{uuid.uuid4().hex}")
        return typed[-1]

    value = raw_value(stream.child_blocks[name], mark)
    found = stream_text(stream_of(stream, (name, value)))
    page = Fragment(rendered(name, value, stream))
    shown = page.text + " ".join(page.attributes("alt"))
    assert [words for words in typed if words in shown and words not in found] == []


def test_search_finds_no_words_that_stand_in_the_editor_only():
    heading = ("heading", {"text": "The bell", "level": "h2"})
    listed = ("list", {"style": "bullet", "items": [{"type": "item", "value": "<p>One</p>", "id": "1"}]})
    assert stream_text(stream_of(BODY_BLOCKS, heading, listed)) == "The bell\nOne"
