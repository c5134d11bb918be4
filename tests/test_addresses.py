"""Every address has one answer: its page, one redirect, or an honest no."""

import html
from datetime import timedelta
from urllib.parse import quote, unquote, unquote_to_bytes

import pytest
from django.conf import settings
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from portal import clock
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_corrections_page,
    make_live_blog,
    make_section,
    make_standard_page,
    make_topic,
    make_topic_index,
    make_update,
    make_user,
    publish,
    restrict,
    stream,
)
from tests.news.syndication.reading import listed_in_sitemaps

pytestmark = pytest.mark.django_db

ARABIC = "الجرس يعود إلى السينما"
RUSSIAN = "Фильм года"
NOT_PAGES = ["abc", "0", "-1", "2.0", "99", "999999999", "", "１", "1%00"]


@pytest.fixture
def film():
    return make_section("Film")


def get(client, path, **extra):
    """Ask for a path as it would stand on the wire, two slashes at its front included."""
    path, _, query = path.partition("?")
    return client.generic("GET", "/", PATH_INFO=unquote_to_bytes(path).decode("latin-1"), QUERY_STRING=query, **extra)


def text_of(response):
    return response.content.decode()


# --- Pages of lists --------------------------------------------------------------


@pytest.fixture
def lists(film):
    """The addresses of every list that has pages, each with enough stories for two of them."""
    author, topic = make_author("Ines Farrow"), make_topic("Awards")
    make_author_index()
    corrections = make_corrections_page()
    for number in range(22):
        hours = timedelta(hours=number + 1)
        make_article(f"Bell {number}", section=film, authors=[author], topics=[topic], published_at=clock.now() - hours)
    return {
        "section": film.url,
        "topic": topic.url,
        "author": author.get_absolute_url(),
        "search": "/search/?q=bell",
        "corrections": corrections.url,
    }


def with_page(address, number):
    return f"{address}{'&' if '?' in address else '?'}page={number}"


def test_a_list_has_the_pages_that_it_names_and_no_others(client, lists):
    for name, address in lists.items():
        assert client.get(address).status_code == 200, name
        second = client.get(with_page(address, 2)).status_code
        assert second == (404 if name == "corrections" else 200), name
        for number in NOT_PAGES:
            assert client.get(with_page(address, number)).status_code == 404, (name, number)


def test_the_second_page_shows_what_the_first_does_not(client, lists):
    first, second = (text_of(client.get(with_page(lists["topic"], number))) for number in (1, 2))
    assert "Bell 0<" in first
    assert "Bell 0<" not in second
    assert "Bell 21<" in second
    assert "Bell 21<" not in first


def test_each_page_of_a_list_is_canonical_to_itself(client, lists):
    for name in ("section", "topic", "author"):
        first, second = (text_of(client.get(with_page(lists[name], number))) for number in (1, 2))
        assert f'{lists[name]}">' in first.split('rel="canonical"')[1][:120], name
        assert f'{lists[name]}?page=2"' in second.split('rel="canonical"')[1][:120], name


def test_the_second_page_can_be_reached_when_the_front_of_a_section_shows_all_of_the_first(client, lists, film):
    film.refresh_from_db()
    bands = [("lead_package", {"size": 5, "latest": 20, "fill": True}), ("headlines", {"size": 12, "fill": True})]
    film.front = stream(bands)
    publish(film)
    text = text_of(client.get(film.url))
    assert f"{film.url}?page=2" in text
    assert "There are no stories here yet." not in text


def test_a_number_of_a_page_where_there_is_no_list_changes_nothing(client, film):
    story = make_article(section=film)
    assert client.get(f"{story.url}?page=abc").status_code == 200


# --- Writing systems -----------------------------------------------------------------


@pytest.mark.parametrize("headline", [ARABIC, RUSSIAN, "日本の映画館", "L’été, çà et là", "עברית"])
def test_a_story_has_a_slug_in_its_own_letters(client, headline):
    story = make_article(headline, section=make_section("Film"))
    assert client.get(story.url).status_code == 200
    assert client.get(unquote(story.url)).status_code == 200
    assert html.escape(headline) in text_of(client.get(story.url))


def test_sections_topics_and_authors_have_slugs_in_their_own_letters(client):
    make_author_index()
    section, topic, author = make_section(RUSSIAN), make_topic(ARABIC), make_author(RUSSIAN)
    for address in (section.url, topic.url, author.get_absolute_url()):
        assert not address.isascii() or "%" in address
        assert client.get(address).status_code == 200


def test_unicode_addresses_are_escaped_where_machines_read_them(client):
    story = make_article(RUSSIAN, section=make_section("Film"))
    canonical = text_of(client.get(story.url)).split('rel="canonical"')[1][:300]
    assert quote(story.slug) in canonical or story.slug in canonical
    assert any(story.slug in unquote(address) for address in listed_in_sitemaps(client))


