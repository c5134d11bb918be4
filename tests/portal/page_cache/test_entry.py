"""A remembered page and the stores that keep it."""

import gzip
import time

import brotli
import pytest

from portal.page_cache.entry import Entry
from portal.page_cache.store import FileStore, MemoryStore

HTML = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", "1"), ("Cache-Control", "public, max-age=60")]
BODY = b"<p>A bell rings, and the film stops.</p>" * 40


def an_entry(body=BODY, headers=HTML, **fields):
    return Entry.from_response(headers, body, started=time.time(), max_age=60, tags=("story-1",), **fields)


@pytest.mark.parametrize(
    ("accepted", "encoding", "plain"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("", None, bytes),
    ],
)
def test_each_reader_gets_the_best_form_it_understands(accepted, encoding, plain):
    headers, _short, _etag, body = an_entry().form(accepted)
    assert dict(headers).get("Content-Encoding") == encoding
    assert plain(body) == BODY
    assert dict(headers)["Content-Length"] == str(len(body))


def test_the_forms_of_a_page_have_etags_of_their_own():
    entry = an_entry()
    assert len({entry.form(name)[2] for name in ("br", "gzip", "")}) == 3


def test_the_same_page_has_the_same_etag_again():
    assert an_entry().form("br")[2] == an_entry().form("br")[2]


def test_a_page_that_is_pressed_says_the_same_in_fewer_bytes():
    words = " ".join(str(n * n) for n in range(3_000)).encode()
    entry = an_entry(words)
    pressed = entry.pressed()
    assert len(pressed.bodies["br"]) < len(entry.bodies["br"])
    assert brotli.decompress(pressed.form("br")[3]) == words
    assert (pressed.form("br")[2], pressed.started, pressed.tags) == (entry.form("br")[2], entry.started, entry.tags)


def test_what_is_not_compressed_is_not_pressed():
    entry = an_entry(b"short")
    assert entry.pressed() is entry


def test_small_bodies_and_pictures_are_not_compressed():
    assert list(an_entry(b"ok").bodies) == [""]
    assert list(an_entry(headers=[("Content-Type", "image/png")]).bodies) == [""]


def test_an_entry_survives_the_way_through_a_store(tmp_path):
    store = FileStore(tmp_path, limit=10_000_000)
    entry = an_entry()
    store.put("key", entry)
    again = store.get("key")
    assert (again.headers, again.bodies, again.tags, again.started) == (
        entry.headers,
        entry.bodies,
        entry.tags,
        entry.started,
    )


@pytest.mark.parametrize("damage", [b"", b"\0\0", b"nonsense that is no page at all"])
def test_a_damaged_file_is_no_page(tmp_path, damage):
    store = FileStore(tmp_path, limit=10_000_000)
    store.put("key", an_entry())
    store._path("key").write_bytes(damage)
    assert store.get("key") is None


def test_a_file_store_stays_within_its_limit(tmp_path):
    store = FileStore(tmp_path, limit=50_000)
    for number in range(200):
        store.put(f"key-{number}", an_entry())
    store.prune()
    assert sum(path.stat().st_size for path in tmp_path.glob("??/*")) <= 50_000


def test_memory_throws_out_what_was_used_longest_ago():
    entry = an_entry()
    store = MemoryStore(limit=entry.size * 3 + 10)
    for key in ("a", "b", "c"):
        store.put(key, entry)
    store.get("a")
    store.put("d", entry)
    assert store.get("a") is entry
    assert store.get("b") is None


def test_replacing_an_entry_does_not_count_its_bytes_twice():
    entry = an_entry()
    store = MemoryStore(limit=entry.size * 2 + 10)
    for _time in range(10):
        store.put("a", entry)
    store.put("b", entry)
    assert store.get("a") is entry
