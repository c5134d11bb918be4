"""Every answer carries its headers: pages, errors, files, the admin and its previews."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import path, reverse

import portal.urls
from portal.errors import Gone
from portal.page_cache.application import unavailable
from portal.security.headers import headers_of
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_corrections_page,
    make_image,
    make_live_blog,
    make_policy,
    make_section,
    make_standard_page,
    make_topic,
    make_topic_index,
    make_user,
    restrict,
)
from tests.portal.security.observatory import directives, score

pytestmark = pytest.mark.django_db

HTTPS = {
    "ENCRYPTED": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31536000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}
ENOUGH = 125


def gone(request):
    raise Gone("Withdrawn.")


def broken(request):
    raise ValueError


def database_away(request):
    from django.db.utils import OperationalError

    raise OperationalError


urlpatterns = [
    path("gone/", gone),
    path("broken/", broken),
    path("away/", database_away),
    *portal.urls.urlpatterns,
]


@pytest.fixture
def https(settings):
    """A site at an https address: the settings that its address brings."""
    for name, value in HTTPS.items():
        setattr(settings, name, value)


@pytest.fixture
def reader(https):
    """Somebody on an https connection, who is shown an error page rather than a traceback."""
    return Client(raise_request_exception=False, headers={"host": "testserver"})


@pytest.fixture
def addresses():
    """One address of every type of page."""
    section, topic, author = make_section("Film"), make_topic("Awards"), make_author("Ines Farrow")
    story = make_article("Bell rings", section=section, authors=[author], topics=[topic])
    closed = make_standard_page("For members")
    restrict(closed, password="sesame")
    return {
        "front": home_page().url,
        "section": section.url,
        "topic index": make_topic_index().url,
        "topic": topic.url,
        "story": story.url,
        "live blog": make_live_blog("Live: the awards", section=section).url,
        "author index": make_author_index().url,
        "author": author.get_absolute_url(),
        "corrections": make_corrections_page().url,
        "policy": make_policy("ethics").url,
        "text page": make_standard_page("About us").url,
        "search": "/search/?q=bell",
        "sitemap": "/sitemap.xml",
        "robots": "/robots.txt",
        "manifest": "/site.webmanifest",
        "living": "/livez",
        "ready": "/readyz",
        "page behind a password": closed.url,
    }


def test_every_type_of_page_scores_what_the_observatory_gives_the_best(reader, addresses):
    for name, address in addresses.items():
        response = reader.get(address, secure=True)
        assert response.status_code == 200, name
        points, results = score(response)
        assert points >= ENOUGH, (name, results)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "status"),
    [("/nowhere/", 404), ("/gone/", 410), ("/broken/", 500), ("/away/", 503), ("/static/nothing.css", 404)],
)
def test_error_pages_score_as_much(reader, address, status):
    response = reader.get(address, secure=True)
    assert response.status_code == status
    points, results = score(response)
    assert points >= ENOUGH, results


def test_a_host_that_is_not_ours_is_answered_with_the_headers(reader):
    response = reader.get("/", secure=True, headers={"host": "evil.example"})
    assert response.status_code == 400
    assert directives(response)["default-src"] == {"'none'"}


def test_the_page_for_an_outage_outside_of_django_has_the_same_headers(https):
    sent = dict(unavailable().headers)
    assert sent.items() >= headers_of("public").items()
    assert sent["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_the_redirect_to_https_stays_on_the_host_and_has_the_headers(reader):
    response = reader.get("/search/")
    assert (response.status_code, response["Location"]) == (301, "https://testserver/search/")
    assert directives(response)["frame-ancestors"] == {"'none'"}


def test_a_redirect_has_the_headers(reader, addresses):
    response = reader.get(f"{addresses['section']}/", secure=True)
    assert response.status_code == 301
    assert score(response)[0] >= ENOUGH


def test_readers_get_no_cookie(reader, addresses):
    set_cookies = {name for name, address in addresses.items() if reader.get(address, secure=True).cookies}
    assert set_cookies == {"page behind a password"}


def test_the_policy_of_pages_allows_nothing_inline_and_nothing_from_elsewhere_but_the_players(reader, addresses):
    policy = directives(reader.get(addresses["story"], secure=True))
    assert policy.pop("frame-src") == set(settings.PLAYER_HOSTS)
    assert set().union(*policy.values()) == {"'none'", "'self'"}
    assert "upgrade-insecure-requests" in policy


def test_a_site_on_plain_http_is_not_told_to_upgrade(client):
    response = client.get("/robots.txt")
    assert "upgrade-insecure-requests" not in directives(response)
    assert "Strict-Transport-Security" not in response


def test_an_object_store_of_its_own_address_may_serve_pictures_and_sound(client, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"base_url": "https://cdn.example/media/"},
        },
    }
    policy = directives(client.get("/robots.txt"))
    assert policy["img-src"] == policy["media-src"] == {"'self'", "https://cdn.example"}
    assert policy["script-src"] == {"'self'"}


# --- Files ----------------------------------------------------------------------


def assert_harmless_and_open_to_other_sites(response):
    policy = directives(response)
    assert policy["default-src"] == {"'none'"}
    assert "sandbox" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_static_files_have_the_headers(client, settings):
    settings.WHITENOISE_USE_FINDERS = True
    response = client.get("/static/portal/js/site.js")
    assert response.status_code == 200
    assert_harmless_and_open_to_other_sites(response)


def test_pictures_have_the_headers(client):
    rendition = make_image().get_rendition("width-100")
    response = client.get(rendition.url)
    assert response.status_code == 200
    assert_harmless_and_open_to_other_sites(response)


# --- The admin --------------------------------------------------------------------


def test_the_admin_has_a_policy_of_its_own_and_nobody_frames_it(client):
    client.force_login(make_user("chief", superuser=True))
    response = client.get(reverse("wagtailadmin_home"))
    policy = directives(response)
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == {"'none'"}
    assert policy["script-src"] == {"'self'", "'unsafe-inline'"}
    assert policy["script-src-attr"] == {"'none'"}
    assert (response["X-Frame-Options"], response["Referrer-Policy"]) == ("DENY", "same-origin")


def test_a_preview_has_the_policy_of_the_page_and_may_be_framed_by_the_admin(client):
    client.force_login(make_user("chief", superuser=True))
    story = make_article("Bell rings", section=make_section("Film"))
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[story.pk]))
    assert response.status_code == 200
    policy = directives(response)
    assert policy["frame-ancestors"] == {"'self'"}
    assert policy["script-src"] == policy["style-src"] == {"'self'"}
    assert response["X-Frame-Options"] == "SAMEORIGIN"
