"""The page of a topic, and the list of all."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import make_article, make_image, make_section, make_topic, make_topic_index, restrict

pytestmark = pytest.mark.django_db


def html(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def day(month, number):
    return datetime(2026, month, number, 12, tzinfo=UTC)


# --- One topic --------------------------------------------------------------------


def test_the_page_says_what_the_topic_is(client):
    make_topic("Sleep", description="What researchers know about rest.")
    assert "What researchers know about rest." in html(client, "/topics/sleep/")


def test_the_page_opens_with_the_newest_and_lists_the_rest_by_month(client):
    topic = make_topic("Sleep")
    for month, number in ((9, 1), (9, 2), (8, 30), (8, 2), (7, 1)):
        make_article(f"Story of {month}/{number}", topics=[topic], published_at=day(month, number))
    page = html(client, "/topics/sleep/")
    expected = ["9/2", "9/1", "8/30", "August 2026", "8/2", "July 2026", "7/1"]
    places = [page.index(words if "20" in words else f"Story of {words}<") for words in expected]
    assert places == sorted(places)
    assert "September 2026" not in page


def test_no_story_stands_twice_in_the_lists(client):
    topic = make_topic("Sleep")
    for number in range(5):
        make_article(f"Story {number}", topics=[topic])
    page = html(client, "/topics/sleep/")
    assert [page.count(f">Story {number}</a>") for number in range(5)] == [1] * 5


def test_readers_find_the_feed_of_a_topic_on_the_page(client):
    make_topic("Sleep")
    page = html(client, "/topics/sleep/")
    assert "Get new stories on Sleep in your feed reader." in page
    assert '<a class="btn" href="http://localhost/topics/sleep/feed/">RSS feed</a>' in page
    assert client.get("/topics/sleep/feed/").status_code == 200


def test_further_pages_have_no_opening(client):
    topic = make_topic("Sleep")
    for number in range(23):
        make_article(f"Story {number}", topics=[topic])
    assert '<h2 id="newest">' in html(client, "/topics/sleep/")
    assert '<h2 id="newest">' not in html(client, "/topics/sleep/?page=2")


@pytest.mark.parametrize("page", ["abc", "0", "2"])
def test_a_page_of_the_list_that_does_not_exist_is_not_found(client, page):
    make_topic("Sleep")
    html(client, f"/topics/sleep/?page={page}", status=404)


def test_a_topic_without_stories_says_so(client):
    make_topic("Sleep")
    assert "No stories yet." in html(client, "/topics/sleep/")


def test_what_is_not_public_is_not_listed(client):
    topic, closed = make_topic("Sleep"), make_section("Closed")
    make_article("A draft", topics=[topic], live=False)
    make_article("A private story", topics=[topic], section=closed)
    restrict(closed)
    page = html(client, "/topics/sleep/")
    assert "A draft" not in page
    assert "A private story" not in page


def test_topics_that_share_stories_are_linked(client):
    topic, near, far = make_topic("Sleep"), make_topic("Mental health"), make_topic("Vinyl")
    make_article(topics=[topic, near])
    make_article(topics=[far])
    page = html(client, "/topics/sleep/")
    assert 'href="/topics/mental-health/"' in page
    assert 'href="/topics/vinyl/"' not in page


def test_rated_evidence_is_shown_beside_the_list(client):
    topic = make_topic("Sleep")
    make_article("Does a fixed bedtime help?", topics=[topic], evidence="moderate")
    page = html(client, "/topics/sleep/")
    assert "Evidence checks" in page
    assert "Evidence: moderate" in page


def test_the_page_wears_the_colour_of_its_newest_story(client):
    topic = make_topic("Sleep")
    make_article(topics=[topic], section=make_section("Health", colour="tonic"))
    assert '<body class="is-inner" data-desk="health">' in html(client, "/topics/sleep/")


def test_a_draft_is_not_found(client):
    make_topic("Sleep", live=False)
    html(client, "/topics/sleep/", status=404)


def queries(client, path):
    client.get(path)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def test_a_topic_costs_as_many_queries_for_thirty_stories_as_for_three(client):
    section, picture = make_section("Film"), make_image()
    for title, number in (("Few", 3), ("Many", 30)):
        topic = make_topic(title)
        for place in range(number):
            make_article(f"{title} {place}", section=section, topics=[topic], lead_image=picture)
    assert queries(client, "/topics/few/") == queries(client, "/topics/many/")


# --- All of them --------------------------------------------------------------------


def test_the_index_lists_topics_by_letter_with_their_number_of_stories(client):
    make_topic_index(standfirst="Everything we keep coming back to.")
    sleep = make_topic("Sleep")
    make_topic("Awards")
    make_article(topics=[sleep])
    make_article(topics=[sleep])
    page = html(client, "/topics/")
    assert page.index(">A</h2>") < page.index(">Awards<") < page.index(">S</h2>") < page.index(">Sleep<")
    assert '<span class="n">2<span class="vh"> stories</span></span>' in page


def test_stories_that_are_not_public_are_not_counted(client):
    make_article(topics=[make_topic("Sleep")], live=False)
    assert '<span class="n">0<' in html(client, "/topics/")


def test_the_index_leaves_drafts_and_closed_topics_out(client):
    make_topic("Sleep", live=False)
    restrict(make_topic("Awards"))
    page = html(client, "/topics/")
    assert "Sleep" not in page
    assert "Awards" not in page


@pytest.mark.parametrize(("number", "asks"), [(2, True), (3, False)])
def test_a_topic_with_hardly_a_story_asks_to_be_left_out_of_search_engines(client, number, asks):
    topic, film = make_topic("Lanterns"), make_section("Film")
    for each in range(number):
        make_article(f"Story {each}", section=film, topics=[topic])
    assert ('<meta name="robots" content="noindex' in html(client, topic.url)) == asks
