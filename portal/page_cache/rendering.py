"""Asking Django for a page as everybody would, and taking its whole answer in."""

from io import BytesIO

from portal.page_cache.entry import COMPRESSORS, best_encoding, is_worth_compressing

SLOT = "portal.page_cache.slot"
PERSONAL = frozenset({"HTTP_COOKIE", "HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE",
                      "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_RANGE", "HTTP_RANGE", "HTTP_ACCEPT_ENCODING"})  # fmt: skip


class Slot:
    """What the middleware tells about the answer: for how many seconds it may be kept; 0 is not at all."""

    __slots__ = ("max_age",)

    def __init__(self):
        self.max_age = 0


class Rendered:
    """One answer of Django, taken in whole."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def failed(self):
        """Whether the server could not answer."""
        return self.status.startswith("5")

    def compressed_for(self, accepted):
        """Return the answer as small as the reader can take it. Only for answers that hold no secret of anybody."""
        encoding = best_encoding(accepted)
        kind = next((value for name, value in self.headers if name.lower() == "content-type"), "")
        if not encoding or not is_worth_compressing(kind, self.body):
            return self
        body = COMPRESSORS[encoding](self.body)
        headers = [(name, value) for name, value in self.headers if name.lower() != "content-length"]
        described = [("Content-Length", str(len(body))), ("Content-Encoding", encoding), ("Vary", "Accept-Encoding")]
        return Rendered(self.status, headers + described, body)


def clean_environ(environ, key, slot):
    """Return the request as it is for everybody: no cookies, no conditions, only the parameters of the key."""
    clean = {name: value for name, value in environ.items() if name not in PERSONAL}
    clean["REQUEST_METHOD"] = "GET"
    if "HTTP_HOST" in clean:  # in the letters of the key
        clean["HTTP_HOST"] = clean["HTTP_HOST"].lower()
    clean["QUERY_STRING"] = key.query
    clean["wsgi.input"] = BytesIO()
    clean["CONTENT_LENGTH"] = "0"
    clean[SLOT] = slot
    return clean


def run(app, environ):
    """Call a WSGI application and take its whole answer in."""
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer["status"], answer["headers"] = status, headers
        return lambda data: None

    iterable = app(environ, start_response)
    try:
        body = b"".join(iterable)
    finally:
        close = getattr(iterable, "close", None)
        if close:
            close()
    return Rendered(answer["status"], answer["headers"], body)


def pass_on(rendered, environ, start_response):
    """Send an answer of Django as it is."""
    start_response(rendered.status, rendered.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [rendered.body]
