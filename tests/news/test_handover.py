"""A story changes hands: given with a note, taken over, given back; everybody sees whose it is."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.models import EditingSession

from news.desk.roles import set_up_role
from news.models import ArticlePage, Handover
from news.models.handovers import holder_of
from portal import clock
from tests.builders import make_article, make_section, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def desk(film):
    """Two reporters and an editor of one section, and somebody of another."""
    reporters, editors = set_up_role("reporter", [film]), set_up_role("section editor", [film])
    elsewhere = set_up_role("publisher", [make_section("Music")])
    groups = {"rita": reporters, "rob": reporters, "ana": editors, "max": elsewhere}
    return {
        name: make_user(name, groups=[group], email=f"{name}@desk.test", first_name=name.title())
        for name, group in groups.items()
    }


@pytest.fixture
def story(film, desk):
    """A draft that Rita began."""
    page = make_article("The bell", section=film, live=False, owner=desk["rita"])
    page.save_revision(user=desk["rita"])
    return ArticlePage.objects.get(pk=page.pk)


def screen(story):
    return reverse("news_handover", args=[story.pk])


def send(client, user, story, **data):
    """Send the screen's form as somebody. Returns the page that follows."""
    client.force_login(user)
    return client.post(screen(story), data, follow=True)


def dashboard(client, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_story_is_with_whoever_began_it_until_it_is_handed_over(client, desk, story):
    assert holder_of(story) == desk["rita"]
    answer = send(client, desk["rita"], story, to=desk["rob"].pk, note="The hall has not called back.")
    assert "is with Rob now" in answer.content.decode()
    assert holder_of(story) == desk["rob"]
    assert ArticlePage.objects.get(pk=story.pk).owner == desk["rita"]


def test_who_gets_it_is_mailed_the_note_and_sees_it_on_the_dashboard(client, desk, story):
    send(client, desk["rita"], story, to=desk["rob"].pk, note="The hall has not called back.")
    assert [message.to for message in mail.outbox] == [["rob@desk.test"]]
    assert "The hall has not called back." in mail.outbox[0].body
    assert f"/admin/pages/{story.pk}/edit/" in mail.outbox[0].body
    page = dashboard(client, desk["rob"])
    assert "The bell" in page and "Handed to you by Rita: The hall has not called back." in page
    assert "My drafts" not in dashboard(client, desk["rita"])


def test_a_public_story_that_was_handed_over_is_on_the_dashboard_too(client, desk, film):
    story = make_article("Out already", section=film, owner=desk["rita"])
    ArticlePage.objects.filter(pk=story.pk).update(latest_revision_created_at=None)
    Handover.give(story, desk["rob"], by=desk["rita"])
    assert "Out already" in dashboard(client, desk["rob"])
    assert "Out already" not in dashboard(client, desk["ana"])


def test_a_colleague_takes_it_over_and_who_had_it_is_told(client, desk, story):
    page = send(client, desk["ana"], story, take="1").content.decode()
    assert "is with you now" in page and "With Ana: hand over…" in page
    assert holder_of(story) == desk["ana"]
    assert [message.to for message in mail.outbox] == [["rita@desk.test"]]
    assert "You took it over" in dashboard(client, desk["ana"])


def test_taking_what_one_has_already_changes_nothing(client, desk, story):
    send(client, desk["rita"], story, take="1")
    assert not Handover.objects.exists() and not mail.outbox


def test_who_is_done_with_it_leaves_it_to_whoever_began_it(client, desk, story):
    send(client, desk["rita"], story, to=desk["rob"].pk)
    send(client, desk["ana"], story, done="1")
    assert holder_of(story) == desk["rob"]
    send(client, desk["rob"], story, done="1")
    assert holder_of(story) == desk["rita"]
    assert "My drafts" not in dashboard(client, desk["rob"])
    assert "My drafts" in dashboard(client, desk["rita"])


def test_every_change_of_hands_is_in_the_history(client, desk, story):
    send(client, desk["rita"], story, to=desk["rob"].pk, note="Over to you.")
    send(client, desk["ana"], story, take="1")
    client.force_login(desk["ana"])
    history = client.get(reverse("wagtailadmin_pages:history", args=[story.pk])).content.decode()
    assert "With Rob now" in history and "Over to you." in history and "With Ana now" in history
    assert "Over to you." in client.get(screen(story)).content.decode()


@pytest.mark.parametrize("to", ["max", "nobody", ""])
def test_it_goes_only_to_somebody_who_may_edit_it(client, desk, story, to):
    answer = send(client, desk["rita"], story, to=desk[to].pk if to in desk else to, note="Typed")
    assert answer.status_code == 200 and "Typed</textarea>" in answer.content.decode()
    assert not Handover.objects.exists()


def test_a_note_that_is_too_long_is_refused_and_not_lost(client, desk, story):
    answer = send(client, desk["rita"], story, to=desk["rob"].pk, note="n" * 301)
    assert "at most 300 characters" in answer.content.decode() and "n" * 301 in answer.content.decode()
    assert not Handover.objects.exists()


@pytest.mark.parametrize("data", [{"take": "1"}, {"done": "1"}])
def test_who_may_not_edit_it_takes_nothing(client, desk, story, data):
    send(client, desk["max"], story, **data)
    assert not Handover.objects.exists()


def test_the_list_of_stories_says_who_has_each_and_can_be_narrowed_to_one(client, desk, story, film):
    make_article("Of Rita", section=film, owner=desk["rita"])
    Handover.give(story, desk["rob"], by=desk["rita"])
    client.force_login(desk["ana"])
    found = {
        name: [page.title for page in client.get(reverse("stories:index"), {"holder": desk[name].pk}).context["pages"]]
        for name in ("rita", "rob", "ana")
    }
    assert found == {"rita": ["Of Rita"], "rob": ["The bell"], "ana": []}
    assert ">Rob<" in "".join(client.get(reverse("stories:index")).content.decode().split())


def test_the_dashboard_asks_no_more_for_many_handed_stories_than_for_one(client, desk, film):
    client.force_login(desk["rob"])

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("wagtailadmin_home"))
        return len(asked)

    def hand_over(title):
        Handover.give(make_article(title, section=film, live=False, owner=desk["rita"]), desk["rob"], by=desk["rita"])

    hand_over("First")
    queries()
    one = queries()
    for number in range(4):
        hand_over(f"Further {number}")
    assert queries() == one


def test_the_dashboard_shows_which_stories_colleagues_have_open(client, desk, story):
    client.force_login(desk["rita"])
    client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    page = dashboard(client, desk["ana"])
    listed = page[page.index("Open at colleagues") :]
    assert "The bell" in listed and "Rita" in listed
    assert "Open at colleagues" not in dashboard(client, desk["rita"])
    assert "Open at colleagues" not in dashboard(client, desk["max"])
    EditingSession.objects.update(last_seen_at=clock.now() - EditingSession.AVAILABLE_TIMEOUT * 2)
    assert "Open at colleagues" not in dashboard(client, desk["ana"])


def test_a_page_that_is_no_story_has_no_such_screen(client, desk, film):
    client.force_login(desk["ana"])
    assert client.get(reverse("news_handover", args=[film.pk])).status_code == 404
