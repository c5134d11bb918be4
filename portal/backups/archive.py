"""One archive: a tar file, compressed with gzip, that is whole or is not there.

It is written beside its final place under another name and renamed when all of
it is on the disk. What is read is checked: only plain files with the names and
checksums of the manifest, which is the last member.
"""

import contextlib
import gzip
import hashlib
import io
import os
import tarfile
import zlib
from pathlib import PurePosixPath

from portal.backups.errors import BackupError
from portal.backups.manifest import MAX_BYTES, NAME, Manifest

PIECE = 1024 * 1024
# Pictures are compressed already: more effort buys nothing.
COMPRESSION = 3
DAMAGED = (tarfile.TarError, zlib.error, gzip.BadGzipFile, EOFError)


class Hashing(io.RawIOBase):
    """Reads another file and keeps the SHA-256 and the number of the bytes that went through."""

    def __init__(self, file):
        self.file = file
        self.sha256 = hashlib.sha256()
        self.size = 0

    def read(self, size=-1):
        piece = self.file.read(size)
        self.sha256.update(piece)
        self.size += len(piece)
        return piece


class Writer:
    """Adds members to the archive, one after another, and notes each in the manifest."""

    def __init__(self, tar, manifest):
        self.tar = tar
        self.manifest = manifest

    def add(self, name, file, size):
        """Add ``size`` bytes of an open file as a member."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        reader = Hashing(file)
        self.tar.addfile(member, reader)
        self.tar.members.clear()  # or the list of a hundred thousand pictures stays in memory
        self.manifest.members[name] = {"size": reader.size, "sha256": reader.sha256.hexdigest()}

    def close(self):
        """Add the manifest as the last member."""
        text = self.manifest.to_json()
        member = tarfile.TarInfo(NAME)
        member.size, member.mode = len(text), 0o600
        self.tar.addfile(member, io.BytesIO(text))


@contextlib.contextmanager
def writing(path, manifest):
    """Offer a `Writer`; the file is at ``path`` once the block has ended well, and nothing is left otherwise.

    Only its owner may read the file: it holds everything that the database knows of people.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with (
            open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw,
            gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=COMPRESSION, filename="") as packed,
        ):
            with tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar:
                writer = Writer(tar, manifest)
                yield writer
                writer.close()
            packed.close()
            raw.flush()
            os.fsync(raw.fileno())
        part.replace(path)
        _sync_directory(path.parent)
    finally:
        part.unlink(missing_ok=True)


@contextlib.contextmanager
def reading(path):
    """Offer the members of an archive in order, as ``(name, open file, size)``.

    Raises `BackupError` at what no backup holds, and where the archive cannot
    be read, in whichever member that comes to light.
    """
    try:
        with gzip.open(path) as packed:
            yield _members(path, packed)
    except DAMAGED as error:
        raise BackupError(f"{path} is damaged or no backup ({error}). The database was not touched.") from error
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror or error}") from error


def _members(path, packed):
    with tarfile.open(fileobj=packed, mode="r|") as tar:
        for member in tar:
            tar.members.clear()
            if not member.isreg() or not is_safe(member.name):
                raise BackupError(f"{path} holds {member.name!r}, which no backup holds. Nothing was touched.")
            yield member.name, tar.extractfile(member), member.size
    while packed.read(PIECE):  # to the end, where gzip has its own checksum
        pass


def is_safe(name):
    """Tell whether a member's name stays inside: relative, no dots that lead out, no other system's separators."""
    path = PurePosixPath(name)
    return (
        str(path) == name
        and bool(path.parts)
        and not path.is_absolute()
        and ".." not in path.parts
        and not any(letter in name for letter in "\\\0")
        and (len(path.parts) == 1 or path.parts[0] == "media")
    )


def verified(path, *, progress):
    """Read the whole archive and return its `Manifest`; raises `BackupError` where anything is not as it says."""
    found, manifest, seen = {}, None, 0
    with reading(path) as members:
        for name, file, length in members:
            if manifest is not None or name in found:
                raise BackupError(f"{path} holds {name!r} twice or after its end. Nothing was touched.")
            if name == NAME:
                if length > MAX_BYTES:
                    raise BackupError(f"The manifest of {path} is too long. Nothing was touched.")
                manifest = Manifest.from_json(file.read())
                continue
            found[name] = {"size": length, "sha256": checksum(file)}
            seen += length
            progress(f"Checking the archive: {seen / 1e6:,.0f} MB")
    if manifest is None:
        raise BackupError(f"{path} has no manifest: it is cut off, or no backup. Nothing was touched.")
    if found != manifest.members:
        wrong = sorted(
            name for name in found.keys() | manifest.members if found.get(name) != manifest.members.get(name)
        )
        raise BackupError(f"{path} is damaged: {', '.join(wrong[:5])} is not what was saved. Nothing was touched.")
    return manifest


def checksum(file):
    """Return the SHA-256 of what is left of an open file."""
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def _sync_directory(path):
    """Have the disk keep the new name, too."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
