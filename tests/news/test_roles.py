"""Who may do what in the newsroom."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    WorkflowState,
    WorkflowTask,
)

from news.desk.live_composer.rights import may_write
from news.desk.roles import ROLES, set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ArticlePage, Author, Correction
from portal.models import PortalDocument, PortalImage
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_correction,
    make_document,
    make_image,
    make_live_blog,
    make_section,
    make_update,
    make_user,
    paragraph,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def music():
    return make_section("Music")


def member(key, *pages):
    """Return an account with that role on those pages."""
    return make_user(key.replace(" ", "-"), groups=[set_up_role(key, pages)])


def rights(user, page):
    """Return what the user may do with a page, by Wagtail's own words."""
    permissions = Page.objects.get(pk=page.pk).permissions_for_user(user)
    return {
        name
        for name in ("can_add_subpage", "can_edit", "can_publish", "can_publish_subpage", "can_delete", "can_lock")
        if getattr(permissions, name)()
    }


def signed_in(client, user):
    client.force_login(user)
    return client


# --- Pages --------------------------------------------------------------------


def test_a_reporter_writes_but_does_not_publish(film):
    reporter = member("reporter", film)
    story = make_article(section=film, owner=reporter)
    assert "can_add_subpage" in rights(reporter, film)
    assert "can_edit" in rights(reporter, story)
    assert not {"can_publish", "can_publish_subpage"} & (rights(reporter, film) | rights(reporter, story))


def test_a_section_editor_writes_and_publishes_in_their_section(film):
    editor = member("section editor", film)
    assert {"can_add_subpage", "can_publish_subpage", "can_edit"} <= rights(editor, film)
    assert {"can_edit", "can_publish", "can_lock"} <= rights(editor, make_article(section=film))


def test_rights_on_a_section_reach_its_sub_sections(film):
    editor = member("section editor", film)
    shorts = make_section("Shorts", parent=film)
    assert "can_publish" in rights(editor, make_article(section=shorts))


@pytest.mark.parametrize("key", ROLES)
def test_rights_end_at_the_edge_of_the_section(key, film, music):
    user = member(key, film)
    assert rights(user, music) == set()
    assert rights(user, make_article(section=music)) == set()
    assert rights(user, home_page()) == set()


def test_a_medical_reviewer_comments_but_neither_adds_nor_publishes(film):
    reviewer = member("medical reviewer", film)
    story = make_article(section=film)
    assert "can_edit" in rights(reviewer, story)
    assert not {"can_publish", "can_add_subpage", "can_delete"} & rights(reviewer, story)


def test_nobody_but_the_administrator_edits_the_root(film):
    users = [member(key, film) for key in ROLES]
    root = Page.get_first_root_node()
    assert all(rights(user, root) == set() for user in users)


# --- Pictures and files ---------------------------------------------------------


@pytest.mark.parametrize("key", ["reporter", "section editor", "health editor", "picture desk"])
@pytest.mark.parametrize("url_name", ["wagtailimages:add", "wagtaildocs:add", "wagtailimages:index"])
def test_those_who_make_stories_upload_pictures_and_files(key, url_name, film, client):
    assert signed_in(client, member(key, film)).get(reverse(url_name)).status_code == 200


def test_a_medical_reviewer_uploads_nothing(film, client):
    response = signed_in(client, member("medical reviewer", film)).get(reverse("wagtailimages:add"))
    assert response.status_code == 302


@pytest.mark.parametrize("key", ROLES)
def test_everybody_chooses_from_the_pictures(key, film, client):
    make_image("A hall")
    response = signed_in(client, member(key, film)).get(reverse("wagtailimages_chooser:choose"))
    assert response.status_code == 200
    assert "A hall" in response.content.decode()


@pytest.mark.parametrize(
    ("key", "allowed"),
    [("picture desk", True), ("section editor", True), ("reporter", False), ("medical reviewer", False)],
)
def test_only_editors_and_the_picture_desk_change_and_delete_what_others_uploaded(key, allowed, film, client):
    image, document = make_image(), make_document()
    signed_in(client, member(key, film))
    client.post(reverse("wagtailimages:delete", args=[image.pk]))
    client.post(reverse("wagtaildocs:delete", args=[document.pk]))
    assert PortalImage.objects.exists() is not allowed
    assert PortalDocument.objects.exists() is not allowed


