"""What may be wrong with an export, in sentences for the person who brings it.

``exit_code`` is what a command ends with: see docs/moving-in.md.
"""

from django.core.exceptions import ValidationError


def reason_of(error):
    """Return what an exception says, in one line for the report: those of validation say it to people already."""
    said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    return said or type(error).__name__


class IntakeError(Exception):
    """An import cannot go on. The message says why and what helps."""

    exit_code = 1


class Refused(IntakeError):
    """The file is nothing that may be read: no export that is known here, or one made to do harm."""

    exit_code = 3


class Malformed(IntakeError):
    """The file is an export, but damaged.

    ``path`` names the file, ``line`` (from 1) and ``column`` (from 0, as XML
    parsers count) where it stops being whole, ``done`` in a sentence what was
    read until then.
    """

    exit_code = 4

    def __init__(self, reason, *, path="", line=0, column=0, done="", cure=""):
        self.reason, self.path, self.line, self.column, self.done = reason, str(path), line, column, done
        place = f"line {line}, column {column}: " if line else ""
        said = f"{self.path}: {place}{reason}." if path else f"{place}{reason}."
        super().__init__(" ".join(filter(None, (said, done, cure))))
