"""Whatever a body holds, however it is nested: no text is lost, nothing breaks, nothing runs."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.blocks import BODY_BLOCKS
from news.intake.mapping import lost_words
from news.intake.record import BodyFormat
from tests.news.blocks_at_hand import harmless
from tests.news.intake.bodies import mapped, text_of
from tests.test_scripts_from_outside import CORPUS

FORMATS = [BodyFormat.BLOCKS, BodyFormat.CLASSIC, BodyFormat.HTML]
TAGS = [
    *("p", "div", "b", "em", "a", "span", "u", "code", "sup", "h1", "h2", "h5", "ul", "ol", "li", "dl", "dt", "dd"),
    *("blockquote", "cite", "pre", "table", "tr", "td", "th", "caption", "figure", "figcaption", "details", "summary"),
    *("section", "article", "center", "font", "my-widget", "blink", "form", "label", "button", "object", "footer"),
]
BLOCKS = [
    *("paragraph", "group", "columns", "quote", "list", "html", "acme/box", "code", "table", "gallery", "details"),
    *("embed", "cover", "latest-posts", "query", "shortcode", "footnotes", "pullquote", "image"),
]
CODES = ["caption", "wide", "acme_form", "embed2", "su-box"]
WORD = re.compile(r"word\d+")
words = st.integers(0, 10**6).map(lambda number: f"word{number} ")


def _wrapped(inner):
    joined = st.lists(inner, min_size=1, max_size=3).map("".join)
    return st.one_of(
        st.builds(lambda tag, html: f"<{tag}>{html}</{tag}>", st.sampled_from(TAGS), joined),
        st.builds(lambda name, html: f"<!-- wp:{name} -->{html}<!-- /wp:{name} -->", st.sampled_from(BLOCKS), joined),
        st.builds(lambda name, html: f'[{name} a="1"]{html}[/{name}]', st.sampled_from(CODES), joined),
        st.builds(lambda tag, html: f"<{tag} class=x>{html}", st.sampled_from(TAGS), joined),
    )


leaves = st.one_of(
    words,
    st.builds("{}\n\n{}\n{}".format, words, words, words),
    st.just('<img src="/x.jpg" alt="described">'),
    st.just("<br>"),
    st.just("<hr>"),
    st.just("<script>alert(1)</script>"),
    st.just("<!-- a remark -->"),
)
bodies = st.recursive(leaves, _wrapped, max_leaves=12)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(body=bodies, body_format=st.sampled_from(FORMATS))
def test_no_nesting_loses_a_word(body, body_format):
    made = mapped(body, body_format)
    text = text_of(made)
    assert sorted(WORD.findall(text)) == sorted(WORD.findall(body))
    assert lost_words(made.visible_text, text) == []
    assert "wp:" not in text
    assert "alert" not in text
    assert "<" not in text


@settings(deadline=None, max_examples=60)
@given(body=st.text(st.sampled_from(list("<>/![]-=\"' abpiw:{}&;\n\0\x02\x03")), max_size=80))
def test_broken_markup_breaks_nothing(body):
    for body_format in FORMATS:
        text_of(mapped(body, body_format))


@pytest.mark.django_db
@pytest.mark.parametrize("body_format", FORMATS)
def test_no_attack_reaches_the_page(body_format):
    for attack in CORPUS:
        for body in (attack, f"<!-- wp:html -->{attack}<!-- /wp:html -->", f"[caption]{attack}[/caption]"):
            stream = BODY_BLOCKS.to_python(mapped(body, body_format).stream)
            harmless(stream.render_as_block({}))


@pytest.mark.parametrize(
    "opening", ["<div>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<!-- wp:group -->", "[wide a=1]"]
)
def test_ten_thousand_deep_is_text_still(opening):
    body = mapped(f"{opening * 10_000}words", BodyFormat.BLOCKS)
    assert "words" in text_of(body)


@pytest.mark.parametrize("piece", ["[wide ", "[code]", "<!-- wp:x {", "<noscript>", "<!-- "])
def test_what_is_opened_again_and_again_and_never_closed_costs_no_words(piece):
    assert "words" in text_of(mapped(f"{piece * 5_000} words", BodyFormat.BLOCKS))
