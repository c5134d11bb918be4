"""The composer: one press publishes, nothing that was typed is lost, and who may write is decided by the section."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.models import Correction, LiveBlogPage, LiveUpdate
from tests.builders import make_article, make_author, make_live_blog, make_section, make_update

from .conftest import address, only_update
from .forms import typed

pytestmark = pytest.mark.django_db


def history(blog):
    """Return what the history of the page says was done, the oldest first."""
    entries = PageLogEntry.objects.filter(page=blog.pk, action__startswith="news.live.").order_by("pk")
    return [entry.action.removeprefix("news.live.") for entry in entries]


def press(client, blog, deed):
    return client.post(address("do", blog.pk), {"do": deed})


# --- Publishing ---------------------------------------------------------------


def test_one_press_publishes_under_the_writers_own_name(client, blog, desk):
    user = desk()
    profile = make_author("Ines Farrow", user=user)
    assert client.get(address("compose", blog.pk)).context["form"].instance.author == profile
    response = client.post(address("compose", blog.pk), typed("The first lamp is lit.", author=profile.pk))
    assert response.status_code == 302
    assert response.url == address("compose", blog.pk)
    page = client.get(blog.url).content.decode()
    assert "The first lamp is lit." in page
    assert "Ines Farrow" in page


def test_publishing_writes_neither_to_the_page_nor_to_its_revisions(client, blog, desk):
    desk()
    before = LiveBlogPage.objects.filter(pk=blog.pk).values().get()
    revisions = blog.revisions.count()
    client.post(address("compose", blog.pk), typed("The first lamp is lit."))
    assert LiveBlogPage.objects.filter(pk=blog.pk).values().get() == before
    assert blog.revisions.count() == revisions


def test_a_headline_alone_is_an_update_and_nothing_at_all_is_none(client, blog, desk):
    desk()
    response = client.post(address("compose", blog.pk), typed("", headline=""))
    assert "Write something first" in response.content.decode()
    client.post(address("compose", blog.pk), typed("", headline="Curtain up", is_key="on", is_pinned="on"))
    update = only_update()
    assert (update.headline, len(update.body), update.is_key, update.is_pinned) == ("Curtain up", 0, True, True)


def test_what_is_refused_comes_back_with_every_word(client, blog, desk):
    desk()
    response = client.post(address("compose", blog.pk), typed("Every word of it.", headline="x" * 201))
    assert response.status_code == 200
    assert "Every word of it." in response.content.decode()
    assert not LiveUpdate.objects.exists()


def test_what_is_sent_twice_is_published_once(client, blog, desk):
    desk()
    sent = typed("The first lamp is lit.")
    for _time in range(2):
        assert client.post(address("compose", blog.pk), sent).status_code == 302
    assert only_update().body_text == "The first lamp is lit."
    assert history(blog) == ["publish"]


def test_an_unfinished_text_that_the_browser_had_kept_can_be_written_on(client, blog, desk):
    desk()
    response = client.post(address("compose", blog.pk), typed("Half a sen", restore="1"))
    assert "Half a sen" in response.content.decode()
    assert "Write something first" not in response.content.decode()
    assert not LiveUpdate.objects.exists()


# --- Who may ------------------------------------------------------------------


def test_a_reporter_writes_in_no_other_section(client, film, desk):
    elsewhere = make_live_blog("Opera night", section=make_section("Opera"))
    update = make_update(elsewhere, "Curtain up")
    desk("reporter")
    for response in (
        client.get(address("compose", elsewhere.pk)),
        client.post(address("compose", elsewhere.pk), typed("Not mine.")),
        client.get(address("entries", elsewhere.pk)),
        client.post(address("do", elsewhere.pk), {"do": f"withdraw-{update.pk}"}),
        client.post(address("rewrite", elsewhere.pk, update.pk), typed("Not mine.", kind="silent")),
        client.post(address("close", elsewhere.pk), {"summary": "Over."}),
    ):
        assert response.status_code in {302, 403}
        assert response.get("Location", reverse("wagtailadmin_home")) == reverse("wagtailadmin_home")
    update.refresh_from_db()
    assert (elsewhere.updates.count(), update.body_text, update.retracted_at) == (1, update.body_text, None)


def test_an_update_of_another_blog_cannot_be_reached_through_ones_own(client, blog, desk):
    other = make_update(make_live_blog("Opera night", section=make_section("Opera")), "Curtain up")
    desk("reporter")
    assert client.get(address("rewrite", blog.pk, other.pk)).status_code == 404
    assert press(client, blog, f"withdraw-{other.pk}").status_code == 404
    other.refresh_from_db()
    assert other.retracted_at is None


@pytest.mark.parametrize("role", ["medical reviewer", "picture desk"])
def test_who_only_changes_pages_publishes_no_updates(client, blog, desk, role):
    desk(role)
    client.post(address("compose", blog.pk), typed("Not my job."))
    assert not LiveUpdate.objects.exists()


def test_a_reporter_cannot_close_the_coverage(client, blog, desk):
    desk("reporter")
    client.post(address("close", blog.pk), {"summary": "Over."})
    press(client, blog, "reopen")
    blog.refresh_from_db()
    assert blog.live_state == "live"
    assert history(blog) == []


@pytest.mark.parametrize("deed", ["", "close", "burn", "pin-", "pin-0", "pin-²", "pin-" + "9" * 30])
def test_a_button_that_does_not_exist_does_nothing(client, blog, desk, deed):
    make_update(blog)
    desk("section editor")
    assert press(client, blog, deed).status_code == 404


# --- Ways in ------------------------------------------------------------------


def test_the_composer_is_one_click_from_the_front_of_the_admin_and_from_the_explorer(client, film, blog, desk):
    story = make_article("A story", section=film)
    desk("reporter")
    url = address("compose", blog.pk)
    for place in (reverse("wagtailadmin_home"), reverse("wagtailadmin_explore", args=[film.pk])):
        assert f'href="{url}"' in client.get(place).content.decode()
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=[blog.pk])).content.decode()
    assert "/admin/live/" not in client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()


def test_nobody_is_shown_the_live_blogs_of_other_sections(client, desk):
    make_live_blog("Opera night", section=make_section("Opera"))
    desk("reporter")
    assert "Opera night" not in client.get(reverse("wagtailadmin_home")).content.decode()


# --- Colleagues ---------------------------------------------------------------


def test_the_list_is_sent_again_only_when_it_has_changed(client, blog, desk):
    desk()
    first = client.get(address("entries", blog.pk))
    assert client.get(address("entries", blog.pk), headers={"If-None-Match": first["ETag"]}).status_code == 304
    make_update(blog, "From a colleague")
    second = client.get(address("entries", blog.pk), headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert "From a colleague" in second.content.decode()


def test_older_updates_stand_on_pages_of_their_own(client, blog, desk):
    made = [make_update(blog, f"Lamp {number:02}") for number in range(42)]
    desk()
    first = client.get(address("compose", blog.pk)).content.decode()
    assert "Lamp 01" not in first
    older = client.get(address("compose", blog.pk), {"before": made[2].pk}).content.decode()
    assert "Lamp 01" in older
    assert client.get(address("compose", blog.pk), {"before": "x"}).status_code == 404


# --- Writing again ------------------------------------------------------------


def rewrite(client, update, text, **fields):
    url = address("rewrite", update.blog_id, update.pk)
    seen = client.get(url).context["form"]["seen"].value()
    return client.post(url, {**typed(text), "seen": seen, **fields})


def test_a_silent_fix_tells_readers_nothing_and_the_history_everything(client, blog, desk):
    update = make_update(blog, "Tie", body=[("paragraph", "<p>Two wonn.</p>")])
    desk()
    assert rewrite(client, update, "Two won.", kind="silent").status_code == 302
    update.refresh_from_db()
    assert (update.body_text, update.edited_at) == ("Two won.", None)
    assert update.changed_at is not None
    entry = PageLogEntry.objects.get(action="news.live.edit")
    assert "Two wonn." in entry.data["before"]
    assert "Two wonn." in str(entry.comment)


def test_an_update_of_an_update_says_that_it_was_edited(client, blog, desk):
    update = make_update(blog, "Tie")
    desk()
    rewrite(client, update, "Two won.", kind="substantive")
    update.refresh_from_db()
    assert update.edited_at is not None
    assert "edited" in client.get(blog.url).content.decode()


def test_a_correction_stands_with_its_update_and_in_machine_words(client, blog, desk):
    update = make_update(blog, "Tie")
    make_update(blog, "Curtain")
    user = desk("section editor")
    wrong, right = "It was two, not three.", "Two won."
    rewrite(client, update, "Two won.", kind="correction", was_wrong=wrong, is_right=right)
    correction = Correction.objects.get()
    assert (correction.article_id, correction.live_update_id, correction.approved_by) == (blog.pk, update.pk, user)
    page = client.get(blog.url).content.decode()
    assert '"CorrectionComment"' in page
    of_other, of_update = page.split('<article class="update')[1:]
    assert (wrong in of_other, of_update.count(wrong)) == (False, 1)


def test_a_correction_without_a_word_on_what_was_wrong_is_refused(client, blog, desk):
    update = make_update(blog, "Tie")
    desk("section editor")
    response = rewrite(client, update, "Two won.", kind="correction", was_wrong=" ")
    assert "Say what was wrong." in response.content.decode()
    assert not Correction.objects.exists()


def test_a_reporter_corrects_nothing_in_public(client, blog, desk):
    update = make_update(blog, "Tie")
    desk("reporter")
    assert rewrite(client, update, "Two won.", kind="correction", was_wrong="It was two.").status_code == 200
    assert not Correction.objects.exists()


def test_what_a_colleague_wrote_meanwhile_is_shown_before_it_is_written_over(client, blog, desk):
    update = make_update(blog, "Tie")
    desk()
    url = address("rewrite", blog.pk, update.pk)
    seen = client.get(url).context["form"]["seen"].value()
    rewrite(client, update, "From a colleague.", kind="silent")
    mine = {**typed("Mine."), "kind": "silent", "seen": seen}
    refused = client.post(url, mine)
    assert "A colleague has changed this update meanwhile" in refused.content.decode()
    assert "From a colleague." in refused.content.decode()
    update.refresh_from_db()
    assert update.body_text == "From a colleague."
    client.post(url, {**mine, "seen": refused.context["form"]["seen"].value()})
    update.refresh_from_db()
    assert update.body_text == "Mine."


def test_pinned_key_and_withdrawn_are_one_press_each_and_on_record(client, blog, desk):
    update = make_update(blog, "Tie")
    desk()
    for deed in ("pin", "mark", "withdraw", "restore", "unmark", "unpin"):
        press(client, blog, f"{deed}-{update.pk}")
        press(client, blog, f"{deed}-{update.pk}")
        shown = 'id="update-' in client.get(blog.url).content.decode()
        assert shown == (deed != "withdraw")
    update.refresh_from_db()
    assert (update.is_pinned, update.is_key, update.retracted_at) == (False, False, None)
    assert history(blog) == ["pin", "mark", "withdraw", "restore", "unmark", "unpin"]


def test_the_history_of_the_page_tells_who_did_what(client, blog, desk):
    desk("section editor")
    client.post(address("compose", blog.pk), typed("", headline="Curtain up"))
    response = client.get(reverse("wagtailadmin_pages:history", args=[blog.pk]))
    assert "Published the update “Curtain up”" in response.content.decode()
