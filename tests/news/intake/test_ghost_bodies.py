"""Ghost's documents become blocks: text with its formats, and every card."""

import json

import pytest

from news.intake.mapping import lost_words, map_body
from news.intake.record import BodyFormat, Source, StoryRecord
from tests.news.intake.bodies import Shelf, blocks_in, mapped, text_of

PICTURE = "https://old.example/content/images/bell.jpg"
CLIP = "https://www.youtube.com/watch?v=aaaaaaaaaaa"
SHELF = Shelf(images={PICTURE: 7}, documents={"https://old.example/bell.mp3": 8, "https://old.example/cue.pdf": 9})

CARDS = {
    "image": ({"src": PICTURE, "alt": "A bell", "caption": "The <b>bell</b>"}, "figure"),
    "gallery": ({"images": [{"src": PICTURE}, {"src": PICTURE}], "caption": "Two bells"}, "gallery"),
    "embed": (
        {"url": CLIP, "html": f'<iframe src="{CLIP}"></iframe>', "metadata": {"title": "No word of it"}},
        "embed",
    ),
    "bookmark": ({"url": "https://a.example/", "metadata": {"title": "Bells", "description": "On bells"}}, "paragraph"),
    "html": ({"html": "<custom-chart>Seven</custom-chart>"}, "imported_html"),
    "markdown": ({"markdown": "Some *rung* [bells](https://a.example/x)\n\n- one\n- two"}, "list"),
    "code": ({"code": "if a < b:\n    ring()", "caption": "How"}, "preformatted"),
    "callout": ({"calloutText": "Mind the <b>step</b>", "calloutEmoji": "!"}, "callout"),
    "toggle": ({"heading": "Why?", "content": "<p>Because.</p>"}, "questions"),
    "button": ({"buttonText": "Ring", "buttonUrl": "https://a.example/"}, "paragraph"),
    "audio": ({"src": "https://old.example/bell.mp3", "title": "The bell"}, "audio"),
    "file": ({"src": "https://old.example/cue.pdf", "fileTitle": "Cue sheet", "fileCaption": "For crews"}, "file"),
    "header": ({"header": "Bells", "subheader": "A history", "buttonText": "Go", "buttonUrl": "/x"}, "heading"),
    "product": ({"productTitle": "Bell", "productDescription": "<p>Brass</p>"}, "heading"),
    "call-to-action": ({"textValue": "<p>Join us</p>", "buttonText": "Join", "buttonUrl": "/x"}, "paragraph"),
    "horizontalrule": ({}, "divider"),
    "of-tomorrow": ({"heading": "What no one knows", "html": "<p>yet</p>"}, "paragraph"),
}


def lexical(*children):
    return json.dumps({"root": {"type": "root", "children": list(children)}})


def words(text, bits=0):
    return {"type": "extended-text", "text": text, "format": bits}


def test_formats_links_and_line_breaks_of_lexical_are_kept():
    link = {"type": "link", "url": "https://a.example/", "children": [words("there", 1)]}
    paragraph = {
        "type": "paragraph",
        "children": [words("Ring ", 2), link, {"type": "linebreak"}, words("H"), words("2", 32)],
    }
    heading = {"type": "extended-heading", "tag": "h3", "children": [words("Bells & co")]}
    quote = {"type": "extended-quote", "children": [words("Loud.")]}
    items = [{"type": "listitem", "children": [words("One")]}]
    assert blocks_in(
        lexical(paragraph, heading, quote, {"type": "list", "tag": "ol", "children": items}), BodyFormat.LEXICAL
    ) == [
        ("paragraph", '<p><i>Ring </i><a href="https://a.example/"><b>there</b></a><br/>H<sub>2</sub></p>'),
        ("heading", {"text": "Bells & co", "level": "h3"}),
        ("block_quote", {"text": "Loud.", "attribution": ""}),
        ("list", {"style": "number", "items": ["<p>One</p>"]}),
    ]


