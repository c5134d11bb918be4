"""Signing a health story is what approves its medical review, and nothing else approves it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_health_workflow
from news.medical.signing import sign
from news.models import ArticlePage, MedicalReview, SignOffLink
from portal import clock
from tests.builders import make_article, make_author, make_section, make_user, paragraph

pytestmark = pytest.mark.django_db

APPROVED = {"decision": "approved", "scope": "", "note": ""}
CHANGES = {"decision": "changes", "scope": "", "note": "The dose is wrong."}


@pytest.fixture
def people():
    """Everybody of a health desk: a reporter, an editor, and a reviewer with an account and a profile in order."""
    health = make_section("Health", health=True)
    editors, reviewers = set_up_role("health editor", [health]), set_up_role("medical reviewer", [health])
    set_up_health_workflow([editors], [reviewers], [health])
    priya = make_user("priya", groups=[reviewers])
    return {
        "health": health,
        "rita": make_user("rita", email="rita@desk.test", groups=[set_up_role("reporter", [health])]),
        "hedda": make_user("hedda", email="hedda@desk.test", groups=[editors]),
        "priya": priya,
        "writer": make_author("Rita Low"),
        "doctor": make_author("Dr Priya", user=priya, is_reviewer=True, credentials="MBBS", conflicts="none"),
    }


def in_review(people, *, sources=2):
    """Return a story of class C that the editor has approved, so that its medical review runs."""
    story = make_article(
        "Half a tablet",
        section=people["health"],
        live=False,
        owner=people["rita"],
        authors=[people["writer"]],
        risk_class="C",
        sources=[{"kind": "trial", "title": f"Trial {number}"} for number in range(sources)],
    )
    story.save_revision(user=people["rita"])
    story = fresh(story)
    story.get_workflow().start(story, people["rita"])
    story = fresh(story)
    state = story.current_workflow_task_state
    state.task.specific.on_action(state, people["hedda"], "approve")
    return fresh(story)


def fresh(story):
    return ArticlePage.objects.get(pk=story.pk)


def review_url(story):
    return reverse("news_medical:review", args=[story.pk])


def make_link(story, people):
    return SignOffLink.objects.create(
        article=story,
        revision=story.get_latest_revision(),
        reviewer=people["doctor"],
        created_by=people["hedda"],
        expires_at=clock.now() + timedelta(days=1),
    )


def sign_at_desk(client, people, story, decision="approved", **sent):
    client.force_login(people["priya"])
    words = story.get_latest_revision_as_object().compute_content_hash()
    return client.post(review_url(story), {"sign": decision, "note": "", "words": words, **sent}, follow=True)


def approve(client, user, story):
    """Approve without a signature, as the admin's dialogue does."""
    client.force_login(user)
    state = story.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    return client.post(address, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})


def test_signing_at_the_desk_approves_the_review_and_publishes(client, people):
    story = in_review(people)
    page = sign_at_desk(client, people, story).content.decode()
    assert "the medical review is approved" in page
    story = fresh(story)
    assert story.live
    assert story.has_valid_review
    done = TaskState.objects.filter(revision__object_id=str(story.pk)).latest("pk")
    assert (done.status, done.finished_by, done.comment) == ("approved", people["priya"], "Signed by Dr Priya.")


def test_signing_by_the_link_approves_the_review_and_publishes(client, people):
    story = in_review(people)
    page = client.post(make_link(story, people).get_absolute_url(), APPROVED).content.decode()
    assert "the medical review of the story is approved" in page
    assert fresh(story).live


def test_a_reviewer_without_an_account_approves_by_the_link(client, people):
    type(people["doctor"]).objects.update(user=None)
    story = in_review(people)
    client.post(make_link(story, people).get_absolute_url(), APPROVED)
    assert fresh(story).live
    assert TaskState.objects.filter(status="approved").latest("pk").finished_by is None


def test_a_signature_under_former_words_approves_nothing(client, people):
    story = in_review(people)
    link = make_link(story, people)
    story.body = [("paragraph", "<p>Other words.</p>")]
    story.save_revision()
    client.post(link.get_absolute_url(), APPROVED)
    assert MedicalReview.objects.count() == 1
    story = fresh(story)
    assert not story.live
    assert story.current_workflow_task_state.task.name == "Medical review"


def test_who_was_shown_other_words_signs_nothing(client, people):
    story = in_review(people)
    page = sign_at_desk(client, people, story, words="of another version").content.decode()
    assert "The words have changed since you opened this page." in page
    assert not MedicalReview.objects.exists()


@pytest.mark.parametrize("by_link", [True, False])
def test_a_wish_for_changes_sends_the_story_back_with_the_note(client, people, by_link):
    story = in_review(people)
    if by_link:
        client.post(make_link(story, people).get_absolute_url(), CHANGES)
    else:
        sign_at_desk(client, people, story, "changes", note=CHANGES["note"])
    assert fresh(story).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert TaskState.objects.get(status="rejected").comment == CHANGES["note"]


def test_a_wish_for_changes_at_the_desk_says_which(client, people):
    page = sign_at_desk(client, people, in_review(people), "changes").content.decode()
    assert "Say what should change." in page
    assert not MedicalReview.objects.exists()


def test_approving_without_a_signature_is_refused_and_leads_to_where_it_is_signed(client, people):
    story = in_review(people)
    assert approve(client, people["priya"], story).json() == {"step": "success", "redirect": review_url(story)}
    page = client.get(review_url(story)).content.decode()
    assert "Half a tablet” was not approved. Its medical review ends with a reviewer" in page
    assert not fresh(story).live


def test_what_is_signed_already_is_approved_as_any_story_is(client, people):
    story = in_review(people)
    sign(story.get_latest_revision(), people["doctor"], decision="approved")
    approve(client, people["priya"], story)
    assert fresh(story).live


def test_a_signature_that_no_longer_holds_approves_nothing(client, people):
    story = in_review(people, sources=1)
    sign_at_desk(client, people, story)
    story = fresh(story)
    story.body = [("paragraph", "<p>Other words.</p>")]
    story.save_revision()
    approve(client, people["priya"], story)
    assert story.current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS


@pytest.mark.parametrize("by_link", [True, False])
def test_the_signature_stands_where_something_else_keeps_the_story_back(client, people, by_link):
    story = in_review(people, sources=1)
    mail.outbox.clear()
    if by_link:
        page = client.post(make_link(story, people).get_absolute_url(), APPROVED).content.decode()
        assert "Something else still keeps the story back." in page
        assert [sent.to for sent in mail.outbox] == [["hedda@desk.test"]]
        assert "needs two sources" in mail.outbox[0].body
    else:
        assert "needs two sources" in sign_at_desk(client, people, story).content.decode()
    assert MedicalReview.objects.count() == 1
    story = fresh(story)
    assert not story.live
    assert story.current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS


def test_the_editor_offers_to_sign_where_a_signature_is_missing(client, people):
    story = in_review(people)
    client.force_login(people["priya"])
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    page = client.get(edit).content.decode()
    assert "action-sign" in page
    assert 'data-workflow-action-name="approve"' not in page


def test_whoever_started_a_story_does_not_sign_it(client, people):
    story = make_article(section=people["health"], live=False, owner=people["priya"], body=[paragraph("Words.")])
    story.save_revision()
    page = sign_at_desk(client, people, story).content.decode()
    assert "Dr Priya started this story." in page
    assert not MedicalReview.objects.exists()
