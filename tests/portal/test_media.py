"""Uploaded files: what is public, what is not, and what a player of sound asks for."""

import pytest
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from portal import media

SOUND = bytes(range(256)) * 4


@pytest.fixture
def root(settings, tmp_path):
    """A media directory with a rendition, an original, a document and a sound."""
    settings.MEDIA_ROOT = tmp_path / "media"
    for name, content in {
        "images/fox.width-800.webp": b"webp",
        "images/fox.avif": b"avif",
        "original_images/fox.png": b"original",
        "documents/plan.pdf": b"secret",
        "wagtail_uploads/scoop.jpg": b"waits for its credit",
        "images/bell.mp3": SOUND,
        "images/odd/page.html": b"<script>alert(1)</script>",
        "images/odd/drawing.svg": b"<svg/>",
        "images/odd/.hidden": b"hidden",
    }.items():
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "outside.txt").write_text("outside")
    return settings.MEDIA_ROOT


@pytest.fixture
def get(rf, root):
    """Ask for a file as a browser would: ``get("images/fox.avif", range="bytes=0-3")``."""

    def ask(path, method="get", **headers):
        request = getattr(rf, method)("/media/x", headers={key.replace("_", "-"): v for key, v in headers.items()})
        return media.media(request, path=path)

    return ask


def content_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_rendition_may_be_kept_for_ever(get):
    response = get("images/fox.width-800.webp")
    assert response.status_code == 200
    assert content_of(response) == b"webp"
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Length"] == "4"


def test_avif_has_its_type_on_every_system(get):
    assert get("images/fox.avif")["Content-Type"] == "image/avif"


@pytest.mark.parametrize(
    "path",
    [
        "original_images/fox.png",
        "documents/plan.pdf",
        "wagtail_uploads/scoop.jpg",
        "images/../documents/plan.pdf",
        "../outside.txt",
        "images/../../outside.txt",
        "/etc/passwd",
        "images//fox.avif",
        "images/./fox.avif",
        "images/odd/.hidden",
        "images",
        "images/",
        "",
        "images/none.webp",
        "images/\0.webp",
        "images/" + "a" * 5000,
        "images\\fox.avif",
    ],
)
def test_what_is_not_public_is_not_there(get, path):
    with pytest.raises(Http404):
        get(path)


def test_a_link_leads_nowhere_private(get, root):
    (root / "images/out").symlink_to(root.parent / "outside.txt")
    (root / "images/plan.pdf").symlink_to(root / "documents/plan.pdf")
    for path in ("images/out", "images/plan.pdf"):
        with pytest.raises(Http404):
            get(path)


@pytest.mark.parametrize("path", ["images/odd/page.html", "images/odd/drawing.svg"])
def test_what_could_run_scripts_is_only_offered_as_a_download(get, path):
    assert get(path)["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("asked", "answered", "first", "last"),
    [
        ("bytes=0-1", "bytes 0-1/1024", 0, 1),
        ("bytes=1000-", "bytes 1000-1023/1024", 1000, 1023),
        ("bytes=-24", "bytes 1000-1023/1024", 1000, 1023),
        ("bytes=-5000", "bytes 0-1023/1024", 0, 1023),
        ("bytes=1020-99999", "bytes 1020-1023/1024", 1020, 1023),
    ],
)
def test_one_range_of_a_sound(get, asked, answered, first, last):
    response = get("images/bell.mp3", range=asked)
    assert response.status_code == 206
    assert response["Content-Range"] == answered
    assert response["Content-Type"] == "audio/mpeg"
    assert content_of(response) == SOUND[first : last + 1]
    assert int(response["Content-Length"]) == last - first + 1


@pytest.mark.parametrize("asked", ["bytes=1024-", "bytes=5000-6000", "bytes=-0"])
def test_a_range_outside_the_file_is_416(get, asked):
    response = get("images/bell.mp3", range=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "bytes=5-2", "bytes=-", "lines=1-2", "bytes=a-b", "bytes=0-" + "9" * 5000]
)
def test_a_range_not_understood_gives_the_whole_file(get, asked):
    response = get("images/bell.mp3", range=asked)
    assert response.status_code == 200
    assert content_of(response) == SOUND
    assert response["Accept-Ranges"] == "bytes"


def test_a_range_of_a_changed_file_gives_the_whole_new_one(get):
    etag = get("images/bell.mp3")["ETag"]
    assert get("images/bell.mp3", range="bytes=0-1", if_range=etag).status_code == 206
    assert get("images/bell.mp3", range="bytes=0-1", if_range='"older"').status_code == 200


def test_what_the_reader_has_is_not_sent_again(get):
    first = get("images/fox.avif")
    assert get("images/fox.avif", if_none_match=first["ETag"]).status_code == 304
    assert get("images/fox.avif", if_modified_since=first["Last-Modified"]).status_code == 304


def test_only_reading_is_allowed(get):
    assert get("images/fox.avif", method="post").status_code == 405
    assert get("images/fox.avif", method="head").status_code == 200


@given(st.text(max_size=40), st.integers(min_value=0, max_value=5000))
def test_no_range_header_breaks_it(header, size):
    try:
        span = media.parse_range("bytes=" + header, size)
    except media.Unsatisfiable:
        return
    if span:
        assert 0 <= span[0] <= span[1] < size


@given(st.text(alphabet="./\\ab\0%:~", max_size=30))
def test_no_path_leads_out(path):
    try:
        found = media.locate(path)
    except Http404:
        return
    raise AssertionError(f"{path!r} led to {found}")