def test_marks_lists_and_atoms_of_mobiledoc_are_kept():
    document = {
        "atoms": [["soft-return", "", {}]],
        "markups": [["em"], ["a", ["href", "https://a.example/"]]],
        "cards": [["hr", {}]],
        "sections": [
            [1, "p", [[0, [], 0, "Ring "], [0, [0, 1], 2, "there"], [1, [], 0, 0], [0, [], 0, "again"]]],
            [10, 0],
            [3, "ul", [[[0, [], 0, "One"]], [[0, [], 0, "Two"]]]],
        ],
    }
    assert blocks_in(json.dumps(document), BodyFormat.MOBILEDOC) == [
        ("paragraph", '<p>Ring <i><a href="https://a.example/">there</a></i><br/>again</p>'),
        ("divider", None),
        ("list", {"style": "bullet", "items": ["<p>One</p>", "<p>Two</p>"]}),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("body_format", [BodyFormat.LEXICAL, BodyFormat.MOBILEDOC])
def test_every_card_becomes_a_block_and_keeps_its_words(name, body_format):
    payload, kind = CARDS[name]
    document = lexical({"type": name, **payload})
    if body_format == BodyFormat.MOBILEDOC:
        document = json.dumps({"atoms": [], "markups": [], "cards": [[name, payload]], "sections": [[10, 0]]})
    body = mapped(document, body_format, SHELF)
    assert kind in [block["type"] for block in body.stream]
    without_pictures = [block for block in body.stream if block["type"] not in {"figure", "gallery", "audio", "file"}]
    if without_pictures == body.stream:
        assert lost_words(body.visible_text, text_of(body)) == []


@pytest.mark.parametrize("name", ["signup", "email", "paywall"])
def test_cards_that_stand_on_no_page_are_counted(name):
    body = mapped(lexical({"type": name, "header": "Sign up"}), BodyFormat.LEXICAL)
    assert body.stream == []
    assert [(note.code, note.name) for note in body.notes] == [("dropped", name)]
    assert body.visible_text == ""


@pytest.mark.parametrize("body", ["", "{", "[]", '{"root": 3}', '{"sections": [[1], [10, 99], 3, [3, "ul", 4]]}'])
@pytest.mark.parametrize("body_format", [BodyFormat.LEXICAL, BodyFormat.MOBILEDOC])
def test_a_broken_document_breaks_nothing(body, body_format):
    assert mapped(body, body_format).stream == []


def test_a_document_nested_beyond_reason_keeps_its_text():
    node = '{"type":"quote","children":[' * 5000 + '{"type":"text","text":"deep \\u00e9"}' + "]}" * 5000
    body = mapped(f'{{"root":{{"type":"root","children":[{node}]}}}}', BodyFormat.LEXICAL)
    assert [block["value"] for block in body.stream] == ["<p>deep é</p>"]


def test_a_footnote_in_markdown_is_read():
    payload = {"markdown": "Words[^1] go on.\n\n[^1]: The note"}
    document = {"sections": [[10, 0]], "cards": [["markdown", payload]]}
    ((_kind, value),) = blocks_in(json.dumps(document), BodyFormat.MOBILEDOC)
    assert value == "<p>Words<sup>1</sup> go on.</p><p><sup>1</sup> The note</p>"


def test_whom_a_call_to_action_is_paid_by_is_said():
    card = {"type": "call-to-action", "textValue": "<p>Buy</p>", "sponsorLabel": "<p>Sponsored</p>"}
    ((_kind, value),) = blocks_in(json.dumps({"root": {"type": "root", "children": [card]}}), BodyFormat.LEXICAL)
    assert value == "<p>Sponsored</p><p>Buy</p>"


def test_sound_that_is_missing_from_a_site_without_an_address_is_a_link():
    card = {"type": "audio", "src": "/content/media/a.mp3", "title": "A song"}
    body = json.dumps({"root": {"type": "root", "children": [card]}})
    story = StoryRecord("1", body=body, body_format=BodyFormat.LEXICAL)
    assert '<a href="/content/media/a.mp3">' in map_body(story, Shelf(), Source("ghost")).stream[0]["value"]
