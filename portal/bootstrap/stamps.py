"""What is done, remembered: each step leaves a stamp that says for which state of things it was done."""

import contextlib
import hashlib
import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


class Stamps:
    """Small files in one directory, written whole or not at all."""

    def __init__(self, directory):
        self.directory = Path(directory)

    def read(self, name):
        """Return the stamp's value, or an empty string."""
        try:
            return (self.directory / name).read_text()
        except OSError:
            return ""

    def set(self, name, value):
        """Leave the stamp: the step is done for this value."""
        self.directory.mkdir(parents=True, exist_ok=True)
        write_whole(self.directory / name, value)

    def drop(self, name):
        """Take the stamp away before the step begins again."""
        with contextlib.suppress(FileNotFoundError):
            (self.directory / name).unlink()


def write_whole(path, text):
    """Write a file for its owner alone, so that nobody ever finds half of it, whatever goes wrong meanwhile."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    handle = os.open(str(draft), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(str(draft), str(path))


def kept_secret(path, size):
    """Return the secret in a file, made at random the first time."""
    try:
        kept = path.read_text().strip()
    except FileNotFoundError:
        kept = ""
    if not kept:
        kept = secrets.token_urlsafe(size)
        write_whole(path, kept + "\n")
    return kept


def fingerprint(paths, *more):
    """Return a hash over the names and contents of files in the checkout, and over any further text."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    total.update("\0".join(more).encode())
    return total.hexdigest()
