"""How stories are listed: which, in what order, and at what price."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Page

from news.models import ArticlePage, Contribution
from news.querysets import stories
from portal import clock
from portal.images import filter_specs
from portal.pictures import cuts
from tests.builders import (
    make_article,
    make_author,
    make_image,
    make_live_blog,
    make_section,
    make_topic,
    restrict,
    schedule,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


# --- Which ------------------------------------------------------------------


def test_published_stories_are_listed_newest_first():
    now = clock.now()
    older = make_article(published_at=now - 2 * HOUR)
    newest = make_article(published_at=now - HOUR)
    oldest = make_article(published_at=now - 3 * HOUR)
    assert list(stories().published()) == [newest, older, oldest]


def test_stories_of_the_same_moment_keep_one_order():
    moment = clock.now() - HOUR
    first, second, third = (make_article(published_at=moment) for _ in range(3))
    assert list(stories().published()) == [third, second, first]


def test_a_draft_is_not_listed():
    make_article(live=False)
    assert not stories().published().exists()


def test_a_scheduled_story_is_not_listed():
    schedule(make_article(live=False), clock.now() + HOUR)
    assert not stories().published().exists()


def test_an_expired_story_is_not_listed():
    story = make_article()
    Page.objects.filter(pk=story.pk).update(expire_at=clock.now() - HOUR)
    call_command("publish_scheduled")
    assert not stories().published().exists()


def test_a_private_story_is_not_listed():
    restrict(make_article())
    assert not stories().published().exists()


def test_live_blogs_are_listed_among_the_stories():
    now = clock.now()
    blog = make_live_blog(published_at=now - HOUR)
    story = make_article(published_at=now - 2 * HOUR)
    assert [listed.pk for listed in stories().published()] == [blog.pk, story.pk]


def test_a_section_lists_its_own_stories_only():
    entertainment = make_section("Entertainment")
    film = make_section("Film", parent=entertainment)
    above, below = make_article(section=entertainment), make_article(section=film)
    assert list(stories().in_section(entertainment)) == [above]
    assert set(stories().in_sections([entertainment, film])) == {above, below}


def test_a_topic_lists_its_stories():
    awards, vinyl = make_topic("Awards"), make_topic("Vinyl")
    about = make_article(topics=[awards, vinyl])
    make_article(topics=[vinyl])
    assert list(stories().published().on_topic(awards)) == [about]


@pytest.mark.parametrize("role", [Contribution.Role.BY, Contribution.Role.PHOTOS])
def test_an_author_lists_what_they_wrote_or_photographed(role):
    author = make_author()
    story = make_article(contributions=[(author, role)])
    assert list(stories().published().by_author(author)) == [story]


@pytest.mark.parametrize("role", [Contribution.Role.EDITED, Contribution.Role.FACT_CHECKED, Contribution.Role.REVIEWED])
def test_an_author_does_not_list_what_they_only_checked(role):
    author = make_author()
    make_article(contributions=[(author, role)])
    assert not stories().published().by_author(author).exists()


def test_a_story_with_words_and_pictures_by_one_author_is_listed_once():
    author = make_author()
    make_article(authors=[author], contributions=[(author, Contribution.Role.PHOTOS)])
    assert stories().published().by_author(author).count() == 1
    assert len(stories().published().by_author(author)) == 1


def test_the_lists_can_be_combined():
    film, author, topic = make_section("Film"), make_author(), make_topic()
    story = make_article(section=film, authors=[author], topics=[topic])
    make_article(section=film, authors=[author])
    make_article(section=make_section("Music"), authors=[author], topics=[topic])
    listed = stories().published().in_section(film).by_author(author).on_topic(topic).for_cards()
    assert list(listed) == [story]


# --- At what price ------------------------------------------------------------


def newsroom(number):
    """Publish so many stories, each with a section, picture, author and two topics of its own."""
    topics = [make_topic(f"Topic {place}") for place in range(2)]
    for place in range(number):
        image = make_image(size=(900, 600))
        image.get_renditions(*filter_specs("card"))
        make_article(
            section=make_section(f"Section {place}"),
            authors=[make_author(f"Author {place}")],
            topics=topics,
            lead_image=image,
            kicker="",
        )


def card(story):
    """Touch all that a story card shows."""
    pictures = cuts(story.lead_image, filter_specs("card"))
    byline = [contribution.author.name for contribution in story.card_contributions]
    return story.title, story.standfirst, story.label, story.desk, story.is_sponsored, byline, pictures


@pytest.mark.parametrize("number", [1, 4])
def test_cards_cost_one_query_however_many_there_are(number, django_assert_num_queries):
    newsroom(number)
    with django_assert_num_queries(1):
        assert len([card(story) for story in stories().published().for_cards()]) == number


def test_cards_leave_the_bodies_in_the_database():
    make_article()
    listed = stories().published().for_cards().get()
    assert {"body", "body_text", "content_hash"} <= listed.get_deferred_fields()


def test_cards_of_a_live_blog_leave_its_body_in_the_database_too():
    make_live_blog()
    assert "body" in stories().published().for_cards().get().get_deferred_fields()


def test_the_byline_of_a_card_names_writers_in_their_order():
    writer, second, photographer = make_author("Ines Farrow"), make_author("Caspian Adeyemi"), make_author("Rafe Eze")
    make_article(authors=[writer, second], contributions=[(photographer, Contribution.Role.PHOTOS)])
    listed = stories().published().for_cards().get()
    assert [contribution.author for contribution in listed.card_contributions] == [writer, second]


def test_a_card_without_picture_or_author_is_complete():
    make_article()
    listed = stories().published().for_cards().get()
    assert listed.lead_image is None
    assert listed.card_contributions == []


def test_a_card_names_its_live_blog_with_the_class_of_all_stories():
    make_live_blog()
    assert type(stories().published().for_cards().get()) is ArticlePage
