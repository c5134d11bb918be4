"""A damaged export is read item by item, mended where that is known, and everything done is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.intake.errors import Malformed, Refused
from news.intake.readers import ReaderOptions, open_export
from news.intake.readers.base import Repairs
from news.intake.record import AuthorRecord, Skipped, StoryRecord
from tests.exports import WXR_TAIL, wxr, wxr_head, wxr_item
from tests.news.intake.readers.reading import export_of, records_of

GOOD = wxr_item(9, title="A good one")


def recovered(tmp_path, content):
    """Return the stories of a damaged export, what was skipped, and what was told."""
    export = export_of(tmp_path, content, recover=True)
    found = list(export.records())
    stories = [record for record in found if isinstance(record, StoryRecord)]
    return stories, [record for record in found if isinstance(record, Skipped)], export.repairs


def raw_item(number, body, extra=""):
    return (
        f"<item><title>Story {number}</title><content:encoded>{body}</content:encoded>{extra}"
        f"<wp:post_id>{number}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n"
    )


@pytest.mark.parametrize(
    ("damaged", "body", "told"),
    [
        ("Fish & chips &amp; peas", "Fish & chips & peas", "bare & were written"),
        ("AT&T; R&D; a?b=1&c=2", "AT&T; R&D; a?b=1&c=2", "bare & were written"),
        ("a&nbsp;b &hellip; &#233;", "a\xa0b … é", "&nbsp; was written"),
        ("a&#0;b&#x1F;c&#xD800;d", "abcd", "names no character"),
        ("1 < 2 and 3 <4", "1 < 2 and 3 <4", "begin no tag"),
        ("<<![CDATA[<p>x</p>]]>", "<p>x</p>", "before a CDATA section"),
        ("<![CDATA[a <![CDATA[b]]> c]]>", "a <![CDATA[b]]> c", "CDATA sections within each other"),
        ("<![CDATA[a <![CDATA[b]]> x </item> <item> c]]>", "a <![CDATA[b]]> x </item> <item> c", "within each other"),
        ("<![CDATA[no end", "no end", "given the end that it lacked"),
        ("a ]]> b", "a ]]> b", "kept as text"),
    ],
)
def test_known_faults_are_mended_and_told(tmp_path, damaged, body, told):
    content = wxr(wxr_item(1), raw_item(2, damaged), GOOD)

    with pytest.raises(Malformed):
        records_of(tmp_path, content)
    stories, skipped, repairs = recovered(tmp_path, content)

    assert [(story.key, story.title) for story in stories] == [("1", "Story 1"), ("2", "Story 2"), ("9", "A good one")]
    assert stories[1].body == body
    assert skipped == []
    assert any(told in repair for repair in repairs)
    assert all(repair.startswith("export, line ") for repair in repairs)


def test_a_prefix_that_nobody_declared_is_malformed_and_mended(tmp_path):
    content = wxr(raw_item(1, "x", "<media:thumb>y</media:thumb>"), GOOD)

    with pytest.raises(Malformed, match="prefix “media”"):
        records_of(tmp_path, content)
    stories, _skipped, repairs = recovered(tmp_path, content)

    assert [story.key for story in stories] == ["1", "9"]
    assert len(repairs) == 1
    assert "“media”" in repairs[0]


def test_an_export_that_lost_its_declarations_is_still_read(tmp_path):
    content = wxr(wxr_item(1)).replace(' xmlns:wp="http://wordpress.org/export/1.2/"', "")

    stories, _skipped, repairs = recovered(tmp_path, content)

    assert [story.key for story in stories] == ["1"]
    assert any("“wp”" in repair for repair in repairs)


def test_what_is_cut_off_is_left_out_and_named(tmp_path):
    content = wxr(wxr_item(1), wxr_item(2), wxr_item(3, title="Cut short"))
    cut = content[: content.index("</content:encoded>", content.index("Cut short")) - 20]

    stories, skipped, repairs = recovered(tmp_path, cut)

    assert [story.key for story in stories] == ["1", "2"]
    assert [(record.type, record.title) for record in skipped] == [("damaged", "Cut short")]
    assert repairs[-1].endswith("the item “Cut short” is cut off by the end of the file and was left out.")


def test_an_item_without_an_end_takes_no_other_with_it(tmp_path):
    content = wxr(wxr_item(1), raw_item(2, "lost").replace("</item>", ""), wxr_item(3))

    stories, skipped, repairs = recovered(tmp_path, content)

    assert [story.key for story in stories] == ["1", "3"]
    assert [record.title for record in skipped] == ["Story 2"]
    assert "line " in repairs[0]


def test_text_without_an_end_takes_no_other_item_with_it(tmp_path):
    content = wxr(raw_item(1, "<![CDATA[first"), wxr_item(2), wxr_item(3))

    stories, skipped, _repairs = recovered(tmp_path, content)

    assert [(story.key, story.body) for story in stories][:1] == [("1", "first")]
    assert [story.key for story in stories] == ["1", "2", "3"]
    assert skipped == []


def test_an_item_beyond_mending_is_skipped_by_name(tmp_path):
    content = wxr(raw_item(1, "</b></content:encoded><content:encoded>"), GOOD)

    stories, skipped, repairs = recovered(tmp_path, content)

    assert [story.key for story in stories] == ["9"]
    assert "mismatched tag" in skipped[0].reason
    assert "could not be mended" in repairs[0]


def test_damage_in_the_head_costs_no_item(tmp_path):
    content = wxr(wxr_item(1)).replace("<title>The Old Paper", "<title>The Old & Paper")

    stories, _skipped, repairs = recovered(tmp_path, content)

    assert len(stories) == 1
    assert len(repairs) == 1


def test_text_behind_the_last_section_of_an_item_loses_none(tmp_path):
    content = wxr(*(wxr_item(n).replace("</item>", "<x><![CDATA[a]]> b</x></item>") for n in range(1, 5)))

    assert records_of(tmp_path, content, recover=True) == records_of(tmp_path, content)


def test_files_joined_end_to_end_are_read_both(tmp_path):
    content = wxr(wxr_item(1)) + wxr(wxr_item(2))

    with pytest.raises(Malformed):
        records_of(tmp_path, content)
    stories, _skipped, _repairs = recovered(tmp_path, content)

    assert [story.key for story in stories] == ["1", "2"]


def test_bytes_that_are_no_text_are_marked(tmp_path):
    content = wxr(wxr_item(content="caf\xe9")).encode("latin-1")

    with pytest.raises(Malformed, match="invalid token"):
        records_of(tmp_path, content)
    stories, _skipped, _repairs = recovered(tmp_path, content)

    assert stories[0].body == "caf\ufffd"


def test_a_comment_in_the_file_is_no_story(tmp_path):
    content = wxr(f"<!-- {wxr_item(5)} -->", wxr_item(6))

    assert [story.key for story in recovered(tmp_path, content)[0]] == ["6"]


def test_no_more_mendings_are_listed_than_a_person_reads(tmp_path, monkeypatch):
    monkeypatch.setattr(Repairs, "MOST", 3)

    _stories, _skipped, repairs = recovered(tmp_path, wxr(*(raw_item(number, "a & b") for number in range(1, 9))))

    assert len(repairs) == 4
    assert repairs[-1].startswith("Further mendings")


def test_what_is_nothing_but_beginnings_is_given_up(tmp_path):
    with pytest.raises(Refused, match="beyond mending"):
        recovered(tmp_path, wxr("<item>" * 1500))


@pytest.mark.parametrize(
    "piece", ["<!-- ", "<![CDATA[ ", "<a>", "<? ", "<item><![CDATA[ ", "<a><![CDATA[", "]]>", "&", "<", "text "]
)
def test_damage_that_repeats_without_end_takes_no_time_without_end(tmp_path, piece):
    """Each would take hours if it were looked for anew at every place; what is whole before it is kept."""
    content = wxr(wxr_item(1)).replace("</channel>", piece * 100_000)

    try:
        stories, _skipped, _repairs = recovered(tmp_path, content)
    except Refused:
        return
    assert [story.key for story in stories] == ["1"]


def test_an_item_full_of_beginnings_is_skipped_and_not_mended_for_hours(tmp_path):
    content = wxr(raw_item(1, "& <b><![CDATA[" * 50_000 + "]]></b>"), GOOD)

    stories, skipped, _repairs = recovered(tmp_path, content)

    assert [story.key for story in stories] == ["9"]
    assert len(skipped) == 1


def test_what_the_second_pass_tells_is_what_the_first_told(tmp_path):
    export = export_of(tmp_path, wxr(raw_item(1, "a & b")), recover=True)

    list(export.records())
    first = list(export.repairs)
    list(export.records())

    assert export.repairs == first != []


@settings(deadline=None, max_examples=50)
@given(share=st.floats(0, 1))
def test_wherever_a_file_breaks_off_whole_items_are_kept(tmp_path_factory, share):
    path = tmp_path_factory.getbasetemp() / "cut.xml"
    head, items = wxr_head(), [wxr_item(number, content="]]> & <b>é</b>") for number in range(1, 6)]
    content = (head + "".join(items) + WXR_TAIL).encode()
    end = len(head.encode()) + int(share * (len(content) - len(head.encode())))
    path.write_bytes(content[:end])
    whole = sum(len((head + "".join(items[: n + 1])).encode()) - 1 <= end for n in range(5))

    found = list(open_export([path], options=ReaderOptions(recover=True)).records())

    assert [record.key for record in found if isinstance(record, StoryRecord)] == [str(n + 1) for n in range(whole)]
    assert len([record for record in found if isinstance(record, AuthorRecord)]) == 1


@settings(deadline=None, max_examples=50)
@given(noise=st.lists(st.tuples(st.integers(0, 3000), st.sampled_from("<>&]\"'/!-[ x")), max_size=8))
def test_no_damage_stops_recovery_with_anything_but_a_refusal(tmp_path_factory, noise):
    path = tmp_path_factory.getbasetemp() / "noise.xml"
    content = list(wxr(wxr_item(1), raw_item(2, "a & b"), wxr_item(3)))
    for place, character in noise:
        content[min(place, len(content) - 1)] = character
    path.write_text("".join(content))

    try:
        found = list(open_export([path], options=ReaderOptions(recover=True)).records())
    except (Refused, Malformed):
        return
    assert len([each for each in found if isinstance(each, StoryRecord)]) <= 3
