"""What an archive may hold, and that it is whole or not there."""

import gzip
import io
import tarfile

import pytest

from portal.backups import archive
from portal.backups.errors import BackupError
from portal.backups.manifest import Manifest


def quiet(_line):
    """Show no progress."""


def write(path, **contents):
    """Write a good archive with these members, ``database`` among them."""
    with archive.writing(path, Manifest(vendor="sqlite")) as writer:
        for name, text in contents.items():
            writer.add(name.replace("__", "/"), io.BytesIO(text), len(text))
    return path


def forge(path, *members):
    """Write a tar file with any members: pairs of TarInfo and bytes."""
    with tarfile.open(path, "w:gz") as tar:
        for member, text in members:
            member.size = len(text)
            tar.addfile(member, io.BytesIO(text))
    return path


@pytest.fixture
def good(tmp_path):
    """A good archive."""
    return write(tmp_path / "good.tar.gz", database=b"rows", media__picture=b"light" * 1000)


def test_what_was_written_is_verified(good):
    manifest = archive.verified(good, progress=quiet)
    assert manifest.database == "database"
    assert manifest.media == ["picture"]
    assert manifest.members["media/picture"]["size"] == 5000


def test_only_its_owner_may_read_it(good):
    assert good.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
def test_nothing_is_left_of_an_archive_that_was_interrupted(tmp_path, stop):
    with pytest.raises(stop), archive.writing(tmp_path / "half.tar.gz", Manifest()) as writer:
        writer.add("database", io.BytesIO(b"rows"), 4)
        raise stop
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_was_cut_off_is_refused(good):
    good.write_bytes(good.read_bytes()[:-40])
    with pytest.raises(BackupError, match="damaged"):
        archive.verified(good, progress=quiet)


def test_a_member_that_was_exchanged_is_named(tmp_path, good):
    with gzip.open(good) as packed:
        text = packed.read().replace(b"light", b"night")
    good.write_bytes(gzip.compress(text))
    with pytest.raises(BackupError, match="media/picture is not what was saved"):
        archive.verified(good, progress=quiet)


def test_a_member_that_the_manifest_does_not_name_is_refused(tmp_path):
    manifest = Manifest(members={"database": {"size": 0, "sha256": "x"}}).to_json()
    path = forge(tmp_path / "a.tar.gz", (tarfile.TarInfo("more"), b"x"), (tarfile.TarInfo("manifest.json"), manifest))
    with pytest.raises(BackupError, match="database, more is not what was saved"):
        archive.verified(path, progress=quiet)


def link(name):
    """Return a symbolic link that leads out."""
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return member


@pytest.mark.parametrize(
    "member",
    [
        tarfile.TarInfo("media/../../outside"),
        tarfile.TarInfo("/media/outside"),
        tarfile.TarInfo("media//twice"),
        tarfile.TarInfo("."),
        tarfile.TarInfo("elsewhere/file"),
        tarfile.TarInfo("media\\..\\outside"),
        link("media/link"),
    ],
    ids=lambda member: member.name,
)
def test_names_that_lead_out_and_links_are_refused(tmp_path, member):
    with pytest.raises(BackupError, match="which no backup holds"):
        archive.verified(forge(tmp_path / "bad.tar.gz", (member, b"")), progress=quiet)


@pytest.mark.parametrize("text", [b"", b"no archive at all", gzip.compress(b"no tar")], ids=["empty", "text", "gzip"])
def test_what_is_no_archive_is_refused(tmp_path, text):
    path = tmp_path / "letter.tar.gz"
    path.write_bytes(text)
    with pytest.raises(BackupError):
        archive.verified(path, progress=quiet)


def test_an_archive_without_a_manifest_is_refused(tmp_path):
    path = forge(tmp_path / "short.tar.gz", (tarfile.TarInfo("database"), b"rows"))
    with pytest.raises(BackupError, match="no manifest"):
        archive.verified(path, progress=quiet)


@pytest.mark.parametrize("text", [b"[]", b"{}", b'{"format": 1, "colour": "red"}', b'{"format": 1, "members": {}}'])
def test_a_manifest_that_is_none_is_refused(text):
    with pytest.raises(BackupError, match="cannot be read"):
        Manifest.from_json(text)


def test_a_format_of_the_future_is_refused():
    with pytest.raises(BackupError, match="newer portal"):
        Manifest.from_json(b'{"format": 2}')
