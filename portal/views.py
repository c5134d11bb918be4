"""Small files at fixed addresses."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site


@require_safe
def robots(request):
    """Return robots.txt: everything public may be crawled, and the sitemap is named absolutely."""
    site = Site.find_for_request(request)
    base = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    lines = ["User-agent: *", "Disallow: /admin/", "Allow: /", "", f"Sitemap: {base}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
