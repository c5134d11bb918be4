"""The public log of corrections."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import make_article, make_correction, make_corrections_page, make_section, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def log():
    return make_corrections_page(standfirst="Everything we got wrong.")


def html(client, path="/corrections/", status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_an_entry_says_what_was_wrong_and_what_is_right(client):
    story = make_article("The interval is back", slug="interval", section=make_section("Film"))
    correction = make_correction(
        story,
        "The hall was said to seat 421.",
        is_right="It seats 412.",
        kind="clarification",
        published_at=datetime(2026, 11, 18, 9, tzinfo=UTC),
    )
    page = html(client)
    assert "Clarification" in page
    assert '<time datetime="2026-11-18">18 November 2026</time>' in page
    assert f'<a href="/film/interval/#correction-{correction.pk}">The interval is back</a>' in page
    assert "The hall was said to seat 421." in page
    assert "It seats 412." in page


def test_an_entry_has_an_address_of_its_own(client):
    correction = make_correction(make_article())
    page = html(client)
    assert f'id="correction-{correction.pk}"' in page
    assert f'href="#correction-{correction.pk}"' in page


def test_a_severe_correction_is_called_significant(client):
    make_correction(make_article(), severe=True)
    assert "Significant" in html(client)


def test_an_ordinary_correction_is_not(client):
    make_correction(make_article())
    assert "Significant" not in html(client)


def test_the_newest_comes_first_under_its_month(client):
    story = make_article()
    make_correction(story, "The older one.", published_at=datetime(2026, 10, 1, tzinfo=UTC))
    make_correction(story, "The newer one.", published_at=datetime(2026, 11, 1, tzinfo=UTC))
    page = html(client)
    order = ["November 2026", "The newer one.", "October 2026", "The older one."]
    places = [page.index(f">{words}<") for words in order]
    assert places == sorted(places)


def test_corrections_of_stories_that_are_not_public_are_left_out(client):
    closed = make_section("Closed")
    make_correction(make_article("Private", section=closed), "A secret slip.")
    restrict(closed)
    make_correction(make_article("Draft", live=False), "A slip in a draft.")
    page = html(client)
    assert "A secret slip." not in page
    assert "A slip in a draft." not in page


def test_an_empty_log_says_so(client):
    assert "Nothing has been corrected yet." in html(client)


def test_a_long_log_runs_over_pages(client):
    story = make_article()
    for number in range(31):
        make_correction(story, f"Slip {number}.")
    assert 'href="/corrections/?page=2"' in html(client)
    html(client, "/corrections/?page=2")


@pytest.mark.parametrize("page", ["abc", "0", "2"])
def test_a_page_of_the_log_that_does_not_exist_is_not_found(client, page):
    html(client, f"/corrections/?page={page}", status=404)


def test_hostile_text_in_a_correction_is_escaped(client):
    make_correction(make_article(), "<script>alert(1)</script>", is_right="<img src=x onerror=alert(2)>")
    page = html(client)
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def queries(client):
    client.get("/corrections/")
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        client.get("/corrections/")
    return len(captured)


def test_the_log_costs_the_same_for_many_corrections(client):
    make_correction(make_article("One"))
    few = queries(client)
    for number in range(10):
        make_correction(make_article(f"Story {number}"))
    assert queries(client) == few
