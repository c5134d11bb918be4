"""Old addresses lead on: one permanent redirect each, straight to what stands here now."""

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect

from news.intake.writing.old_addresses import redirect_paths

LONGEST_LINK = Redirect._meta.get_field("redirect_link").max_length


class RedirectWriter:
    """Collects redirects and writes them with the batch that they belong to. Who came first keeps an address."""

    def __init__(self, run, site, summary, index):
        self.index = index
        self.run = run
        self.site = site
        self.summary = summary
        self._root = site.root_page.url_path if site else "/"
        self._collected = {}

    def add(self, urls, page=None, *, route="", link="", key=""):
        """Lead old addresses to a page, to a route below a page, or to any ``link``."""
        if page is None and len(link) > LONGEST_LINK:
            self.summary.note("redirect_too_long", link, key=key)
            return
        own = Redirect.normalise_path(self.path_of(page) + route.strip("/")) if page is not None else None
        for path in redirect_paths(urls, self.run.base_urls):
            if path not in (own, link):
                self._collected.setdefault(path, (page, route, link, key))

    def flush(self):
        """Write what was collected and is not there yet, and count it."""
        collected, self._collected = self._collected, {}
        on_site = Q(site=self.site) | Q(site=None)
        there, planned = {}, 0
        paths = list(collected)
        for start in range(0, len(paths), 500):
            rows = Redirect.objects.filter(on_site, old_path__in=paths[start : start + 500])
            for redirect in rows.select_related("redirect_page"):
                there[redirect.old_path] = redirect.redirect_page and redirect.redirect_page.url_path
        made = []
        for path, (page, route, link, key) in collected.items():
            if path not in there and self.run.dry_run and self.index.owner_of_redirect(path) is not None:
                there[path] = self.index.owner_of_redirect(path)
            if path not in there and self.run.dry_run:
                self.index.plan_redirect(path, page.url_path if page is not None else "")
                planned += 1
            elif path not in there:
                made.append(self._redirect(path, page, route, link))
            elif page is not None and there[path] != page.url_path:
                self.summary.note("redirect_taken", path, key=key)
        Redirect.objects.bulk_create(made, batch_size=500)
        self.summary.redirects += len(made) + planned

    def forget(self):
        """Forget what was collected: the batch has failed."""
        self._collected = {}

    def _redirect(self, path, page, route, link):
        return Redirect(
            old_path=path,
            site=self.site,
            is_permanent=True,
            redirect_page=page,
            redirect_page_route_path=Redirect.normalise_page_route_path(route) if route else "",
            redirect_link="" if page else link,
            automatically_created=True,
        )

    def path_of(self, page):
        """Return the path of a page on the site, "" for one that is not written."""
        return f"/{page.url_path.removeprefix(self._root)}" if page.url_path else ""
