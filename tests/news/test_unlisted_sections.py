"""One switch on a section keeps all of its stories out of search engines, wherever they are told of stories."""

from datetime import timedelta

import pytest

from news.bulk import add_stories
from news.models import ArticlePage
from news.syndication.story_months import stories_of
from portal import clock
from tests.builders import make_article, make_section, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    """A section with the switch, and a sub-section without one of its own."""
    return make_section("Archive", stories_noindex=True)


@pytest.fixture
def film(archive):
    return make_section("Film", parent=archive)


def robots(client, story):
    page = client.get(story.url).content.decode()
    return page.split('name="robots" content="')[1].split('"')[0]


def switch(section, on):
    section.refresh_from_db()
    section.stories_noindex = on
    publish(section)


def test_a_story_below_an_unlisted_section_asks_not_to_be_listed(client, film):
    story = make_article("Kept", section=film)
    assert robots(client, story).startswith("noindex")
    assert "Kept" in client.get("/").content.decode(), "it stays public all the same"


def test_no_sitemap_names_it(client, film):
    story = make_article("Kept", section=film)
    listed = make_article("Listed", section=make_section("Music"))
    month = client.get(f"/sitemap-stories-{clock.now():%Y-%m}.xml").content.decode()
    news = client.get("/sitemap-news.xml").content.decode()
    for text in (month, news):
        assert listed.url in text
        assert story.url not in text


def test_the_section_itself_is_still_listed(client, film, archive):
    make_article(section=film)
    assert archive.url in client.get("/sitemap-pages.xml").content.decode()


def test_the_switch_holds_for_the_stories_that_are_there_already_and_can_be_taken_back(client):
    music = make_section("Music")
    story = make_article("Song", section=music)
    own = make_article("Own choice", section=music, noindex=True)
    for on in (True, False):
        assert robots(client, story).startswith("noindex") is not on
        switch(music, on)
        assert robots(client, story).startswith("noindex") is on
        assert robots(client, own).startswith("noindex")
        unlisted = client.get(f"/sitemap-stories-{clock.now():%Y-%m}.xml").status_code == 404
        assert unlisted is on


def test_a_story_takes_the_switch_of_the_section_it_moves_to(client, archive):
    story = make_article("Wanderer", section=make_section("Music"))
    story.move(archive, pos="last-child")
    assert robots(client, ArticlePage.objects.get(pk=story.pk)).startswith("noindex")


def test_stories_that_come_in_bulk_take_it_too(film):
    now = clock.now() - timedelta(hours=1)
    story = ArticlePage(title="Old", slug="old", first_published_at=now, live=True)
    add_stories(film, [(story, (), ())])
    assert ArticlePage.objects.get(slug="old").section_noindex
    assert not stories_of(film.get_site(), f"{now:%Y-%m}").exists()


def test_deleting_one_takes_nothing_from_its_month(client, film):
    listed = make_article("Listed", section=make_section("Music"))
    make_article("Kept", section=film).delete()
    assert listed.url in client.get(f"/sitemap-stories-{clock.now():%Y-%m}.xml").content.decode()
