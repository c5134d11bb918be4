"""JSON Lines of the neutral record: one JSON object a line, with ``record`` naming what it is.

Any system can be brought over by writing such a file, and the portal's own
export is one; docs/moving-in.md describes it. Fields that hold nothing may be
left out. Times are ISO 8601 with a zone.
"""

import json
from dataclasses import MISSING, asdict, fields
from datetime import UTC, datetime

from news.intake.characters import kept_json
from news.intake.errors import Malformed
from news.intake.record import (
    LARGEST,
    YEARS,
    Access,
    AuthorRecord,
    BodyFormat,
    CorrectionRecord,
    FrontRecord,
    MediaRecord,
    RedirectRecord,
    SectionRecord,
    SettingRecord,
    Skipped,
    Source,
    Status,
    StoryRecord,
    TopicRecord,
)

TYPES = {
    "source": Source,
    "author": AuthorRecord,
    "section": SectionRecord,
    "topic": TopicRecord,
    "media": MediaRecord,
    "story": StoryRecord,
    "redirect": RedirectRecord,
    "setting": SettingRecord,
    "front": FrontRecord,
    "skipped": Skipped,
}
NAMES = {record: name for name, record in TYPES.items()}
CHOICES = {
    "kind": ("post", "page"),
    "status": tuple(value for name, value in vars(Status).items() if name.isupper()),
    "access": tuple(value for name, value in vars(Access).items() if name.isupper()),
    "body_format": tuple(value for name, value in vars(BodyFormat).items() if name.isupper()),
}
"""What a field of a story may say, where not everything makes sense."""

KINDS = {str: "text", list: "a list", dict: "an object", int: "a number", bool: "true or false", datetime: "a time"}


def to_json(record):
    """Return the line of a record, without its end. What holds nothing is left out."""
    return json.dumps({"record": NAMES[type(record)], **_told(record)}, ensure_ascii=False, default=_plain)


def from_json(line, *, path="", number=0):
    """Return the record of a line.

    Raises `Malformed`, which names the file and the line, for what is no JSON,
    no record, or has a field that is not known or holds something else.
    """
    try:
        told = kept_json(line)
        if not isinstance(told, dict):
            raise ValueError("a line must be a JSON object")
        name = told.pop("record", None)
        if not isinstance(name, str) or name not in TYPES:
            raise ValueError(f"“record” must be one of {', '.join(TYPES)}, not {name!r}")
        return _made(TYPES[name], told)
    except json.JSONDecodeError as error:
        raise Malformed(f"no JSON ({error.msg})", path=path, line=number, column=error.colno - 1) from error
    except RecursionError as error:
        raise Malformed("values are nested too deep", path=path, line=number) from error
    except ValueError as error:
        raise Malformed(str(error), path=path, line=number) from error


def _told(record):
    """Return the fields of a record that hold something."""
    values = {}
    for field in fields(record):
        value = getattr(record, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if value != default:
            values[field.name] = value
    if values.get("corrections"):
        values["corrections"] = [asdict(correction) for correction in values["corrections"]]
    return values


def _plain(value):
    """Return what JSON has no word for as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    raise TypeError(f"{value!r} cannot be told in JSON")


def _made(record, told):
    """Return a record of these values; raises ValueError with a sentence about the first that does not fit."""
    known = {field.name: field for field in fields(record)}
    if unknown := told.keys() - known:
        raise ValueError(f"{NAMES.get(record, 'correction')} has no “{sorted(unknown)[0]}”")
    for name, field in known.items():
        if name in told:
            told[name] = _fitting(name, told[name], field)
            if record is StoryRecord and name in CHOICES and told[name] not in CHOICES[name]:
                raise ValueError(f"“{name}” must be one of {', '.join(CHOICES[name])}, not {told[name][:60]!r}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{NAMES.get(record, 'correction')} has no “{name}”, which it needs")
    return record(**told)


def _fitting(name, value, field):
    """Return a value as its field holds it."""
    if name == "corrections" and isinstance(value, list):
        return [_made(CorrectionRecord, dict(entry)) for entry in value if _is(dict, entry, name)]
    if field.type in (datetime, datetime | None):
        return None if value is None else _time(name, value)
    wanted = getattr(field.type, "__origin__", field.type)
    _is(wanted, value, name)
    for inner in getattr(field.type, "__args__", ()) if wanted is list else ():
        for entry in value:
            _is(inner, entry, name)
    return value


def _is(wanted, value, name):
    """Return True for a value of the wanted type; raises ValueError otherwise. A truth value is no number."""
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ValueError(f"“{name}” must be {KINDS[wanted]}, not {json.dumps(value, ensure_ascii=False)[:60]}")
    if wanted is int and abs(value) > LARGEST:
        raise ValueError(f"“{name}” must be a number of at most {LARGEST}")
    return True


def _time(name, value):
    """Return the moment that a text names; a time without a zone is refused, since nobody knows which it is."""
    _is(str, value, name)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"“{name}” must be a time such as 2026-03-14T08:00:00Z, not {value[:60]!r}") from None
    if moment.tzinfo is None:
        raise ValueError(f"“{name}” has no time zone: write it as in 2026-03-14T08:00:00Z")
    if moment.year not in YEARS:
        raise ValueError(f"“{name}” must be of a year from {YEARS.start} to {YEARS.stop - 1}, not {value[:60]!r}")
    return moment.astimezone(UTC)
