"""The sitemap: every page that search engines may list, with the day it last changed in substance."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from news import cache_tags
from news.models import ArticlePage
from news.querysets import stories
from portal.page_cache.tags import tag
from portal.visibility import open_to_all

LIMIT = 50_000
"""The most addresses one file may hold: sitemaps.org, protocol."""


@require_safe
def sitemap(request):
    """Return the sitemap of the site that was asked for, from plain rows and no model instances."""
    tag(cache_tags.STORIES)
    site = Site.find_for_request(request)
    root = site.root_page
    base = site.root_url
    cut = len(root.url_path) - 1
    story_rows = (
        stories()
        .published()
        .descendant_of(root)
        .filter(noindex=False)
        .values_list("url_path", "published_at", "updated_at")[:LIMIT]
    )
    entries = [(f"{base}{path[cut:]}", updated or published) for path, published, updated in story_rows]
    other = Page.objects.descendant_of(root, inclusive=True).filter(open_to_all()).not_type(ArticlePage)
    entries += [
        (f"{base}{path[cut:]}", changed)
        for path, changed in other.values_list("url_path", "last_published_at")[: max(0, LIMIT - len(entries))]
    ]
    xml = render_to_string("news/sitemap.xml", {"entries": entries})
    return HttpResponse(xml, content_type="application/xml; charset=utf-8", headers={"X-Robots-Tag": "noindex"})
