"""One remembered page: everything that goes over the wire, ready to send."""

import gzip
import hashlib
import json
import re
import struct
import time
from dataclasses import dataclass, field, replace

import brotli

BROTLI_QUALITY = 5
# An eighth smaller for twenty times the work: done when nobody waits for it.
PRESSED_QUALITY = 10
PRESSED_FROM = 8_000
GZIP_LEVEL = 6
COMPRESS_FROM = 400
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/rss+xml", "application/atom+xml",
                "application/feed+json", "application/manifest+json", "image/svg+xml")  # fmt: skip
# What a 304 repeats (RFC 9110, 15.4.5), and the tags, by which a CDN files the copy that it goes on using.
REPEATED_HEADERS = {"cache-control", "link", "surrogate-key", "cache-tag"}
OWN_HEADERS = {"content-length", "content-encoding", "etag", "vary", "age", "date", "connection", "last-modified"}
_REFUSED = re.compile(r";\s*q=0(?:\.0*)?\s*$")
# The best first.
COMPRESSORS = {
    "br": lambda body: brotli.compress(body, quality=BROTLI_QUALITY),
    "gzip": lambda body: gzip.compress(body, GZIP_LEVEL, mtime=0),
}


def is_worth_compressing(kind, body):
    """Whether a body of this media type gets smaller by it."""
    return len(body) >= COMPRESS_FROM and kind.startswith(COMPRESSIBLE)


def best_encoding(accepted, offered=tuple(COMPRESSORS)):
    """Return the best of the encodings that a reader accepts and that are offered, or "" for none."""
    if "q=0" in accepted:
        accepted = [named.split(";")[0].strip() for named in accepted.split(",") if not _REFUSED.search(named)]
    return next((encoding for encoding in COMPRESSORS if encoding in offered and encoding in accepted), "")


@dataclass(slots=True)
class Entry:
    """A page and its compressed forms.

    ``started`` is when its rendering began: a purge at or after that moment
    makes it invalid. ``max_age`` is the number of seconds for which it is fresh,
    ``heeded`` what it looks at of a query.
    """

    headers: list
    bodies: dict
    digest: str
    started: float
    max_age: int
    tags: tuple
    last_modified: str = ""
    heeded: tuple = ()
    ready: dict = field(default_factory=dict)
    checked_version: int = -1
    is_valid: bool = True

    @classmethod
    def from_response(cls, headers, body, *, started, max_age, tags, heeded=()):
        """Compress a response and take its validators down."""
        kept = [(name, value) for name, value in headers if name.lower() not in OWN_HEADERS]
        modified = next((value for name, value in headers if name.lower() == "last-modified"), "")
        kind = next((value for name, value in kept if name.lower() == "content-type"), "")
        bodies = {"": body}
        if is_worth_compressing(kind, body):
            bodies |= {encoding: compress(body) for encoding, compress in COMPRESSORS.items()}
        digest = hashlib.blake2b(body, digest_size=12).hexdigest()
        entry = cls(kept, bodies, digest, started, max_age, tuple(sorted(tags)), modified, tuple(sorted(heeded)))
        entry.prepare()
        return entry

    def pressed(self):
        """Return the same page with a smaller compressed body, for the readers to come."""
        if "br" not in self.bodies or len(self.bodies[""]) < PRESSED_FROM:
            return self
        smaller = brotli.compress(self.bodies[""], quality=PRESSED_QUALITY)
        entry = replace(self, bodies={**self.bodies, "br": smaller}, ready={}, checked_version=-1)
        entry.prepare()
        return entry

    def prepare(self):
        """Build the header lists of each form once, so that a hit only sends them."""
        for encoding, body in self.bodies.items():
            etag = f'"{self.digest}-{encoding}"' if encoding else f'"{self.digest}"'
            validators = [("ETag", etag), ("Vary", "Accept-Encoding")]
            if self.last_modified:
                validators.append(("Last-Modified", self.last_modified))
            encoded = [("Content-Encoding", encoding)] if encoding else []
            short = [(n, v) for n, v in self.headers if n.lower() in REPEATED_HEADERS]
            self.ready[encoding] = (
                [*self.headers, *encoded, ("Content-Length", str(len(body))), *validators],
                [*short, *validators],
                etag,
                body,
            )

    def form(self, accepted):
        """Return the best form for what the reader accepts: (headers, headers of a 304, etag, body)."""
        return self.ready[best_encoding(accepted, self.ready)]

    @property
    def size(self):
        """Bytes that the entry holds, more or less."""
        return sum(len(body) for body in self.bodies.values()) + 2000

    def age(self, now=None):
        """Whole seconds since the page was made."""
        return max(0, int((now or time.time()) - self.started))

    def dump(self):
        """Return the entry as bytes, for a store that other processes read."""
        head = json.dumps(
            {
                "headers": self.headers,
                "digest": self.digest,
                "started": self.started,
                "max_age": self.max_age,
                "tags": self.tags,
                "last_modified": self.last_modified,
                "heeded": self.heeded,
                "bodies": [(name, len(body)) for name, body in self.bodies.items()],
            }
        ).encode()
        return b"".join([struct.pack("!I", len(head)), head, *self.bodies.values()])

    @classmethod
    def load(cls, data):
        """Return the entry that ``dump()`` wrote. Raises ValueError for anything else."""
        try:
            (length,) = struct.unpack_from("!I", data)
            head = json.loads(data[4 : 4 + length])
            place = 4 + length
            bodies = {}
            for name, size in head["bodies"]:
                bodies[name] = bytes(data[place : place + size])
                place += size
            if place != len(data):
                raise ValueError("the length is wrong")
            headers = [tuple(pair) for pair in head["headers"]]
            entry = cls(headers, bodies, head["digest"], head["started"], head["max_age"], tuple(head["tags"]),
                        head["last_modified"], tuple(head["heeded"]))  # fmt: skip
        except (struct.error, KeyError, TypeError, UnicodeDecodeError) as error:
            raise ValueError("not a remembered page") from error
        entry.prepare()
        return entry


def reader_has_it(environ, etag, last_modified):
    """Whether the request's own validators match: RFC 9110, 13.2.2."""
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    if wanted is not None:
        return wanted.strip() == "*" or etag in (name.strip().removeprefix("W/") for name in wanted.split(","))
    return bool(last_modified) and environ.get("HTTP_IF_MODIFIED_SINCE") == last_modified
