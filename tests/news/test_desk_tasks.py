"""Approval: by somebody else, with a reason for every refusal, and with a name on every open task."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, WorkflowState

from news.desk.next_steps import next_step
from news.desk.roles import ROLES, set_up_role
from news.desk.workflows import set_up_health_workflow, set_up_workflow
from news.models import ArticlePage, Assignment, Author, DeskTask
from portal import clock
from tests.builders import make_article, make_author, make_section, make_topic, make_user
from tests.news.standards.stories_at_the_gate import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def desk(film):
    """Two editors of a section whose stories go through the desk, and a reporter."""
    editors = set_up_role("section editor", [film])
    set_up_workflow([editors], [film])
    return {
        "ana": make_user("ana", email="ana@desk.test", groups=[editors]),
        "ben": make_user("ben", email="ben@desk.test", groups=[editors]),
        "rita": make_user("rita", email="rita@desk.test", groups=[set_up_role("reporter", [film])]),
    }


def submit(writer, section, **fields):
    """Return a draft that its writer has submitted."""
    story = make_article(
        section=section, live=False, owner=writer, **{"authors": [Author.objects.first() or make_author()], **fields}
    )
    story.save_revision(user=writer)
    story.get_workflow().start(story, writer)
    return fresh(story)


def fresh(story):
    return ArticlePage.objects.get(pk=story.pk)


def task_of(story):
    return story.current_workflow_task_state.task.specific


def actions(story, user):
    return {name for name, _label, _modal in task_of(story).get_actions(story, user)}


def act(client, user, story, action, **sent):
    """Do an action as the admin's dialogue does."""
    client.force_login(user)
    state = story.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, action, state.pk])
    return client.post(address, sent, headers={"x-requested-with": "XMLHttpRequest"})


# --- Four eyes ----------------------------------------------------------------


def test_an_editor_approves_a_reporters_story(client, desk, film):
    story = submit(desk["rita"], film)
    act(client, desk["ana"], story, "approve")
    assert fresh(story).live


def test_nobody_approves_their_own_story(client, desk, film):
    story = submit(desk["ana"], film)
    assert "approve" not in actions(story, desk["ana"])
    act(client, desk["ana"], story, "approve")
    assert not fresh(story).live


def test_nobody_approves_a_story_that_carries_their_name(desk, film):
    author = make_author("Ana Vidal", user=desk["ana"])
    story = submit(desk["rita"], film, authors=[author])
    assert "approve" not in actions(story, desk["ana"])
    assert "approve" in actions(story, desk["ben"])


def test_the_rule_holds_for_a_program_too(desk, film):
    story = submit(desk["ana"], film)
    state = story.current_workflow_task_state
    with pytest.raises(PermissionDenied, match="Nobody approves their own story"):
        task_of(story).on_action(state, desk["ana"], "approve")


def test_a_small_desk_may_do_without_four_eyes_but_not_for_health(desk, film):
    DeskTask.objects.update(four_eyes=False)
    assert "approve" in actions(submit(desk["ana"], film), desk["ana"])
    assert "approve" not in actions(submit(desk["ana"], film, risk_class="A"), desk["ana"])


# --- Reasons ------------------------------------------------------------------


def test_a_refusal_without_a_reason_is_refused(client, desk, film):
    story = submit(desk["rita"], film)
    answer = act(client, desk["ana"], story, "reject", comment=" ")
    assert "Say what has to change" in answer.json()["html"]
    assert fresh(story).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_the_reason_reaches_the_writer(client, desk, film):
    story = submit(desk["rita"], film)
    mail.outbox.clear()
    act(client, desk["ana"], story, "reject", comment="Who says so?")
    assert fresh(story).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert [message.to for message in mail.outbox] == [["rita@desk.test"]]
    assert "Who says so?" in mail.outbox[0].body


def test_the_reason_stands_above_the_editor_until_the_story_is_submitted_again(client, desk, film):
    story = submit(desk["rita"], film)
    act(client, desk["ana"], story, "reject", comment="Who says so?")
    client.force_login(desk["rita"])
    assert "ana asks for changes: Who says so?" in edited(client, story)
    fresh(story).current_workflow_state.resume(desk["rita"])
    assert "asks for changes" not in edited(client, story)


def edited(client, story):
    """Return the editor of a story."""
    return client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()


# --- What is next ---------------------------------------------------------------


def test_who_sends_a_story_on_is_told_who_has_it_now(desk, film):
    story = submit(desk["rita"], film)
    assert next_step(story.pk) == "It waits for: Desk approval."
    Assignment.give(story.current_workflow_task_state, desk["ben"], by=desk["ana"])
    assert next_step(story.pk) == "It waits for: Desk approval (ben)."
    state = story.current_workflow_task_state
    task_of(story).on_action(state, desk["ana"], "approve")
    assert next_step(story.pk) == "It is live."


def test_who_approves_an_embargo_is_told_when_it_goes_live(desk, film):
    story = submit(desk["rita"], film, go_live_at=clock.now() + timedelta(days=1))
    task_of(story).on_action(story.current_workflow_task_state, desk["ana"], "approve")
    assert next_step(story.pk).startswith("It goes live on ")


