"""What to read after a story, and beside it."""

import pytest

from tests.builders import make_article, make_image, make_section, make_topic
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db


def page_of(client, story):
    """Return the story's page as a reader gets it, parsed."""
    return Fragment(client.get(story.url).content.decode())


def test_topics_that_are_published_are_linked(client):
    awards, draft = make_topic("Awards"), make_topic("Secret", live=False)
    page = page_of(client, make_article(topics=[awards, draft]))
    assert awards.url in page.attributes("href")
    assert "Secret" not in page.text


def test_related_stories_are_the_picked_ones_and_then_those_on_the_same_topic(client):
    topic, film, music = make_topic(), make_section("Film"), make_section("Music")
    make_article("Of the section", section=film)
    make_article("On the topic", section=music, topics=[topic])
    picked = [make_article(f"Picked {number}", section=music) for number in (1, 2)]
    story = make_article(section=film, topics=[topic], related=picked)
    text = page_of(client, story).text.partition("Relatedstories")[2]
    places = [text.index(words) for words in ("Picked1", "Picked2", "Onthetopic", "Ofthesection")]
    assert places == sorted(places)


def test_a_draft_that_was_picked_is_not_shown(client):
    story = make_article(related=[make_article("The secret ending", live=False)])
    assert "secret" not in page_of(client, story).text


def test_nothing_that_was_paid_for_is_related_by_itself(client):
    make_article("Advertisement", origin="sponsored", sponsor="A firm")
    assert "Advertisement" not in page_of(client, make_article()).text


def test_no_story_stands_twice_around_a_story(client):
    for number in range(12):
        make_article(f"Neighbour {number:02}x")
    text = page_of(client, make_article()).text
    assert all(text.count(f"Neighbour{number:02}x") <= 1 for number in range(12))
    assert sum(text.count(f"Neighbour{number:02}x") for number in range(12)) == 9


def test_beside_a_review_stand_other_reviews_with_their_posters(client):
    poster = make_image(size=(60, 90))
    make_article("Another review", kind="review", poster=poster)
    make_article("A review without a poster", kind="review")
    text = page_of(client, make_article("This review", kind="review", poster=poster)).text
    assert "RecentreviewsAnotherreview" in text


def test_beside_any_other_story_stands_the_newest_of_its_section(client):
    film, music = make_section("Film"), make_section("Music")
    for number in range(6):
        make_article(f"Film {number}", section=film)
    make_article("From music", section=music)
    text = page_of(client, make_article(section=film)).text
    assert "MoreinFilm" in text
    assert "Frommusic" not in text
