"""What leads out of a story that somebody paid for says so to search engines."""

import pytest

from tests.builders import make_article, make_section, paragraph

pytestmark = pytest.mark.django_db

RAILWAY = "https://railway.example/tickets"
BODY = [
    paragraph(f'<p><a href="{RAILWAY}" rel="nofollow">Tickets</a> and <a href="mailto:a@railway.example">post</a>.</p>')
]
CLIP = {"url": "https://films.example/clip", "title": "A clip", "caption": "", "poster": None, "duration": ""}


def shown(client, **story):
    body = story.pop("body", BODY)
    return client.get(make_article(section=make_section("Film"), body=body, **story).url).content.decode()


@pytest.mark.parametrize("paid", [{"origin": "sponsored"}, {"kind": "advertorial"}])
def test_a_link_to_another_site_is_sponsored(client, paid):
    assert f'<a href="{RAILWAY}" rel="sponsored">Tickets</a>' in shown(client, **paid, sponsor="Orlo Railway")


def test_a_link_of_our_own_reporting_is_not(client):
    assert f'<a href="{RAILWAY}" rel="nofollow">Tickets</a>' in shown(client)


def test_a_letter_is_no_link_to_another_site(client):
    assert '<a href="mailto:a@railway.example">post</a>' in shown(client, origin="sponsored", sponsor="Orlo Railway")


def test_a_link_to_our_own_site_is_not_sponsored(client, settings):
    settings.SITE_URL = "https://news.example"
    body = [paragraph('<p><a href="https://news.example/film/">Film</a></p>')]
    page = shown(client, origin="sponsored", sponsor="Orlo Railway", body=body)
    assert '<a href="https://news.example/film/">Film</a>' in page


def test_a_clip_elsewhere_is_sponsored(client):
    page = shown(client, origin="sponsored", sponsor="Orlo Railway", body=[("embed", {**CLIP, "transcript": ""})])
    assert '<a href="https://films.example/clip" rel="noopener sponsored">A clip</a>' in page
