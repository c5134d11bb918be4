"""The demo as machines read it that others have written: they find every page, and trip over nothing."""

import re
import urllib.error
import urllib.request
from html import unescape
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from protego import Protego
from usp.tree import sitemap_tree_for_homepage

from tests.news.syndication import test_schemas

pytestmark = pytest.mark.xdist_group("demo-site")

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
FEED = re.compile(r'<link rel="alternate" type="application/(?:rss\+xml|atom\+xml|feed\+json)" href="([^"]*)"')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
ROBOTS = re.compile(r'<meta name="robots" content="([^"]*)"')


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for an answer."""

    def redirect_request(self, *args, **kwargs):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def ask(url, method="GET", **headers):
    """Return (status, headers, text) of one request."""
    request = urllib.request.Request(url, method=method, headers={n.replace("_", "-"): v for n, v in headers.items()})
    try:
        with OPENER.open(request, timeout=60) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


class Page:
    """One page of the demo."""

    def __init__(self, url):
        self.url = url
        self.status, headers, body = ask(url)
        self.html = body.decode() if headers.get_content_type() == "text/html" else ""
        self.links = {urljoin(url, unescape(link)).partition("#")[0] for link in LINK.findall(self.html)}
        self.feeds = {unescape(link) for link in FEED.findall(self.html)}

    @property
    def is_indexable(self):
        """Whether search engines shall list this very address."""
        canonical, robots = CANONICAL.search(self.html), ROBOTS.search(self.html)
        may = self.status == 200 and robots is not None and "noindex" not in robots[1]
        return may and canonical is not None and unescape(canonical[1]) == self.url


@pytest.fixture(scope="module")
def listed(demo_site):
    """The pages that the sitemaps name, read by themselves: by address."""
    tree = sitemap_tree_for_homepage(demo_site.url, use_known_paths=False, normalize_homepage_url=False)
    return {url: Page(url) for url in sorted({page.url for page in tree.all_pages()})}


@pytest.fixture(scope="module")
def feeds(listed):
    """The addresses of the feeds that the pages name."""
    return sorted({urljoin(page.url, feed) for page in listed.values() for feed in page.feeds})


@pytest.fixture(scope="module")
def sitemaps(demo_site):
    """The addresses of all sitemaps."""
    _status, _headers, body = ask(f"{demo_site.url}/sitemap.xml")
    return [f"{demo_site.url}/sitemap.xml", *re.findall("<loc>([^<]*)</loc>", body.decode())]


def test_every_page_in_the_sitemaps_may_be_listed(listed):
    assert len(listed) > 100
    assert [url for url, page in listed.items() if not page.is_indexable] == []


def test_every_page_that_may_be_listed_stands_in_the_sitemaps(listed, demo_site):
    host = urlsplit(demo_site.url).netloc
    linked = {link for page in listed.values() for link in page.links if urlsplit(link).netloc == host}
    missing = sorted(link for link in linked - listed.keys() if not urlsplit(link).query)
    assert [link for link in missing if Page(link).is_indexable] == []


def test_every_sitemap_of_the_demo_holds_to_its_schema(sitemaps):
    assert len(sitemaps) >= 6
    for url in sitemaps:
        assert test_schemas.faults(ask(url)[2]) == [], url


def test_no_feed_trips_a_feed_reader(feeds):
    assert len(feeds) > 100
    for url in feeds:
        status, _headers, body = ask(url)
        assert status == 200, url
        if not url.endswith("/json/"):
            parsed = feedparser.parse(body)
            assert not parsed.bozo, (url, parsed.get("bozo_exception"))
            assert parsed.feed.title, url
            assert all(entry.id and entry.link and entry.title and entry.published_parsed for entry in parsed.entries)


def test_what_must_be_crawled_may_be(demo_site, listed, feeds, sitemaps):
    robots = Protego.parse(ask(f"{demo_site.url}/robots.txt")[2].decode())
    assert set(robots.sitemaps) == {f"{demo_site.url}/sitemap.xml", f"{demo_site.url}/sitemap-news.xml"}
    front = listed[f"{demo_site.url}/"].html
    files = {urljoin(demo_site.url, path) for path in re.findall(r'"(/(?:static|media|_cut)/[^" ]*)', front)}
    assert len(files) > 10
    for url in [*listed, *feeds, *sitemaps, *files, f"{demo_site.url}/search/?q=bell"]:
        assert robots.can_fetch(url, "Googlebot"), url
    assert not robots.can_fetch(f"{demo_site.url}/admin/", "Googlebot")


def test_feeds_and_sitemaps_answer_head_and_tell_who_asks_again_that_nothing_is_new(demo_site, feeds, sitemaps):
    some_feeds = feeds[:: max(1, len(feeds) // 12)]
    for url in [*sitemaps, *some_feeds, f"{demo_site.url}/robots.txt", f"{demo_site.url}/opensearch.xml"]:
        status, headers, body = ask(url, "HEAD", Accept_Encoding="gzip")
        assert (status, body) == (200, b""), url
        assert ask(url, Accept_Encoding="gzip", If_None_Match=headers["ETag"])[0] == 304, url
        if int(headers["Content-Length"]) > 1000:
            assert headers["Content-Encoding"] == "gzip", url