def test_a_reporter_changes_and_deletes_their_own_pictures(film, client):
    reporter = member("reporter", film)
    image = make_image(uploaded_by_user=reporter)
    signed_in(client, reporter)
    assert client.get(reverse("wagtailimages:edit", args=[image.pk])).status_code == 200
    client.post(reverse("wagtailimages:delete", args=[image.pk]))
    assert not PortalImage.objects.exists()


# --- Authors, corrections, live updates -------------------------------------------


def may(user, action, model):
    return user.has_perm(f"news.{action}_{model._meta.model_name}")


@pytest.mark.parametrize("key", ["section editor", "health editor"])
def test_editors_keep_the_profiles_of_authors(key, film, client):
    editor = member(key, film)
    author = make_author()
    for action in ("add", "change", "publish"):
        assert may(editor, action, Author)
    assert signed_in(client, editor).get(reverse("authors:edit", args=[author.pk])).status_code == 200
    assert not may(editor, "delete", Author)


@pytest.mark.parametrize("key", ["reporter", "medical reviewer", "picture desk"])
def test_nobody_else_changes_profiles(key, film):
    user = member(key, film)
    assert not any(may(user, action, Author) for action in ("add", "change", "publish", "delete"))


@pytest.mark.parametrize("key", ["reporter", "section editor", "health editor"])
def test_those_who_write_publish_live_updates(key, film):
    user = member(key, film)
    assert may_write(user, make_live_blog(section=film))


@pytest.mark.parametrize("key", ROLES)
def test_a_correction_is_never_changed_or_deleted(key, film, client):
    correction = make_correction(make_article(section=film))
    signed_in(client, member(key, film))
    for action in ("edit", "delete"):
        client.post(f"/admin/snippets/news/correction/{action}/{correction.pk}/", {"was_wrong": "Nothing."})
    assert Correction.objects.get().was_wrong == correction.was_wrong


def test_editors_publish_corrections_and_reporters_do_not(film):
    assert may(member("section editor", film), "add", Correction)
    assert not may(member("reporter", film), "add", Correction)


def test_an_editor_corrects_the_stories_of_their_own_sections_only(film, music, client):
    signed_in(client, member("section editor", film))
    form = {"kind": "correction", "placement": "bottom", "was_wrong": "The hall seats 412."}
    ours, theirs = make_article("Ours", section=film), make_article("Theirs", section=music)
    answers = [client.post(reverse("corrections:add"), form | {"article": story.pk}) for story in (ours, theirs)]
    assert [answer.status_code for answer in answers] == [302, 200]
    assert "may not edit this story" in answers[1].content.decode()
    assert [correction.article for correction in Correction.objects.all()] == [ours]


def test_no_correction_amends_one_of_another_story(film, client):
    signed_in(client, member("section editor", film))
    story, other = make_article("Ours", section=film), make_article("Another", section=film)
    first, strange = make_correction(story), make_correction(other)
    form = {"kind": "correction", "placement": "bottom", "was_wrong": "It is 414.", "article": story.pk}
    refused = client.post(reverse("corrections:add"), form | {"amends": strange.pk})
    assert "This is a correction of another story" in refused.content.decode()
    assert client.post(reverse("corrections:add"), form | {"amends": first.pk}).status_code == 302
    assert Correction.objects.get(amends__isnull=False).amends == first


# --- The admin ---------------------------------------------------------------------


@pytest.mark.parametrize("key", ROLES)
def test_everybody_of_the_newsroom_enters_the_admin(key, film, client):
    assert signed_in(client, member(key, film)).get(reverse("wagtailadmin_home")).status_code == 200


def test_somebody_without_a_role_does_not(client):
    signed_in(client, make_user("reader"))
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


@pytest.mark.parametrize("key", ROLES)
def test_nobody_of_the_newsroom_manages_accounts_or_settings(key, film, client):
    signed_in(client, member(key, film))
    for address in ("/admin/users/", "/admin/groups/", "/admin/sites/", "/admin/settings/portal/publication/"):
        assert client.get(address).status_code in {302, 403}


