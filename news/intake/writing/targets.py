"""What stands here for an address of the old site: a page, or whatever a redirect leads to."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from news.intake.writing.index import State
from news.intake.writing.ledger import STAND_IN, Kind, Outcome
from news.intake.writing.old_addresses import name_of, redirect_paths
from portal.redirects import ADDITION
from portal.visibility import open_to_all, published

REMEMBERED = 20_000
STORIES = (Kind.POST, Kind.PAGE)


@dataclass(frozen=True)
class Target:
    """Where an old address leads: the key of a page and its path, which is "" while the page is not published.

    Without either, the old address itself answers, by a redirect. ``is_closed``: it asks for an account.
    ``site`` is the address of the page's site.
    """

    page: int = 0
    path: str = ""
    is_closed: bool = False
    site: str = ""


class Targets:
    """Finds targets, in the database or, in a dry run, in what the export will become."""

    def __init__(self, run, index, holdings, front, site):
        self.run, self.index, self.holdings, self.site = run, index, holdings, site
        self.front = front
        self.fronts = {name_of(base) for base in run.base_urls}
        self._of_page = lru_cache(REMEMBERED)(self._read_page)
        self.heading_ids = lru_cache(REMEMBERED)(self._heading_ids)

    def find(self, url, *, needs_path=False):
        """Return the Target of an old address, or None where it leads nowhere. Without a path, one may be left out."""
        if name_of(url) in self.fronts:
            return self._of_page(self.front.pk)
        found = self.index.at_address(url)
        key = self.holdings.page(url)
        if key is None:
            return self._by_redirect(url)
        kind, old_key = found
        if self.run.dry_run:
            state = self.index.state(old_key) if kind in STORIES else State.OPEN
            path = "" if state == State.UNPUBLISHED else "/"
            return Target(STAND_IN, path, is_closed=state == State.CLOSED)
        if not needs_path and self._is_fresh(kind, old_key):
            return Target(key)
        return self._of_page(key)

    def _is_fresh(self, kind, key):
        """Whether this run has made a story that everybody may read: then nothing has to be asked of it."""
        item = self.holdings.item(kind, key)
        is_new = item.run_id == self.run.pk and item.outcome == Outcome.CREATED
        return kind in STORIES and is_new and self.index.state(key) == State.OPEN

    def _read_page(self, key):
        pages = Page.objects.filter(pk=key)
        page = pages.filter(published()).first()
        if page is None:
            return Target(key)
        address = urlsplit(page.full_url or "")
        site = urlunsplit((address.scheme, address.netloc, "", "", ""))
        return Target(key, address.path, not pages.filter(open_to_all()).exists(), site)

    def _by_redirect(self, url):
        """Return what a redirect leads to, those of this import and all others, as `portal.redirects` looks them up."""
        plain = url.partition("#")[0].partition("?")[0].rstrip("/")
        asked = [url.partition("#")[0], ADDITION.sub("", plain)]
        paths = redirect_paths(asked, self.run.base_urls)
        if self.run.dry_run and any(self.index.owner_of_redirect(path) for path in paths):
            return Target()
        on_site = Q(site=self.site) | Q(site=None)
        rows = Redirect.objects.filter(on_site, old_path__in=paths).select_related("redirect_page")
        row = min(rows, key=lambda row: paths.index(row.old_path), default=None)
        if row is None:
            return None
        if not row.redirect_page_id:
            return Target()
        target = self._of_page(row.redirect_page_id)
        if not row.redirect_page_route_path:
            return target
        return Target(0, urlsplit(row.link or "").path, target.is_closed, target.site)

    def _heading_ids(self, key):
        """Return the ids of the headings in a page's text."""
        page = Page.objects.get(pk=key).specific
        body = getattr(page, "body", None)
        return {block["id"] for block in getattr(body, "raw_data", ()) if block["type"] == "heading"}
