"""What stories derive from the tree stays true when the tree changes."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from news.models import ArticlePage, ArticleTopic, Author, Contribution
from news.models.authors import author_index_url
from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_live_blog,
    make_section,
    make_topic,
    publish,
    restrict,
)

pytestmark = pytest.mark.django_db


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def story_with_links(section, **fields):
    author, topic = Author.objects.first() or make_author(), make_topic(slug=f"topic-{ArticleTopic.objects.count()}")
    return make_article(section=section, authors=[author], topics=[topic], **fields)


def visibility(story):
    """Return what the story and its links say of whether everybody may read it."""
    story = fresh(story)
    return {
        story.is_public,
        *story.contributions.values_list("is_public", flat=True),
        *story.topic_links.values_list("is_public", flat=True),
    }


# --- Moving -------------------------------------------------------------------


def test_a_moved_story_has_its_new_section():
    film, music = make_section("Film"), make_section("Music")
    story = make_article(section=film)
    story.move(music, pos="last-child")
    assert fresh(story).section == music


def test_a_moved_live_blog_has_its_new_section():
    film, music = make_section("Film"), make_section("Music")
    blog = make_live_blog(section=film)
    blog.move(music, pos="last-child")
    assert fresh(blog).section == music


def test_stories_keep_their_section_when_it_moves():
    culture, film = make_section("Culture"), make_section("Film")
    story = make_article(section=film)
    film.move(culture, pos="last-child")
    assert fresh(story).section == film


def test_only_stories_right_below_the_new_parent_take_its_section():
    culture, film = make_section("Culture"), make_section("Film")
    in_culture, in_film = make_article(section=culture), make_article(section=film)
    film.move(culture, pos="last-child")
    assert fresh(in_culture).section == culture
    assert fresh(in_film).section == film


def test_a_story_that_moves_behind_a_password_is_not_public_any_more():
    film, club = make_section("Film"), make_section("Club")
    restrict(club)
    story = story_with_links(film)
    story.move(club, pos="last-child")
    assert visibility(story) == {False}


def test_a_story_that_moves_out_from_behind_a_password_becomes_public():
    film, club = make_section("Film"), make_section("Club")
    restrict(club)
    story = story_with_links(club)
    story.move(film, pos="last-child")
    assert visibility(story) == {True}


def test_a_section_that_moves_below_a_closed_one_takes_its_stories_along():
    film, club = make_section("Film"), make_section("Club")
    restrict(club)
    story = story_with_links(film)
    film.move(club, pos="last-child")
    assert visibility(story) == {False}


def test_a_draft_that_moves_stays_a_draft():
    film, music = make_section("Film"), make_section("Music")
    draft = story_with_links(film, live=False)
    draft.move(music, pos="last-child")
    assert visibility(draft) == {False}
    assert fresh(draft).section == music


def test_a_move_leaves_the_dates_alone():
    film, music = make_section("Film"), make_section("Music")
    story = story_with_links(film, published_at=clock.now() - timedelta(days=3))
    story.move(music, pos="last-child")
    assert fresh(story).published_at == story.published_at
    assert fresh(story).updated_at is None
    assert fresh(story).contributions.get().published_at == story.published_at


def test_the_order_of_sections_changes_nothing():
    film, music = make_section("Film"), make_section("Music")
    story = story_with_links(film)
    film.move(music, pos="right")
    assert fresh(story).section == film
    assert visibility(story) == {True}


# --- Passwords and logins -----------------------------------------------------


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN, PageViewRestriction.GROUPS])
def test_a_restriction_of_any_kind_closes_a_story(kind):
    story = story_with_links(make_section())
    Page.objects.get(pk=story.pk).view_restrictions.create(restriction_type=kind)
    assert visibility(story) == {False}


def test_closing_a_section_closes_the_stories_of_its_sub_sections_too():
    entertainment = make_section("Entertainment")
    story = story_with_links(make_section("Film", parent=entertainment))
    restrict(entertainment)
    assert visibility(story) == {False}


def test_closing_a_section_leaves_its_neighbours_open():
    film, music = make_section("Film"), make_section("Music")
    story = story_with_links(music)
    restrict(film)
    assert visibility(story) == {True}


def test_opening_a_section_makes_its_stories_public_again():
    film = make_section("Film")
    story = story_with_links(film)
    restriction = restrict(film)
    restriction.delete()
    assert visibility(story) == {True}


def test_opening_a_section_leaves_a_closed_sub_section_closed():
    entertainment = make_section("Entertainment")
    film = make_section("Film", parent=entertainment)
    story = story_with_links(film)
    outer, _inner = restrict(entertainment), restrict(film)
    outer.delete()
    assert visibility(story) == {False}


def test_opening_a_section_publishes_no_draft():
    film = make_section("Film")
    draft = story_with_links(film, live=False)
    restrict(film).delete()
    assert visibility(draft) == {False}


def test_a_story_that_is_published_behind_a_password_appears_with_its_date_when_the_section_opens():
    film = make_section("Film")
    restriction = restrict(film)
    story = story_with_links(film)
    restriction.delete()
    story = fresh(story)
    assert visibility(story) == {True}
    assert story.published_at == story.first_published_at
    assert story.contributions.get().published_at == story.published_at


def test_a_closed_story_can_be_deleted():
    story = story_with_links(make_section())
    restrict(story)
    fresh(story).delete()
    assert not ArticlePage.objects.exists()


def test_a_closed_section_can_be_deleted_with_its_stories():
    film, music = make_section("Film"), make_section("Music")
    story_with_links(film)
    kept = story_with_links(music)
    restrict(film)
    fresh(film).delete()
    assert list(ArticlePage.objects.all()) == [kept]
    assert visibility(kept) == {True}


# --- Sections off and on the site ----------------------------------------------


def test_a_section_that_is_unpublished_takes_its_stories_along():
    film = make_section("Film")
    story = story_with_links(film)
    film.unpublish()
    assert visibility(story) == {False}


def test_a_section_that_expires_takes_its_stories_along():
    film = make_section("Film")
    story = story_with_links(film)
    Page.objects.filter(pk=film.pk).update(expire_at=clock.now() - timedelta(hours=1))
    call_command("publish_scheduled")
    assert visibility(story) == {False}


def test_a_section_that_is_published_brings_its_stories_with_it():
    film = make_section("Film", live=False)
    story = story_with_links(film)
    assert visibility(story) == {False}
    publish(film)
    assert visibility(story) == {True}


def test_a_section_that_returns_brings_neither_drafts_nor_closed_stories():
    film = make_section("Film")
    draft, closed = story_with_links(film, live=False), story_with_links(film)
    restrict(closed)
    film.unpublish()
    publish(fresh(film))
    assert visibility(draft) == visibility(closed) == {False}


def test_nothing_below_an_unpublished_section_is_served(client):
    film = make_section("Film")
    story = make_article(section=make_section("Shorts", parent=film))
    address = story.url
    film.unpublish()
    assert client.get(address).status_code == 404


# --- Addresses ------------------------------------------------------------------


def test_a_section_with_a_new_slug_is_found_with_its_stories_below_it(client):
    film = make_section("Film")
    story = make_article(section=film)
    draft = film.get_latest_revision_as_object()
    draft.slug = "cinema"
    publish(draft)
    assert fresh(story).url == f"/cinema/{story.slug}/"
    assert fresh(story).section == film
    assert client.get(fresh(story).url).status_code == 200


def test_profiles_follow_the_slug_of_the_author_index():
    index, author = make_author_index(slug="authors"), make_author("Ines Farrow")
    assert author.get_absolute_url() == "/authors/ines-farrow/"
    draft = index.get_latest_revision_as_object()
    draft.slug = "people"
    publish(draft)
    assert author.get_absolute_url() == "/people/ines-farrow/"


def test_authors_have_no_address_while_their_index_is_off_the_site():
    index, author = make_author_index(), make_author()
    assert author.get_absolute_url()
    index.unpublish()
    assert author.get_absolute_url() == ""
    publish(fresh(index))
    assert author.get_absolute_url()


def test_authors_have_no_address_once_their_index_is_deleted():
    index, author = make_author_index(), make_author()
    assert author.get_absolute_url()
    index.delete()
    assert author.get_absolute_url() == ""


def test_the_address_of_the_author_index_is_remembered(django_assert_num_queries):
    make_author_index()
    author_index_url()
    with django_assert_num_queries(0):
        assert author_index_url() == "/authors/"


# --- Cost -----------------------------------------------------------------------


def statements_to_close(section, django_assert_max_num_queries):
    with django_assert_max_num_queries(60) as queries:
        restrict(section)
    return len(queries)


def test_closing_a_section_costs_the_same_whatever_it_holds(django_assert_max_num_queries):
    film, music = make_section("Film"), make_section("Music")
    for section, number in ((film, 1), (music, 6)):
        for _ in range(number):
            story_with_links(section)
    assert statements_to_close(film, django_assert_max_num_queries) == statements_to_close(
        music, django_assert_max_num_queries
    )


def test_links_that_lag_behind_are_put_right():
    film = make_section("Film")
    story_with_links(film)
    Contribution.objects.update(published_at=None, is_public=False)
    publish(film)
    link = Contribution.objects.get()
    assert link.is_public
    assert link.published_at == ArticlePage.objects.get().published_at
