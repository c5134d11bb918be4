"""The editor sees a page as others will, and how long the words for that are."""

import pytest

from portal.search_preview import LENGTHS
from tests.builders import make_article, make_image, make_section, make_user
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(make_user(superuser=True))
    return client


def edit(client, page):
    return client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_a_story_is_shown_as_search_result_and_as_shared_link(admin):
    story = make_article(section=make_section("Film"), slug="the-bell", lead_image=make_image())
    html = edit(admin, story)
    assert "film › the-bell" in html
    (picture,) = [tag for tag in Fragment(html).named("img") if "data-preview" in tag]
    assert "fill-1200x630" in picture["src"]
    assert "portal/js/search-preview.js" in html
    assert "portal/css/search-preview.css" in html


def test_every_headline_is_a_field_of_its_own_and_counted(admin):
    html = edit(admin, make_article(section=make_section("Film")))
    for name in LENGTHS:
        assert f'name="{name}"' in html
        assert f'"{name}": [' in html


def test_a_section_counts_only_the_fields_that_it_has(admin):
    html = edit(admin, make_section("Film"))
    assert '"seo_title": [' in html
    assert '"short_title": [' not in html


def test_a_page_that_was_never_saved_can_be_previewed_too(admin):
    film = make_section("Film")
    html = admin.get(f"/admin/pages/add/news/articlepage/{film.pk}/").content.decode()
    assert "data-search-preview" in html
