"""JSON Lines of the neutral record are read line by line, with the line named that does not fit."""

from datetime import UTC, datetime

import pytest

from news.intake.errors import Malformed, Refused
from news.intake.lines import to_json
from news.intake.readers.files import CHUNK
from news.intake.record import AuthorRecord, RedirectRecord, Skipped, Source, Status, StoryRecord
from tests.news.intake.readers.reading import export_of, records_of

RECORDS = [
    Source(system="desk", name="The Desk", base_urls=["https://desk.example"]),
    AuthorRecord("ada", "Ada"),
    StoryRecord("1", title="Ä – 𝄞", body="line\nline", published_at=datetime(2024, 1, 1, tzinfo=UTC), authors=["ada"]),
    RedirectRecord("/a", "/b"),
]


def lines(*records):
    return "\n".join(map(to_json, records))


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_every_line_is_a_record(tmp_path, end, break_):
    export = export_of(tmp_path, (lines(*RECORDS) + end).replace("\n", break_))

    assert export.source == RECORDS[0]
    assert list(export.records()) == RECORDS[1:]


def test_lines_longer_than_a_piece_are_put_together(tmp_path):
    long = StoryRecord("1", body="é" * CHUNK)

    assert records_of(tmp_path, lines(RECORDS[0], long, RECORDS[1])) == [long, RECORDS[1]]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "no JSON"),
        ('{"record": "story"}', "key"),
        ('{"record": "tale", "key": "1"}', "must be one of"),
        ('{"record": "story", "key": "1", "tile": "x"}', "tile"),
        ('{"record": "story", "key": "1", "published_at": "2024-01-01T00:00:00"}', "time zone"),
        ('{"record": "story", "key": "1", "status": "published"}', "must be one of live, draft"),
        ('{"record": "story", "key": "1", "body_format": "markdown"}', "must be one of blocks"),
        ('{"record": "story", "key": "1", "extra": ' + '{"a":' * 5000 + "1" + "}" * 5000 + "}", "nested"),
    ],
)
def test_a_line_that_does_not_fit_is_named_by_its_number(tmp_path, line, told):
    content = f"{lines(*RECORDS[:2])}\n\n{line}\n{to_json(RECORDS[3])}"

    with pytest.raises(Malformed, match=told) as caught:
        records_of(tmp_path, content)
    export = export_of(tmp_path, content, recover=True)
    found = list(export.records())

    assert (caught.value.line, caught.value.done) == (4, "2 records before that are whole.")
    assert [type(record) for record in found] == [AuthorRecord, Skipped, RedirectRecord]
    assert "line 4" in export.repairs[0]


def test_bytes_that_are_no_text_are_named_by_their_line(tmp_path):
    with pytest.raises(Malformed, match="UTF-8") as caught:
        records_of(tmp_path, lines(*RECORDS[:2]).encode() + b"\n\xff")

    assert caught.value.line == 3


def test_what_was_in_the_trash_is_skipped_or_a_draft(tmp_path):
    content = lines(RECORDS[0], StoryRecord("1", status=Status.TRASHED))

    assert isinstance(records_of(tmp_path, content)[0], Skipped)
    assert records_of(tmp_path, content, trash="draft")[0].status == Status.DRAFT


def test_lines_without_a_source_have_one_that_says_so(tmp_path):
    assert export_of(tmp_path, lines(*RECORDS[1:])).source == Source(system="lines")


def test_a_line_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("news.intake.readers.json_lines.MAX_ITEM", 1000)

    with pytest.raises(Refused, match="line 2"):
        records_of(tmp_path, lines(RECORDS[0]) + "\n" + '{"record": "story", "key": "' + "x" * (2 * CHUNK))
