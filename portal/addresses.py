"""Where a page stands, worked out without asking anybody.

A page names the address of dozens of others. Stock Wagtail looks for the site
and reverses a URL pattern for each; on an installation with one site the
answer follows from the page's place in the tree.
"""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse
from wagtail.models import Page


@lru_cache(maxsize=20_000)
def _reversed(path, script_prefix):
    return reverse("wagtail_serve", args=(path,))


def address_of(page, request):
    """Return the address of a page as `Page.get_url` does, or None where it lies outside the site."""
    root = _only_root(request)
    return Page.get_url(page, request) if root is None else _below(root, page.url_path)


def address_at(url_path, request):
    """Return the address of a page of which only the place in the tree is known, or None outside the site."""
    root = _only_root(request)
    return Page(url_path=url_path).get_url(request) if root is None else _below(root, url_path)


def _only_root(request):
    """Return the place of the front page, or None where there are several, or nobody has asked for them yet."""
    roots = getattr(request, "_wagtail_cached_site_root_paths", None)
    if not roots or len(roots) > 1 or getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return None
    return roots[0].root_path


def _below(root, url_path):
    return _reversed(url_path[len(root) :], get_script_prefix()) if url_path.startswith(root) else None
