"""Hostile uploads, through every form that takes a file: refused with a reason, or served harmlessly."""

import html
import io
import re
import struct
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PillowImage
from wagtail.models import Collection

from portal.models import PortalDocument, PortalImage
from tests.builders import make_document, make_image, make_user

pytestmark = pytest.mark.django_db

SCRIPT = b"<script>alert(document.domain)</script>"


# --- The files --------------------------------------------------------------------


def drawn(name="JPEG", size=(60, 40), **options):
    """Return the bytes of a real picture in that format."""
    buffer = io.BytesIO()
    PillowImage.effect_noise(size, 40).convert("RGB").save(buffer, name, **options)
    return buffer.getvalue()


def animation(frames):
    """Return a GIF of so many tiny frames, all different."""
    pictures = [PillowImage.new("L", (2, 2), number % 250) for number in range(frames)]
    buffer = io.BytesIO()
    pictures[0].save(buffer, "GIF", save_all=True, append_images=pictures[1:], duration=20)
    return buffer.getvalue()


def png(width, height, *chunks):
    """Return a PNG of one bit a pixel, all black, with further chunks; tiny, whatever its size claims."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" * (1 + (width + 7) // 8)
    pressed = zlib.compressobj(9)
    pixels = b"".join(pressed.compress(row) for _ in range(min(height, 2_000))) + pressed.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", header), *(chunk(*each) for each in chunks), chunk(b"IDAT", pixels), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def archive(*names):
    """Return a zip that holds files of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return buffer.getvalue()


def with_exif():
    """Return a JPEG that tells where it was taken, and whose comment and author are scripts."""
    exif = PillowImage.Exif()
    exif[0x013B] = SCRIPT.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return drawn(size=(900, 600), exif=exif, comment=SCRIPT)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
UNSUPPORTED = "Not a supported image format"
REFUSED_PICTURES = {
    "an SVG": ("drawing.svg", lambda: SVG, UNSUPPORTED),
    "an SVG that says PNG": ("drawing.png", lambda: SVG, "does not match the file format|valid image"),
    "HTML that says PNG": ("page.png", lambda: b"<!doctype html>" + SCRIPT, "valid image"),
    "a PNG that says JPEG": ("picture.jpg", lambda: drawn("PNG"), "does not match"),
    "a picture that is a program": ("picture.php", drawn, UNSUPPORTED),
    "50,000 pixels wide": ("wide.png", lambda: png(50_000, 1), "16000 pixels wide"),
    "50,000 pixels square": ("huge.png", lambda: png(50_000, 50_000), "60 megapixels"),
    "15,000 pixels square": ("bomb.png", lambda: png(15_000, 15_000), "60 megapixels"),
    "10,000 pixels square": ("bomb.png", lambda: png(10_000, 10_000), "60 megapixels"),
    "1,000 frames": ("loop.gif", lambda: animation(1000), "more than 200 frames"),
    "a truncated JPEG": ("cut.jpg", lambda: drawn(size=(600, 400))[:-9000], "damaged or incomplete"),
    "a header and nothing else": ("head.jpg", lambda: drawn()[:40], "valid image|damaged"),
    "a text chunk that unpacks to 300 MB": (
        "text.png",
        lambda: png(8, 8, (b"zTXt", b"a\0\0" + zlib.compress(b"x" * 300_000_000, 9))),
        "damaged or incomplete|valid image",
    ),
    "no bytes": ("empty.jpg", lambda: b"", "empty"),
}
_made = {}


def content_of(what):
    """Return the bytes of a hostile picture, made once."""
    if what not in _made:
        _made[what] = REFUSED_PICTURES[what][1]()
    return _made[what]


PICTURE_FIELDS = {"title": "Kept title", "credit": "Kept credit", "rights": "own", "origin": "photo"}


