"""What stands around every page: rendered once for each of its forms, and never out of date."""

import pytest
from wagtail.models import Site

from portal.site_settings import Publication
from portal.surroundings import _rendered
from tests.builders import home_page, make_section, make_standard_page, stream

pytestmark = pytest.mark.django_db


def publication(**fields):
    found = Publication.for_site(Site.objects.get(is_default_site=True))
    for name, value in fields.items():
        setattr(found, name, value)
    found.save()
    return found


def page(client, address):
    return client.get(address).content.decode()


def test_a_second_page_with_the_same_links_renders_them_no_more(client):
    first, second = make_standard_page("One"), make_standard_page("Two")
    page(client, first.url)
    before = _rendered.cache_info().misses
    page(client, second.url)
    assert _rendered.cache_info().misses == before


def test_a_renamed_section_is_renamed_in_the_navigation(client):
    film = make_section("Film")
    publication(navigation=stream([("link", {"page": film.pk, "url": "", "label": ""})]))
    assert ">Film</a>" in page(client, "/")
    film.title = "Cinema"
    film.save()
    assert ">Cinema</a>" in page(client, "/") and ">Film</a>" not in page(client, "/")


def test_what_the_publication_says_of_itself_is_shown_at_once(client):
    for note in ("Printed nowhere.", "Printed in Fenmoor."):
        publication(footer_note=note, profiles=stream([("profile", {"label": note, "url": "https://social.example/"})]))
        shown = page(client, "/")
        assert shown.count(note) == 2


def test_the_current_link_is_marked_on_its_page_only(client):
    film, tv = make_section("Film"), make_section("TV")
    links = [("link", {"page": section.pk, "url": "", "label": ""}) for section in (film, tv)]
    publication(navigation=stream(links))
    assert f'href="{film.url}" aria-current="page"' in page(client, film.url)
    assert f'href="{film.url}" aria-current="page"' not in page(client, tv.url)


def test_the_front_is_current_on_the_front_only(client):
    film = make_section("Film")
    publication(navigation=stream([("link", {"page": film.pk, "url": "", "label": ""})]))
    assert '<a href="/" aria-current="page">' in page(client, home_page().url)
    assert '<a href="/" aria-current="page">' not in page(client, film.url)


def test_hostile_words_are_escaped(client):
    publication(footer_note="<script>x</script>", tagline='"><b>')
    assert "<script>x" not in page(client, "/") and '"><b>' not in page(client, "/")
