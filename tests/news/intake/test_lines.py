"""A record and its line say the same, and a line that does not fit is named with its number."""

import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from news.intake.errors import Malformed
from news.intake.lines import CHOICES, TYPES, from_json, to_json
from news.intake.record import (
    AuthorRecord,
    CorrectionRecord,
    MediaRecord,
    RedirectRecord,
    SectionRecord,
    Source,
    StoryRecord,
    TopicRecord,
)

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "moving-in.md").read_text()
MOMENT = datetime(2026, 3, 14, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "record",
    [
        Source("portal", base_urls=["https://news.example"]),
        AuthorRecord("ada", name="Ada Lomax", extra={"job_title": "Editor"}),
        SectionRecord("film", parent_key="arts"),
        TopicRecord("awards"),
        MediaRecord("image-1", path="a.jpg", credit="Ada \u2028 “Lomax”"),
        RedirectRecord("/old/", "/new/", permanent=False),
        StoryRecord(
            "story-1",
            title="Straße\n",
            published_at=MOMENT,
            authors=["ada", "bert"],
            order=3,
            sticky=True,
            corrections=[CorrectionRecord("correction", "It was Tuesday.", MOMENT, {"severe": True})],
        ),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_comes_back_from_its_line(record):
    line = to_json(record)
    assert "\n" not in line
    assert from_json(line) == record


def test_what_holds_nothing_is_left_out():
    assert to_json(TopicRecord("awards")) == '{"record": "topic", "key": "awards"}'


def test_a_time_of_another_zone_is_the_same_moment():
    record = from_json('{"record": "story", "key": "1", "published_at": "2026-03-14T10:30:00+02:00"}')
    assert record.published_at == MOMENT


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "no JSON"),
        ("[]", "must be a JSON object"),
        ('{"key": "1"}', "“record” must be one of"),
        ('{"record": ["story"]}', "“record” must be one of"),
        ('{"record": "topic"}', "topic has no “key”, which it needs"),
        ('{"record": "topic", "key": "a", "colour": "red"}', "topic has no “colour”"),
        ('{"record": "topic", "key": 7}', "“key” must be text, not 7"),
        ('{"record": "story", "key": "a", "order": true}', "“order” must be a number"),
        ('{"record": "story", "key": "a", "authors": "ada"}', "“authors” must be a list"),
        ('{"record": "story", "key": "a", "authors": [1]}', "“authors” must be text, not 1"),
        ('{"record": "story", "key": "a", "published_at": "soon"}', "must be a time such as"),
        ('{"record": "story", "key": "a", "published_at": "2026-03-14T08:00:00"}', "has no time zone"),
        (
            '{"record": "story", "key": "a", "published_at": "9999-12-31T23:00:00Z"}',
            "must be of a year from 1000 to 8999",
        ),
        ('{"record": "story", "key": "a", "corrections": ["x"]}', "“corrections” must be an object"),
        ('{"record": "story", "key": "a", "corrections": [{}]}', "correction has no “kind”, which it needs"),
    ],
)
def test_a_line_that_does_not_fit_is_named(line, words):
    with pytest.raises(Malformed, match=words) as refusal:
        from_json(line, path="site.jsonl", number=7)
    assert str(refusal.value).startswith("site.jsonl: line 7")


def test_the_documentation_names_every_field_of_every_record():
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", GUIDE, re.MULTILINE))

    for name, kind in TYPES.items():
        for each in fields(kind):
            assert each.name == "extra" or f"`{each.name}`" in rows[name], f"{name}: {each.name}"
    for choices in CHOICES.values():
        assert all(choice in rows["story"] for choice in choices)


def test_the_lines_in_the_documentation_are_lines():
    lines = re.findall(r"^    (\{\"record\".+\})$", GUIDE, re.MULTILINE)

    assert [type(from_json(line)).__name__ for line in lines] == [
        "Source",
        "AuthorRecord",
        "SectionRecord",
        "StoryRecord",
    ]
