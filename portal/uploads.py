"""What may be uploaded: told by a file's content, never by its name or by what the browser says of it.

Both forms stand behind every way in: adding, replacing, several at once, and
from a chooser. Pictures are decoded whole, so that what is broken or too large
is refused at the desk and not found out by a reader.
"""

import re
import warnings
import zipfile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

# The names under which Pillow knows what WAGTAILIMAGES_EXTENSIONS allow.
PICTURE_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
# A phone's JPEG may carry further pictures, such as a map of depths, that nobody is ever shown.
MOVING_FORMATS = {"AVIF", "GIF", "PNG", "WEBP"}

HEAD = 1024
MAGIC = {
    "m4a": re.compile(rb".{4}ftyp", re.DOTALL),
    "mp3": re.compile(rb"ID3|\xff[\xe2-\xff]"),
    "ogg": re.compile(rb"OggS"),
    "pdf": re.compile(rb"%PDF-"),
    "wav": re.compile(rb"RIFF.{4}WAVE", re.DOTALL),
    "zip": re.compile(rb"PK\x03\x04|PK\x05\x06"),
}
# What an office file must hold to be one.
PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
TEXT = {"csv", "txt"}


class PictureField(WagtailImageField):
    """A picture of a known format that decodes whole and stays within the limits of bytes, pixels and frames."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages |= {
            "damaged": _("This picture is damaged or incomplete and cannot be shown. Export it again and upload that."),
            "too_many_frames": _("This picture has more than %(limit)s frames. Upload a still, or a shorter loop."),
            "too_wide": _("This picture is more than %(limit)s pixels wide or high. Make it smaller and upload that."),
            "too_many_pixels": _("This picture has more than %(limit)s megapixels. Make it smaller and upload that."),
        }

    def to_python(self, data):
        """Return the uploaded picture; raise ValidationError with a reason for people."""
        if data not in self.empty_values:
            self.check(data)
        return super().to_python(data)

    def check(self, upload):
        """Raise ValidationError with a reason for people where a picture is too large or does not decode whole."""
        if upload.size:
            self.check_image_file_size(upload)
        self._decode(upload)
        upload.seek(0)

    def _decode(self, upload):
        """Decode every frame, none of them before its pixels are counted. What is no picture is left to Wagtail."""
        with warnings.catch_warnings():
            warnings.simplefilter("error", PillowImage.DecompressionBombWarning)
            try:
                with PillowImage.open(upload, formats=PICTURE_FORMATS) as picture:
                    self._decode_frames(picture)
            except (PillowImage.DecompressionBombError, PillowImage.DecompressionBombWarning):
                self._refuse("too_many_pixels", self.max_image_pixels // 1_000_000)
            except PillowImage.UnidentifiedImageError:
                return
            except (OSError, SyntaxError, ValueError, IndexError, TypeError, ArithmeticError, MemoryError):
                self._refuse("damaged")  # each of Pillow's decoders has its own way to fail

    def _decode_frames(self, picture):
        limit = settings.PICTURE_MAX_FRAMES if picture.format in MOVING_FORMATS else 1
        if max(picture.size) > settings.PICTURE_MAX_SIDE:
            self._refuse("too_wide", settings.PICTURE_MAX_SIDE)
        pixels = picture.width * picture.height
        if pixels > self.max_image_pixels:
            self._refuse("too_many_pixels", self.max_image_pixels // 1_000_000)
        picture.load()
        for frame in range(1, limit + 1):
            if picture.format not in MOVING_FORMATS:
                return
            try:
                picture.seek(frame)
            except EOFError:
                return
            if frame == limit:
                self._refuse("too_many_frames", limit)
            if pixels * (frame + 1) > self.max_image_pixels:
                self._refuse("too_many_pixels", self.max_image_pixels // 1_000_000)
            picture.load()

    def _refuse(self, code, limit=None):
        raise ValidationError(self.error_messages[code], code=code, params={"limit": limit}) from None


class PictureForm(BaseImageForm):
    """The form behind every upload of a picture."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stock = self.fields.get("file")
        if stock:
            self.fields["file"] = PictureField(label=stock.label, required=stock.required, widget=stock.widget)


class DocumentForm(BaseDocumentForm):
    """The form behind every upload of a document."""

    def clean_file(self):
        """Return the file; raise ValidationError where its content is not what its name says."""
        upload = self.cleaned_data["file"]
        if upload and "file" in self.changed_data and not holds_what_it_says(upload):
            raise ValidationError(
                _("The content of this file is not what its name says (.%(extension)s)."),
                code="content",
                params={"extension": extension_of(upload.name)},
            )
        return upload


def extension_of(name):
    """Return what follows the last dot of a file's name, in lower case."""
    return name.rpartition(".")[2].lower()


def holds_what_it_says(upload):
    """Tell whether a file's content fits its extension; one that is not in WAGTAILDOCS_EXTENSIONS fits nothing."""
    extension = extension_of(upload.name)
    upload.seek(0)
    try:
        if extension in PARTS:
            return _holds_part(upload, PARTS[extension])
        if extension in TEXT:
            return _is_text(upload)
        magic = MAGIC.get(extension)
        return bool(magic and magic.match(upload.read(HEAD)))
    finally:
        upload.seek(0)


def _holds_part(upload, part):
    try:
        with zipfile.ZipFile(upload) as archive:
            return part in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _is_text(upload):
    """Tell whether the file is plain text: no NUL byte, and no markup that a browser would want to run."""
    head = upload.read(HEAD).lower().lstrip()
    if head.startswith((b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml")):
        return False
    while head:
        if b"\0" in head:
            return False
        head = upload.read(HEAD * HEAD)
    return True
