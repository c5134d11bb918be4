"""What a severe correction does beyond the story itself: its cards say so for two days."""

from datetime import timedelta

import pytest

from news.models import ArticlePage
from portal import clock
from portal.page_cache.tags import collecting
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_section,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db

FLAG = '<p class="corrected-tag">Corrected</p>'


@pytest.fixture
def story():
    make_author_index()
    return make_article(
        "The bell is found",
        slug="bell",
        section=make_section("Film"),
        authors=[make_author("Ada Lomax")],
        topics=[make_topic("Lanterns")],
    )


def ago(**time):
    return clock.now() - timedelta(**time)


def shown(client, path="/film/"):
    return client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/", "/film/", "/topics/lanterns/", "/authors/ada-lomax/", "/search/?q=bell"])
def test_every_card_of_a_severely_corrected_story_says_so(client, story, path):
    assert FLAG not in shown(client, path)
    make_correction(story, severe=True, published_at=ago(hours=47))
    assert FLAG in shown(client, path)


def test_after_two_days_the_cards_say_it_no_more(client, story):
    make_correction(story, severe=True, published_at=ago(hours=48, seconds=1))
    assert FLAG not in shown(client)


def test_an_ordinary_correction_stands_on_no_card(client, story):
    make_correction(story)
    assert FLAG not in shown(client)


def test_a_page_with_the_flag_is_fresh_until_it_has_to_go(client, story):
    correction = make_correction(story, severe=True, published_at=ago(hours=40))
    with collecting() as page:
        shown(client)
    assert page.until == (correction.published_at + timedelta(hours=48)).timestamp()


def test_the_flag_survives_the_next_edition_of_the_story(client, story):
    make_correction(story, severe=True)
    story.title = "The bell is rung"
    publish(story)
    assert FLAG in shown(client)


def test_a_copy_of_the_story_was_never_corrected(story):
    make_correction(story, severe=True)
    story.refresh_from_db()
    copy = story.copy(to=home_page().get_children().first(), update_attrs={"slug": "copy", "title": "Copy"})
    assert ArticlePage.objects.get(pk=copy.pk).severely_corrected_at is None


def test_a_correction_leads_to_the_log_of_all(client, story):
    make_correction(story)
    assert "All corrections" not in shown(client, story.url)
    log = make_corrections_page()
    assert f'<a href="{log.url}">All corrections</a>' in shown(client, story.url)
