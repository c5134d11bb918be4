"""The search page as browsers and search engines get it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_image,
    make_section,
    make_topic,
    paragraph,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


def text(response):
    return response.content.decode()


# --- Answers --------------------------------------------------------------------


def test_without_a_query_there_is_a_place_to_begin(client):
    make_article("The foghorn is back", topics=[make_topic("Harbours")])
    response = client.get("/search/")
    assert response.status_code == 200
    assert "Popular topics" in text(response)
    assert "The foghorn is back" in text(response)


def test_results_show_headline_and_marked_words(client):
    make_article("The foghorn is back", standfirst="It was heard by the whole foghorn quay.")
    response = client.get("/search/?q=foghorn")
    assert "1 result for “foghorn”" in text(response)
    assert "the whole <mark>foghorn</mark> quay" in text(response)


def test_a_story_without_a_picture_has_no_empty_frame(client):
    make_article("The foghorn is back")
    assert "card-media" not in text(client.get("/search/?q=foghorn"))


def test_a_sponsored_result_says_who_paid(client):
    make_article("The foghorn is back", origin="sponsored", sponsor="Alder Quay Lamps")
    html = text(client.get("/search/?q=foghorn"))
    assert "Paid for by Alder Quay Lamps" in html
    assert 'rel="sponsored"' in html


def test_nothing_found_offers_another_spelling_and_topics(client):
    make_article("The foghorn is back", topics=[make_topic("Harbours")])
    html = text(client.get("/search/?q=fogorn"))
    assert "No results for “fogorn”" in html
    assert '<a href="/search/?q=foghorn"><strong>foghorn</strong></a>' in html
    assert "/topics/harbours/" in html


def test_filters_that_leave_nothing_can_be_removed(client):
    make_article("The foghorn is back")
    html = text(client.get("/search/?q=foghorn&kind=review"))
    assert "Without these filters there is 1 story." in html
    assert 'href="/search/?q=foghorn"' in html


def test_the_form_keeps_what_was_typed(client):
    html = text(client.get("/search/?q=%3Cscript%3E%22x%22"))
    assert 'value="&lt;script&gt;&quot;x&quot;"' in html
    assert '<script>"x"' not in html


def test_filters_are_a_plain_form(client):
    make_article("The foghorn is back", section=make_section("Film"))
    html = text(client.get("/search/?q=foghorn&section=film&sort=newest"))
    assert '<input type="checkbox" name="section" value="film" checked>' in html
    assert '<input type="hidden" name="sort" value="newest">' in html


def test_a_query_that_is_too_long_is_refused_in_words(client):
    response = client.get("/search/", {"q": "a" * 1001})
    assert response.status_code == 400
    assert "That is more than we can search for" in text(response)


# --- Pages -----------------------------------------------------------------------


@pytest.fixture
def thirty_stories():
    section, author, topic = make_section("Film"), make_author("Ines Farrow"), make_topic("Harbours")
    make_author_index()
    picture = make_image()
    for number in range(30):
        make_article(
            f"Foghorn {number}",
            section=section,
            authors=[author],
            topics=[topic],
            lead_image=picture,
            body=[paragraph("A foghorn.")],
        )


def test_pages_keep_the_query_and_its_filters(client, thirty_stories):
    html = text(client.get("/search/?q=foghorn&kind=news&sort=newest"))
    assert 'href="/search/?q=foghorn&amp;kind=news&amp;sort=newest&amp;page=2"' in html


def test_no_story_stands_on_two_pages(client, thirty_stories):
    pages = [client.get(f"/search/?q=foghorn&page={number}").context["results"].page for number in (1, 2)]
    shown = [hit.story.title for page in pages for hit in page]
    assert sorted(shown) == sorted({f"Foghorn {number}" for number in range(30)})


@pytest.mark.parametrize("page", ["abc", "0", "3", "-1", "999999", "1.0", ""])
def test_a_page_that_does_not_exist_is_not_found(client, thirty_stories, page):
    assert client.get(f"/search/?q=foghorn&page={page}").status_code == 404


@pytest.mark.parametrize("query", ["", "q=nothingatall"])
@pytest.mark.parametrize("page", ["abc", "0", "2"])
def test_a_page_that_does_not_exist_is_not_found_without_results_either(client, query, page):
    assert client.get(f"/search/?{query}&page={page}").status_code == 404


# --- For machines ----------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "?q=foghorn", "?q=nothingatall"])
def test_search_pages_ask_not_to_be_listed_and_are_never_remembered(client, query):
    make_article("The foghorn is back")
    response = client.get(f"/search/{query}")
    assert '<meta name="robots" content="noindex' in text(response)
    assert "no-store" in response["Cache-Control"]


def test_every_search_page_is_canonical_to_the_search(client):
    assert '<link rel="canonical" href="http://testserver/search/">' in text(client.get("/search/?q=a&kind=news"))


def test_suggestions_are_json(client):
    make_article("The foghorn is back", slug="foghorn", section=make_section("Film"))
    response = client.get("/search/suggest/?q=fog")
    assert response.json() == {"suggestions": [{"title": "The foghorn is back", "url": "/film/foghorn/"}]}
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
def test_search_is_for_reading_only(client, path):
    assert client.post(path, {"q": "a"}).status_code == 405


# --- Cost -------------------------------------------------------------------------


def queries(client, address, clear):
    clear()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.fixture
def clear_cache():
    from django.core.cache import cache

    return cache.clear


def test_a_search_costs_as_many_queries_for_thirty_stories_as_for_three(client, clear_cache, thirty_stories):
    for number in range(3):
        make_article(f"Gong {number}", authors=[make_author(f"Author {number}")], lead_image=make_image())
    client.get("/search/?q=gong")
    client.get("/search/?q=foghorn")
    few = queries(client, "/search/?q=gong", clear_cache)
    assert few == queries(client, "/search/?q=foghorn", clear_cache)
    assert few <= MOST_QUERIES


@pytest.mark.parametrize(
    "address",
    ["/search/", "/search/?q=fogorn", "/search/?q=foghorn&section=film&author=ines-farrow&date=week", "/search/?q=%22"],
)
def test_no_search_costs_more_queries(client, clear_cache, thirty_stories, address):
    client.get(address)
    assert queries(client, address, clear_cache) <= MOST_QUERIES
