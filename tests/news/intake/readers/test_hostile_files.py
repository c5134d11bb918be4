"""What would do harm is refused, early and by name, wherever it hides."""

import gzip
import io
import subprocess
import sys
import zipfile

import pytest

from news.intake.errors import IntakeError, Malformed, Refused
from news.intake.readers import files, open_export, xml_stream
from news.intake.record import StoryRecord
from tests.exports import WXR_TAIL, wxr, wxr_head, wxr_item
from tests.news.intake.readers.reading import records_of, story_of

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]><rss><channel><title>&m;</title></channel></rss>"
)
QUADRATIC = (
    f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]><rss><channel><title>{"&a;" * 100_000}</title></channel></rss>'
)
HOSTILE = {
    "billion laughs": LAUGHS,
    "quadratic growth": QUADRATIC,
    "external entity of a file": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>',
    "external entity of the network": '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]><rss>&x;</rss>',
    "external document type": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd"><rss><channel></channel></rss>',
    "parameter entity": '<!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]><rss></rss>',
}
DISGUISES = {
    "plain": str.encode,
    "gzip": lambda text: gzip.compress(text.encode()),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without its mark": lambda text: (
        f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16-le")
        if not text.startswith("<?xml")
        else text.encode("utf-16-be")
    ),
    "UTF-16 in gzip": lambda text: gzip.compress(text.encode("utf-16")),
    "UTF-32": lambda text: text.encode("utf-32"),
    "zip": lambda text: zipped({"export.xml": text.encode()}),
}


