"""Two people at one page: nobody saves over a colleague's version unasked, and nothing that was typed is lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ArticlePage
from portal.page_form import PageForm
from tests.builders import make_article, make_author, make_section, make_standard_page, make_user
from tests.news.standards.stories_at_the_gate import posted

pytestmark = pytest.mark.django_db

ASKED = "saved a newer version of this page"
LOADED = re.compile(r'name="(loaded_revision_id|loaded_revision_created_at|no_version_yet)"[^>]*value="([^"]*)"')


def loaded_from(answer):
    """Return what the browser would send back of the version that a form was made from."""
    return dict(LOADED.findall(answer.content.decode()))


class Editor:
    """Somebody at the editor of one story, in a browser without scripts."""

    def __init__(self, name, group, story, author):
        self.user = make_user(name, groups=[group], first_name=name.title())
        self.story, self.author = story, author
        self.address = reverse("wagtailadmin_pages:edit", args=[story.pk])
        self.client = Client()
        self.client.force_login(self.user)

    def open(self):
        """Open the editor."""
        self.read(self.client.get(self.address))

    def read(self, answer):
        """Take from a page what the browser would send back of it."""
        self.page = answer.content.decode()
        self.loaded = loaded_from(answer)

    def save(self, standfirst, *, accept="text/html", **more):
        """Press a button below a new standfirst. Returns the answer; where the form comes back, it is the open one."""
        data = posted(self.author, {}, standfirst=standfirst, **{**self.loaded, **more})
        answer = self.client.post(self.address, data, headers={"accept": accept})
        if answer.status_code == 200 and accept == "text/html":
            self.read(answer)
        return answer


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def group(film):
    return set_up_role("section editor", [film])


@pytest.fixture
def story(film):
    page = make_article(section=film, live=False, authors=[make_author()])
    page.save_revision()
    return page


@pytest.fixture
def two(group, story):
    """Two editors who have opened the same story."""
    author = story.contributions.first().author
    editors = [Editor(name, group, story, author) for name in ("ana", "ben")]
    for editor in editors:
        editor.open()
    return editors


def latest(story):
    return ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()


def test_a_save_over_an_unseen_version_is_held_up_and_what_was_typed_comes_back(two, story):
    ana, ben = two
    assert ana.save("From Ana").status_code == 302
    assert ben.save("From Ben").status_code == 200
    assert ASKED in ben.page and "<strong>Ana</strong>" in ben.page
    assert "From Ben</textarea>" in ben.page
    assert latest(story).standfirst == "From Ana"


def test_the_question_shows_where_the_two_differ_and_both_ways_on(two):
    ana, ben = two
    ana.save("From Ana")
    ben.save("From Ben")
    question = ben.page[ben.page.index(ASKED) : ben.page.index("<header")]
    assert "<summary>Standfirst</summary>" in question
    assert '<span class="deletion">Ana</span>' in question and '<span class="addition">Ben</span>' in question
    assert "<summary>Headline</summary>" not in question
    assert "Save mine all the same" in question
    assert f'href="{ben.address}"' in question and 'target="_blank"' in question


def test_who_was_asked_and_presses_again_saves_and_both_versions_stand(two, story):
    ana, ben = two
    ana.save("From Ana")
    ben.save("From Ben")
    assert ben.save("From Ben").status_code == 302
    assert latest(story).standfirst == "From Ben"
    assert [version.as_object().standfirst for version in story.revisions.order_by("pk")][1:] == [
        "From Ana",
        "From Ben",
    ]


def test_a_third_version_during_the_question_is_asked_about_too(two, story):
    ana, ben = two
    ana.save("From Ana")
    ben.save("From Ben")
    ana.open()
    ana.save("Again from Ana")
    assert ben.save("From Ben").status_code == 200
    assert latest(story).standfirst == "Again from Ana"


def test_one_s_own_versions_are_no_question(two, story):
    ana, _ben = two
    assert ana.save("First").status_code == 302
    assert ana.save("Second").status_code == 302
    assert latest(story).standfirst == "Second"


def test_of_fifty_saves_by_two_every_word_stands_in_a_version_and_every_conflict_was_shown(film):
    page = make_standard_page()
    editors = [Client(), Client()]
    for client, name in zip(editors, ("ana", "ben"), strict=True):
        client.force_login(make_user(name, superuser=True, first_name=name.title()))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = [loaded_from(client.get(address)) for client in editors]
    asked = 0
    for number in range(50):
        which = number % 2
        is_stale = number > 0 and number // 2 % 2 == 0
        if not is_stale:
            revision = Page.objects.get(pk=page.pk).latest_revision
            opened[which] = {"loaded_revision_created_at": revision.created_at.isoformat()} if revision else {}
        title = f"Words {number}"
        typed = nested_form_data(
            {"title": title, "slug": page.slug, "body": streamfield([]), "comments": inline_formset([])}
        )
        answer = editors[which].post(address, {**typed, **opened[which]})
        if is_stale:
            content = answer.content.decode()
            assert answer.status_code == 200 and ASKED in content and f'value="{title}"' in content
            assert Page.objects.get(pk=page.pk).latest_revision.content["title"] == f"Words {number - 1}"
            asked += 1
            answer = editors[which].post(address, {**typed, **loaded_from(answer)})
        assert answer.status_code == 302
    assert asked == 25
    titles = page.revisions.order_by("pk").values_list("object_str", flat=True)
    assert list(titles)[-50:] == [f"Words {number}" for number in range(50)]


@pytest.mark.parametrize("button", ["action-publish", "action-schedule"])
def test_every_button_is_held_up_and_offered_again(two, story, button):
    ana, ben = two
    ana.save("From Ana")
    assert ben.save("From Ben", **{button: button}).status_code == 200
    assert f'name="{button}" value="{button}">Save mine' in ben.page
    fresh = ArticlePage.objects.get(pk=story.pk)
    assert not fresh.live
    assert fresh.get_latest_revision_as_object().standfirst == "From Ana"
    assert ben.save("From Ben", **{button: button}).status_code == 302
    fresh = ArticlePage.objects.get(pk=story.pk)
    assert fresh.live == (button == "action-publish")
    assert fresh.get_latest_revision_as_object().standfirst == "From Ben"


def test_nothing_is_submitted_or_approved_over_an_unseen_version(two, story, film, group):
    set_up_workflow([group], [film])
    ana, ben = two
    ana.save("From Ana")
    assert ben.save("From Ben", **{"action-submit": "action-submit"}).status_code == 200
    assert not story.current_workflow_state
    assert ben.save("From Ben", **{"action-submit": "action-submit"}).status_code == 302
    assert ArticlePage.objects.get(pk=story.pk).current_workflow_state
    ana.open()
    ben.open()
    ben.save("Ben once more")
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    assert ana.save("From Ana, approved", **approve).status_code == 200
    assert "press your button once more" in ana.page
    assert not ArticlePage.objects.get(pk=story.pk).live
    assert ana.save("From Ana, approved", **approve).status_code == 302
    assert ArticlePage.objects.get(pk=story.pk).live


def test_a_story_without_any_version_is_looked_after_too(group, film):
    story = make_article(section=film, live=False, authors=[make_author()])
    assert story.latest_revision is None
    ana, ben = (Editor(name, group, story, story.contributions.first().author) for name in ("ana", "ben"))
    ana.open()
    ben.open()
    assert ben.loaded == {"no_version_yet": "1"}
    ana.save("From Ana")
    assert ben.save("From Ben", accept="application/json").status_code == 400
    assert ben.save("From Ben").status_code == 200
    assert ASKED in ben.page
    assert latest(story).standfirst == "From Ana"
    assert ben.save("From Ben").status_code == 302


def test_nothing_is_saved_by_itself_below_the_question(two, story):
    ana, ben = two
    ana.save("From Ana")
    ben.save("From Ben")
    answer = ben.save("From Ben", accept="application/json", undecided="1")
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert latest(story).standfirst == "From Ana"


def test_scripts_go_on_saving_by_themselves_where_nobody_else_saved(two, story):
    ana, _ben = two
    saved = ana.save("One", accept="application/json").json()
    assert saved["success"]
    again = ana.save("Two", accept="application/json", overwrite_revision_id=saved["revision_id"]).json()
    assert again["revision_id"] == saved["revision_id"]
    assert ana.save("Three").status_code == 302


def test_who_has_answered_the_question_in_the_browser_is_not_asked_again(two, story):
    ana, ben = two
    ana.save("From Ana")
    told = ArticlePage.objects.get(pk=story.pk).latest_revision.created_at.isoformat()
    assert ben.save("From Ben", told_until=told).status_code == 302
    ana.save("Again from Ana, asked first")
    ana.save("Again from Ana, asked first")
    ben.loaded["loaded_revision_created_at"] = told
    assert ben.save("From Ben", told_until=told).status_code == 200


@pytest.mark.parametrize(
    "nonsense", ["soon", "2026-99-99T10:00:00+00:00", "2026-01-01T10:00:00", "9999-12-31T23:59:59-23:00", "\x00"]
)
def test_nonsense_in_what_the_browser_says_is_no_answer(two, nonsense):
    ana, ben = two
    ana.save("From Ana")
    assert ben.save("From Ben", told_until=nonsense).status_code == 200
    assert ASKED in ben.page
    assert ben.save("From Ben", loaded_revision_created_at=nonsense).status_code == 302


def test_two_saves_in_the_same_moment_are_told_of(two, story):
    ana, ben = two

    def meanwhile(request, page):
        latest(story).save_revision(user=ana.user)

    with hooks.register_temporarily("before_edit_page", meanwhile, order=100):
        ben.save("From Ben")
    ben.open()
    assert "Ana saved this page in the same moment as you" in ben.page


def test_a_form_with_mistakes_asks_too_and_keeps_what_was_typed(two, story):
    ana, ben = two
    ana.save("From Ana")
    assert ben.save("From Ben", title="", **{"action-publish": "action-publish"}).status_code == 200
    assert ASKED in ben.page and "From Ben</textarea>" in ben.page
    assert "This field is required" in ben.page


def test_every_type_of_page_has_the_form_that_asks():
    ours = [model for model in get_page_models() if model is not Page]
    assert len(ours) > 5
    assert [model for model in ours if not issubclass(model.get_edit_handler().get_form_class(), PageForm)] == []
