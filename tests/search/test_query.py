"""How the address bar becomes a query, and how found stories are ranked."""

from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs

import pytest
from django.http import Http404
from django.test import RequestFactory

from portal import clock
from search.query import MAX_CHARACTERS, MAX_TERMS, QueryTooLong, SearchQuery, relevance


def query(address):
    return SearchQuery.from_request(RequestFactory().get(f"/search/{address}"))


def story(title, standfirst=""):
    return SimpleNamespace(title=title, standfirst=standfirst)


# --- Reading the address ------------------------------------------------------


def test_a_plain_query_has_its_words_as_terms():
    found = query("?q=Salt+Hour")
    assert (found.text, found.terms) == ("Salt Hour", ("Salt", "Hour"))


def test_without_anything_the_query_is_empty():
    assert query("") == SearchQuery()


def test_a_word_that_stands_twice_is_one_term():
    assert query("?q=sleep+sleep").terms == ("sleep",)


def test_control_characters_become_spaces():
    assert query("?q=%20one%00two%0D%0Athree%7F%20").text == "one two three"


def test_filters_are_read():
    found = query("?q=a&section=health/mind&section=film&kind=news&author=ines-farrow&date=week&sort=newest&page=2")
    assert found.sections == ("health/mind", "film")
    assert (found.kinds, found.authors) == (("news",), ("ines-farrow",))
    assert (found.period, found.sort, found.page) == ("week", "newest", 2)


def test_values_that_no_form_of_ours_sends_are_passed_over():
    found = query("?q=a&kind=nonsense&date=yesterday&sort=cheapest&section=%00")
    assert (found.kinds, found.period, found.sort, found.sections) == ((), "", "relevance", ())


def test_a_query_of_too_many_characters_is_refused():
    with pytest.raises(QueryTooLong):
        query(f"?q={'a' * (MAX_CHARACTERS + 1)}")


def test_a_query_of_too_many_words_is_refused():
    with pytest.raises(QueryTooLong):
        query(f"?q={'+'.join(f'w{number}' for number in range(MAX_TERMS + 1))}")


@pytest.mark.parametrize("page", ["abc", "", "1.5", "-1", "٣", "1e3", "99999999"])
def test_a_page_that_is_no_number_is_not_found(page):
    with pytest.raises(Http404):
        query(f"?q=a&page={page}")


def test_a_period_begins_that_long_ago():
    since = query("?q=a&date=week").since
    assert timedelta(days=6) < clock.now() - since < timedelta(days=8)


# --- Writing it again ---------------------------------------------------------


def test_the_query_string_leads_back_to_the_same_query():
    found = query("?q=%C2%A3+%26+%22a%22&section=health/mind&kind=news&kind=review&author=a-b&date=month&sort=newest")
    assert query(f"?{found.encoded()}") == found


def test_defaults_stay_out_of_the_query_string():
    assert parse_qs(query("?q=a&sort=relevance&page=3").encoded()) == {"q": ["a"]}


def test_a_filter_can_be_taken_away():
    found = query("?q=a&kind=news&kind=review&date=week&page=4")
    assert found.without("kinds", "news") == query("?q=a&kind=review&date=week")
    assert found.without("period", "week") == query("?q=a&kind=news&kind=review")
    assert found.unfiltered == query("?q=a")


def test_another_order_starts_on_the_first_page():
    found = query("?q=a&kind=news&page=4")
    assert found.by_date == query("?q=a&kind=news&sort=newest")
    assert found.by_date.by_relevance == query("?q=a&kind=news")


# --- Ranking --------------------------------------------------------------------


def ranked(text, *stories):
    asked = SearchQuery.for_text(text)
    return sorted(stories, key=lambda found: relevance(found, asked), reverse=True)


def test_the_headline_counts_more_than_the_standfirst():
    above, below = story("Sleep and you"), story("Rest and you", "All about sleep.")
    assert ranked("sleep", below, above) == [above, below]


def test_the_standfirst_counts_more_than_the_text():
    above, below = story("Rest and you", "All about sleep."), story("Rest and you")
    assert ranked("sleep", below, above) == [above, below]


def test_the_words_in_their_order_count_more_than_scattered_ones():
    above, below = story("‘Salt Hour’ wins"), story("An hour on the salt flats")
    assert ranked("salt hour", below, above) == [above, below]


def test_a_plural_counts_like_the_singular():
    assert relevance(story("Three actors"), SearchQuery.for_text("actor")) == relevance(
        story("Three actor"), SearchQuery.for_text("actors")
    )


def test_the_beginning_of_a_word_counts_less_than_the_word():
    above, below = story("A cat"), story("A category")
    assert ranked("cat", below, above) == [above, below]


def test_the_author_counts_more_than_a_mention():
    asked = SearchQuery.for_text("ines farrow")
    assert relevance(story("A play"), asked, "Ines Farrow") > relevance(story("A play", "With Farrow."), asked)
