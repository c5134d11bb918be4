"""What an editor does to the hand-placed stories of a front, and how the work of two of them is put together."""

import pytest

from news.desk.fronts.arrangement import Arrangement, Change, Damaged, changes, hand_fields, merge
from news.fronts.plan import Pick


def arranged(**places):
    """Return an arrangement of places to story keys; a tuple is a key and its headline."""
    return Arrangement(
        {
            name: tuple(Pick(*key) if isinstance(key, tuple) else Pick(key) for key in keys)
            for name, keys in places.items()
        }
    )


def blocks(*picks, **other):
    return [{"type": "headlines", "id": "b", "value": {"heading": "More", "picks": list(picks), **other}}]


# --- One editor ---------------------------------------------------------------


def test_every_band_with_hand_placed_stories_is_known_with_what_it_holds():
    assert hand_fields("trending") == {"picks": 5}
    assert hand_fields("evidence_strip") == {"picks": 12, "checks": 12}
    assert hand_fields("promo") == hand_fields("latest") == hand_fields("no such band") == {}


def test_a_story_is_placed_before_another_and_stands_nowhere_else():
    before = arranged(top=[1, 2], row=[3, (4, "Words")])
    assert before.place(4, "top", 1) == arranged(top=[1, (4, "Words"), 2], row=[3])


@pytest.mark.parametrize(("index", "order"), [(0, [3, 1, 2]), (1, [1, 3, 2]), (3, [1, 2, 3])])
def test_a_story_moves_within_its_place(index, order):
    assert arranged(top=[1, 2, 3]).place(3, "top", index) == arranged(top=order)


def test_a_story_moves_down_by_the_index_of_the_gap_it_is_dropped_into():
    assert arranged(top=[1, 2, 3]).place(1, "top", 2) == arranged(top=[2, 1, 3])


def test_only_the_picks_of_a_band_are_written_and_entries_keep_their_ids():
    stored = blocks({"type": "item", "id": "x", "value": {"story": 1, "headline": "One", "note": "kept"}}, size=7)
    written = Arrangement.of(stored).place(2, "b.picks", 0).written_to(stored)
    assert written[0]["value"]["heading"] == "More"
    assert written[0]["value"]["size"] == 7
    new, old = written[0]["value"]["picks"]
    assert (new["value"]["story"], old["id"], old["value"]["note"]) == (2, "x", "kept")
    assert stored[0]["value"]["picks"][0]["id"] == "x", "the blocks it was made of are not touched"


def test_an_arrangement_comes_back_from_the_browser_as_it_went():
    stored = blocks(
        {"story": 1, "headline": "One", "picture": 3, "pin_until": "2030-01-01T00:00:00+00:00"}, {"story": 2}
    )
    arrangement = Arrangement.of(stored)
    assert Arrangement.load(arrangement.dump()) == arrangement
    assert Arrangement.of(arrangement.written_to(stored)) == arrangement


@pytest.mark.parametrize(
    "text", ["", "[]", "7", '{"a": 1}', '{"a": [[1]]}', '{"a": [["x", "", null, null]]}', '{"a": [[1e99, "", 0, ""]]}',
             '{"a": [[99999999999, "", 0, ""]]}', '{"a": [[-1, "", 0, ""]]}', '{"a": [[1, "\\u0000", 0, ""]]}',
             '{"a": [[1, "\\ud800", 0, ""]]}', "[" * 100_000],
    ids=lambda text: text[:30],
)  # fmt: skip
def test_what_is_no_arrangement_is_refused(text):
    with pytest.raises(Damaged):
        Arrangement.load(text)


def test_a_story_placed_twice_in_one_place_is_read_once():
    assert Arrangement.of(blocks({"story": 1}, {"story": 2}, {"story": 1})) == Arrangement(
        {"b.picks": (Pick(1), Pick(2))}
    )


# --- Two editors --------------------------------------------------------------


def test_changes_say_what_was_done_and_nothing_else():
    before = arranged(top=[1, 2, 3], row=[4, 5])
    after = arranged(top=[9, 1, 3, 4], row=[(5, "New words")])
    assert changes(before, after) == [
        Change("placed", 9, "top", first=True),
        Change("moved", 4, "top"),
        Change("reworded", 5, "row", first=True),
        Change("taken", 2, "top"),
    ]
    assert changes(before, before) == []


def test_changes_name_only_the_story_that_moved():
    assert changes(arranged(top=[1, 2, 3, 4]), arranged(top=[4, 1, 2, 3])) == [Change("moved", 4, "top", first=True)]


def test_editors_who_worked_in_different_places_both_have_their_work():
    base = arranged(top=[1], row=[2])
    assert merge(base, arranged(top=[5, 1], row=[2]), arranged(top=[1], row=[6])) == arranged(top=[5, 1], row=[6])


def test_editors_who_worked_in_the_same_place_both_have_their_work():
    base = arranged(top=[1, 2])
    assert merge(base, arranged(top=[5, 1, 2]), arranged(top=[6, 1])) == arranged(top=[5, 1, 6])


def test_of_a_story_that_both_moved_one_place_remains():
    base = arranged(top=[1], row=[2], foot=[])
    together = merge(base, arranged(top=[2, 1], row=[], foot=[]), arranged(top=[1], row=[], foot=[2]))
    assert together == arranged(top=[2, 1], row=[], foot=[])


def test_their_new_words_stay_where_only_the_order_is_mine():
    base = arranged(top=[1, 2])
    assert merge(base, arranged(top=[2, 1]), arranged(top=[1, (2, "Theirs")])) == arranged(top=[(2, "Theirs"), 1])


def test_a_band_that_they_took_away_is_gone_and_a_new_one_is_there():
    assert merge(arranged(top=[1]), arranged(top=[2, 1]), arranged(row=[3])) == arranged(row=[3])
