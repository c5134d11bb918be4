"""What a new story begins with, and how near Publish is."""

import re

import pytest
from django.urls import reverse

from news.blocks import BodyBlock
from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ArticlePage
from tests.builders import make_article, make_author, make_section, make_user
from tests.news.standards.stories_at_the_gate import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


def signed_in(client, role, section):
    user = make_user(role.split()[0], groups=[set_up_role(role, [section])])
    client.force_login(user)
    return user


def add_form(client, section, model="articlepage"):
    return client.get(reverse("wagtailadmin_pages:add", args=["news", model, section.pk]))


def buttons(response):
    """Return what the foot of the editor offers, in order, the button of the Enter key apart."""
    foot = response.content.decode().split("<footer")[-1]
    names = re.findall(r'<button[^>]*?name="(action-[a-z-]+)"|<button[^>]*class="button (action-save)', foot)
    return ["".join(found) for found in names]


def test_it_begins_with_an_empty_paragraph_and_its_writer_in_the_byline(client, film):
    author = make_author("Ana Sole", user=signed_in(client, "section editor", film))
    form = add_form(client, film).context["form"]
    assert [block.block_type for block in form.instance.body] == ["paragraph"]
    assert [entry.initial["author"] for entry in form.formsets["contributions"].forms] == [author.pk]


def test_who_has_no_profile_begins_with_an_empty_byline(client, film):
    signed_in(client, "section editor", film)
    assert add_form(client, film).context["form"].formsets["contributions"].forms == []


def test_a_headline_of_several_lines_is_one_line(client, film):
    client.force_login(make_user("root", superuser=True))
    author = make_author()
    sent = posted(author, {"sources": []}) | {"title": "A bell of 10\u00a0kg rings\r\n\r\n in the hall"}
    client.post(reverse("wagtailadmin_pages:add", args=["news", "articlepage", film.pk]), sent)
    assert ArticlePage.objects.get().title == "A bell of 10\u00a0kg rings in the hall"


def test_a_live_blog_begins_without_a_paragraph(client, film):
    author = make_author("Ana Sole", user=signed_in(client, "section editor", film))
    form = add_form(client, film, "liveblogpage").context["form"]
    assert not form.instance.body
    assert [entry.initial["author"] for entry in form.formsets["contributions"].forms] == [author.pk]


def test_publish_is_the_first_button_for_those_who_may(client, film):
    signed_in(client, "section editor", film)
    story = make_article(section=film, live=False)
    story.save_revision()
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    for response in (add_form(client, film), edit):
        assert buttons(response)[:2] == ["action-publish", "action-save"]


def test_a_reporter_begins_with_saving(client, film):
    signed_in(client, "reporter", film)
    found = buttons(add_form(client, film))
    assert found[0] == "action-save"
    assert "action-publish" not in found


def test_a_story_that_is_being_approved_is_not_offered_for_publishing_first(client, film):
    editor = signed_in(client, "section editor", film)
    set_up_workflow(list(editor.groups.all()), [film])
    story = make_article(section=film, live=False)
    story.save_revision()
    story.get_workflow().start(story, make_user("rita"))
    response = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert buttons(response)[0] != "action-publish"


def test_the_enter_key_saves_a_draft(client, film):
    signed_in(client, "section editor", film)
    foot = add_form(client, film).content.decode().split("<footer")[-1]
    first = re.search(r"<button[^>]*type=\"submit\"[^>]*>", foot)[0]
    assert "name=" not in first
    assert "hidden" in first


def test_a_paragraph_that_stays_empty_keeps_nothing_back_and_shows_nothing():
    block = BodyBlock()
    body = block.clean(block.to_python([{"type": "paragraph", "value": "", "id": "1"}]))
    assert body.render_as_block().strip() == ""
