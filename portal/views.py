"""Small files at fixed addresses: what machines ask a site before they ask for its pages."""

from calendar import monthrange
from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal import clock
from portal.crawlers import CrawlerSettings
from portal.page_cache.tags import tag
from portal.routing import find_site
from portal.site_settings import Publication

SITEMAPS = ("/sitemap.xml", "/sitemap-news.xml")
PLAIN = "text/plain; charset=utf-8"
SECURITY_TXT = "/.well-known/security.txt"
MONTHS_OF_SECURITY_TXT = 6


def _asked(request):
    """Return the site that was asked for and what it tells machines. Raises Http404 where there is no site."""
    site = find_site(request)
    if site is None:
        raise Http404
    tag("crawlers")
    return site, CrawlerSettings.objects.filter(site=site).first() or CrawlerSettings(site=site)


def _text(lines):
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)


@require_safe
def robots(request):
    """Return robots.txt: what the publication allows, and where its sitemaps are."""
    site, told = _asked(request)
    lines = []
    for agents, rules in told.robot_groups():
        lines += [*(f"User-agent: {agent}" for agent in agents), *rules, ""]
    return _text([*lines, *(f"Sitemap: {site.root_url}{path}" for path in SITEMAPS)])


@require_safe
def security_txt(request):
    """Return security.txt (RFC 9116), or 404 where nobody is named whom to tell."""
    site, told = _asked(request)
    contact = told.security_address(Publication.for_request(request).contact_email)
    if not contact:
        raise Http404
    lines = [f"Contact: {contact}", f"Expires: {_expiry(clock.now()):%Y-%m-%dT%H:%M:%SZ}"]
    lines.append(f"Preferred-Languages: {(get_language() or settings.LANGUAGE_CODE).partition('-')[0]}")
    lines.append(f"Canonical: {site.root_url}{SECURITY_TXT}")
    if told.security_policy:
        lines.append(f"Policy: {told.security_policy}")
    return _text(lines)


def _expiry(moment):
    """Return the end of the month half a year on: the file stays the same for a month at a time."""
    months = moment.astimezone(UTC).month - 1 + MONTHS_OF_SECURITY_TXT
    year, month = moment.year + months // 12, months % 12 + 1
    return datetime(year, month, monthrange(year, month)[1], 23, 59, 59, tzinfo=UTC)


@require_safe
def security_txt_at_the_root(request):
    """Send those who look where the file stood before the standard to where it stands."""
    return HttpResponsePermanentRedirect(SECURITY_TXT)


@require_safe
def ads_txt(request):
    """Return ads.txt, or 404 where the publication has none."""
    _site, told = _asked(request)
    return _lines_or_404(told.ads_txt)


@require_safe
def llms_txt(request):
    """Return llms.txt, or 404 where the publication has none."""
    _site, told = _asked(request)
    return _lines_or_404(told.llms_txt)


def _lines_or_404(text):
    if not text.strip():
        raise Http404
    return _text(text.strip().splitlines())


@require_safe
def indexnow_key(request, key):
    """Return the key that proves to search engines that news of our pages come from us; 404 for any other."""
    if key != settings.INDEXNOW_KEY:
        raise Http404
    return HttpResponse(key, content_type=PLAIN)


@require_safe
def opensearch(request):
    """Return the description with which a browser adds our search to its own."""
    site = find_site(request)
    if site is None:
        raise Http404
    context = {"site": site, "publication": Publication.for_request(request)}
    return render(request, "portal/opensearch.xml", context, content_type="application/opensearchdescription+xml")
