"""What the desk is told of reviews that are due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from news.desk.medical_due import STATES, in_state, state_of, to_review
from news.desk.roles import set_up_role
from news.standards import gate
from portal import clock
from tests.builders import make_article, make_author, make_section, make_user, publish, sign_medical_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    """One story in each state, by the state."""
    health, doctor = make_section("Health", health=True), make_author("Dr Priya Anand-Holt")
    made = {state: make_article(state.title(), section=health, risk_class="C") for state in STATES}
    for state, days in {"edited": 200, "overdue": -1, "soon": 20, "fine": 100}.items():
        sign_medical_review(made[state], doctor)
        made[state].medical_reviews.update(next_due=clock.now().date() + timedelta(days=days))
    made["edited"].title = "Edited since"
    publish(made["edited"])
    return made


def test_a_review_is_overdue_from_midnight_where_the_newsroom_is(stories, settings, monkeypatch):
    settings.TIME_ZONE = "America/New_York"
    stories["soon"].medical_reviews.update(next_due=date(2026, 11, 22))
    midnight = datetime(2026, 11, 23, 5, tzinfo=UTC)
    for minutes, state in ((-1, "soon"), (1, "overdue")):
        monkeypatch.setattr(clock, "now", lambda at=midnight + timedelta(minutes=minutes): at)
        found = in_state(to_review(), state).get(pk=stories["soon"].pk)
        assert state_of(found) == state
        assert ("review-overdue" in {finding.code for finding in gate.findings(found)}) == (state == "overdue")


@pytest.mark.parametrize("state", STATES)
def test_each_story_is_in_one_state_and_found_by_it(stories, state):
    found = list(in_state(to_review(), state))
    assert [story.pk for story in found] == [stories[state].pk]
    assert state_of(found[0]) == state


def test_drafts_and_stories_of_class_a_are_not_on_the_list(stories):
    make_article(section=make_section("Film"), risk_class="A")
    make_article(live=False, risk_class="C")
    assert to_review().count() == len(STATES)


def test_the_report_lists_filters_and_leads_to_the_review(client, stories):
    section = stories["fine"].get_parent()
    client.force_login(make_user("editor", groups=[set_up_role("health editor", [section])]))
    page = client.get(reverse("news_medical:due")).content.decode()
    assert all(reverse("news_medical:review", args=[story.pk]) in page for story in stories.values())
    page = client.get(reverse("news_medical:due"), {"state": "overdue"}).content.decode()
    assert reverse("news_medical:review", args=[stories["overdue"].pk]) in page
    assert reverse("news_medical:review", args=[stories["fine"].pk]) not in page


def test_the_report_lists_the_users_own_sections_only(client, stories):
    client.force_login(make_user("elsewhere", groups=[set_up_role("section editor", [make_section("Film")])]))
    assert "Overdue</a>" not in client.get(reverse("news_medical:due")).content.decode()


def test_the_report_can_be_taken_along(client, stories):
    client.force_login(make_user("root", superuser=True))
    assert b"Overdue" in client.get(reverse("news_medical:due"), {"export": "csv"}).getvalue()
