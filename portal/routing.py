"""From an address to its page in three queries, however deep the page lies.

Stock routing asks for the site, then twice for every level of the tree, and
the settings of the site once more. Here one query finds the site with its
publication, one the page, and one what the page's type adds.
"""

from functools import cache
from itertools import accumulate

from django.db.models import Q
from django.http import Http404
from django.http.request import split_domain_port
from wagtail import views
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from portal.navigation import LINK_FIELDS, linked_page_ids
from portal.pages import BasePage
from portal.prepared import Prepared
from portal.site_settings import Publication

TREE = "wagtail_serve"
"""The name of the pattern behind which the page tree stands; Wagtail makes addresses by it."""
NOWHERE = "nowhere"
"""The name of the pattern that catches what no other one does."""


def find_site(request, **along):
    """Return the site that answers the request, or None, and remember it and its publication on the request.

    Chooses as `Site.find_for_request` does: host and port, then the default
    site of that host, then the only site of that host, then the default site.
    ``along`` are annotations: what belongs to no page, and so comes with the
    one row that is always there. A site that was found before has none of them.
    """
    if not hasattr(request, "_wagtail_site"):
        host = split_domain_port(request._get_raw_host())[0]
        sites = list(_sites.build().annotate(**along)) if along else _sites()
        site = _matching(sites, host, int(request.get_port()))
        request._wagtail_site = site
        request._wagtail_cached_site_root_paths = _root_paths(sites)
        # A site that nobody has set up yet has no publication: `Publication.for_request` makes one.
        if hasattr(site, "publication"):
            site.publication._request = request
            setattr(request, Publication.get_cache_attr_name(), site.publication)
    return request._wagtail_site


@Prepared
def _sites():
    return Site.objects.select_related("root_page__locale", "publication__share_image", "publication__logo")


def _matching(sites, host, port):
    named = [site for site in sites if site.hostname == host]
    exact = next((site for site in named if site.port == port), None)
    default = next((site for site in sites if site.is_default_site), None)
    if exact or default in named:
        return exact or default
    return named[0] if len(named) == 1 else default


def _root_paths(sites):
    """Return what addresses of pages are made from: `Site.get_site_root_paths` for sites that are at hand."""
    paths = [
        SiteRootPath(site.pk, site.root_page.url_path, site.root_url, site.root_page.locale.language_code)
        for site in sites
    ]
    return sorted(paths, key=lambda root: root.root_path, reverse=True)


def find_route(request, path):
    """Return what `Page.route` says of the path, or None where no page answers.

    Asks the deepest existing page first: it alone decides about the rest of
    the path, as the routes of an author index do. Below a page that is not
    published nothing is found, for nothing there is public.
    """
    site = find_site(request)
    if site is None:
        return None
    root = site.root_page.localized
    slugs = [slug for slug in path.split("/") if slug]
    try:
        page = _deepest(request, root, slugs) if slugs else root
        return _specific(page).route(request, slugs[page.depth - root.depth :])
    except Http404:
        return None


def _deepest(request, root, slugs):
    """Return the deepest page on the way that the slugs name. Raises Http404 where one above it is not published.

    The pages above it and those of the navigation come along, and are
    remembered on the request for whatever stands around the page.
    """
    paths = list(accumulate(slugs, lambda above, slug: f"{above}{slug}/", initial=root.url_path))[1:]
    linked = linked_page_ids(Publication.for_request(request))
    pages = [root, *_pages_around(slugs, paths, linked, root.pk)]
    request._portal_pages = pages
    way = sorted((page for page in pages if page.url_path in paths), key=lambda page: page.depth)
    if not all(page.live for page in way[:-1]):
        raise Http404
    return way[-1] if way else root


@Prepared
def _pages_around(slugs, paths, linked, root):
    # The slug is what the database has an index on.
    on_the_way = Q(slug__in=slugs, url_path__in=paths)
    return Page.objects.filter(on_the_way | Q(pk__in=linked)).exclude(pk=root).only(*LINK_FIELDS).order_by("path")


def _specific(page):
    """Return the page as its own type, with what serving it needs."""
    model = page.specific_class
    if model is None or not issubclass(model, BasePage):
        return page.specific
    found = _served(model)(page.pk)
    if not found:
        raise Http404
    return found[0]


@cache
def _served(model):
    return Prepared(lambda key: model.to_serve().filter(pk=key))


def serve(request, path):
    """Serve the page at the path as Wagtail does, once it has been found in fewer queries."""
    if not hasattr(request, "_wagtail_route_for_request"):
        request._wagtail_route_for_request = find_route(request, path)
    return views.serve(request, path)
