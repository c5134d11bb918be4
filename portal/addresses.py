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
    roots = getattr(request, "_wagtail_cached_site_root_paths", None)
    if not roots or len(roots) > 1 or getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return Page.get_url(page, request)
    root = roots[0].root_path
    if not page.url_path.startswith(root):
        return None
    return _reversed(page.url_path[len(root) :], get_script_prefix())
