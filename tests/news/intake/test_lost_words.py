"""What an account of an import calls lost, and what it does not."""

import pytest

from news.intake.mapping import lost_words, visible_text
from news.intake.record import BodyFormat, StoryRecord

LONG = [f"w{number % 997}" for number in range(20_000)]


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("One two three", "One, two – three.", []),
        ("One two three", "one three", ["two"]),
        ("One two three", "One and two or three", []),
        ("cafe\u0301 bell", "caf\u00e9 bell", []),
        ("one two", "onetwo", []),
        ("onetwo", "one two", []),
        ("one two three four", "three four one two", ["one", "two"]),
        ("a the b the c", "a the c", ["b", "the"]),
        ("one", "", ["one"]),
        ("", "one", []),
    ],
)
def test_words_are_lost_that_stand_nowhere_in_their_order(before, after, lost):
    assert sorted(lost_words(before, after)) == sorted(lost)


def test_a_word_lost_in_a_long_text_is_the_only_one():
    after = [*LONG[:9_000], *LONG[9_001:]]
    assert lost_words(" ".join(LONG), " ".join(after)) == [LONG[9_000]]


def test_what_no_reader_saw_is_no_text():
    body = (
        '<p>Seen<!-- not --></p><script>not</script><img alt="not"><p>https://clips.example/not</p>'
        '[caption id="not"]<img src="x"> Seen too[/caption]<select><option>not</option></select>[form not="1"]'
    )
    story = StoryRecord(key="1", body=body, body_format=BodyFormat.CLASSIC)
    assert visible_text(story) == "Seen\nSeen too"
