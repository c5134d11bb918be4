"""The bytes of the old site's pictures and files: from a folder of uploads, or asked for where they stood."""

import io
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from PIL import Image as PillowImage

from news.intake.writing.old_addresses import original_of, split, upload_path
from news.intake.writing.options import FETCH, SKIP
from portal.security.outgoing import OutgoingError, fetch
from portal.uploads import PICTURE_FORMATS, PictureField, extension_of, holds_what_it_says

# The folder that an operator names may be the uploads themselves, or the site that they are part of.
PLACES = ("", "wp-content/uploads", "uploads", "content", "content/images", "images")
SUFFIXES = {"AVIF": "avif", "GIF": "gif", "JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
LONGEST_NAME = 80


class NotTaken(Exception):
    """A file that was found and cannot be taken, or was not found. ``code`` is that of the note on it."""

    def __init__(self, code, reason):
        super().__init__(reason)
        self.code = code


@dataclass
class Taken:
    """A file that was found and is what it says.

    ``size`` is a picture's width and height, None for other files; ``degraded``
    says that only a smaller cut of the picture was there.
    """

    name: str
    content: bytes
    size: tuple | None = None
    degraded: bool = False

    def opened(self):
        """Return the file as an upload."""
        return SimpleUploadedFile(self.name, self.content)


class Files:
    """Where the old system's files are: ``media`` is a folder, "fetch" or "skip"."""

    def __init__(self, media):
        self.media = media
        self.folder = None if media in (SKIP, FETCH) else Path(media).resolve()

    def take(self, *, url="", path=""):
        """Return the Taken file. Raises `NotTaken`."""
        if self.media == SKIP:
            raise NotTaken("media_left_out", _("Pictures and files are not brought in by this run."))
        wanted = path or upload_path(url)
        if self.media == FETCH:
            name, content, degraded = PurePosixPath(split(url).path if split(url) else "").name, self._ask(url), False
        else:
            found = self._found(wanted)
            if found is None:
                raise NotTaken("image_missing", _("The folder holds no such file."))
            name, degraded = found.name, original_of(wanted) != wanted and found.name == PurePosixPath(wanted).name
            content = self._read(found)
        return checked(name, content, degraded=degraded)

    def _found(self, path):
        """Return the file of the folder that stands for an upload, the original before its cuts, or None."""
        if self.folder is None or not path or "\0" in path or ".." in PurePosixPath(path).parts:
            return None  # a path that climbs could reach what stands beside the uploads
        for name in dict.fromkeys((original_of(path), path)):
            for place in PLACES:
                try:
                    found = (self.folder / place / name).resolve()
                    if found.is_relative_to(self.folder) and found.is_file():
                        return found
                except OSError:  # a name too long for the disk
                    continue
        return None

    def _read(self, found):
        if found.stat().st_size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
            raise NotTaken("media_refused", _("The file is larger than an upload may be."))
        try:
            return found.read_bytes()
        except OSError as error:
            raise NotTaken("image_missing", str(error)) from error

    def _ask(self, url):
        try:
            response = fetch(url, purpose="import", max_bytes=settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, timeout=30.0)
        except OutgoingError as error:
            raise NotTaken("image_missing", str(error)) from error
        if not response.ok:
            raise NotTaken("image_missing", _("The old site answered %(status)d.") % {"status": response.status})
        return response.body


def checked(name, content, *, degraded=False):
    """Return bytes as a Taken file, judged by the rules for uploads. Raises `NotTaken` for what these refuse.

    A picture is told by its content; where its name says another format, it gets the right ending.
    """
    extension = extension_of(name)
    kind, size = _picture_facts(content)
    stem = PurePosixPath(name).stem[:LONGEST_NAME] or "file"
    if kind:
        taken = Taken(f"{stem}.{SUFFIXES[kind]}", content, size, degraded)
        try:
            PictureField().check(taken.opened())
        except ValidationError as error:
            raise NotTaken("media_refused", " ".join(error.messages)) from error
        return taken
    taken = Taken(f"{stem}.{extension}", content)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS or not holds_what_it_says(taken.opened()):
        raise NotTaken("media_refused", _("That is no picture, and no file of a kind that may be uploaded."))
    return taken


def _picture_facts(content):
    """Return the name of a picture's format and its size, or "" and None for what is none that browsers show."""
    try:
        with PillowImage.open(io.BytesIO(content), formats=PICTURE_FORMATS) as picture:
            return picture.format, picture.size
    except Exception:  # each of Pillow's decoders has its own way to fail
        return "", None