def test_a_right_to_left_headline_takes_its_direction_from_its_own_letters(client):
    film = make_section("Film")
    story = make_article(ARABIC, standfirst=ARABIC, section=film)
    page, card = text_of(client.get(story.url)), text_of(client.get(film.url))
    assert f'<h1 dir="auto">{ARABIC}</h1>' in page
    assert f'class="standfirst" dir="auto">{ARABIC}' in page
    assert 'dir="auto"><a' in card.split(ARABIC)[0].rsplit("<h", 1)[1]


def test_the_page_says_its_language_and_direction(client, settings):
    assert '<html lang="en-gb" dir="ltr">' in text_of(client.get("/"))
    settings.LANGUAGE_CODE = "ar"
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in text_of(client.get("/"))


# --- Deep links and redirects ----------------------------------------------------------


def test_a_story_deep_in_the_tree_answers(client):
    entertainment = make_section("Entertainment")
    story = make_article(section=make_section("Film", parent=entertainment), slug="the-bell")
    assert story.url == "/entertainment/film/the-bell/"
    assert client.get(story.url).status_code == 200


def test_an_update_can_be_linked_by_its_anchor(client):
    blog = make_live_blog()
    update = make_update(blog)
    assert f'id="{update.anchor}"' in text_of(client.get(blog.url))
    assert update.get_absolute_url().endswith(f"#{update.anchor}")


@pytest.mark.parametrize("path", ["/film", "/film/the-bell", "/authors", "/search"])
def test_a_missing_slash_is_one_redirect(client, film, path):
    make_article(section=film, slug="the-bell")
    make_author_index()
    response = client.get(path)
    assert response.status_code == 301
    assert response["Location"] == f"{path}/"


@pytest.mark.parametrize("path", ["//film/", "///film/", "/film//the-bell/", "//film//the-bell//", "/film/the-bell//"])
def test_doubled_slashes_are_one_redirect_to_the_page(client, film, path):
    make_article(section=film, slug="the-bell")
    response = get(client, path)
    assert response.status_code == 301
    assert response["Location"] == f"/{'/'.join(part for part in path.split('/') if part)}/"
    assert client.get(response["Location"]).status_code == 200


def test_a_doubled_slash_leads_to_no_other_site(client):
    response = get(client, "//evil.example/film/")
    assert response.status_code in {301, 404}
    assert not response.get("Location", "/").startswith(("//", "http"))


def test_a_redirect_keeps_the_question(client, film):
    assert get(client, "//film/?page=1")["Location"] == "/film/?page=1"


def test_a_page_that_was_moved_by_an_editor_redirects(client, film):
    story = make_article(section=film, slug="the-bell")
    Redirect.add_redirect("/old/bell", redirect_to=story)
    response = client.get("/old/bell/")
    assert response.status_code == 301
    assert response["Location"].endswith("/film/the-bell/")


# --- Not found, gone, closed ------------------------------------------------------------


def is_ours(response):
    """Whether an answer is a page of the publication, with a way on."""
    text = text_of(response)
    return 'id="main"' in text and 'href="/"' in text and "/search/" in text


UNKNOWN = [
    "/nothing/",
    "/film/nothing/",
    "/film/the-bell/more/",
    "/authors/nobody/",
    "/topics/nothing/",
    "/nothing.html",
]


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_is_not_found_in_our_own_words(client, film, path):
    make_article(section=film, slug="the-bell")
    make_author_index()
    make_topic_index()
    response = client.get(path)
    assert response.status_code == 404
    assert is_ours(response)


@pytest.mark.parametrize(
    "path", ["/<script>alert(1)</script>/", "/film/%00/", "/%ff%fe/", "/film/../../etc/passwd", "/\\evil/", "/a" * 900]
)
def test_a_hostile_address_is_not_found(client, path):
    response = get(client, path)
    assert response.status_code in {301, 400, 404}
    assert "<script>alert" not in text_of(response)


def test_the_page_of_what_is_not_found_asks_machines_to_leave_it_alone(client):
    text = text_of(client.get("/nothing/"))
    assert "noindex" in text
    assert 'rel="canonical"' not in text


def test_a_retired_story_is_gone_in_our_own_words(client):
    story = make_article()
    story.retire("We could not stand by it.")
    response = client.get(story.url)
    assert response.status_code == 410
    assert is_ours(response)
    assert "We could not stand by it." in text_of(response)
    assert story.title not in text_of(response)


def test_the_reason_of_retiring_is_escaped(client):
    story = make_article()
    story.retire("<script>alert(1)</script>")
    assert "<script>alert" not in text_of(client.get(story.url))


