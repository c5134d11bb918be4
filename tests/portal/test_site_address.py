"""Full links begin with SITE_URL, wherever the site was served before."""

import io

import pytest
from django.core.management import call_command
from wagtail.models import Site

from tests.builders import make_section

pytestmark = pytest.mark.django_db


def follow():
    said = io.StringIO()
    call_command("follow_site_url", stdout=said)
    return said.getvalue()


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("http://127.0.0.1:8150", "127.0.0.1", 8150),
        ("https://news.example", "news.example", 443),
        ("http://news.example", "news.example", 80),
    ],
)
def test_the_default_site_follows_the_setting(settings, address, host, port):
    settings.SITE_URL = address
    assert follow() == f"Full links begin with {address} now.\n"
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port, site.root_url) == (host, port, address)


def test_full_links_of_pages_follow_too(settings):
    film = make_section("Film")
    settings.SITE_URL = "http://127.0.0.1:8151"
    follow()
    assert film.get_full_url() == "http://127.0.0.1:8151/film/"


def test_nothing_is_said_or_saved_when_it_stands_there_already(settings, django_assert_max_num_queries):
    settings.SITE_URL = "https://news.example"
    follow()
    with django_assert_max_num_queries(1):
        assert follow() == ""
