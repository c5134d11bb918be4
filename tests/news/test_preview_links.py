"""Sharing a draft: one version, for a time, and never under embargo."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from news.desk.roles import set_up_role
from news.models import ArticlePage, PreviewLink
from portal import clock
from tests.builders import make_article, make_author, make_section, make_user, publish, schedule

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def draft(film):
    story = make_article("Only for the source", section=film, live=False, authors=[make_author()])
    story.save_revision()
    return ArticlePage.objects.get(pk=story.pk)


@pytest.fixture
def editor(client, film):
    user = make_user("editor", groups=[set_up_role("section editor", [film])])
    client.force_login(user)
    return user


def screen(page):
    return reverse("news_preview_links", args=[page.pk])


def public(token):
    return reverse("shared_preview", args=[token])


def link_to(page, lifetime=DAY):
    return PreviewLink.make(page, user=None, lifetime=lifetime)


def test_an_editor_makes_a_link_that_a_guest_opens(client, editor, draft):
    page = client.post(screen(draft), {"lifetime": "3", "note": "The source"}, follow=True).content.decode()
    token = re.search(r"/_preview/([\w-]+)/", page)[1]
    client.logout()
    answer = client.get(public(token))
    assert answer.status_code == 200
    assert "Only for the source" in answer.content.decode()


def test_a_guest_gets_no_cookie_and_nothing_is_kept_or_listed(client, draft):
    _link, token = link_to(draft)
    answer = client.get(public(token))
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store, private"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_a_link_shows_its_own_version_and_nothing_later(client, draft):
    _link, token = link_to(draft)
    draft.title = "Rewritten since"
    draft.save_revision()
    page = client.get(public(token)).content.decode()
    assert "Only for the source" in page
    assert "Rewritten since" not in page


def test_a_link_ends_by_itself(client, draft):
    _link, token = link_to(draft, lifetime=-DAY)
    answer = client.get(public(token))
    assert answer.status_code == 410
    page = answer.content.decode()
    assert "<h1>This link has ended</h1>" in page
    assert "taken down" not in page
    assert "Only for the source" not in page


def test_a_preview_says_that_it_is_one_and_a_public_page_does_not(client, draft):
    _link, token = link_to(draft)
    assert "Preview: not published yet." in client.get(public(token)).content.decode()
    published = publish(draft)
    assert "preview-strip" not in client.get(published.url).content.decode()
    _link, token = link_to(published)
    assert "Preview: what is published may differ." in client.get(public(token)).content.decode()


def test_a_link_that_was_taken_back_opens_nothing(client, editor, draft):
    link, token = link_to(draft)
    client.post(screen(draft), {"revoke": link.pk})
    assert client.get(public(token)).status_code == 410


@pytest.mark.parametrize("forged", ["x", "A" * 43, "%00", "é" * 20])
def test_a_link_cannot_be_guessed(client, draft, forged):
    link_to(draft)
    assert client.get(f"/_preview/{forged}/").status_code == 404


def test_the_database_does_not_hold_what_opens_a_link(draft):
    link, token = link_to(draft)
    assert token not in str(link.__dict__)


def test_a_link_opens_nothing_under_embargo(client, draft):
    _link, token = link_to(draft)
    schedule(draft, clock.now() + DAY)
    assert client.get(public(token)).status_code == 410


def test_no_link_is_made_under_embargo(client, editor, draft):
    schedule(draft, clock.now() + DAY)
    page = client.post(screen(draft), {"lifetime": "1"}).content.decode()
    assert "under embargo" in page
    assert not PreviewLink.objects.exists()


def test_a_link_made_before_a_story_goes_live_still_shows_its_version(client, draft):
    _link, token = link_to(draft)
    publish(draft)
    assert client.get(public(token)).status_code == 200


def test_nobody_shares_a_page_that_they_may_not_edit(client, editor):
    other = make_article(section=make_section("Music"), live=False)
    client.post(screen(other), {"lifetime": "1"})
    assert not PreviewLink.objects.exists()


def test_nobody_takes_back_the_link_of_another_page(client, editor, draft):
    other = make_article(section=make_section("Music"), live=False)
    link, _token = link_to(other)
    assert client.post(screen(draft), {"revoke": link.pk}).status_code == 404
    assert client.post(screen(draft), {"revoke": "²"}).status_code == 404
    assert PreviewLink.objects.valid().exists()


def test_the_editor_offers_the_screen(client, editor, draft):
    page = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert f'href="{screen(draft)}"' in page
