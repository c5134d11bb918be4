"""Where a page stands: by the short way as by Wagtail's own."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, Site

from portal.addresses import address_of
from portal.routing import find_site
from tests.builders import home_page, make_article, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of_site(rf: RequestFactory):
    request = rf.get("/")
    find_site(request)
    return request


@pytest.mark.parametrize("slug", ["bell", "glocke-läutet", "колокол", "鐘"])
def test_the_short_way_leads_where_the_long_one_does(request_of_site, slug):
    page = make_article(section=make_section("Film"), slug=slug)
    assert address_of(page, request_of_site) == Page.get_url(page, request_of_site) == page.get_url(request_of_site)


def test_the_front_stands_at_the_top(request_of_site):
    assert address_of(home_page(), request_of_site) == "/"


def test_a_page_outside_the_site_has_no_address(request_of_site):
    assert address_of(Page.objects.get(depth=1), request_of_site) is None


@pytest.mark.parametrize("host", ["testserver", "film.example"])
def test_with_two_sites_the_long_way_is_taken(rf, settings, host):
    settings.ALLOWED_HOSTS = ["*"]
    section = make_section("Film")
    Site.objects.create(hostname="film.example", root_page=section)
    request = rf.get("/", headers={"host": host})
    find_site(request)
    for page in (make_article(section=section, slug="bell"), make_section("TV")):
        assert address_of(page, request) == Page.get_url(page, request)
    assert address_of(section, request) == ("/film/" if host == "testserver" else "/")


def test_without_a_request_a_page_still_knows_its_address():
    assert make_section("Film").get_url() == "/film/"
