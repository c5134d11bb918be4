"""The runner: nothing scheduled is missed, doubled or held up by something else."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from news.models import ArticlePage, ScheduleFailure
from news.schedule import runner
from portal import clock
from tests.builders import make_article, make_author, make_section, make_user, publish, schedule

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def make_due(title="Due", *, ago=timedelta(minutes=3), user=None, **fields):
    """Return a story that was approved for a time which has come meanwhile."""
    story = schedule(make_article(title, live=False, **fields), clock.now() + HOUR, user=user)
    return come(story, clock.now() - ago)


def come(story, intended):
    """Let the time of a scheduled story be ``intended``."""
    revision = Revision.objects.get(pk=story.scheduled_revision.pk)
    revision.approved_go_live_at = intended
    revision.content["go_live_at"] = intended.isoformat()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=intended, content=revision.content)
    return fresh(story)


def fresh(story):
    return ArticlePage.objects.get(pk=story.pk)


def published_log():
    return PageLogEntry.objects.filter(action="wagtail.publish.scheduled")


@pytest.fixture
def broken():
    """A story whose publication fails, for as long as ``broken`` says so."""
    story = make_due("Broken", ago=timedelta(minutes=4))
    why = [ValidationError("The picture has no credit.")]

    def refuse(instance, **kwargs):
        if instance.pk == story.pk and why:
            raise why[0]

    page_published.connect(refuse)
    story.why = why
    yield story
    page_published.disconnect(refuse)


def test_a_story_goes_out_when_its_time_has_come():
    story = make_due()
    assert runner.run().published == ["Due"]
    assert fresh(story).is_public
    assert published_log().count() == 1


def test_a_story_whose_time_has_not_come_stays_where_it_is():
    story = schedule(make_article(live=False), clock.now() + HOUR)
    assert runner.run().published == []
    assert not fresh(story).live


def test_a_story_that_went_out_late_is_dated_with_the_time_that_was_meant():
    story = make_due(ago=timedelta(hours=5))
    intended = story.scheduled_revision.approved_go_live_at
    runner.run()
    assert fresh(story).first_published_at == intended
    assert fresh(story).published_at == intended


def test_an_update_that_was_scheduled_keeps_the_date_of_the_story():
    story = make_article("Old words", published_at=clock.now() - 48 * HOUR)
    first = story.first_published_at
    story.title = "New words"
    story = come(schedule(story, clock.now() + HOUR), clock.now() - HOUR)
    assert story.title == "Old words"
    runner.run()
    assert fresh(story).title == "New words"
    assert abs(fresh(story).first_published_at - first) < timedelta(seconds=1)  # a revision keeps milliseconds


def test_what_an_outage_kept_back_goes_out_in_the_order_that_was_meant():
    for title, hours in (("Third", 1), ("First", 3), ("Second", 2)):
        make_due(title, ago=hours * HOUR)
    assert runner.run().published == ["First", "Second", "Third"]


def test_a_second_round_publishes_nothing_again():
    make_due()
    runner.run()
    assert runner.run().published == []
    assert published_log().count() == 1


def test_one_that_fails_holds_up_nobody(broken):
    other = make_due("Other", ago=timedelta(minutes=1))
    done = runner.run()
    assert (done.published, done.failed) == (["Other"], ["Broken"])
    assert fresh(other).is_public
    assert not fresh(broken).live


def test_a_version_that_is_deleted_while_it_fails_holds_up_nobody(monkeypatch):
    gone, good = make_due("Gone", ago=timedelta(minutes=4)), make_due("Good")
    publish = runner._publish

    def delete_or_publish(key, now):
        if gone.revisions.filter(pk=key).delete()[0]:
            raise ValidationError("Somebody deletes it.")
        return publish(key, now)

    monkeypatch.setattr(runner, "_publish", delete_or_publish)
    assert runner.run().failed == []
    assert fresh(good).live


def test_a_failure_is_written_down_with_its_reason(broken):
    runner.run()
    failure = ScheduleFailure.objects.open().get()
    assert failure.page_id == broken.pk
    assert failure.message == "The picture has no credit."
    assert failure.intended_at == broken.scheduled_revision.approved_go_live_at


def test_the_command_ends_with_an_error_that_names_what_failed(broken):
    with pytest.raises(CommandError, match="Broken"):
        call_command("publish_scheduled")


def test_the_desk_is_mailed_once_a_reason_and_not_once_a_minute(broken):
    editor = make_user("ana", email="ana@desk.test")
    Page.objects.filter(pk=broken.pk).update(owner=editor)
    for _minute in range(3):
        runner.run()
    assert [message.to for message in mail.outbox] == [["ana@desk.test"]]
    assert "The picture has no credit." in mail.outbox[0].body
    assert ScheduleFailure.objects.get().attempts == 3
    broken.why[0] = ValidationError("The rights have run out.")
    runner.run()
    assert "The rights have run out." in mail.outbox[1].body


def test_a_mail_server_that_is_down_does_not_stop_the_round(broken, settings):
    make_user("root", superuser=True, email="root@desk.test")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    make_due("Other", ago=timedelta(minutes=1))
    assert runner.run().published == ["Other"]
    assert ScheduleFailure.objects.open().exists()


def test_a_mended_story_goes_out_with_the_next_round_and_the_failure_is_closed(broken):
    runner.run()
    broken.why.clear()
    assert runner.run().published == ["Broken"]
    assert not ScheduleFailure.objects.open().exists()


def test_a_story_that_was_taken_out_of_the_schedule_is_no_failure_any_more(broken):
    runner.run()
    broken.revisions.update(approved_go_live_at=None)
    runner.run()
    assert not ScheduleFailure.objects.open().exists()


def test_a_story_whose_end_has_come_before_its_beginning_stays_off_and_is_reported():
    story = make_article(live=False)
    story.expire_at = clock.now() + 2 * HOUR
    story = schedule(story, clock.now() + HOUR)
    revision = story.scheduled_revision
    revision.content["expire_at"] = (clock.now() - HOUR).isoformat()
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    come(story, clock.now() - 2 * HOUR)
    assert runner.run().published == []
    assert not fresh(story).live
    assert "come off again" in ScheduleFailure.objects.get().message


def test_an_author_whose_end_has_come_is_taken_off():
    author = make_author()
    type(author).objects.filter(pk=author.pk).update(expire_at=clock.now() - HOUR)
    runner.run()
    author.refresh_from_db()
    assert not author.live


def test_a_story_that_has_expired_is_logged_once():
    story = make_article()
    Page.objects.filter(pk=story.pk).update(expire_at=clock.now() - HOUR)
    assert runner.run().expired == [story.title]
    assert runner.run().expired == []
    assert PageLogEntry.objects.filter(action="wagtail.unpublish.scheduled").count() == 1


def test_a_dry_run_tells_and_does_nothing(capsys):
    story = make_due()
    call_command("publish_scheduled", "--dryrun")
    assert "Due" in capsys.readouterr().out
    assert not fresh(story).live


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_fifty_stories_after_an_outage_and_two_runners_at_once_go_out_once_each():
    section = make_section()
    stories = [make_due(f"Story {n}", section=section) for n in range(50)]
    bad = stories[17].pk

    def refuse(instance, **kwargs):
        if instance.pk == bad:
            raise ValidationError("A broken rule.")

    page_published.connect(refuse)
    rounds, start = [], threading.Barrier(2)

    def one_runner():
        start.wait()
        try:
            rounds.append(runner.run())
        finally:
            connection.close()

    runners = [threading.Thread(target=one_runner) for _ in range(2)]
    try:
        for thread in runners:
            thread.start()
        for thread in runners:
            thread.join()
    finally:
        page_published.disconnect(refuse)
    went_out = [title for one in rounds for title in one.published]
    assert sorted(went_out) == sorted(story.title for story in stories if story.pk != bad)
    assert published_log().count() == 49
    assert ScheduleFailure.objects.open().get().page_id == bad
    assert ArticlePage.objects.filter(is_public=True).count() == 49


def test_a_published_story_without_a_schedule_is_left_alone():
    story = publish(make_article())
    runner.run()
    assert fresh(story).last_published_at == story.last_published_at
