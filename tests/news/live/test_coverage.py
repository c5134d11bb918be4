"""Starting, closing and reopening: the page says so, and nobody's draft goes out with it or is lost."""

from datetime import timedelta

import pytest

from news.models import LiveBlogPage, LiveUpdate
from portal import clock
from tests.builders import make_live_blog, make_update, schedule

from .conftest import address
from .forms import typed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gate_is_open(monkeypatch):
    """Leave the standards out: what they ask of a story is tested where they are."""
    monkeypatch.setattr("news.standards.gate.require", lambda *args, **kwargs: None)


def close(client, blog, summary="Two won.\n* Nobody minded."):
    return client.post(address("close", blog.pk), {"summary": summary})


def body_kinds(blog):
    return [child.block_type for child in LiveBlogPage.objects.get(pk=blog.pk).body]


def test_coverage_ends_with_a_summary_on_top_and_says_so(client, blog, desk):
    update = make_update(blog, "The last lamp")
    desk("section editor")
    assert close(client, blog).status_code == 302
    page = client.get(blog.url).content.decode()
    assert "This live coverage has ended." in page
    assert "data-live=" not in page
    shown = page[page.index("<h1") :]
    assert shown.index("What happened") < shown.index("Nobody minded.") < shown.index(f'id="update-{update.pk}"')
    assert '"coverageEndTime"' in page
    assert body_kinds(blog) == ["key_points", "paragraph"]


def test_a_closed_coverage_takes_no_update_and_loses_none(client, blog, desk):
    desk("section editor")
    close(client, blog)
    response = client.post(address("compose", blog.pk), typed("One more thing."))
    assert "This coverage has ended." in response.content.decode()
    assert "One more thing." in response.content.decode()
    assert not LiveUpdate.objects.exists()
    client.post(address("do", blog.pk), {"do": "reopen"})
    client.post(address("compose", blog.pk), typed("One more thing."))
    assert LiveUpdate.objects.get().body_text == "One more thing."
    assert LiveBlogPage.objects.get().ended_at is None


def test_a_second_summary_takes_the_place_of_the_first(client, blog, desk):
    desk("section editor")
    close(client, blog)
    assert "Nobody minded." in client.get(address("close", blog.pk)).content.decode()
    close(client, blog, "All went home.")
    assert [
        list(child.value["items"]) for child in LiveBlogPage.objects.get().body if child.block_type == "key_points"
    ] == [["All went home."]]


def test_coverage_that_starts_later_is_started_with_one_press(client, film, desk):
    blog = make_live_blog(live_state="upcoming", section=film)
    desk("section editor")
    client.post(address("do", blog.pk), {"do": "start"})
    blog.refresh_from_db()
    assert blog.live_state == "live"
    assert blog.starts_at is not None


def test_a_colleagues_draft_neither_goes_out_nor_is_lost(client, blog, desk):
    draft = LiveBlogPage.objects.get()
    draft.title = "Half a headline"
    draft.save_revision()
    desk("section editor")
    close(client, blog)
    page = LiveBlogPage.objects.get()
    draft = page.get_latest_revision_as_object()
    assert (page.title, page.live_state) == ("Lantern night", "closed")
    assert page.has_unpublished_changes
    assert (draft.title, draft.live_state) == ("Half a headline", "closed")


def test_a_scheduled_version_of_the_page_is_not_thrown_out_of_its_schedule(client, blog, desk):
    schedule(blog, clock.now() + timedelta(hours=3))
    desk("section editor")
    response = close(client, blog)
    assert "is scheduled" in response.content.decode()
    assert "Nobody minded." in response.content.decode()
    page = LiveBlogPage.objects.get()
    assert page.live_state == "live"
    assert page.scheduled_revision


def test_the_page_of_somebody_else_who_has_locked_it_stays_as_it_is(client, blog, desk):
    LiveBlogPage.objects.update(locked=True, locked_at=clock.now())
    desk("section editor")
    assert close(client, blog).status_code == 200
    assert LiveBlogPage.objects.get().live_state == "live"


def test_a_point_that_is_too_long_is_named(client, blog, desk):
    desk("section editor")
    response = close(client, blog, "Short.\n" + "long " * 80)
    assert "at most 300 characters" in response.content.decode()
    assert LiveBlogPage.objects.get().live_state == "live"


def test_a_page_that_the_standards_refuse_stays_open(client, blog, desk, monkeypatch):
    from news.standards.findings import StandardsError

    def refuse(story, at):
        raise StandardsError(story, [])

    monkeypatch.setattr("news.standards.gate.require", refuse)
    desk("section editor")
    response = close(client, blog)
    assert "was not published" in response.content.decode()
    assert "Nobody minded." in response.content.decode()
    assert LiveBlogPage.objects.get().live_state == "live"
