"""The list of all stories: what its columns say, and what its filters keep."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from portal import clock
from tests.builders import make_article, make_author, make_live_blog, make_section, make_user, schedule

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture(autouse=True)
def editor(client, film):
    user = make_user("ana", groups=[set_up_role("section editor", [film])])
    client.force_login(user)
    return user


def listed(client, **filters):
    """Return the headlines in the list, in order."""
    return [story.title for story in client.get(reverse("stories:index"), filters).context["object_list"]]


def test_it_shows_byline_section_kind_and_words(client, film):
    make_article("A bell", section=film, authors=[make_author("Ines Farrow")], kind="review")
    make_live_blog(section=film, authors=[make_author("Ben Hale")])
    page = client.get(reverse("stories:index")).content.decode()
    for words in ("A bell", "Ines Farrow", "Film", "Review", "Lantern Awards, live", "Ben Hale"):
        assert words in page


def test_it_says_why_a_story_is_not_public(client, film, editor):
    set_up_workflow(list(editor.groups.all()), [film])
    story = make_article("Waits", section=film, live=False)
    story.save_revision()
    story.get_workflow().start(story, make_user("rita"))
    make_article("Gone", section=film).retire("It was never true.")
    page = client.get(reverse("stories:index")).content.decode()
    assert "Waits for: Desk approval" in page
    assert "Retired: It was never true." in page


def test_it_lists_the_stories_of_ones_own_sections_only(client, film):
    make_article("Ours", section=film)
    make_article("Theirs", section=make_section("Music"))
    assert listed(client) == ["Ours"]


def test_a_section_holds_the_stories_of_the_sections_below_it(client, film):
    noir = make_section("Noir", parent=film)
    make_article("Above", section=film)
    make_article("Below", section=noir)
    assert sorted(listed(client, section=film.pk)) == ["Above", "Below"]
    assert listed(client, section=noir.pk) == ["Below"]


def test_the_status_filter_knows_every_state_of_a_story(client, film, editor):
    make_article("Draft", section=film, live=False).save_revision()
    make_article("Live", section=film)
    changed = make_article("Changed", section=film)
    changed.save_revision()
    schedule(make_article("Scheduled", section=film, live=False), clock.now() + timedelta(hours=1))
    make_article("Retired", section=film).retire("It was never true.")
    set_up_workflow(list(editor.groups.all()), [film])
    waits = make_article("Waits", section=film, live=False)
    waits.save_revision()
    waits.get_workflow().start(waits, editor)
    assert set(listed(client, status="draft")) == {"Draft", "Scheduled", "Waits"}
    assert set(listed(client, status="live")) == {"Live", "Changed"}
    for status, title in (
        ("changed", "Changed"),
        ("scheduled", "Scheduled"),
        ("retired", "Retired"),
        ("waiting", "Waits"),
    ):
        assert listed(client, status=status) == [title]


def test_it_is_filtered_by_kind_author_and_date(client, film):
    ines = make_author("Ines Farrow")
    old = clock.now() - timedelta(days=30)
    make_article("Old review", section=film, authors=[ines], kind="review", published_at=old)
    make_article("New news", section=film)
    day = old.date().isoformat()
    assert listed(client, kind="review") == ["Old review"]
    assert listed(client, author=ines.pk) == ["Old review"]
    assert listed(client, published_at_from=day, published_at_to=day) == ["Old review"]


def test_more_stories_cost_no_more_queries(client, film):
    author = make_author()

    def cost():
        with CaptureQueriesContext(connection) as captured:
            listed(client)
        return len(captured)

    make_article(section=film, authors=[author])
    listed(client)
    once = cost()
    for _number in range(4):
        make_article(section=film, authors=[author])
    assert cost() == once
