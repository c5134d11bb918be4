"""Beside the slug of a page that readers know stands what a new one does to them."""

import pytest
from django.urls import reverse

from tests.builders import make_article, make_section, make_user, paragraph, publish, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor_of(client):
    """Return a function that opens a page's editor and returns its text."""
    client.force_login(make_user(superuser=True))
    return lambda page: client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def linking_to(page):
    return [paragraph(f'<a linktype="page" id="{page.pk}">there</a> and <a linktype="page" id="{page.pk}">there</a>')]


def test_the_editor_of_a_public_story_counts_the_pages_that_lead_to_it_and_promises_a_redirect(editor_of):
    story = make_article("The bell")
    make_article("Another bell", body=linking_to(story))
    make_article("Picked by hand", related=[story])
    text = editor_of(story)
    assert "2 pages of ours lead here." in text
    assert f"{story.get_url()} redirects to the new address" in text


def test_a_page_that_links_to_itself_does_not_count(editor_of):
    story = make_article("The bell")
    story.body = stream(linking_to(story))
    publish(story)
    assert "No page of ours leads here." in editor_of(story)


def test_nothing_is_said_of_an_address_that_nobody_knows(editor_of):
    assert "leads here" not in editor_of(make_article("Not yet", live=False))


def test_a_section_says_it_too(editor_of):
    section = make_section("Film")
    make_article("The bell", section=section, body=linking_to(section))
    assert "1 page of ours leads here." in editor_of(section)
