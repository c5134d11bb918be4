"""No way to publish leads around a blocker, nothing is lost by a refusal, and every override is on record."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ArticlePage, ScheduleFailure, StandardsOverride
from news.standards import gate
from news.standards.findings import StandardsError
from portal import clock
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_section,
    make_user,
    publish,
    schedule,
    sign_medical_review,
)
from tests.news.standards.stories_at_the_gate import (
    CODES,
    DAY,
    HEADLINE,
    TEXT,
    WAYS,
    at_its_time,
    by_approval,
    by_creating,
    by_editing,
    by_scheduling,
    draft,
    edited,
    fault,
    posted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def author():
    return make_author("Ines Farrow")


@pytest.fixture
def desk(client, film):
    """A client that is signed in as an editor, who may publish and not override."""
    editors = set_up_role("section editor", [home_page()])
    set_up_workflow([editors], [film])
    client.force_login(make_user("editor", groups=[editors]))
    return client


@pytest.fixture
def senior(client, film):
    """A client that is signed in as somebody who may override."""
    client.force_login(make_user("senior", groups=[set_up_role("publisher", [home_page()])]))
    return client


def message_of(code, section, author, fields):
    """Return what the rule says of the story."""
    story = draft(section, author, fields)
    (finding,) = gate.blockers(story)
    assert finding.code == code
    return story, finding.message


# --- Every blocker, every way -----------------------------------------------------


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("code", CODES)
def test_a_blocker_keeps_a_story_back_whichever_way_it_is_published(code, way, desk, film, author):
    fields = fault(code)
    story, message = message_of(code, film, author, fields)
    response = way(desk, story, author, fields)
    page = response.content.decode()
    assert response.status_code == 200
    if code == "rating-without-title" and way in {by_creating, by_editing, by_scheduling}:
        message = "his field is required"  # the block itself already asks for the title
    assert message in page.replace("&#x27;", "'")
    assert not ArticlePage.objects.live().exists()
    assert way is at_its_time or not Revision.objects.exclude(approved_go_live_at=None).exists()
    if way in {by_creating, by_editing}:
        assert HEADLINE in page
        assert TEXT in page
    else:
        assert ArticlePage.objects.get().get_latest_revision_as_object().title == HEADLINE


@pytest.mark.parametrize("code", CODES)
def test_a_blocker_keeps_a_program_from_publishing(code, film, author):
    story = draft(film, author, fault(code))
    with pytest.raises(StandardsError, match="was not published"):
        story.get_latest_revision().publish()
    assert not ArticlePage.objects.live().exists()
    story.live = True
    with pytest.raises(StandardsError):
        story.save()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_story_that_meets_the_standards_is_published_every_way(way, desk, film, author):
    story = draft(film, author, {})
    way(desk, story, author, {})
    if way is by_scheduling:
        assert Revision.objects.exclude(approved_go_live_at=None).exists()
    else:
        assert ArticlePage.objects.live().get().title == HEADLINE


# --- Nothing is lost ---------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_drafts_and_what_goes_to_review_are_never_held_up(code, desk, film, author):
    fields = fault(code)
    story = draft(film, author, fields)
    data = posted(author, {name: value for name, value in fields.items() if name != "verdict"})
    edited(desk, story, data)
    edited(desk, story, data | {"action-submit": "1"})
    story.refresh_from_db()
    assert story.current_workflow_state is not None
    assert story.revisions.count() == 3


def test_a_refused_approval_leaves_the_story_in_review(desk, film, author):
    story = draft(film, author, fault("no-author"))
    by_approval(desk, story, author, {})
    assert story.current_workflow_task_state.status == "in_progress"


def test_one_refused_story_keeps_the_others_of_a_bulk_back_and_is_named(desk, film, author):
    good, bad = draft(film, author, {}), draft(film, author, fault("no-author"))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    page = desk.post(f"{url}?id={good.pk}&id={bad.pk}&next=/admin/pages/", follow=True).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[bad.pk]) in page
    assert not ArticlePage.objects.live().exists()


def test_drafts_below_a_page_that_is_published_in_bulk_are_judged_too(desk, film, author):
    draft(film, author, fault("no-author"))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    desk.post(f"{url}?id={film.pk}&next=/admin/pages/", {"include_descendants": "on"}, follow=True)
    assert not ArticlePage.objects.live().exists()


def test_a_live_story_stays_as_it_is_when_its_next_version_is_refused(film, author):
    story = publish(draft(film, author, {}), judged=True)
    story.title = "Another headline"
    story.contributions = []
    with pytest.raises(StandardsError):
        story.save_revision().publish()
    fresh = ArticlePage.objects.get(pk=story.pk)
    assert fresh.title == HEADLINE
    assert fresh.live


def test_the_next_version_of_a_live_story_is_judged_when_it_is_scheduled(film, author):
    story = publish(draft(film, author, {}), judged=True)
    story.contributions = []
    story.go_live_at = clock.now() + DAY
    with pytest.raises(StandardsError):
        story.save_revision().publish()
    assert not Revision.objects.exclude(approved_go_live_at=None).exists()


def test_a_refused_publication_leaves_the_schedule_of_a_story_alone(film, author):
    schedule(draft(film, author, {}), clock.now() + DAY, judged=True)
    story = ArticlePage.objects.get()
    story.go_live_at = None
    story.contributions = []
    with pytest.raises(StandardsError):
        story.save_revision().publish()
    assert Revision.objects.exclude(approved_go_live_at=None).count() == 1


def test_a_story_that_the_clock_refuses_holds_up_no_other(desk, film, author):
    bad, good = draft(film, author, fault("no-author")), draft(film, author, {})
    for story in (bad, good):
        at_its_time(desk, story, author, {})
    assert list(ArticlePage.objects.live()) == [good]
    assert "Nobody is named" in ScheduleFailure.objects.get().message
    bad.refresh_from_db()
    assert bad.scheduled_revision is not None


def test_the_clock_publishes_a_refused_story_as_soon_as_its_fault_is_mended(desk, film, author):
    story = draft(film, author, fault("medical-sign-off"))
    at_its_time(desk, story, author, {})
    sign_medical_review(story, make_author("Dr Priya Anand-Holt", is_reviewer=True))
    at_its_time(desk, story, author, {})
    assert ArticlePage.objects.live().exists()


def test_a_picture_whose_rights_end_before_the_time_of_a_schedule_is_refused_at_once(desk, film, author):
    fields = fault("rights-expired")
    fields["lead_image"].rights_expire_on = clock.now().date()
    fields["lead_image"].save()
    story = draft(film, author, fields)
    by_scheduling(desk, story, author, fields)
    assert not Revision.objects.exclude(approved_go_live_at=None).exists()
    by_editing(desk, story, author, fields)
    assert ArticlePage.objects.live().exists()


def test_a_story_with_an_embargo_is_at_no_moment_live_when_it_is_created(film, author):
    page = ArticlePage(title="Later", slug="later", go_live_at=clock.now() + DAY, live=True)
    film.add_child(instance=page)
    assert not ArticlePage.objects.get().live


def test_a_copy_that_would_be_public_is_judged(senior, film, author):
    story = publish(draft(film, author, fault("medical-sign-off")))
    data = {"new_title": "A copy", "new_slug": "a-copy", "new_parent_page": film.pk, "publish_copies": "on"}
    response = senior.post(reverse("wagtailadmin_pages:copy", args=[story.pk]), data, follow=True)
    assert "signature of a medical reviewer" in response.content.decode()
    assert not ArticlePage.objects.filter(slug="a-copy").exists()


# --- Overrides ---------------------------------------------------------------------


@pytest.mark.parametrize("way", [by_creating, by_editing], ids=lambda way: way.__name__)
def test_somebody_with_the_permission_overrides_with_a_reason(way, senior, film, author):
    fields = fault("no-author")
    story = draft(film, author, fields)
    reason = "The house is on fire."
    data = posted(author, fields, override_reason=reason, **{"action-publish": "1"})
    if way is by_creating:
        story.delete()
        senior.post(reverse("wagtailadmin_pages:add", args=["news", "articlepage", film.pk]), data)
    else:
        edited(senior, story, data)
    story = ArticlePage.objects.get()
    override = StandardsOverride.objects.get()
    assert story.live
    assert (override.article, override.user.username, override.reason) == (story, "senior", reason)
    assert override.codes == ["no-author"]
    entry = PageLogEntry.objects.get(action=gate.OVERRIDDEN)
    assert (entry.page_id, entry.user.username, entry.data["reason"]) == (story.pk, "senior", reason)
    history = senior.get(reverse("wagtailadmin_pages:history", args=[story.pk])).content.decode()
    assert reason in history


def test_an_override_without_a_reason_is_none(senior, film, author):
    story = draft(film, author, fault("no-author"))
    page = edited(senior, story, posted(author, {"authors": []}, override_reason="  ", **{"action-publish": "1"}))
    assert "say why" in page.content.decode()
    assert not ArticlePage.objects.live().exists()


def test_a_reason_from_somebody_without_the_permission_overrides_nothing(desk, film, author):
    story = draft(film, author, fault("no-author"))
    edited(desk, story, posted(author, {"authors": []}, override_reason="Please.", **{"action-publish": "1"}))
    assert not ArticlePage.objects.live().exists()


def test_nobody_overrides_an_embargo(senior, film, author):
    fields = fault("embargo")
    story = draft(film, author, fields)
    edited(senior, story, posted(author, fields, override_reason="We are first.", **{"action-publish": "1"}))
    assert not ArticlePage.objects.live().exists()


def test_a_reason_for_a_story_that_needs_none_is_not_put_on_record(senior, film, author):
    story = draft(film, author, {})
    edited(senior, story, posted(author, {}, override_reason="To be safe.", **{"action-publish": "1"}))
    assert ArticlePage.objects.live().exists()
    assert not StandardsOverride.objects.exists()


def test_an_override_holds_for_the_same_words_and_rules_only(film, author):
    story = draft(film, author, fault("no-author"))
    StandardsOverride.objects.create(
        article=story, reason="Fire.", codes=["no-author"], content_hash=story.content_hash
    )
    story.title = "Other words"
    with pytest.raises(StandardsError):
        story.save_revision().publish()
    story.title = HEADLINE
    story.save_revision().publish()
    assert ArticlePage.objects.live().exists()


def test_an_override_at_scheduling_holds_when_the_time_has_come(desk, film, author):
    story = draft(film, author, fault("no-author"))
    with gate.waived("It stood in print already."):
        schedule(story, clock.now() + DAY)
    story = ArticlePage.objects.get()
    story.go_live_at = None
    story.save_revision()
    at_its_time(desk, story, author, {})
    assert ArticlePage.objects.live().exists()


def test_what_a_program_waives_is_on_record_with_its_reason(film, author):
    story = draft(film, author, fault("no-author"))
    with gate.waived("Imported."):
        story.get_latest_revision().publish()
    override = StandardsOverride.objects.get()
    assert (override.reason, override.user) == ("Imported.", None)


def test_the_report_lists_overrides_of_the_editors_own_sections(client, film, author):
    music = make_section("Music")
    for section in (film, music):
        make_article(f"In {section.title}", section=section)
    client.force_login(make_user("editor", groups=[set_up_role("section editor", [film])]))
    page = client.get(reverse("news_standards:overrides")).content.decode()
    assert "In Film" in page
    assert "In Music" not in page
    exported = client.get(reverse("news_standards:overrides"), {"export": "csv"})
    assert b"no-author" in exported.getvalue()


def test_reporters_do_not_see_the_report(client, film):
    client.force_login(make_user("reporter", groups=[set_up_role("reporter", [film])]))
    assert client.get(reverse("news_standards:overrides")).status_code == 302


# --- The panel beside the editor ------------------------------------------------------


def test_the_editor_shows_findings_beside_the_story_with_links_to_their_fields(desk, film, author):
    story = draft(film, author, fault("paid-for"))
    page = desk.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "does not say by whom" in page
    assert 'data-finding-field="sponsor"' in page
    assert "It has no standfirst." in page


def test_the_list_is_fetched_anew_from_the_saved_draft(desk, film, author):
    story = draft(film, author, {})
    url = reverse("news_standards:findings", args=[story.pk])
    assert "Nothing keeps it back." in desk.get(url).content.decode()
    story.contributions = []
    story.save_revision()
    assert "Nobody is named as its author." in desk.get(url).content.decode()


def test_findings_are_shown_to_those_who_may_edit_the_story(client, film, author):
    story = draft(film, author, {})
    client.force_login(make_user("elsewhere", groups=[set_up_role("reporter", [make_section("Music")])]))
    assert client.get(reverse("news_standards:findings", args=[story.pk])).status_code == 302
