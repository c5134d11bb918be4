"""The screen on which fronts are arranged: what it shows, what it refuses, and that nobody's work is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.desk.fronts.arrangement import Arrangement
from news.desk.fronts.board import find_stories
from news.desk.fronts.pages import blocks_of
from news.desk.roles import set_up_role
from portal import clock
from tests.builders import (
    home_page,
    make_article,
    make_image,
    make_section,
    make_topic,
    make_user,
    publish,
    restrict,
    schedule,
    stream,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def stories(film):
    """Five public stories, newest first."""
    now = clock.now()
    return [make_article(f"Story {n}", section=film, published_at=now - timedelta(hours=n + 1)) for n in range(5)]


@pytest.fixture
def front(stories):
    """The front page: a lead package of two places with one story by hand, and a row with another."""
    page = home_page()
    page.front = stream(
        [
            ("lead_package", {"picks": [{"story": stories[3].pk}], "size": 1, "latest": 0, "fill": True}),
            ("headlines", {"heading": "Row", "picks": [{"story": stories[4].pk}], "size": 1, "fill": False}),
        ]
    )
    return publish(page)


class Editor:
    """Somebody at the screen: presses its buttons with what its form holds, as a browser does."""

    def __init__(self, client, user, page):
        self.client, self.page = client, page
        self.address = reverse("news_fronts:front", args=[page.pk])
        client.force_login(user)
        self.open()

    def open(self):
        self.answer = self.client.get(self.address)
        return self

    def press(self, do, **fields):
        work = self.answer.context["work"]
        form = {"base": work.base.dump(), "mine": work.mine.dump(), "past": work.past_dump(), "do": do, **fields}
        answer = self.client.post(self.address, form)
        if answer.status_code == 302:
            assert answer.url == self.address
            self.open()
        else:
            self.answer = answer
        return self

    @property
    def mine(self):
        """The story keys on the board, place by place."""
        return [[pick.story for pick in picks] for picks in self.answer.context["work"].mine.places.values()]

    @property
    def text(self):
        return self.answer.content.decode()


@pytest.fixture
def user():
    return make_user("front-editor", groups=[set_up_role("homepage editor", [])])


@pytest.fixture
def editor(client, user, front):
    return Editor(client, user, front)


@pytest.fixture
def other(client, front):
    """A second editor of the same front, at a browser of their own."""
    return Editor(type(client)(), make_user("other", first_name="Ada", superuser=True), front)


def public(front):
    """Return the story keys that are placed by hand on the public page, place by place."""
    page = type(front).objects.get(pk=front.pk)
    return [[pick.story for pick in picks] for picks in Arrangement.of(blocks_of(page)).places.values()]


def keys(*stories):
    return [story.pk for story in stories]


# --- Who may ----------------------------------------------------------------


def test_a_homepage_editor_arranges_every_front_and_edits_no_page(client, user, front, film, stories):
    assert Editor(client, user, film).answer.status_code == 200
    for page in (front, film, stories[0]):
        permissions = page.permissions_for_user(user)
        assert not (permissions.can_edit() or permissions.can_publish())
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302


def test_a_section_editor_arranges_the_front_of_their_section_only(client, front, film):
    chief = make_user("chief", groups=[set_up_role("section editor", [film])])
    assert Editor(client, chief, film).answer.status_code == 200
    assert client.get(reverse("news_fronts:front", args=[front.pk])).status_code == 302
    assert client.get(reverse("news_fronts:choose")).url == reverse("news_fronts:front", args=[film.pk])


def test_a_reporter_arranges_nothing(client, front, film):
    client.force_login(make_user("reporter", groups=[set_up_role("reporter", [film])]))
    for address in (reverse("news_fronts:choose"), reverse("news_fronts:front", args=[film.pk])):
        assert client.get(address).status_code == 302
    assert reverse("news_fronts:choose") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_whoever_loses_the_right_between_opening_and_launching_launches_nothing(editor, user, front, stories):
    editor.press(f"lead:{stories[0].pk}")
    user.groups.clear()
    answer = editor.client.post(editor.address, {"do": "launch"})
    assert answer.status_code == 302
    assert public(front) == [keys(stories[3]), keys(stories[4])]


def test_a_page_without_a_front_and_a_draft_have_no_screen(client, user, stories):
    client.force_login(user)
    draft = make_section("Draft", live=False)
    assert client.get(reverse("news_fronts:front", args=[stories[0].pk])).status_code == 404
    assert client.get(reverse("news_fronts:front", args=[draft.pk])).status_code == 302


def test_the_way_to_the_screen_is_in_the_menu_and_on_the_page(client, front, film):
    client.force_login(make_user("root", superuser=True))
    address = reverse("news_fronts:front", args=[front.pk])
    assert reverse("news_fronts:choose") in client.get(reverse("wagtailadmin_home")).content.decode()
    assert address in client.get(reverse("wagtailadmin_pages:edit", args=[front.pk])).content.decode()
    assert address in client.get(reverse("wagtailadmin_explore", args=[front.pk])).content.decode()


# --- What it shows -------------------------------------------------------------


def test_the_board_tells_what_stands_by_hand_from_what_came_by_itself(editor, stories):
    top, row = (band.places[0] for band in editor.answer.context["board"].bands)
    assert [(card.key, bool(card.pick)) for card in top.cards] == [(stories[3].pk, True), (stories[0].pk, False)]
    assert [(card.key, bool(card.pick)) for card in row.cards] == [(stories[4].pk, True)]


@pytest.mark.parametrize("spoil", [lambda story: story.unpublish(), restrict, lambda story: story.delete()])
def test_a_story_that_is_not_public_is_said_to_be_hidden_and_not_named(editor, stories, spoil):
    spoil(stories[3])
    (top, _row) = editor.open().answer.context["board"].bands
    assert [card.why for card in top.places[0].waiting] == ["private"]
    assert "Story 3" not in editor.text
    assert "Story 3" not in editor.client.get("/").content.decode()


def test_a_pin_that_has_run_out_and_a_story_without_room_say_so(editor, front, stories):
    over = (clock.now() - timedelta(hours=1)).isoformat()
    picks = [{"story": stories[0].pk, "pin_until": over}, {"story": stories[1].pk}, {"story": stories[2].pk}]
    front.front = stream([("headlines", {"picks": picks, "size": 1, "fill": True})])
    publish(front)
    ((place,),) = [band.places for band in editor.open().answer.context["board"].bands]
    assert [card.key for card in place.cards] == keys(stories[1])
    assert [(card.key, card.why) for card in place.waiting] == [(stories[0].pk, "late"), (stories[2].pk, "full")]


def test_the_tray_holds_public_stories_of_two_days_that_stand_on_no_front(editor, front, film, stories):
    old = make_article("Old", section=film, published_at=clock.now() - timedelta(hours=49))
    draft = make_article("Draft", section=film, live=False)
    embargo = make_article("Embargo", section=film, live=False)
    schedule(embargo, clock.now() + timedelta(hours=1))
    closed = make_article("Closed", section=film)
    restrict(closed)
    film.front = stream([("headlines", {"picks": [{"story": stories[1].pk}], "size": 1, "fill": False})])
    publish(film)
    tray = editor.open().answer.context["on_no_front"]
    assert [story.pk for story in tray] == keys(stories[2])
    assert not {old.pk, draft.pk, embargo.pk, closed.pk} & {story.pk for story in tray}


def test_the_tray_of_a_section_holds_its_own_stories(client, user, front, film, stories):
    music = make_section("Music")
    song = make_article("A song", section=music)
    editor = Editor(client, user, music)
    assert [story.pk for story in editor.answer.context["on_no_front"]] == []
    assert song.pk in {card.key for card in editor.answer.context["board"].bands[0].places[0].cards}


def test_a_story_is_found_by_its_words_and_by_its_address(film, stories):
    wanted = make_article("A bell returns to the Fenmoor Regal", section=film)
    make_article("A bell of marble", section=film, live=False)
    for words in ("bell regal", f"https://example.com{wanted.url}", wanted.url):
        assert find_stories(words) == [wanted], words
    assert find_stories("bell marble") == find_stories("   ") == find_stories("\x00") == []


def test_the_cost_of_the_board_does_not_grow_with_its_stories(
    editor, front, stories, film, django_assert_max_num_queries
):
    for number in range(6):
        make_article(f"More {number}", section=film, lead_image=make_image(size=(60, 40)))
    page = type(front).objects.get(pk=front.pk)
    page.front = stream([("headlines", {"picks": [{"story": s.pk} for s in stories], "size": 10, "fill": True})])
    publish(page)
    editor.open()
    with django_assert_max_num_queries(45):
        editor.open()


# --- Steps on the board ----------------------------------------------------------


def test_the_lead_is_swapped_and_readers_see_it_once_it_is_launched(editor, front, stories):
    editor.press(f"lead:{stories[2].pk}")
    assert editor.mine == [keys(stories[2], stories[3]), keys(stories[4])]
    assert public(front) == [keys(stories[3]), keys(stories[4])]
    editor.press("launch")
    assert public(front) == [keys(stories[2], stories[3]), keys(stories[4])]
    page = editor.client.get("/").content.decode()
    assert page.index("Story 2") < page.index("Story 3")


def test_a_story_is_added_on_top_of_the_chosen_band(editor, front, stories):
    place = list(editor.answer.context["board"].names)[1]
    assert editor.press(f"add:{stories[1].pk}", into=place).mine == [keys(stories[3]), keys(stories[1], stories[4])]


def test_no_story_stands_twice(editor, stories):
    editor.press(f"lead:{stories[4].pk}")
    assert editor.mine == [keys(stories[4], stories[3]), []]


def test_steps_are_undone_one_by_one(editor, stories):
    before = editor.mine
    editor.press(f"lead:{stories[0].pk}").press(f"remove:{stories[4].pk}")
    assert editor.mine == [keys(stories[0], stories[3]), []]
    editor.press("undo").press("undo")
    assert editor.mine == before


def test_a_story_that_is_not_public_cannot_be_placed(editor, film):
    draft, scheduled = (make_article(f"Secret {name}", section=film, live=False) for name in ("draft", "embargo"))
    schedule(scheduled, clock.now() + timedelta(hours=1))
    closed = make_article("Secret, closed", section=film)
    restrict(closed)
    before = editor.mine
    for key in (draft.pk, scheduled.pk, closed.pk, 987654):
        editor.press(f"lead:{key}")
        assert editor.mine == before
        assert "not public" in editor.text
        assert "Secret" not in editor.text


def test_a_button_that_is_none_of_ours_changes_nothing(editor):
    before = editor.mine
    for do in (
        "",
        "nonsense",
        "lead:",
        "lead:x",
        "place:a.b:0:1",
        "remove:987654",
        "restore:987654",
        "edit:0",
        "apply:1",
    ):
        assert editor.press(do).answer.status_code == 200, do
        assert editor.mine == before, do


def test_a_damaged_form_shows_the_public_front(editor, front):
    for field in ("base", "mine", "past"):
        assert editor.press("undo", **{field: "{["}).answer.status_code == 200
        assert editor.mine == public(front)
        assert "damaged" in editor.text


def test_scripts_get_the_board_alone(editor):
    answer = editor.client.post(editor.address, {"do": "search", "mine": "{}", "base": "{}"}, headers={"X-Board": "1"})
    assert "<html" not in answer.content.decode()
    assert "fronts-bands" in answer.content.decode()


def test_a_full_band_gives_up_its_last_story_and_says_so(editor, front, film, stories):
    newest = make_article("One more", section=film)
    front.front = stream([("trending", {"picks": [{"story": story.pk} for story in stories]})])
    publish(front)
    place = next(iter(editor.open().answer.context["board"].names))
    assert editor.press(f"place:{place}:5:{newest.pk}").mine == [keys(*stories)]
    assert "holds no more" in editor.text
    assert editor.press(f"lead:{newest.pk}").mine == [keys(newest, *stories[:4])]
    assert "“Story 4” made room for it" in editor.text


# --- The words of an entry ----------------------------------------------------------


def test_an_entry_gets_its_own_words_picture_and_end(editor, front, stories):
    picture = make_image("A crop", size=(60, 40))
    editor.press(f"edit:{stories[3].pk}")
    fields = {"headline": "Said shorter", "picture": picture.pk, "pin_until": "2050-01-01T10:00"}
    editor.press(f"apply:{stories[3].pk}", **fields).press("launch")
    pick = Arrangement.of(blocks_of(type(front).objects.get(pk=front.pk))).pick_of(stories[3].pk)
    assert (pick.headline, pick.picture, pick.pin_until.year) == ("Said shorter", picture.pk, 2050)
    assert "Said shorter" in editor.client.get("/").content.decode()


def test_one_press_pins_a_story_for_some_hours(editor, stories):
    editor.press(f"edit:{stories[3].pk}").press(f"apply:{stories[3].pk}", preset="2")
    until = editor.answer.context["work"].mine.pick_of(stories[3].pk).pin_until
    assert timedelta(minutes=119) < until - clock.now() < timedelta(minutes=121)


def test_a_button_that_is_none_of_ours_sets_no_time(editor, stories):
    editor.press(f"edit:{stories[3].pk}").press(f"apply:{stories[3].pk}", preset="for ever", pin_until="some day")
    assert "valid date" in editor.text
    assert not editor.answer.context["work"].touched


def test_a_front_without_a_place_for_stories_says_so(client, user, film, stories):
    film.front = stream([("promo", {"heading": "The letter", "url": "https://letters.example/", "button": "Join"})])
    editor = Editor(client, user, publish(film)).press(f"add:{stories[0].pk}")
    assert "no band in which stories are placed by hand" in editor.text


def test_wrong_words_are_refused_beside_their_field_and_the_work_is_kept(editor, stories):
    wrong = {
        "has passed": {"pin_until": "2001-01-01T10:00"},
        "at most 160": {"headline": "x" * 161},
        "valid choice": {"picture": "987654"},
    }
    editor.press(f"remove:{stories[4].pk}").press(f"edit:{stories[3].pk}")
    for words, fields in wrong.items():
        assert words in editor.press(f"apply:{stories[3].pk}", **fields).text
        assert editor.mine == [keys(stories[3]), []]


# --- Launching ------------------------------------------------------------------------


def test_a_launch_is_a_publication_with_its_entry_in_the_history(editor, user, front, stories):
    editor.press(f"lead:{stories[0].pk}").press("launch")
    entry = PageLogEntry.objects.filter(page=front.pk, action="wagtail.publish").latest("timestamp")
    page = type(front).objects.get(pk=front.pk)
    assert (entry.user, entry.revision) == (user, page.live_revision)
    assert not page.has_unpublished_changes


def test_a_launch_leaves_somebodys_draft_a_draft_and_gives_it_the_new_front(editor, front, stories):
    draft = type(front).objects.get(pk=front.pk)
    draft.search_description = "Half written"
    draft.save_revision()
    editor.open().press(f"lead:{stories[0].pk}").press("launch")
    page = type(front).objects.get(pk=front.pk)
    drafted = page.get_latest_revision_as_object()
    assert (page.search_description, page.has_unpublished_changes) == ("", True)
    assert drafted.search_description == "Half written"
    assert Arrangement.of(blocks_of(drafted)) == Arrangement.of(blocks_of(page))
    assert public(front)[0][0] == stories[0].pk


@pytest.mark.parametrize("how", ["locked", "scheduled"])
def test_a_locked_page_is_not_launched_and_the_work_is_kept(editor, front, stories, how):
    editor.press(f"lead:{stories[0].pk}")
    if how == "locked":
        type(front).objects.filter(pk=front.pk).update(locked=True)
    else:
        schedule(type(front).objects.get(pk=front.pk), clock.now() + timedelta(hours=1))
    editor.press("launch")
    assert "locked or scheduled" in editor.text
    assert editor.mine == [keys(stories[0], stories[3]), keys(stories[4])]
    assert public(front) == [keys(stories[3]), keys(stories[4])]


def test_a_story_that_was_withdrawn_meanwhile_is_named_at_the_launch(editor, front, stories):
    editor.press(f"lead:{stories[0].pk}")
    stories[0].unpublish()
    assert "no longer public" in editor.press("launch").text
    assert editor.mine[0] == keys(stories[0], stories[3])
    assert public(front)[0] == keys(stories[3])


def test_a_picture_that_the_editor_may_not_choose_is_refused(client, front, film, stories):
    film.front = stream([("headlines", {"picks": [{"story": stories[0].pk}], "size": 1})])
    publish(film)
    chief = make_user("chief", groups=[set_up_role("section editor", [film])])
    chief.groups.first().collection_permissions.all().delete()
    editor = Editor(client, chief, film)
    work = editor.answer.context["work"]
    forged = work.mine.reword(stories[0].pk, picture=make_image(size=(60, 40)).pk)
    assert "Choose another one" in editor.press("launch", mine=forged.dump()).text


def test_the_preview_shows_the_work_and_readers_see_nothing_of_it(editor, front, stories):
    editor.press(f"lead:{stories[0].pk}").press("preview")
    assert "no-store" in editor.answer.headers["Cache-Control"]
    assert editor.text.index("Story 0") < editor.text.index("Story 3")
    assert public(front) == [keys(stories[3]), keys(stories[4])]


def test_a_front_that_fills_itself_becomes_the_editors_own_with_the_first_launch(client, user, film, stories):
    page = home_page()
    assert not page.front
    editor = Editor(client, user, page)
    editor.press("launch")
    assert not home_page().front, "nothing was arranged, so nothing changes"
    editor.press(f"lead:{stories[4].pk}").press("launch")
    assert home_page().front[0].block_type == "lead_package"
    assert public(page)[0] == keys(stories[4])
    assert client.get("/").content.decode().count("Story 4") == 1


def test_a_topic_band_without_hand_placed_stories_is_shown_as_it_is(editor, front):
    awards = make_topic("Awards")
    make_article("About awards", topics=[awards])
    front.front = stream([("latest", {"source": awards.pk, "size": 3}), ("promo", {"heading": "P", "button": "Go"})])
    publish(front)
    (band,) = editor.open().answer.context["board"].bands
    assert [card.headline for card in band.places[0].cards] == ["About awards"]


# --- Two editors -----------------------------------------------------------------------


def test_the_second_to_launch_is_told_what_the_first_did_and_loses_nothing(editor, other, front, stories):
    editor.press(f"lead:{stories[0].pk}")
    other.press(f"remove:{stories[4].pk}").press("launch")
    editor.press("launch")
    assert editor.answer.status_code == 409
    assert "Ada" in editor.text
    assert "“Story 4” was taken off" in editor.answer.context["conflict"]["changes"]
    assert editor.mine == [keys(stories[0], stories[3]), keys(stories[4])]
    assert public(front) == [keys(stories[3]), []]


def test_both_works_are_put_together_and_launched(editor, other, front, stories):
    editor.press(f"lead:{stories[0].pk}")
    other.press(f"remove:{stories[4].pk}").press("launch")
    editor.press("launch").press("merge")
    assert editor.answer.status_code == 200
    editor.press("launch")
    assert public(front) == [keys(stories[0], stories[3]), []]


def test_the_second_may_give_way_and_undo_even_that(editor, other, front, stories):
    editor.press(f"lead:{stories[0].pk}")
    other.press(f"remove:{stories[4].pk}").press("launch")
    editor.press("launch").press("begin_again")
    assert editor.mine == [keys(stories[3]), []]
    editor.press("undo").press("launch")
    assert public(front) == [keys(stories[0], stories[3]), keys(stories[4])]


def test_whoever_has_done_nothing_yet_sees_the_new_front_without_being_asked(editor, other, front, stories):
    other.press(f"lead:{stories[0].pk}").press("launch")
    editor.press("search")
    assert editor.answer.status_code == 200
    assert editor.mine == public(front)


def test_a_change_of_the_bands_in_the_pages_editor_is_a_conflict_too(editor, front, stories):
    editor.press(f"lead:{stories[0].pk}")
    front.front = stream([("headlines", {"picks": [], "size": 2, "fill": True})])
    publish(front)
    assert editor.press("launch").answer.status_code == 409
    assert editor.press("insist").press("launch").answer.status_code == 200
    assert public(front) == [[]], "the band of the story is gone, and with it its place"


def test_of_two_editors_who_launch_in_turns_each_is_told_and_nothing_is_lost(editor, other, front, film):
    made = [make_article(f"Turn {number}", section=film) for number in range(8)]
    for first, second in zip(made[::2], made[1::2], strict=True):
        editor.press(f"lead:{first.pk}")
        other.press(f"lead:{second.pk}").press("launch")
        assert editor.press("launch").answer.status_code == 409
        assert f"“{second.title}” was put on top of Top stories" in editor.answer.context["conflict"]["changes"]
        editor.press("merge").press("launch")
    assert {story.pk for story in made} <= set(public(front)[0])


# --- History ----------------------------------------------------------------------------


def test_a_former_front_is_brought_back(editor, front, stories):
    editor.press(f"lead:{stories[0].pk}").press("launch")
    states = [state for state, _words in editor.answer.context["launches"]]
    assert len(states) == 2
    assert "“Story 0” was put on top of Top stories" in editor.text
    editor.press(f"restore:{states[1].revision}").press("launch")
    assert public(front) == [keys(stories[3]), keys(stories[4])]


def test_a_revision_of_another_page_is_no_former_front(editor, film, front):
    film.save_revision()
    film.refresh_from_db()
    before = editor.mine
    assert editor.press(f"restore:{film.latest_revision_id}").mine == before


def test_the_history_names_no_story_that_is_not_public(editor, stories):
    editor.press(f"lead:{stories[0].pk}").press("launch")
    stories[0].unpublish()
    assert "Story 0" not in editor.open().text
