"""The screen behind "Schedule…": one click for the usual times, clear words for the rest."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.desk import schedule as schedule_screen
from news.desk.roles import set_up_role
from news.models import ArticlePage, ScheduleFailure, StandardsOverride
from news.schedule import runner, times
from news.schedule.alarm import failed
from news.standards import gate
from portal import clock
from tests.builders import make_article, make_author, make_image, make_live_blog, make_section, make_user, schedule

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
ZONE = "Europe/Paris"


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def draft(film):
    return make_article("Not yet", section=film, live=False, authors=[make_author()])


@pytest.fixture
def editor(client, film):
    """An editor of the section, who is signed in."""
    user = make_user("editor", groups=[set_up_role("section editor", [film])])
    client.force_login(user)
    return user


@pytest.fixture
def reporter(client, film):
    """A reporter, who may write and not publish."""
    user = make_user("reporter", groups=[set_up_role("reporter", [film])])
    client.force_login(user)
    return user


@dataclass
class Request:
    """What the hook reads of a request."""

    POST: dict


def address(page):
    return reverse("news_schedule", args=[page.pk])


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def at(day, clock_time, **more):
    """Return what the form sends for a time on the clocks of Paris."""
    return {"zone": ZONE, "day": day, "time": clock_time, "schedule": "1", **more}


def come_due(page):
    """Let the moment come for which a page is scheduled."""
    revision = fresh(page).scheduled_revision
    past = clock.now() - timedelta(seconds=1)
    revision.content["go_live_at"] = past.isoformat()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=revision.content)


def in_days(days):
    return (clock.now().astimezone(ZoneInfo(ZONE)) + timedelta(days=days)).date()


def next_change(zone, hours):
    """Return the next local date after today on which the clocks of a zone are moved by ``hours``."""
    moment = clock.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    for _day in range(400):
        then = moment + timedelta(days=1)
        if then.astimezone(zone).utcoffset() - moment.astimezone(zone).utcoffset() == timedelta(hours=hours):
            return moment.astimezone(zone).date()
        moment = then
    raise AssertionError("these clocks are never moved")


def test_the_button_saves_the_draft_and_leads_to_the_screen(client, editor, film):
    add = reverse("wagtailadmin_pages:add", args=["news", "articlepage", film.pk])
    assert "Schedule…" in client.get(add).content.decode()


def test_the_button_of_a_saved_draft_leads_to_the_screen(client, editor, draft):
    assert schedule_screen.lead_on(Request({"action-schedule": "1"}), draft).url == address(draft)
    assert schedule_screen.lead_on(Request({}), draft) is None


def test_a_page_that_only_its_schedule_has_locked_still_has_the_way_there(client, editor, draft):
    story = schedule(draft, clock.now() + HOUR)
    assert (
        f'href="{address(story)}"' in client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    )


def test_one_click_schedules_for_tonight(client, editor, draft):
    tonight = {p.key: p.at for p in times.presets(clock.now(), ZoneInfo(ZONE))}["tonight"]
    answer = client.post(address(draft), {"zone": ZONE, "preset": "tonight"}, follow=True)
    assert "goes live on" in answer.content.decode()
    assert fresh(draft).scheduled_revision.approved_go_live_at == tonight
    assert not fresh(draft).live


def test_what_is_scheduled_goes_out_by_itself(client, editor, draft):
    client.post(address(draft), {"zone": ZONE, "preset": "hour"})
    come_due(draft)
    runner.run()
    assert fresh(draft).is_public


def test_a_day_and_a_time_are_read_in_the_zone_that_was_chosen(client, editor, draft):
    day = in_days(3)
    client.post(address(draft), {**at(day.isoformat(), "09:30"), "zone": "Asia/Tokyo"})
    expected = datetime(day.year, day.month, day.day, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert fresh(draft).scheduled_revision.approved_go_live_at == expected


def test_the_end_is_kept_with_the_beginning(client, editor, draft):
    day = in_days(2)
    client.post(address(draft), at(day.isoformat(), "09:00", end_day=day.isoformat(), end_time="18:00"))
    scheduled = fresh(draft).get_scheduled_revision_as_object()
    assert scheduled.expire_at - scheduled.go_live_at == 9 * HOUR


def test_a_live_story_may_be_given_an_end_alone(client, editor, film):
    story = make_article(section=film, authors=[make_author()])
    day = in_days(2)
    client.post(address(story), {"zone": ZONE, "end_day": day.isoformat(), "end_time": "18:00"})
    assert fresh(story).live
    assert fresh(story).expire_at.astimezone(ZoneInfo(ZONE)).date() == day
    assert fresh(story).last_published_at == story.last_published_at


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a day and a time"),
        ({"day": "2030-01-01"}, "Both a day and a time are needed"),
        ({"day": "2020-01-01", "time": "10:00"}, "That time has passed"),
        ({"day": "30/40/2030", "time": "10:00"}, "valid date"),
        ({"day": "2030-01-02", "time": "10:00", "end_day": "2030-01-01", "end_time": "10:00"}, "must come after"),
        ({"zone": "Mars/Olympus", "day": "2030-01-01", "time": "10:00"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words_and_nothing_typed_is_lost(client, editor, draft, sent, said):
    page = client.post(address(draft), {"zone": ZONE, **sent}).content.decode()
    assert said in page
    assert all(f'value="{value}"' in page for name, value in sent.items() if name in {"day", "end_day"})
    assert fresh(draft).scheduled_revision is None


@pytest.mark.parametrize(("hours", "said"), [(1, "jump over 02:30"), (-1, "02:30 twice")])
def test_a_time_in_a_night_of_changing_clocks_is_asked_about_and_taken_the_second_time(
    client, editor, draft, hours, said
):
    day = next_change(ZoneInfo(ZONE), hours)
    page = client.post(address(draft), at(day.isoformat(), "02:30")).content.decode()
    assert said in page
    assert fresh(draft).scheduled_revision is None
    meant = times.moment(day, datetime(2000, 1, 1, 2, 30).time(), ZoneInfo(ZONE)).at
    assert f'value="{meant.isoformat()}"' in page
    client.post(address(draft), at(day.isoformat(), "02:30", confirmed=meant.isoformat()))
    assert fresh(draft).scheduled_revision.approved_go_live_at == meant


def test_a_draft_that_lacks_something_is_not_scheduled_and_the_gap_is_named(client, editor, draft):
    blog = make_live_blog(section=draft.get_parent().specific, live=False, title="Draft")
    revision = blog.latest_revision or blog.save_revision()
    revision.content["title"] = ""
    revision.save()
    page = client.post(address(blog), {"zone": ZONE, "preset": "tonight"}).content.decode()
    assert "This field cannot be blank" in page
    assert fresh(blog).scheduled_revision is None


def test_a_scheduled_story_is_taken_out_again(client, editor, draft):
    story = schedule(draft, clock.now() + HOUR)
    assert "Goes live on" in client.get(address(story)).content.decode()
    client.post(address(story), {"unschedule": "1"})
    assert fresh(story).scheduled_revision is None
    assert fresh(story).go_live_at is None
    assert fresh(story).get_latest_revision_as_object().go_live_at is None
    assert PageLogEntry.objects.filter(action="wagtail.schedule.cancel").exists()


def test_another_time_takes_the_place_of_the_first(client, editor, draft):
    story = schedule(draft, clock.now() + HOUR)
    client.post(address(story), at(in_days(3).isoformat(), "09:00"))
    approved = fresh(story).revisions.exclude(approved_go_live_at=None)
    assert [r.approved_go_live_at.astimezone(ZoneInfo(ZONE)).date() for r in approved] == [in_days(3)]


def test_a_reporter_leaves_a_time_for_those_who_approve(client, reporter, draft):
    page = client.post(address(draft), at(in_days(3).isoformat(), "09:00"), follow=True).content.decode()
    assert "once it is approved" in page
    assert fresh(draft).scheduled_revision is None
    assert fresh(draft).get_latest_revision_as_object().go_live_at.astimezone(UTC) > clock.now()


def test_a_reporter_leaves_a_time_alone_that_was_approved(client, reporter, draft):
    schedule(draft, clock.now() + 2 * HOUR)
    page = client.get(address(draft)).content.decode()
    assert "those who may publish it can change that" in page
    assert 'name="schedule"' not in page
    for fields in ({"unschedule": "1"}, at(in_days(3).isoformat(), "09:00")):
        client.post(address(draft), fields)
        assert fresh(draft).scheduled_revision is not None


def test_a_day_at_the_end_of_the_calendar_is_refused_in_words(client, editor, draft):
    for day, clock_time, zone in (("9999-12-31", "23:59", "America/New_York"), ("0001-01-01", "00:00", ZONE)):
        near = {"zone": zone, "day": in_days(3).isoformat(), "time": "09:00"}
        for fields in ({"day": day, "time": clock_time}, {"end_day": day, "end_time": clock_time}):
            assert "more than a hundred years away" in client.post(address(draft), near | fields).content.decode()
    assert fresh(draft).scheduled_revision is None


def test_nobody_schedules_a_page_of_another_section(client, editor):
    other = make_article(section=make_section("Music"), live=False)
    answer = client.post(address(other), {"zone": ZONE, "preset": "tonight"})
    assert answer.status_code == 302
    assert ArticlePage.objects.get(pk=other.pk).scheduled_revision is None


def test_nobody_schedules_a_page_that_somebody_else_has_locked(client, editor, draft):
    ArticlePage.objects.filter(pk=draft.pk).update(locked=True, locked_by=make_user("other"), locked_at=clock.now())
    client.post(address(draft), {"zone": ZONE, "preset": "tonight"})
    assert fresh(draft).scheduled_revision is None


def test_a_page_that_is_not_there_answers_404(client, editor):
    assert client.get(reverse("news_schedule", args=[999_999])).status_code == 404


# --- Dashboard ----------------------------------------------------------------


def test_the_dashboard_lists_what_goes_out_the_soonest_first(client, editor, film):
    schedule(make_article("Later", section=film, live=False), clock.now() + 5 * HOUR)
    schedule(make_article("Sooner", section=film, live=False), clock.now() + HOUR)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    listed = page[page.index("Going out") :]
    assert listed.index("Sooner") < listed.index("Later")


def test_the_dashboard_says_what_missed_its_time_and_why(client, editor, draft):
    failed(
        ScheduleFailure.Action.PUBLISH,
        "wagtailcore.page:1",
        "Not yet",
        clock.now(),
        ValueError("No credit."),
        page=draft,
    )
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "missed its time" in page
    assert "No credit." in page


def test_the_dashboard_tells_nothing_of_other_sections(client, editor):
    schedule(make_article("Elsewhere", section=make_section("Music"), live=False), clock.now() + HOUR)
    assert "Elsewhere" not in client.get(reverse("wagtailadmin_home")).content.decode()


# --- Against the standards -----------------------------------------------------


@pytest.fixture
def unsigned(film):
    """A draft that the standards keep back: nobody wrote it."""
    return make_article("By nobody", section=film, live=False)


@pytest.fixture
def publisher(client, film):
    """Somebody who may override the standards."""
    user = make_user("publisher", groups=[set_up_role("publisher", [film])])
    client.force_login(user)
    return user


REASON = "The hall is on fire."


def test_the_screen_says_what_the_standards_keep_back_and_asks_who_may_override_for_a_reason(
    client, publisher, unsigned
):
    page = client.get(address(unsigned)).content.decode()
    assert "As it stands, the standards keep it back:" in page
    assert "Schedule it against the standards, because" in page
    page = client.post(address(unsigned), at(in_days(2), "08:00")).content.decode()
    assert "To schedule it all the same, say why." in page
    assert fresh(unsigned).scheduled_revision is None


def test_with_a_reason_it_is_scheduled_against_the_standards_and_goes_out_in_its_time(client, publisher, unsigned):
    client.post(address(unsigned), at(in_days(2), "08:00", override_reason=REASON))
    scheduled = fresh(unsigned)
    assert scheduled.scheduled_revision is not None
    override = StandardsOverride.objects.get()
    assert (override.article, override.user, override.reason) == (scheduled, publisher, REASON)
    assert PageLogEntry.objects.get(action=gate.OVERRIDDEN).data["reason"] == REASON
    come_due(unsigned)
    runner.run()
    assert fresh(unsigned).is_public


def test_one_click_times_take_the_reason_too(client, publisher, unsigned):
    client.post(address(unsigned), {"zone": ZONE, "preset": "hour", "override_reason": REASON})
    assert fresh(unsigned).scheduled_revision is not None


def test_who_may_not_override_schedules_nothing_against_the_standards(client, editor, unsigned):
    assert "Schedule it against" not in client.get(address(unsigned)).content.decode()
    page = client.post(address(unsigned), at(in_days(2), "08:00", override_reason=REASON)).content.decode()
    assert "Nobody is named as its author." in page
    assert fresh(unsigned).scheduled_revision is None
    assert not StandardsOverride.objects.exists()


def test_a_refusal_speaks_of_the_standards_and_of_no_time_that_was_undone(client, editor, unsigned):
    page = client.post(address(unsigned), at(in_days(2), "08:00")).content.decode()
    assert "Nobody is named as its author." in page
    assert "is not a valid choice" not in page
    assert "It waits for approval" not in page


def test_a_reason_that_was_typed_in_the_editor_goes_along_for_that_story_alone(client, publisher, unsigned, film):
    request = client.request().wsgi_request
    request.session, request.POST = client.session, {schedule_screen.ACTION: "1", "override_reason": REASON}
    schedule_screen.lead_on(request, unsigned)
    request.session.save()
    other = make_article("By nobody either", section=film, live=False)
    assert REASON not in client.get(address(other)).content.decode()
    assert REASON in client.get(address(unsigned)).content.decode()
    assert REASON not in client.get(address(unsigned)).content.decode(), "another day it is no decision any more"


def test_a_refusal_names_each_fault_once(client, publisher, unsigned):
    page = client.post(address(unsigned), at(in_days(2), "08:00")).content.decode()
    assert "It was not scheduled" in page
    assert page.count("Nobody is named as its author.") == 1


def test_a_fault_of_the_time_that_was_chosen_is_named_too(client, publisher, film):
    late = make_image(size=(60, 40), rights_expire_on=clock.today() + timedelta(days=1))
    draft = make_article("Late", section=film, live=False, authors=[make_author()], lead_image=late)
    page = client.post(address(draft), at(in_days(9), "08:00")).content.decode()
    assert "It was not scheduled" in page
    assert "Our right to show the picture" in page[page.index("It was not scheduled") :]
    assert fresh(draft).scheduled_revision is None


def test_nobody_schedules_before_an_embargo_with_a_reason(client, publisher, film):
    draft = make_article("Too early", section=film, live=False, authors=[make_author()])
    draft.first_published_at = clock.now() + timedelta(days=9)
    draft.save_revision(clean=False)
    client.post(address(draft), at(in_days(2), "08:00", override_reason=REASON))
    assert fresh(draft).scheduled_revision is None