def test_the_editor_says_what_is_next_after_an_approval(client, desk, film):
    author = make_author()
    story = submit(desk["rita"], film, authors=[author])
    client.force_login(desk["ana"])
    sent = posted(author, {"sources": []}, slug=story.slug, title=story.title)
    sent |= {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), sent, follow=True)
    assert fresh(story).live
    assert "It is live." in [str(message).strip() for message in answer.context["messages"]]


# --- Whose task it is ---------------------------------------------------------


def test_the_desk_is_mailed_when_a_story_is_submitted(desk, film, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        submit(desk["rita"], film)
    assert sorted(address for message in mail.outbox for address in message.to) == ["ana@desk.test", "ben@desk.test"]


def test_an_editor_takes_a_task(client, desk, film):
    story = submit(desk["rita"], film)
    act(client, desk["ana"], story, "claim")
    assert Assignment.objects.get().assignee == desk["ana"]
    assert "claim" not in actions(story, desk["ana"])
    assert "claim" in actions(story, desk["ben"])


def test_a_task_is_given_to_somebody_with_a_time_and_a_note(client, desk, film):
    story = submit(desk["rita"], film)
    mail.outbox.clear()
    sent = {"assignee": desk["ben"].pk, "due": "2026-12-01T18:00", "note": "Check the box-office figures."}
    act(client, desk["ana"], story, "assign", **sent)
    assignment = Assignment.objects.get()
    assert (assignment.assignee, assignment.assigned_by) == (desk["ben"], desk["ana"])
    assert assignment.due_at.strftime("%d %H:%M") == "01 18:00"
    assert [message.to for message in mail.outbox] == [["ben@desk.test"]]
    assert "Check the box-office figures." in mail.outbox[0].body


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"assignee": "0"}, "Select a valid choice"),
        ({"due": "soon"}, "no day and time"),
        ({"due": "2026-12-01T18:00+05:00"}, "no day and time"),
        ({"due": "9999-12-31T23:59"}, "no day and time"),
        ({}, "This field is required"),
    ],
)
def test_a_task_is_not_given_to_nobody_or_until_never(client, desk, film, sent, said):
    story = submit(desk["rita"], film)
    known = {"assignee": desk["ben"].pk} if "due" in sent else {}
    assert said in act(client, desk["ana"], story, "assign", **known, **sent).json()["html"]
    assert not Assignment.objects.exists()


def test_a_task_is_not_given_to_somebody_who_may_not_do_it(client, desk, film):
    story = submit(desk["rita"], film)
    act(client, desk["ana"], story, "assign", assignee=desk["rita"].pk)
    assert not Assignment.objects.exists()


def test_the_dashboard_shows_ones_own_tasks_first_and_what_is_overdue(client, desk, film):
    submit(desk["rita"], film, title="Older, of nobody")
    mine = submit(desk["rita"], film, title="Newer, of Ana")
    Assignment.give(
        mine.current_workflow_task_state, desk["ana"], by=desk["ben"], due_at=clock.now() - timedelta(hours=1)
    )
    client.force_login(desk["ana"])
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    listed = page[page.index("Waiting for you") :]
    assert listed.index("Newer, of Ana") < listed.index("Older, of nobody")
    assert "Overdue" in listed


def test_the_dashboard_of_a_reporter_shows_no_tasks_of_the_desk(client, desk, film):
    submit(desk["rita"], film)
    client.force_login(desk["rita"])
    assert "Waiting for you" not in client.get(reverse("wagtailadmin_home")).content.decode()


# --- Health -------------------------------------------------------------------


def test_a_health_story_goes_from_the_editor_to_the_medical_reviewer(client):
    health = make_section("Health", health=True)
    editors, reviewers = set_up_role("health editor", [health]), set_up_role("medical reviewer", [health])
    set_up_health_workflow([editors], [reviewers], [health])
    editor, reviewer = make_user("hedda", groups=[editors]), make_user("med", groups=[reviewers])
    story = submit(make_user("rita", groups=[set_up_role("reporter", [health])]), health)
    assert "approve" not in actions(story, reviewer)
    act(client, editor, story, "approve")
    story = fresh(story)
    assert not story.live
    assert "approve" in actions(story, reviewer)


# --- Setting it up ------------------------------------------------------------


def test_one_command_sets_up_the_desk_and_may_be_run_again(capsys):
    make_section("Film")
    health = make_section("Health", health=True)
    call_command("set_up_desk")
    before = GroupPagePermission.objects.count()
    call_command("set_up_desk")
    assert GroupPagePermission.objects.count() == before
    assert health.get_workflow().name == "Health approval"
    said = capsys.readouterr().out
    assert all(role.name in said for role in ROLES.values())


def test_the_command_gives_the_topics_to_publishers():
    make_section("Film")
    topic = make_topic()
    call_command("set_up_desk")
    people = {key: make_user(groups=[set_up_role(key, [])], username=key) for key in ("publisher", "section editor")}
    may = {key: topic.permissions_for_user(person).can_publish() for key, person in people.items()}
    assert may == {"publisher": True, "section editor": False}


def test_without_a_section_the_command_says_what_to_do():
    with pytest.raises(CommandError, match="There is no section yet"):
        call_command("set_up_desk")
