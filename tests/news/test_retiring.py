"""A story that must go for good is retired at the desk: with a reason for readers, and on record."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.desk.roles import set_up_role
from news.models import ArticlePage
from tests.builders import make_article, make_section, make_user

pytestmark = pytest.mark.django_db

REASON = "Our source withdrew."


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def story(film):
    return make_article("The bell", section=film)


@pytest.fixture
def editor(film):
    return make_user("ana", groups=[set_up_role("section editor", [film])])


def send(client, user, story, **data):
    client.force_login(user)
    return client.post(reverse("news_retire", args=[story.pk]), data, follow=True)


def editor_of(client, user, story):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()


def test_a_retired_story_answers_with_the_reason_and_its_text_stays(client, editor, story):
    page = send(client, editor, story, reason=REASON).content.decode()
    assert "“The bell” is retired." in page
    client.logout()
    answer = client.get(story.get_url())
    assert answer.status_code == 410
    assert REASON in answer.content.decode()
    kept = ArticlePage.objects.get(pk=story.pk)
    assert (kept.title, kept.live, kept.retired_reason) == ("The bell", False, REASON)


def test_what_a_court_forbids_answers_451(client, editor, story):
    send(client, editor, story, reason="A court ordered this.", for_law="on")
    client.logout()
    assert client.get(story.get_url()).status_code == 451


def test_who_retired_it_and_why_stands_in_its_history(client, editor, story):
    send(client, editor, story, reason=REASON)
    entry = PageLogEntry.objects.get(page=story.pk, action="news.retire")
    assert (entry.user, entry.data["reason"]) == (editor, REASON)
    history = client.get(reverse("wagtailadmin_pages:history", args=[story.pk])).content.decode()
    assert REASON in history


def test_without_a_reason_nothing_happens(client, editor, story):
    page = send(client, editor, story, reason="  ").content.decode()
    assert "Say why" in page
    assert ArticlePage.objects.get(pk=story.pk).live


def test_only_those_who_may_take_it_off_the_site_retire_it(client, film, story):
    reporter = make_user("rita", groups=[set_up_role("reporter", [film])])
    send(client, reporter, story, reason=REASON)
    assert ArticlePage.objects.get(pk=story.pk).live
    assert reverse("news_retire", args=[story.pk]) not in editor_of(client, reporter, story)


def test_the_editor_of_a_public_story_leads_there_and_that_of_a_draft_does_not(client, editor, film, story):
    draft = make_article("A plan", section=film, live=False)
    assert reverse("news_retire", args=[story.pk]) in editor_of(client, editor, story)
    assert reverse("news_retire", args=[draft.pk]) not in editor_of(client, editor, draft)
    send(client, editor, draft, reason=REASON)
    assert ArticlePage.objects.get(pk=draft.pk).retired_at is None
