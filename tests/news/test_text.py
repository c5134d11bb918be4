"""Plain text of rich content, and how long it takes to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.blocks import BODY_BLOCKS
from news.text import count_words, plain_text, reading_minutes, stream_text


def body(*items):
    return BODY_BLOCKS.to_python(
        [{"type": name, "value": value, "id": str(n)} for n, (name, value) in enumerate(items)]
    )


def test_paragraphs_and_list_entries_stand_on_lines_of_their_own():
    assert plain_text("<p>One</p><p>Two<br>three</p><ul><li>Four</li></ul>") == "One\nTwo\nthree\nFour"


def test_what_is_too_damaged_to_be_html_has_a_text_all_the_same():
    assert plain_text("<b>It</b> rings " + "<p" * 1000).startswith("It rings <p<p")


def test_entities_become_the_characters_they_stand_for():
    assert plain_text("<p>Salt&nbsp;&amp; pepper &lt;fresh&gt;</p>") == "Salt & pepper <fresh>"


def test_words_of_neighbouring_blocks_do_not_run_together():
    assert stream_text(body(("paragraph", "<p>One</p><p>two</p>"), ("pull_quote", {"text": "Three"}))).split() == [
        "One",
        "two",
        "Three",
    ]


def test_what_an_author_writes_about_tags_is_text():
    assert stream_text(body(("heading", {"text": "The <b> tag & 5 < 6", "level": "h2"}))) == "The <b> tag & 5 < 6"
    assert stream_text(body(("paragraph", "<p>Use &lt;b&gt; sparingly</p>"))) == "Use <b> sparingly"


def test_empty_fields_leave_no_trace():
    assert stream_text(body(("pull_quote", {"text": "One", "attribution": None}), ("divider", None))) == "One"


def test_a_body_without_blocks_is_empty_text():
    assert stream_text(body()) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("One", 1), ("Three-hour films aren’t long", 4), ("It cost 3.10 – no more", 5), ("naïve Łukasz 映画", 3)],
)
def test_words_are_counted_as_people_count_them(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (230, 1), (460, 2), (2300, 10)])
def test_reading_takes_at_least_a_minute(words, minutes):
    assert reading_minutes(words) == minutes


@given(st.text())
def test_plain_text_of_anything_has_no_empty_lines_or_space_around(text):
    lines = plain_text(text).splitlines()
    assert all(line == line.strip() and line for line in lines)
