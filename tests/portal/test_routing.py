"""From an address to its page: few queries, and the same answers as Wagtail's own routing gives."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from portal.routing import find_route, find_site
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_section,
    make_standard_page,
    restrict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_for(settings):
    settings.ALLOWED_HOSTS = ["*"]

    def make(path="/", host="testserver"):
        return RequestFactory().get(path, headers={"host": host})

    return make


def path_of(page):
    return page.url.strip("/")


# --- Finding the page ---------------------------------------------------------


def test_a_page_is_found_however_deep_it_lies(client):
    section = make_section("Film", parent=make_section("Entertainment"))
    story = make_article("The bell", section=section)
    assert client.get(story.url).context["page"] == story


def test_a_slug_in_any_script_is_found(client):
    section = make_section("映画", slug="映画")
    story = make_article("Łukasz", section=section, slug="łukasz-映画")
    assert client.get(f"/映画/{story.slug}/").status_code == 200


def test_the_same_slug_in_another_section_is_another_page(client):
    film, music = make_section("Film"), make_section("Music")
    stories = [make_article(title, section=section, slug="same") for title, section in (("One", film), ("Two", music))]
    assert [client.get(story.url).context["page"].title for story in stories] == ["One", "Two"]


@pytest.mark.parametrize("path", ["/nothing/", "/film/nothing/", "/film/the-bell/nothing/", "/the-bell/"])
def test_an_address_without_a_page_is_not_found(client, path):
    make_article("The bell", section=make_section("Film"), slug="the-bell")
    assert client.get(path).status_code == 404


def test_a_draft_is_not_found(client):
    assert client.get(make_article(live=False).url).status_code == 404


def test_the_page_at_the_end_of_the_way_decides_about_the_rest_of_it(client):
    make_author_index()
    make_author("Ines Farrow")
    assert client.get("/authors/ines-farrow/").status_code == 200
    assert client.get("/authors/nobody/").status_code == 404


# --- Closed pages -------------------------------------------------------------


@pytest.mark.parametrize("closed", ["story", "section", "parent", "front"])
def test_a_story_below_a_closed_page_is_closed(client, closed):
    parent = make_section("Entertainment")
    section = make_section("Film", parent=parent)
    story = make_article(body=[("paragraph", "<p>The secret ending.</p>")], section=section)
    restrict({"story": story, "section": section, "parent": parent, "front": home_page()}[closed])
    response = client.get(story.url)
    assert "secret ending" not in response.content.decode()
    assert "password" in response.content.decode()


def test_a_closed_neighbour_closes_nothing_else(client):
    section = make_section("Film")
    restrict(make_article("Closed", section=section))
    restrict(make_section("Filmography"))
    assert "Abellrings" in "".join(client.get(make_article(section=section).url).content.decode().split())


def test_an_alias_of_a_closed_page_is_closed(client):
    page = make_standard_page("About us")
    restrict(page)
    alias = page.create_alias(update_slug="about-us-too")
    assert "password" in client.get(alias.url).content.decode()


# --- Finding the site ---------------------------------------------------------


def test_the_site_is_the_one_that_wagtail_would_choose(request_for):
    root = home_page()
    default = Site.objects.get(is_default_site=True)
    Site.objects.create(hostname="b.example", port=8080, root_page=root)
    Site.objects.create(hostname="c.example", port=80, root_page=root)
    Site.objects.create(hostname="c.example", port=8080, root_page=root)
    for host in (
        "b.example",
        "b.example:8080",
        "c.example",
        "c.example:8080",
        "c.example:1",
        "d.example",
        default.hostname,
    ):
        assert find_site(request_for(host=host)) == Site.find_for_request(request_for(host=host)), host


def test_without_any_site_nothing_is_found(client):
    Site.objects.all().delete()
    assert client.get("/nothing/").status_code == 404


# --- What it costs ------------------------------------------------------------


def test_a_deep_page_is_found_in_three_queries(request_for):
    story = make_article(section=make_section("Film", parent=make_section("Entertainment")))
    Publication.for_request(request_for())
    path = path_of(story)
    with CaptureQueriesContext(connection) as queries:
        page = find_route(request_for(), path)[0]
        assert not page.get_view_restrictions()
    assert page == story
    assert len(queries) <= 3


def test_wagtail_would_route_to_the_same_page(request_for):
    story = make_article(section=make_section("Film", parent=make_section("Entertainment")))
    assert find_route(request_for(), path_of(story))[0] == Page.route_for_request(request_for(), path_of(story))[0]