def test_the_editor_opens_the_form_of_a_new_story(film, client):
    signed_in(client, member("section editor", film))
    response = client.get(reverse("wagtailadmin_pages:add", args=["news", "articlepage", film.pk]))
    assert response.status_code == 200
    assert "action-publish" in response.content.decode()


def test_the_form_of_a_reporter_has_no_button_to_publish(film, client):
    signed_in(client, member("reporter", film))
    response = client.get(reverse("wagtailadmin_pages:add", args=["news", "articlepage", film.pk]))
    assert response.status_code == 200
    assert "action-publish" not in response.content.decode()


# --- Setting up ------------------------------------------------------------------


@pytest.mark.parametrize("key", ROLES)
def test_a_role_has_every_permission_that_it_names(key, film):
    role = ROLES[key]
    group = set_up_role(key, [film])
    pages = GroupPagePermission.objects.filter(group=group).values_list("permission__codename", flat=True)
    collections = GroupCollectionPermission.objects.filter(group=group).values_list("permission__codename", flat=True)
    models = group.permissions.values_list("codename", flat=True)
    assert set(pages) == set(role.pages)
    assert set(collections) == set(role.collections)
    assert set(models) == {"access_admin", *role.models}


def counted():
    models = (Group, GroupPagePermission, GroupCollectionPermission, Group.permissions.through)
    return [model.objects.count() for model in models]


def test_setting_up_a_role_twice_adds_nothing(film):
    set_up_role("section editor", [film])
    before = counted()
    set_up_role("section editor", [film])
    assert counted() == before


def test_setting_up_a_role_keeps_what_was_added_by_hand(film, music):
    group = set_up_role("reporter", [film])
    by_hand = Permission.objects.get(codename="add_correction")
    group.permissions.add(by_hand)
    set_up_role("reporter", [music])
    assert by_hand in group.permissions.all()
    assert set(GroupPagePermission.objects.filter(group=group).values_list("page", flat=True)) == {film.pk, music.pk}


def test_rights_on_collections_stand_on_the_root_only(film):
    group = set_up_role("picture desk", [film])
    places = GroupCollectionPermission.objects.filter(group=group).values_list("collection", flat=True)
    assert set(places) == {Collection.get_first_root_node().pk}


# --- The workflow -------------------------------------------------------------------


@pytest.fixture
def workflow(film):
    return set_up_workflow([set_up_role("section editor", [film])], [film])


def submitted(section, reporter):
    story = make_article(
        section=section, live=False, owner=reporter, body=[paragraph()], authors=[make_author("Ada Lomax")]
    )
    story.save_revision(user=reporter)
    story.get_workflow().start(story, reporter)
    return story


def test_a_submitted_story_waits_for_the_desk(film, workflow):
    reporter = member("reporter", film)
    story = submitted(film, reporter)
    assert story.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert not ArticlePage.objects.get(pk=story.pk).is_public


def test_a_section_editor_approves_and_the_story_is_public(film, workflow):
    story = submitted(film, member("reporter", film))
    editor = make_user("editor", groups=[Group.objects.get(name=ROLES["section editor"].name)])
    story.current_workflow_task_state.approve(user=editor)
    assert ArticlePage.objects.get(pk=story.pk).is_public


def test_a_reporter_cannot_approve_a_story(film, workflow):
    reporter = member("reporter", film)
    story = submitted(film, reporter)
    task = story.current_workflow_task_state.task.specific
    assert task.get_actions(story, reporter) == []


def test_stories_of_sub_sections_take_the_workflow_of_their_section(film, workflow):
    assert make_article(section=make_section("Shorts", parent=film), live=False).get_workflow() == workflow


def test_setting_up_the_workflow_twice_adds_nothing(film):
    groups = [set_up_role("section editor", [film])]
    first = set_up_workflow(groups, [film])
    assert set_up_workflow(groups, [film]) == first
    assert WorkflowTask.objects.filter(workflow=first).count() == 1


def test_a_reporter_opens_the_form_of_a_live_update(film, client):
    blog = make_live_blog(section=film)
    update = make_update(blog)
    signed_in(client, member("reporter", film))
    assert client.get(reverse("news_live:rewrite", args=[blog.pk, update.pk])).status_code == 200
