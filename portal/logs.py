"""How a log line looks when a machine reads it (``LOG_FORMAT=json``)."""

import json
import logging
from datetime import UTC, datetime

EXTRAS = ("status_code", "request_id")


class JsonFormatter(logging.Formatter):
    """Writes one JSON object a line, an exception's traceback included."""

    def format(self, record):
        """Return the record as JSON; what cannot be serialised is written as text."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update({name: getattr(record, name) for name in EXTRAS if hasattr(record, name)})
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
