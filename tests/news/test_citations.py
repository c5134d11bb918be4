"""Marks such as [1] lead to their sources, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.citations import Citations
from tests.news.blocks_at_hand import Fragment, rendered

TWO_SOURCES = ("a source", "another")


def linked(text, sources=TWO_SOURCES):
    return rendered("paragraph", text, citations=Citations(sources)).strip()


def test_a_mark_leads_to_its_source_and_the_source_back_to_its_first_mark():
    citations = Citations(TWO_SOURCES)
    page = Fragment(rendered("paragraph", "<p>So it is [2], says one.[2]</p>", citations=citations))
    assert page.attributes("href") == ["#source-2", "#source-2"]
    assert page.attributes("id") == ["cited-2"]
    assert citations.cited == {2}


def test_several_sources_may_stand_in_one_mark():
    assert Fragment(linked("<p>So [1, 2]</p>")).attributes("href") == ["#source-1", "#source-2"]


@pytest.mark.parametrize("mark", ["[3]", "[0]", "[1,3]", "[one]", "[]", "[1", "[١]"])
def test_a_mark_without_a_source_stays_what_the_author_typed(mark):
    assert linked(f"<p>So {mark}</p>") == f"<p>So {mark}</p>"


def test_a_story_without_sources_has_no_marks():
    assert linked("<p>So [1]</p>", ()) == "<p>So [1]</p>"


def test_marks_in_links_and_in_attributes_are_left_alone():
    page = Fragment(linked('<p><a href="https://a.example/?q=[1]">see [1]</a> [1]</p>'))
    assert page.attributes("href") == ["https://a.example/?q=[1]", "#source-1"]


def test_plain_text_is_escaped_before_its_marks_become_links():
    assert Citations(TWO_SOURCES).linked("<b> [1]").startswith("&lt;b&gt;<sup")


@given(st.text())
def test_no_plain_text_gains_a_tag_but_reference_marks(text):
    page = Fragment(str(Citations(TWO_SOURCES).linked(text)))
    assert {tag for tag, _attrs in page.tags} <= {"sup", "a"}
