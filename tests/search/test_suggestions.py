"""Help with spelling, and titles while a reader types."""

import pytest
from django.test import RequestFactory

from search.query import SearchQuery
from search.suggestions import completions, did_you_mean, topics_by_weight
from tests.builders import make_article, make_author, make_author_index, make_section, make_topic, restrict

pytestmark = pytest.mark.django_db


def meant(text):
    return did_you_mean(SearchQuery.for_text(text), topics_by_weight())


def offered(text):
    return [(completion.title, completion.url) for completion in completions(text, RequestFactory().get("/"))]


# --- Did you mean -----------------------------------------------------------------


def test_a_misspelt_word_is_exchanged_for_one_of_a_headline():
    make_article("The foghorn is back")
    assert meant("fogorn") == "foghorn"


def test_a_misspelt_name_is_exchanged_for_that_of_an_author():
    make_author("Ines Farrow")
    make_article("A far country")
    assert meant("ines faro") == "ines farrow"


def test_words_that_stand_together_are_preferred():
    make_article("A regulator speaks")
    make_article("The case for sleep regularity")
    assert meant("slepe regulatory") == "sleep regularity"


def test_a_word_that_resembles_nothing_is_left_out():
    make_article("The foghorn is back")
    assert meant("foghron zzzzqqqq") == "foghorn"


def test_nothing_is_suggested_where_nothing_is_similar():
    make_article("The foghorn is back")
    assert meant("zzzzqqqq") == ""


def test_nothing_is_suggested_where_every_word_is_known():
    make_article("The foghorn is back")
    make_article("A gong sounds")
    assert meant("foghorn gong") == ""


def test_words_of_stories_that_are_not_public_are_never_suggested():
    make_article("The foghorn is back", live=False)
    make_author("Horatio Fogborn", live=False)
    make_topic("Fogborns", live=False)
    restrict(make_topic("Foghorns"))
    assert meant("fogorn") == ""


def test_a_long_query_is_not_corrected_word_by_word():
    make_article("The foghorn is back")
    assert meant("fogorn fogorm foghirn foggorn fohhorn") == ""


# --- Popular topics ---------------------------------------------------------------


def test_topics_with_most_stories_come_first():
    few, many, none = make_topic("Few"), make_topic("Many"), make_topic("None")
    make_article(topics=[many, few])
    make_article(topics=[many])
    assert [topic.title for topic in topics_by_weight()] == [many.title, few.title, none.title]


# --- As you type ------------------------------------------------------------------


def test_the_beginning_of_a_word_offers_names_and_headlines():
    make_author_index()
    make_author("Fay Harbour")
    make_topic("Fairs")
    story = make_article("The fair is back", slug="fair", section=make_section("Film"))
    assert offered("fa") == [
        ("Fairs", "/topics/fairs/"),
        ("Fay Harbour", "/authors/fay-harbour/"),
        (story.title, "/film/fair/"),
    ]


def test_the_newest_stories_are_offered_first():
    make_article("Fair one")
    make_article("Fair two")
    assert [title for title, _ in offered("fair")] == ["Fair two", "Fair one"]


def test_at_most_eight_titles_are_offered():
    for number in range(10):
        make_article(f"Fair {number}")
        make_topic(f"Fair topic {number}")
    assert len(offered("fair")) == 8


def test_what_is_not_public_is_not_offered():
    make_author_index()
    make_author("Fay Harbour", live=False)
    make_topic("Fairs", live=False)
    make_article("The fair is back", live=False)
    closed = make_section("Closed")
    make_article("The fair is private", section=closed)
    restrict(closed)
    assert offered("fa") == []


@pytest.mark.parametrize("text", ["", "f", "\x00", '""', "🎬🎬", "f" * 500, " ".join(map(str, range(33)))])
def test_what_is_too_short_or_too_long_is_not_completed(text):
    make_article("F is for fair")
    assert offered(text) == []
