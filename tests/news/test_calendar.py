"""The calendar: what goes out, what went out and what comes off, on the day on which it does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.users.models import UserProfile

from news.desk.calendar import days_of
from news.desk.roles import set_up_role
from portal import clock
from tests.builders import make_article, make_section, make_user, publish, schedule

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def desk(client, film):
    client.force_login(make_user(groups=[set_up_role("section editor", [film])]))
    return client


def noon(days=0):
    """Return noon, UTC, so many days from today."""
    return datetime.combine(clock.now().date() + timedelta(days=days), datetime.min.time(), UTC).replace(hour=12)


def shown(client, moment, **query):
    """Return kind and title of everything on the day of that moment."""
    answer = client.get(reverse("news_calendar"), {"day": moment.date().isoformat(), **query})
    assert answer.status_code == 200
    [day] = [day for day in answer.context["days"] if day["date"] == moment.date()]
    return [(entry.kind, entry.title) for entry in day["entries"]]


def test_a_story_stands_on_the_day_on_which_it_was_published(desk, film):
    make_article("The envelope", section=film, published_at=noon(-3))
    assert shown(desk, noon(-3)) == [("published", "The envelope")]
    assert shown(desk, noon(-4)) == []


def test_a_scheduled_story_stands_on_the_day_to_come(desk, film):
    schedule(make_article("Tomorrow", section=film, live=False), noon(2))
    assert shown(desk, noon(2)) == [("scheduled", "Tomorrow")]


def test_a_time_that_nobody_has_approved_is_shown_as_a_plan(desk, film):
    draft = make_article("Perhaps", section=film, live=False)
    draft.go_live_at = noon(2)
    draft.save_revision()
    assert shown(desk, noon(2)) == [("planned", "Perhaps")]


def test_a_story_that_comes_off_stands_on_its_last_day(desk, film):
    story = make_article("Short", section=film, published_at=noon(-9))
    story.expire_at = noon(2)
    publish(story)
    assert shown(desk, noon(2)) == [("ends", "Short")]


def test_days_are_those_of_the_editors_time_zone(desk, film):
    make_article("Late", section=film, published_at=datetime(2026, 3, 10, 23, 30, tzinfo=UTC))
    UserProfile.objects.create(user=get_user_model().objects.get(), current_time_zone="Europe/Berlin")
    assert shown(desk, datetime(2026, 3, 10, tzinfo=UTC)) == []
    assert shown(desk, datetime(2026, 3, 11, tzinfo=UTC)) == [("published", "Late")]


def test_the_day_holds_its_entries_in_their_order(desk, film):
    for hour in (9, 7, 8):
        make_article(f"At {hour}", section=film, published_at=noon(-3).replace(hour=hour))
    assert [title for _kind, title in shown(desk, noon(-3))] == ["At 7", "At 8", "At 9"]


def test_it_is_filtered_by_section(client, film):
    client.force_login(make_user(superuser=True))
    music = make_section("Music")
    make_article("A film", section=film, published_at=noon(-3))
    make_article("A song", section=music, published_at=noon(-3))
    assert shown(client, noon(-3), section=music.pk) == [("published", "A song")]


def test_nobody_sees_what_others_keep_under_embargo(desk):
    schedule(make_article("Secret", section=make_section("Music"), live=False), noon(2))
    assert shown(desk, noon(2)) == []


def test_a_busy_day_is_cut_short_and_says_so(desk, film, monkeypatch):
    monkeypatch.setattr("news.desk.calendar.MOST_A_DAY", 2)
    for number in range(5):
        make_article(f"Story {number}", section=film, published_at=noon(-3))
    answer = desk.get(reverse("news_calendar"), {"day": noon(-3).date().isoformat()})
    assert "and 3 more" in answer.content.decode()


@pytest.mark.parametrize(
    ("span", "expected"),
    [("week", (date(2026, 11, 23), date(2026, 11, 30))), ("month", (date(2026, 11, 1), date(2026, 12, 1)))],
)
def test_a_week_begins_on_monday_and_a_month_on_the_first(span, expected):
    assert days_of(span, date(2026, 11, 25)) == expected


def test_a_month_shows_all_its_days(desk):
    answer = desk.get(reverse("news_calendar"), {"span": "month", "day": "2028-02-03"})
    assert len(answer.context["days"]) == 29


@pytest.mark.parametrize(
    "query",
    [{"day": "x"}, {"day": "0001-01-01"}, {"day": "9999-12-31", "span": "month"}, {"span": "year"}, {"section": "x"}],
)
def test_nonsense_shows_a_week(desk, query):
    assert len(desk.get(reverse("news_calendar"), query).context["days"]) in (7, 31)


def test_it_costs_the_same_for_any_number_of_stories(desk, film, django_assert_max_num_queries):
    for number in range(4):
        make_article(f"Story {number}", section=film, published_at=noon(-1))
        schedule(make_article(f"Later {number}", section=film, live=False), noon(1))
    with django_assert_max_num_queries(30):
        desk.get(reverse("news_calendar"), {"span": "month"})


def test_who_edits_nothing_has_no_calendar(client):
    client.force_login(make_user(groups=[set_up_role("reporter", [])]))
    assert client.get(reverse("news_calendar")).status_code == 302