def zipped(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_document_type_is_refused_wherever_it_hides(tmp_path, kind, disguise):
    with pytest.raises(Refused, match="DOCTYPE") as caught:
        records_of(tmp_path, DISGUISES[disguise](HOSTILE[kind]))

    assert caught.value.exit_code == 3


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_document_type_is_refused_in_recovery_too(tmp_path, kind):
    with pytest.raises(Refused, match="DOCTYPE"):
        records_of(tmp_path, HOSTILE[kind], recover=True)


def test_a_document_type_behind_items_is_no_way_round(tmp_path):
    content = wxr(wxr_item(1), '<!DOCTYPE x [<!ENTITY a "b">]>', wxr_item(2))

    with pytest.raises(Refused, match="DOCTYPE"):
        records_of(tmp_path, content, recover=True)
    with pytest.raises(IntakeError):
        records_of(tmp_path, content)


def test_a_document_type_that_a_story_writes_about_is_text(tmp_path):
    body = "<pre>&lt;!DOCTYPE html&gt; <!DOCTYPE html></pre>"

    assert story_of(tmp_path, wxr(wxr_item(content=body))).body == body
    assert story_of(tmp_path, wxr(wxr_item(content=body)), recover=True).body == body


@pytest.mark.parametrize("recover", [False, True])
@pytest.mark.parametrize("tag", ["a", "item", "wp:comment", "channel"])
def test_nesting_without_end_is_refused(tmp_path, tag, recover):
    content = wxr_head() + "<item>" + f"<{tag}>" * 10_000 + f"</{tag}>" * 10_000 + "</item>" + WXR_TAIL

    try:
        found = records_of(tmp_path, content, StoryRecord, recover=recover)
    except IntakeError as error:
        assert isinstance(error, Refused)
    else:
        assert recover
        assert found == []


def test_nesting_without_end_in_json_is_refused(tmp_path):
    nested = '{"posts": [' + '{"a":' * 10_000 + "1" + "}" * 10_000 + "]}"

    with pytest.raises(Refused, match="nested"):
        records_of(tmp_path, nested)


def test_hostile_files_stay_below_a_hundred_megabytes(tmp_path):
    path = tmp_path / "laughs.xml"
    path.write_text(LAUGHS)
    nested = tmp_path / "nested.xml"
    nested.write_text(wxr_head() + "<item>" + "<a>" * 10_000)
    bomb = tmp_path / "bomb.xml.gz"
    with gzip.open(bomb, "wb", 1) as packed:
        packed.write(wxr_head().encode())
        for _ in range(60):
            packed.write(b" " * 1_000_000)
    script = (
        "import re, sys\n"
        "from news.intake.readers import open_export\n"
        "from news.intake.errors import Refused\n"
        "for path in sys.argv[1:]:\n"
        "    try:\n"
        "        list(open_export([path]).records())\n"
        "    except Refused:\n"
        "        continue\n"
        "    raise SystemExit(path)\n"
        "print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1])\n"
    )
    command = [sys.executable, "-c", script, str(path), str(nested), str(bomb)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < 100 * 1024


@pytest.mark.parametrize("pack", [gzip.compress, lambda content: zipped({"export.xml": content})])
def test_what_unpacks_to_far_more_than_its_size_is_refused(tmp_path, pack):
    content = wxr_head().encode() + b" " * (files.RATIO_COUNTS_FROM * 3) + WXR_TAIL.encode()

    with pytest.raises(Refused, match="times its size"):
        records_of(tmp_path, pack(content))


def test_no_more_is_unpacked_than_the_cap(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_UNPACKED", 1000)

    with pytest.raises(Refused, match="unpacks to more than"):
        records_of(tmp_path, gzip.compress(wxr(wxr_item(1), wxr_item(2)).encode()))


def test_a_packed_file_that_breaks_off_is_malformed_and_read_as_far_as_it_goes_when_asked(tmp_path):
    text = wxr(*(wxr_item(number, content=f"<p>{number * 7919}</p>" * 50) for number in range(1, 200)))
    packed = gzip.compress(text.encode())
    cut = packed[: len(packed) * 3 // 4]

    with pytest.raises(Malformed, match="packed file is damaged"):
        records_of(tmp_path, cut)
    found = records_of(tmp_path, cut, StoryRecord, recover=True)

    assert [story.key for story in found] == [str(number) for number in range(1, len(found) + 1)]
    assert len(found) > 50


def test_a_locked_zip_and_one_with_nothing_to_read_are_refused(tmp_path):
    with pytest.raises(Refused, match=r"holds no \.xml"):
        records_of(tmp_path, zipped({"picture.jpg": b"x", "__MACOSX/export.xml": b"x"}))


def test_a_zip_packed_in_a_way_that_nobody_here_knows_is_refused_with_a_way_out(tmp_path):
    packed = bytearray(zipped({"export.xml": wxr(wxr_item())}))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = packed.index(mark) + place
        packed[start : start + 2] = (9).to_bytes(2, "little")  # Deflate64, which Windows takes for large files

    with pytest.raises(Refused, match="Unpack it and import the file"):
        records_of(tmp_path, bytes(packed))


def test_one_item_may_not_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(xml_stream, "MAX_ITEM", 10_000)

    with pytest.raises(Refused, match="one item is larger"):
        records_of(tmp_path, wxr(wxr_item(content="word " * 3000)))
    with pytest.raises(Refused, match="one item is larger"):
        records_of(tmp_path, wxr("<item>" + "<a/>" * 200 + "</item>"))


def test_one_tag_may_not_be_read_over_and_over(tmp_path, monkeypatch):
    monkeypatch.setattr(xml_stream, "MAX_TOKEN", 600_000)

    with pytest.raises(Refused, match="one tag or comment"):
        records_of(tmp_path, wxr(f"<!-- {'x' * 1_500_000} -->"))


@pytest.mark.parametrize(
    "flood",
    [
        "".join(f"<a{n}/>" for n in range(6000)),
        f"<a {' '.join(f'a{n}=&quot;&quot;' for n in range(6000))}/>".replace("&quot;", '"'),
    ],
)
def test_names_that_never_repeat_are_refused_since_all_are_remembered(tmp_path, flood):
    with pytest.raises(Refused, match="names of elements"):
        records_of(tmp_path, wxr(f"<item>{flood}</item>"))
    with pytest.raises(Refused, match="names of elements"):
        records_of(tmp_path, wxr(flood.replace("/>", "/>\n")))


def test_names_that_never_repeat_in_json_are_refused(tmp_path):
    with pytest.raises(Refused, match="different names"):
        records_of(tmp_path, "{" + ",".join(f'"a{n}": {{}}' for n in range(6000)) + "}")


def test_an_unknown_encoding_is_refused_by_its_name(tmp_path):
    with pytest.raises(Refused, match="utf-7"):
        records_of(tmp_path, wxr(wxr_item()).replace('encoding="UTF-8"', 'encoding="utf-7"'))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"PK\x05\x06",
        b"Just text",
        b"<html><body>Hello</body></html>",
        b'{"a": 1}',
        b"[1, 2]",
        b"\xff\xd8\xff",
    ],
)
def test_what_is_no_export_is_refused(tmp_path, content):
    with pytest.raises(Refused):
        records_of(tmp_path, content)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused, match="is no file"):
        open_export([tmp_path / "nowhere.xml"])
