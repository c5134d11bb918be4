"""What stands below the headline of a found story."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from search.snippets import LENGTH, flowing, highlighted, pattern, snippet

LONG = "A sentence about nothing in particular. " * 40


def marked(html):
    """Return the texts that stand in marks."""
    return [piece.partition("</mark>")[0] for piece in html.split("<mark>")[1:]]


def test_a_match_in_the_standfirst_shows_the_standfirst():
    assert snippet("Why sleep matters.", "Something on sleep.", pattern(["sleep"])) == "Why <mark>sleep</mark> matters."


def test_a_match_in_the_text_alone_shows_the_passage_around_it():
    html = snippet("A standfirst.", f"{LONG}They fell asleep to a foghorn. {LONG}", pattern(["foghorn"]))
    assert marked(html) == ["foghorn"]
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert len(html) < LENGTH + 40


def test_a_passage_holds_whole_words_only():
    html = snippet("", f"{LONG}foghorn {LONG}", pattern(["foghorn"]))
    words = html.replace("<mark>", "").replace("</mark>", "").strip("… ").split()
    assert set(words) <= set(f"{LONG} foghorn".split())


def test_the_passage_with_most_different_matches_is_chosen():
    text = f"The bell. {LONG}Here the bell and the foghorn meet. {LONG}"
    assert marked(snippet("", text, pattern(["bell", "foghorn"]))) == ["bell", "foghorn"]


def test_without_a_match_the_standfirst_is_shown():
    assert snippet("Why it matters.", "Nothing here.", pattern(["sleep"])) == "Why it matters."


def test_without_a_standfirst_the_text_is_shown_from_its_beginning():
    assert snippet("", "Nothing here.", None) == "Nothing here."


def test_the_start_of_the_text_needs_no_dots_before_it():
    assert snippet("", f"Foghorn first. {LONG}", pattern(["foghorn"])).startswith("<mark>Foghorn</mark> first.")


def test_other_forms_of_a_word_are_marked():
    assert marked(highlighted("Sleepers sleep; sleeping helps.", pattern(["sleep"]))) == [
        "Sleepers",
        "sleep",
        "sleeping",
    ]
    assert marked(highlighted("A story of stories.", pattern(["stories"]))) == ["story", "stories"]


def test_words_that_only_contain_a_term_are_not_marked():
    assert marked(highlighted("The artless cart.", pattern(["art"]))) == []


def test_accents_do_not_hide_a_match():
    assert marked(highlighted("Zürich and a café", pattern(["cafe"]))) == ["café"]


def test_reference_marks_are_left_out():
    assert flowing("It helped.[1] Not much. [2, 3]") == "It helped. Not much."


def test_a_heading_is_set_apart_from_what_follows():
    assert flowing("The trial\nIt was small.") == "The trial – It was small."


def test_markup_in_a_story_is_escaped():
    html = snippet("<img src=x onerror=alert(1)> sleep", "", pattern(["sleep"]))
    assert html == "&lt;img src=x onerror=alert(1)&gt; <mark>sleep</mark>"


class Tags(HTMLParser):
    """Collects the names of all tags."""

    def __init__(self):
        super().__init__()
        self.names = set()

    def handle_starttag(self, tag, attrs):
        assert not attrs
        self.names.add(tag)


@given(st.text(), st.text(), st.lists(st.sampled_from(["sleep", "b", "amp", "lt", "Café", "x"]), max_size=3))
def test_nothing_but_marks_comes_out_as_a_tag(standfirst, text, terms):
    parser = Tags()
    parser.feed(snippet(standfirst, text, pattern(terms)))
    assert parser.names <= {"mark"}