def test_what_the_law_took_away_says_so(client):
    story = make_article()
    story.retire("An order of the court of Port Aldous.", for_law=True)
    response = client.get(story.url)
    assert response.status_code == 451
    assert is_ours(response)
    assert "An order of the court of Port Aldous." in text_of(response)


def test_a_restricted_page_asks_for_a_password_on_a_page_of_ours(client, film):
    story = make_article(section=film, standfirst="Only for members.")
    restrict(story)
    response = client.get(story.url)
    assert response.status_code == 200
    assert is_ours(response)
    assert 'type="password"' in text_of(response)
    assert "Only for members." not in text_of(response)
    assert "no-store" in response["Cache-Control"]
    assert story.title not in text_of(response)


def test_a_wrong_password_is_told_so_on_a_page_of_ours(client, film):
    restriction = restrict(make_article(section=film), password="open sesame")
    address = f"/_util/authenticate_with_password/{restriction.pk}/{restriction.page_id}/"
    response = client.post(address, {"password": "open barley", "return_url": "/film/"})
    assert response.status_code == 200
    assert is_ours(response)
    assert 'aria-invalid="true"' in text_of(response)


def test_the_right_password_leads_to_no_other_site(client, film):
    restriction = restrict(make_article(section=film), password="open sesame")
    address = f"/_util/authenticate_with_password/{restriction.pk}/{restriction.page_id}/"
    response = client.post(address, {"password": "open sesame", "return_url": "https://evil.example/"})
    assert "evil.example" not in response["Location"]


@pytest.mark.parametrize("depth", ["story", "sub-section", "section", "front"])
def test_a_password_on_any_level_closes_the_story(client, depth):
    section = make_section("Entertainment")
    film = make_section("Film", parent=section)
    story = make_article(section=film, standfirst="Only for members.")
    restrict({"story": story, "sub-section": film, "section": section, "front": home_page()}[depth])
    assert "Only for members." not in text_of(client.get(story.url))
    assert 'type="password"' in text_of(client.get(story.url))


def test_the_page_of_a_failure_needs_no_database(client, settings, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("The database is on fire.")

    client.raise_request_exception = False
    monkeypatch.setattr("portal.routing.find_site", broken)
    response = client.get("/film/")
    assert response.status_code == 500
    assert "on fire" not in text_of(response)
    assert "<html" in text_of(response)


# --- Methods ---------------------------------------------------------------------------


PUBLIC = ["/", "/film/", "/film/the-bell/", "/authors/", "/search/", "/search/?q=bell", "/sitemap.xml", "/robots.txt"]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_head_request_answers_as_a_get_does_without_a_body(client, film, path):
    make_article(section=film, slug="the-bell")
    make_author_index()
    asked, got = client.head(path), client.get(path)
    assert asked.status_code == got.status_code == 200
    assert asked.content == b""
    assert asked["Content-Type"] == got["Content-Type"]


def test_a_head_request_for_nothing_is_not_found(client):
    assert client.head("/nothing/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["/", "/film/the-bell/", "/search/", "/sitemap.xml"])
def test_pages_are_read_only(client, film, method, path):
    make_article(section=film, slug="the-bell")
    assert getattr(client, method)(path).status_code == 405


# --- Around the pages --------------------------------------------------------------------


def test_the_admin_is_the_only_way_in(client):
    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/login/").status_code == 200
    for path in ("/django-admin/", "/accounts/login/", "/_util/login/", "/login/"):
        assert client.get(path).status_code == 404


def test_the_api_of_wagtail_is_not_mounted(client):
    for path in ("/api/", "/api/v2/pages/", "/api/v3/pages/"):
        assert client.get(path).status_code == 404


def test_robots_are_told_where_the_sitemap_is(client):
    text = text_of(client.get("/robots.txt"))
    assert "Sitemap: http" in text
    assert "Disallow: /admin/" in text


def test_the_sitemaps_hold_every_public_page_once(client, film):
    make_article(section=film, slug="the-bell")
    make_standard_page("About us")
    make_article(section=film, live=False, slug="secret")
    root = Site.objects.get(is_default_site=True).root_url
    pages = ("/", "/film/", "/film/the-bell/", "/about-us/", "/archive/", f"/archive/{clock.now():%Y/%m}/")
    assert sorted(listed_in_sitemaps(client)) == sorted(f"{root}{path}" for path in pages)


def test_a_signed_in_editor_reads_the_same_addresses(client, film):
    story = make_article(section=film)
    client.force_login(make_user(superuser=True))
    assert client.get(story.url).status_code == 200
    assert client.get("/nothing/").status_code == 404


def test_every_url_of_the_tree_ends_with_a_slash_and_starts_with_none_but_one(film):
    make_article(section=film)
    for page in Page.objects.filter(depth__gt=1):
        assert page.url.startswith("/")
        assert not page.url.startswith("//")
        assert page.url.endswith("/")
    assert settings.APPEND_SLASH
