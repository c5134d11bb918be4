"""What open pages ask for again and again: cheap, never ahead of the page, and nothing that is not public."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal import clock
from tests.builders import make_correction, make_live_blog, make_section, make_update, restrict, schedule
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db


def fragment_of(blog):
    return reverse("live_fragment", args=[blog.pk])


def test_it_holds_the_newest_updates_as_the_page_does(client, blog):
    make_update(blog, "Key moment", is_key=True)
    make_update(blog, "How to follow", is_pinned=True)
    make_correction(blog, "Two, not three.", live_update=make_update(blog, "A tie"))
    page, part = (client.get(url).content.decode() for url in (blog.url, fragment_of(blog)))
    parts = re.split(r'\n(?=<div[^>]* id="live-)', part.strip())
    assert [re.search(r'id="([^"]+)"', piece)[1] for piece in parts] == [
        "live-key-events",
        "live-tools",
        "live-updates",
    ]
    assert all(piece in page for piece in parts)
    assert "Two, not three." in part


def test_drafts_and_what_was_taken_back_are_not_in_it(client, blog):
    make_update(blog, "Secret mistake", retracted_at=clock.now())
    make_update(blog, "Secret future", published_at=clock.now() + timedelta(hours=1))
    assert "Secret" not in client.get(fragment_of(blog)).content.decode()


def test_of_what_is_not_public_there_is_none(client, film):
    draft = make_live_blog(section=film, live=False)
    waiting = make_live_blog(section=film, live=False)
    schedule(waiting, clock.now() + timedelta(hours=1))
    private = make_live_blog(section=film)
    restrict(private)
    below_private = make_live_blog(section=make_section("Members"))
    restrict(below_private.get_parent())
    gone = make_live_blog(section=film)
    gone.unpublish()
    for blog in (draft, waiting, private, below_private, gone):
        make_update(blog, "Secret")
        assert client.get(fragment_of(blog)).status_code == 404


def test_machines_are_asked_to_leave_it_alone_and_nothing_is_set(client, blog):
    response = client.get(fragment_of(blog))
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_it_costs_the_same_for_one_update_and_for_twenty(client, blog):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(fragment_of(blog))
        return len(captured)

    make_update(blog)
    queries()
    few = queries()
    for _number in range(19):
        make_update(blog)
    assert queries() == few <= 8


def test_the_newest_page_says_where_to_ask_and_older_ones_do_not(client, blog):
    oldest, *_others = [make_update(blog) for _number in range(22)]
    assert fragment_of(blog) in Fragment(client.get(blog.url).content.decode()).attributes("data-live")
    older = client.get(f"{blog.url}?from={oldest.pk}").content.decode()
    assert "data-live=" not in older