def without_tags(page):
    """Return the words of an answer on one line each."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"<script.*?</script>|<[^>]*>", "", html.unescape(page), flags=re.DOTALL))


# --- The ways in ------------------------------------------------------------------


@pytest.fixture
def desk(client):
    client.force_login(make_user(superuser=True))
    return client


def add_picture(desk, upload):
    response = desk.post(reverse("wagtailimages:add"), {**PICTURE_FIELDS, "file": upload})
    return response.content.decode()


def add_several(desk, upload):
    return desk.post(reverse("wagtailimages:add_multiple"), {"title": "Kept title", "files[]": upload}).content.decode()


def add_from_chooser(desk, upload):
    prefix = "image-chooser-upload"
    response = desk.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-{name}": value for name, value in {**PICTURE_FIELDS, "file": upload}.items()},
    )
    return "".join(part for part in response.json().values() if isinstance(part, str))


WAYS = [add_picture, add_several, add_from_chooser]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("what", REFUSED_PICTURES)
def test_a_hostile_picture_is_refused_with_a_reason(desk, what, way):
    name, _make, reason = REFUSED_PICTURES[what]
    answer = without_tags(way(desk, SimpleUploadedFile(name, content_of(what), "image/png")))
    assert re.search(reason, answer), f"no reason like {reason!r} in: {answer}"
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize("way", [add_picture, add_from_chooser])
def test_a_refused_picture_loses_nothing_that_was_typed(desk, way):
    answer = way(desk, SimpleUploadedFile("page.png", b"<html>" + SCRIPT))
    assert 'value="Kept title"' in answer
    assert 'value="Kept credit"' in answer


def test_several_at_once_take_a_good_picture(desk):
    answer = add_several(desk, SimpleUploadedFile("fox.jpg", drawn(), "image/jpeg"))
    assert '"success": true' in answer


@pytest.mark.parametrize("way", [add_picture, add_from_chooser])
@pytest.mark.parametrize("extension", ["avif", "gif", "jpg", "png", "webp"])
def test_every_allowed_format_is_taken(desk, way, extension):
    kind = {"jpg": "JPEG"}.get(extension, extension.upper())
    way(desk, SimpleUploadedFile(f"fox.{extension}", drawn(kind)))
    assert PortalImage.objects.get().title == "Kept title"


def test_a_short_loop_is_taken(desk):
    add_picture(desk, SimpleUploadedFile("loop.gif", animation(12)))
    assert PortalImage.objects.exists()


@pytest.mark.parametrize("name", ["../../../etc/cron.d/fox.jpg", "..\\..\\fox.jpg", "/etc/fox.jpg", "fox\x00.html.jpg"])
def test_a_path_in_the_name_leads_nowhere(desk, name):
    add_picture(desk, _named(name))
    stored = PortalImage.objects.first()
    assert stored is None or stored.file.name.count("/") == 1
    assert stored is None or stored.file.name.startswith("original_images/")


def _named(name):
    upload = SimpleUploadedFile("fox.jpg", drawn(), "image/jpeg")
    upload._name = name
    return upload


# --- What is taken is served harmlessly -------------------------------------------


@pytest.mark.parametrize("spec", ["width-400|format-jpeg", "width-400|format-png", "width-400|format-webp", "original"])
def test_no_cut_tells_where_a_picture_was_taken_nor_what_was_written_into_it(spec):
    cut = make_image(content=with_exif(), file_name="street.jpg").get_rendition(spec)
    data = cut.file.read()
    with PillowImage.open(io.BytesIO(data)) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.getexif().get_ifd(0x8825) == {}
        assert "comment" not in picture.info
    assert b"alert" not in data
    assert b"Exif" not in data


def test_a_picture_that_lies_on_its_side_stands_upright_in_its_cuts():
    exif = PillowImage.Exif()
    exif[0x0112] = 6
    image = make_image(content=drawn(size=(900, 600), exif=exif), file_name="phone.jpg")
    cut = image.get_rendition("width-300|format-jpeg")
    assert (cut.width, cut.height) == (300, 450)


def test_a_picture_that_is_also_a_page_is_served_as_neither(client):
    polyglot = drawn("GIF", comment=SCRIPT) + b"<html>" + SCRIPT
    image = make_image(content=polyglot, file_name="both.gif")
    cut = image.get_rendition("width-30")
    response = client.get(cut.url)
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"script" not in b"".join(response.streaming_content)
    assert client.get(image.file.url).status_code == 404


def test_the_name_of_a_picture_and_of_its_cuts_cannot_be_guessed():
    first, second = (make_image(file_name="minister-resigns.jpg") for _ in range(2))
    names = [picture.file.name for picture in (first, second)]
    names += [picture.get_rendition("fill-1200x800|format-webp").file.name for picture in (first, second)]
    parts = {name.rpartition("/")[2].partition("-")[0] for name in names}
    assert len(parts) == 2
    assert all(len(part) == 16 for part in parts)
    assert "minister-resigns" in names[0]


def test_an_upload_that_waits_for_its_credit_is_not_public(desk, client):
    add_several(desk, SimpleUploadedFile("scoop.jpg", drawn(), "image/jpeg"))
    desk.logout()
    assert client.get("/media/wagtail_uploads/scoop.jpg").status_code == 404


# --- Documents --------------------------------------------------------------------


REFUSED_DOCUMENTS = {
    "a page": ("page.html", b"<!doctype html>" + SCRIPT),
    "a drawing": ("drawing.svg", SVG),
    "a program": ("tool.exe", b"MZ"),
    "a page that says PDF": ("plan.pdf", b"<html>" + SCRIPT),
    "a page that says text": ("notes.txt", b" \n<!DOCTYPE html>" + SCRIPT),
    "a program that says text": ("notes.txt", b"MZ\x90\0\3\0"),
    "a zip that says Word": ("letter.docx", archive("evil.exe")),
    "Word that says Excel": ("sheet.xlsx", archive("word/document.xml")),
    "a page that says sound": ("song.mp3", b"<html>" + SCRIPT),
    "a broken zip": ("letter.docx", b"PK\x03\x04nothing more"),
    "no bytes": ("empty.pdf", b""),
}
TAKEN_DOCUMENTS = {
    "plan.pdf": b"%PDF-1.7\n",
    "notes.txt": "Ça va".encode(),
    "table.csv": b"a,b\n1,2\n",
    "letter.docx": archive("word/document.xml"),
    "sheet.xlsx": archive("xl/workbook.xml"),
    "pack.zip": archive("a.txt"),
    "song.mp3": b"ID3\x04",
    "bell.wav": b"RIFF\x24\0\0\0WAVEfmt ",
    "talk.ogg": b"OggS\0",
    "talk.m4a": b"\0\0\0\x20ftypM4A ",
}


def add_document(desk, upload):
    return desk.post(reverse("wagtaildocs:add"), {"title": "Kept title", "file": upload}).content.decode()


def add_documents(desk, upload):
    return desk.post(reverse("wagtaildocs:add_multiple"), {"title": "Kept", "files[]": upload}).content.decode()


def add_document_from_chooser(desk, upload):
    prefix = "document-chooser-upload"
    response = desk.post(
        reverse("wagtaildocs_chooser:create"), {f"{prefix}-title": "Kept title", f"{prefix}-file": upload}
    )
    return "".join(part for part in response.json().values() if isinstance(part, str))


@pytest.mark.parametrize("way", [add_document, add_documents, add_document_from_chooser])
@pytest.mark.parametrize("what", REFUSED_DOCUMENTS)
def test_a_hostile_document_is_refused_with_a_reason(desk, what, way):
    answer = without_tags(way(desk, SimpleUploadedFile(*REFUSED_DOCUMENTS[what], "application/pdf")))
    assert any(reason in answer for reason in ("is not what its name says", "is not allowed", "is empty")), answer[
        :3000
    ]
    assert not PortalDocument.objects.exists()


@pytest.mark.parametrize("name", TAKEN_DOCUMENTS)
def test_a_document_that_is_what_it_says_is_taken(desk, name):
    add_document(desk, SimpleUploadedFile(name, TAKEN_DOCUMENTS[name]))
    assert PortalDocument.objects.exists()


def test_a_document_too_large_is_refused_with_its_limit(desk, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    assert "This file is too big" in add_document(desk, SimpleUploadedFile("plan.pdf", b"%PDF-" + b"x" * 2000))


@pytest.mark.parametrize("name", [name for name in TAKEN_DOCUMENTS if not name.endswith(("mp3", "wav", "ogg", "m4a"))])
def test_a_document_is_a_download_in_a_sandbox(client, name):
    document = make_document(name=name, content=TAKEN_DOCUMENTS[name])
    response = client.get(document.url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == TAKEN_DOCUMENTS[name]


def test_sound_plays_in_the_page_and_answers_ranges(client):
    document = make_document(name="song.mp3", content=b"ID3\x04" + SCRIPT)
    response = client.get(document.url, headers={"Range": "bytes=0-2"})
    assert (response.status_code, response["Content-Type"]) == (206, "audio/mpeg")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Content-Disposition" not in response


def test_a_document_of_a_private_collection_asks_first(client, desk):
    closed = Collection.get_first_root_node().add_child(name="Closed")
    closed.view_restrictions.create(restriction_type="login")
    document = make_document(name="plan.pdf", content=b"%PDF-", collection=closed)
    assert desk.get(document.url)["Content-Disposition"].startswith("attachment")
    desk.logout()
    response = client.get(document.url)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/?next=/documents/")


def test_no_document_has_an_address_of_its_own_file(client):
    document = make_document(name="plan.pdf", content=b"%PDF-")
    assert client.get(document.file.url).status_code == 404
    assert client.get(document.url.replace("plan", "other")).status_code == 404


def test_a_document_whose_file_is_lost_is_not_found(client):
    document = make_document(name="plan.pdf", content=b"%PDF-")
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404
