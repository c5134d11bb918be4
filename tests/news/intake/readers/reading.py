"""How the tests of readers read: text in, records out."""

from news.intake.readers import ReaderOptions, open_export
from news.intake.record import StoryRecord


def export_of(tmp_path, content, name="export", **options):
    """Write content to a file, open it as an export and return that."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_export([path], options=ReaderOptions(**options))


def records_of(tmp_path, content, kind=object, **options):
    """Return the records of one kind that an export holds."""
    return [record for record in export_of(tmp_path, content, **options).records() if isinstance(record, kind)]


def story_of(tmp_path, content, **options):
    """Return the one story that an export holds."""
    (story,) = records_of(tmp_path, content, StoryRecord, **options)
    return story
