"""How a log line looks, for people and for machines (``LOG_FORMAT=json``), and what never stands in one."""

import json
import logging
import re
from datetime import UTC, datetime

from portal.request_ids import current_request_id

EXTRAS = ("status_code",)
HIDDEN = "[hidden]"

# What opens something for whoever reads it: links for a new password, to a draft or to sign by, signed queries,
# passwords inside addresses.
_SECRETS = (
    re.compile(r"(?<=/password_reset/confirm/)[^/\s]+/[^/\s\"']+"),
    re.compile(r"(/(?:_preview|sign-off)/+)[^/\s\"']+"),
    re.compile(
        r"(?i)(?<=[?&;])((?:[\w.%-]*(?:token|signature|secret|password|credential|api_?key|code|sig))=)[^&;\s\"'<>]+"
    ),
    re.compile(r"(?<=://)([^/\s:@\"']*:)[^/\s@\"']+(?=@)"),
    re.compile(r"(?i)((?:authorization|cookie)[\"']?\s*[:=]\s*[\"']?)[^\"'\r\n,}]+"),
)


def redacted(text):
    """Return a line of a log without the secrets that addresses and headers can hold."""
    for pattern in _SECRETS:
        text = pattern.sub(lambda found: f"{found.group(1) if found.re.groups else ''}{HIDDEN}", text)
    return text


def redacted_event(event, hint):
    """Return an event for a service that collects errors, its request without a query and every text redacted."""
    event.get("request", {}).pop("query_string", None)
    return _redacted_within(event)


def _redacted_within(value):
    if isinstance(value, str):
        return redacted(value)
    if isinstance(value, dict):
        return {name: _redacted_within(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_redacted_within(inner) for inner in value]
    return value


class TextFormatter(logging.Formatter):
    """Writes a line for people, the request's id at its end."""

    def formatMessage(self, record):  # noqa: N802 - the library's name
        """Return the message; what follows a line break in it stands apart from the lines that we begin."""
        record.message = record.message.replace("\r", "\\r").replace("\n", "\n    ")
        return super().formatMessage(record)

    def format(self, record):
        """Return the record as one line, and a traceback below it if there is one."""
        request_id = current_request_id()
        line = redacted(super().format(record))
        if not request_id:
            return line
        first, *rest = line.split("\n", 1)
        return "\n".join([f"{first} [{request_id}]", *rest])


class JsonFormatter(logging.Formatter):
    """Writes one JSON object a line, an exception's traceback included."""

    def format(self, record):
        """Return the record as JSON; what cannot be serialised is written as text."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redacted(record.getMessage()),
        }
        if request_id := current_request_id():
            line["request_id"] = request_id
        line.update({name: getattr(record, name) for name in EXTRAS if hasattr(record, name)})
        if record.exc_info:
            line["exception"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)
