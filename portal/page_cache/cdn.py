"""Telling a CDN or a Varnish in front of the portal what to forget: Wagtail's frontend cache backends, by tag.

Wagtail's own backends purge by address, and what shows a story is many
addresses; they also keep silent about failures. These purge by the tags that
stand on every page (`portal.page_cache.surrogate`), and what fails is raised, so
that the outbox tries again. ``CDN_PURGE`` names them, see `portal.settings.cdn`.
"""

import json
from abc import ABC, abstractmethod
from functools import partial

from django.conf import settings
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.contrib.frontend_cache.utils import get_backends

from portal.outbox.delivery import delivers, put
from portal.page_cache.log import EVERYTHING
from portal.page_cache.surrogate import ALL, MANY
from portal.security.outgoing import fetch

PURPOSE = "purge"
BATCH = 100
# Seconds: readers see old pages meanwhile.
BACKOFF = (2, 5, 10, 30, 60, 300)
KEY_LENGTH = 255


class PurgeFailed(Exception):
    """The other side has not said that it did as it was told."""


class TagBackend(BaseBackend, ABC):
    """A cache that forgets pages by their tags, at most ``at_once`` of them in one call."""

    at_once = 200

    def purge_tags(self, names):
        """Have every page forgotten that carries one of the tags. Raises when that is not certain."""
        for start in range(0, len(names), self.at_once):
            response = self.ask(names[start : start + self.at_once])
            if not response.ok:
                raise PurgeFailed(f"{response.status} {response.body[:200].decode(errors='replace')}")

    @abstractmethod
    def ask(self, names):
        """Send one call and return its `portal.security.outgoing.Response`."""


class Varnish(TagBackend):
    """A Varnish whose VCL hands ``xkey-purge`` to the module xkey; docs/operating.md has the lines for it."""

    def __init__(self, params):
        super().__init__(params)
        self.location = params["LOCATION"]

    def ask(self, names):
        """Send one PURGE; xkey reads the tags from its header."""
        return fetch(self.location, purpose=PURPOSE, method="PURGE", headers={"xkey-purge": " ".join(names)})


class Fastly(TagBackend):
    """A service at Fastly."""

    at_once = 256

    def __init__(self, params):
        super().__init__(params)
        self.location = f"{params.get('LOCATION', 'https://api.fastly.com')}/service/{params['SERVICE']}/purge"
        self.headers = {"Fastly-Key": params["TOKEN"], "Content-Type": "application/json"}

    def ask(self, names):
        """Send one batch of surrogate keys."""
        data = json.dumps({"surrogate_keys": names}).encode()
        return fetch(self.location, purpose=PURPOSE, method="POST", data=data, headers=self.headers)


class Cloudflare(TagBackend):
    """A zone at Cloudflare."""

    at_once = 30

    def __init__(self, params):
        super().__init__(params)
        self.location = (
            f"{params.get('LOCATION', 'https://api.cloudflare.com')}/client/v4/zones/{params['ZONE']}/purge_cache"
        )
        self.headers = {"Authorization": f"Bearer {params['TOKEN']}", "Content-Type": "application/json"}

    def ask(self, names):
        """Send one batch of cache tags."""
        data = json.dumps({"tags": names}).encode()
        return fetch(self.location, purpose=PURPOSE, method="POST", data=data, headers=self.headers)


def purge_further_out(names):
    """Put into the outbox, inside the current transaction, that pages with these tags are to be forgotten."""
    names = sorted(ALL if name == EVERYTHING else name for name in names)
    about = " ".join(names)
    for backend in settings.WAGTAILFRONTENDCACHE:
        put(_kind(backend), {"tags": names}, key=about if len(about) <= KEY_LENGTH else "")


def deliver_purges(backend, entries):
    """Tell one cache all tags of some messages at once."""
    names = {name for entry in entries for name in entry.payload["tags"]}
    # A page with too many tags for its headers carries this one alone for the rest of them.
    names = [ALL] if ALL in names else sorted({*names, MANY})
    get_backends(backends=[backend])[backend].purge_tags(names)


def register():
    """Register who delivers the purges of each configured cache, once the settings are read."""
    for backend in settings.WAGTAILFRONTENDCACHE:
        delivers(_kind(backend), batch=BATCH, backoff=BACKOFF)(partial(deliver_purges, backend))


def _kind(backend):
    return f"purge {backend}"
