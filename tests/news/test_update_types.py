"""Publishing a public story again says to readers what kind of change it is."""

import pytest
from django.urls import reverse

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ArticlePage, Correction
from portal import clock
from tests.builders import home_page, make_author, make_corrections_page, make_section, make_user, publish
from tests.news.standards.stories_at_the_gate import DAY, draft, edited, in_bulk, posted

pytestmark = pytest.mark.django_db

CHANGED = {"title": "Everybody reads this now", "action-publish": "1"}


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def author():
    return make_author("Ines Farrow")


@pytest.fixture
def editor(client, film):
    user = make_user("editor", groups=[set_up_role("section editor", [home_page()])])
    client.force_login(user)
    return user


@pytest.fixture
def story(film, author):
    page = draft(film, author, {"first_published_at": clock.now() - DAY, "sources": []})
    return publish(page, judged=True)


def sent(author, story, **more):
    """Return the form of a changed story."""
    date = story.first_published_at.strftime("%Y-%m-%d %H:%M")
    return posted(author, {"sources": []}, slug=story.slug, **CHANGED, **more) | {"first_published_at": date}


def fresh(story):
    return ArticlePage.objects.get(pk=story.pk)


def test_the_editor_is_asked_when_the_words_of_a_public_story_change(client, editor, author, story):
    page = edited(client, story, sent(author, story)).content.decode()
    assert "Say what kind of change you publish." in page
    assert CHANGED["title"] in page
    assert fresh(story).title != CHANGED["title"]


def test_a_silent_fix_moves_no_date(client, editor, author, story):
    edited(client, story, sent(author, story, update_type="silent"))
    assert fresh(story).title == CHANGED["title"]
    assert fresh(story).visible_updated_at is None


def test_an_update_moves_the_date(client, editor, author, story):
    edited(client, story, sent(author, story, update_type="substantive"))
    assert fresh(story).visible_updated_at is not None
    assert not Correction.objects.exists()


def test_a_correction_is_told_with_the_story_and_in_the_log(client, editor, author, story):
    make_corrections_page()
    words = {"correction_was_wrong": "The hall was said to seat 421.", "correction_is_right": "It seats 412."}
    edited(client, story, sent(author, story, update_type="correction", correction_severe="on", **words))
    correction = Correction.objects.get()
    assert (correction.was_wrong, correction.is_right) == tuple(words.values())
    assert (correction.article_id, correction.severe, correction.approved_by) == (story.pk, True, editor)
    assert fresh(story).visible_updated_at is None
    for address in (fresh(story).url, "/corrections/"):
        assert words["correction_was_wrong"] in client.get(address).content.decode()


def test_a_correction_says_what_was_wrong(client, editor, author, story):
    page = edited(client, story, sent(author, story, update_type="correction")).content.decode()
    assert "Say what was wrong" in page
    assert not Correction.objects.exists()
    assert fresh(story).title != CHANGED["title"]


def test_nothing_is_asked_when_no_word_changes(client, editor, author, story):
    data = sent(author, story, kicker="Interview") | {"title": story.title}
    edited(client, story, data)
    assert fresh(story).kicker == "Interview"
    assert fresh(story).updated_at is None


def test_nothing_is_asked_of_a_draft_and_of_a_first_publication(client, editor, author, story, film):
    data = sent(author, story)
    del data["action-publish"]
    edited(client, story, data)
    assert fresh(story).get_latest_revision_as_object().title == CHANGED["title"]
    new = draft(film, author, {})
    edited(client, new, posted(author, {}, **CHANGED))
    assert fresh(new).live


def test_the_next_change_is_another_decision(client, editor, author, story):
    edited(client, story, sent(author, story, update_type="silent"))
    page = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert page.context["form"]["update_type"].value() == ""
    assert fresh(story).update_type == ""


def changed_draft(story, **choice):
    """Save a changed draft of a public story with what its writer says of the change."""
    story.title = CHANGED["title"]
    for name, value in choice.items():
        setattr(story, name, value)
    story.save_revision()
    return fresh(story)


def test_what_the_writer_says_holds_when_somebody_else_approves(client, editor, author, story, film):
    set_up_workflow([editor.groups.get()], [film])
    page = changed_draft(story, update_type="correction", correction_was_wrong="Wrong.")
    state = page.get_workflow().start(page, None).current_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": ""})
    assert fresh(story).title == CHANGED["title"]
    assert Correction.objects.get().approved_by == editor


def test_what_the_writer_says_holds_when_the_story_is_published_in_bulk(client, editor, author, story):
    in_bulk(client, changed_draft(story, update_type="silent"), author, {})
    assert fresh(story).title == CHANGED["title"]
    assert fresh(story).updated_at is None


def test_a_correction_is_published_once(editor, story):
    page = changed_draft(story, update_type="correction", correction_was_wrong="Wrong.")
    page.get_latest_revision().publish()
    fresh(story).get_latest_revision().publish()
    fresh(story).save()
    assert Correction.objects.count() == 1


def test_a_change_about_which_nobody_was_asked_counts_as_an_update(story):
    changed_draft(story).get_latest_revision().publish()
    assert fresh(story).updated_at is not None
