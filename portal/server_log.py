"""gunicorn's logger, whose lines hold no secrets and cannot be forged."""

from urllib.parse import quote, unquote_to_bytes

from gunicorn.glogging import Logger

from portal.logs import redacted

READABLE = "/:@*,;=+$&!()"
"""What stands in a path as it is."""


class ServerLogger(Logger):
    """Hides in the lines of gunicorn what is hidden in all others: links that open something are addresses, too."""

    def setup(self, cfg):
        """Set the logs up as gunicorn does, with the filter before whatever writes them."""
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            log.addFilter(_without_secrets)

    def atoms(self, resp, req, environ, request_time):
        """Return what a line is made of; the path in the one spelling in which secrets are known and no line breaks."""
        path = quote(unquote_to_bytes(environ["RAW_URI"].partition("?")[0].encode("latin-1")), safe=READABLE)
        return {**super().atoms(resp, req, environ, request_time), "U": path}


def _without_secrets(record):
    record.msg, record.args = redacted(_message_of(record)), ()
    return True


def _message_of(record):
    """Return what a record says, or where its values do not fit, both as they are: no request ends over a line."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, LookupError):
        return f"{record.msg} {record.args}"
