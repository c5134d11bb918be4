"""The files of an export, as streams of clean UTF-8.

Whatever comes in (plain, gzip or zip; UTF-8, UTF-16 or an older encoding) goes
out as pieces of UTF-8 without the control characters that XML forbids, so that
every parser behind sees the same thing and nothing can hide in an encoding.
Nothing is ever unpacked to disk or held as a whole.
"""

import codecs
import hashlib
import lzma
import re
import zipfile
import zlib
from pathlib import Path

from news.intake.errors import Malformed, Refused

CHUNK = 256 * 1024
"""Bytes a piece. A token that spans pieces is scanned anew for each, so small pieces would cost more than they save."""

MAX_RATIO = 100
"""What unpacking may multiply a file by. Text shrinks to a tenth at best; only bombs go beyond a hundredth."""

RATIO_COUNTS_FROM = 4 * 1024 * 1024
"""Unpacked bytes below which the ratio does not matter."""

MAX_UNPACKED = 16 * 1024**3
"""Bytes of all that one file may unpack to."""

_FORBIDDEN = bytes(number for number in range(32) if number not in b"\t\n\r")
_NO_CHARACTERS = re.compile(rb"\xef\xbf[\xbe\xbf]")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = re.compile(
    r"us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]|macintosh"
    r"|shift_jis|euc-jp|iso-2022-jp|euc-kr|gb2312|gbk|gb18030|big5",
    re.IGNORECASE,
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class ExportFile:
    """One file of an export, or one member of a zip.

    ``name`` is what messages call it, ``size`` its bytes as they lie on disk
    and ``read`` how many of those the newest ``chunks()`` has taken in.
    """

    def __init__(self, path, member=None):
        self.path, self.member = Path(path), member
        self.name = f"{self.path.name}/{member.filename}" if member else self.path.name
        self.size = self.path.stat().st_size
        if member:
            self.size = min(self.size, member.compress_size)
        self.read = 0
        self.dropped = 0

    def chunks(self, *, lenient=False):
        """Yield the file as UTF-8 without byte order mark or control characters.

        ``lenient`` puts U+FFFD where bytes are no text in the file's encoding,
        and ends quietly where a packed file breaks off; otherwise ``Malformed``
        is raised. ``dropped`` then holds how many characters were left out.
        """
        self.dropped = 0
        for chunk in _whole_characters(_as_utf8(self._unpacked(lenient), self.name, lenient)):
            clean = chunk.translate(None, _FORBIDDEN)
            self.dropped += len(chunk) - len(clean)
            if b"\xef\xbf" in clean:
                clean, found = _NO_CHARACTERS.subn(b"", clean)
                self.dropped += found
            yield clean

    def head(self, size=4096):
        """Return the first bytes of what ``chunks()`` yields."""
        start = b""
        for chunk in self.chunks(lenient=True):
            start += chunk
            if len(start) >= size:
                break
        return start[:size]

    def _unpacked(self, lenient):
        """Yield the bytes as they lie in the file, unpacked within the caps."""
        self.read = unpacked = 0
        if self.member:
            # What a zip says of a member's size is what zipfile lets out of it at most.
            self._hold_to_caps(self.member.file_size, self.size)
        try:
            with open(self.path, "rb") as raw:
                for chunk in self._opened(raw):
                    unpacked += len(chunk)
                    if self.member:
                        self.read = self.size * unpacked // max(self.member.file_size, unpacked)
                    else:
                        self.read = raw.tell()
                        self._hold_to_caps(unpacked, self.read)
                    yield chunk
            self.read = self.size
        except NotImplementedError as error:
            raise Refused(
                f"{self.name} is packed in a way that is not known here. Unpack it and import the file."
            ) from error
        except (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile) as error:
            if not lenient:
                raise Malformed(
                    f"the packed file is damaged ({error})",
                    path=self.name,
                    cure="Pack it anew, or read what is whole with --recover.",
                ) from error

    def _opened(self, raw):
        if self.member:
            with zipfile.ZipFile(raw) as archive, archive.open(self.member) as member:
                yield from iter(lambda: member.read(CHUNK), b"")
        elif raw.read(2) == b"\x1f\x8b":
            raw.seek(0)
            yield from _gunzipped(raw)
        else:
            raw.seek(0)
            yield from iter(lambda: raw.read(CHUNK), b"")

    def _hold_to_caps(self, unpacked, packed):
        if unpacked > MAX_UNPACKED:
            raise Refused(f"{self.name} unpacks to more than {MAX_UNPACKED // 1024**3} GB.")
        if unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * packed:
            raise Refused(
                f"{self.name} unpacks to more than {MAX_RATIO} times its size, as no export does. "
                "If it is one, unpack it yourself and import the file."
            )


def export_files(paths):
    """Return the ``ExportFile`` of each path, and of each file of text in those that are zips.

    Raises ``Refused`` where a path is no file or a zip holds nothing to read.
    """
    files = []
    for path in map(Path, paths):
        if not path.is_file():
            raise Refused(f"{path} is no file.")
        with path.open("rb") as stream:
            zipped = stream.read(4) == b"PK\x03\x04"
        files.extend(_members(path) if zipped else [ExportFile(path)])
    return files


def digest(paths):
    """Return the SHA-256 of one file, or that of all their sums where there are several, in hexadecimal."""
    sums = []
    for path in paths:
        with open(path, "rb") as stream:
            sums.append(hashlib.file_digest(stream, "sha256").hexdigest())
    return sums[0] if len(sums) == 1 else hashlib.sha256("".join(sums).encode()).hexdigest()


def _members(path):
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Malformed(f"the zip is damaged ({error})", path=path.name, cure="Pack it anew.") from error
    names = re.compile(r"(?!.*(^|/)(\.|__MACOSX/)).*\.(xml|json|jsonl|ndjson|atom|rss|wxr)", re.IGNORECASE)
    infos = sorted((info for info in infos if names.fullmatch(info.filename)), key=lambda info: info.filename)
    if not infos:
        raise Refused(f"{path.name} holds no .xml, .json or .jsonl file.")
    if any(info.flag_bits & 1 for info in infos):
        raise Refused(f"{path.name} is locked by a password. Unpack it and import the file.")
    return [ExportFile(path, info) for info in infos]


def _gunzipped(raw):
    """Yield what a gzip file of one or several members holds, to the last byte that can be had of a damaged one."""
    unpacker, packed, begun = zlib.decompressobj(wbits=31), b"", False
    while packed := packed or raw.read(CHUNK // 4):
        begun = True
        piece = unpacker.decompress(packed, CHUNK)
        yield piece
        packed = unpacker.unconsumed_tail
        if unpacker.eof:
            packed, begun = unpacker.unused_data, False
            unpacker = zlib.decompressobj(wbits=31)
    yield unpacker.flush()
    if begun:
        raise EOFError("it ends too early")


def _as_utf8(chunks, name, lenient):
    """Yield pieces of UTF-8, whatever encoding the first piece shows."""
    first = next(chunks, b"")
    encoding, mark = _encoding(first, name)
    first = first[mark:]
    if encoding == "utf-8" and not lenient:
        yield first
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace" if lenient else "strict")
    try:
        yield decoder.decode(first).encode()
        for chunk in chunks:
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()
    except UnicodeDecodeError as error:
        raise Malformed(
            f"bytes that are no {encoding} ({error.reason})",
            path=name,
            cure="--recover reads the file with a mark in their place.",
        ) from error


def _encoding(start, name):
    """Return the encoding that a file shows by its first bytes, and the length of its byte order mark."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            # The codecs of UTF-16 and UTF-32 take their marks themselves: they say the order of the bytes.
            return encoding, len(mark) if encoding == "utf-8" else 0
    if start[:2] in (b"<\0", b"{\0"):
        return "utf-16-le", 0
    if start[:2] in (b"\0<", b"\0{"):
        return "utf-16-be", 0
    declared = _DECLARED.match(start)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    if encoding in ("utf-8", "utf8") or encoding.startswith(("utf-16", "utf16")):
        # What says that it is UTF-16 in bytes that are not was converted without changing its declaration.
        return "utf-8", 0
    if not _ENCODINGS.fullmatch(encoding):
        raise Refused(f"{name} says that it is written in “{encoding}”, which is not read here. Convert it to UTF-8.")
    return encoding, 0


def _whole_characters(chunks):
    """Yield the same bytes, with no chunk that ends in the midst of what may be U+FFFE or U+FFFF."""
    held = b""
    for chunk in chunks:
        chunk = held + chunk
        cut = 2 if chunk.endswith(b"\xef\xbf") else 1 if chunk.endswith(b"\xef") else 0
        held = chunk[len(chunk) - cut :]
        yield chunk[: len(chunk) - cut]
    if held:
        yield held
