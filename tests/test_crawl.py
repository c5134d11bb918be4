"""The demo as crawlers and readers' clients find it: every link, every page, and four clients that others wrote."""

import http.client
import json
import re
import warnings
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import extruct
import pytest
import trafilatura
from bs4 import BeautifulSoup

from tests.machines import GRAPH

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that it would like a library for languages, which nothing here needs
    import newspaper

pytestmark = pytest.mark.xdist_group("demo-site")

STORIES = 20
# Search results are not for crawlers, files are no pages, and what lies behind a sign-in is nobody's here.
NOT_CRAWLED = ("/search/", "/documents/", "/media/", "/static/", "/_cut/", "/admin/")


@dataclass
class Page:
    """What a crawler keeps of one address."""

    address: str
    status: int
    headers: dict
    html: str = ""
    links: set = field(default_factory=set)

    def read(self, host):
        """Find out what the page says of itself, and where it leads to on this host."""
        self.soup = BeautifulSoup(self.html, "lxml")
        for link in self.soup.find_all("a", href=True):
            parts = urlsplit(urljoin(f"http://{host}{self.address}", link["href"]))
            if parts.netloc == host and parts.scheme == "http":
                self.links.add(f"{parts.path}?{parts.query}" if parts.query else parts.path)

    @property
    def canonical(self):
        link = self.soup.find("link", rel="canonical")
        return link["href"] if link else ""

    @property
    def indexable(self):
        return "noindex" not in self.soup.find("meta", attrs={"name": "robots"})["content"]

    @property
    def title(self):
        return self.soup.title.string

    @property
    def description(self):
        found = self.soup.find("meta", attrs={"name": "description"})
        return found["content"] if found else ""


class Crawler:
    """One patient visitor, who keeps the line open."""

    def __init__(self, url):
        self.url, self.host = url, urlsplit(url).netloc
        self.line = http.client.HTTPConnection(self.host, timeout=60)

    def ask(self, path, method="GET", **headers):
        """Return status, headers and body of an address."""
        self.line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = self.line.getresponse()
        return answer.status, dict(answer.headers), answer.read()

    def crawl(self, start="/"):
        """Return every page that links lead to, by address."""
        found, waiting = {}, [start]
        while waiting:
            address = waiting.pop()
            if address in found or address.startswith(NOT_CRAWLED):
                continue
            status, headers, body = self.ask(address)
            page = found[address] = Page(address, status, headers)
            if status == 200 and headers["Content-Type"].startswith("text/html"):
                page.html = body.decode()
                page.read(self.host)
                waiting += sorted(page.links - found.keys())
        return found

    def sitemap(self, path="/sitemap.xml"):
        """Return the addresses of the sitemap, those of the files that an index names included."""
        status, _headers, body = self.ask(path)
        assert status == 200, path
        root = ElementTree.fromstring(body)
        places = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
        if not root.tag.endswith("sitemapindex"):
            return set(places)
        return set().union(*(self.sitemap(urlsplit(place).path) for place in places))


@pytest.fixture(scope="module")
def crawler(demo_site):
    return Crawler(demo_site.url)


@pytest.fixture(scope="module")
def pages(crawler):
    """Every page of the demo that a link leads to."""
    return crawler.crawl()


@pytest.fixture(scope="module")
def listed(pages):
    """The pages that search engines may list."""
    return {address: page for address, page in pages.items() if page.html and page.indexable}


def test_no_link_is_broken_and_none_leads_to_a_redirect(pages):
    wrong = {address: page.status for address, page in pages.items() if page.status != 200}
    where = {address: [page.address for page in pages.values() if address in page.links][:3] for address in wrong}
    assert wrong == {}, where


def test_links_lead_to_every_page_of_the_sitemap(crawler, pages):
    wanted = {urlsplit(address).path for address in crawler.sitemap()}
    assert wanted - pages.keys() == set()
    assert len(wanted) > 100


def test_every_page_of_the_sitemap_is_canonical_to_itself_and_may_be_listed(crawler, listed):
    wrong = [
        address
        for address in crawler.sitemap()
        if getattr(listed.get(urlsplit(address).path), "canonical", "") != address
    ]
    assert wrong == []


def test_every_page_that_may_be_listed_is_canonical_to_itself(crawler, listed):
    wrong = {address: page.canonical for address, page in listed.items() if page.canonical != crawler.url + address}
    assert wrong == {}


def test_no_two_pages_have_the_same_title_or_description_and_none_is_without(listed):
    for said in ("title", "description"):
        counted = Counter(getattr(page, said) for page in listed.values())
        assert [words for words, number in counted.items() if number > 1 or not words] == [], said


def test_every_page_answers_to_its_own_etag_and_to_head(crawler, pages):
    wrong = []
    for address, page in pages.items():
        if not page.html:
            continue
        status, headers, body = crawler.ask(address, "HEAD")
        if headers.get("Cache-Control") == "no-store":  # a form, which nobody keeps
            continue
        again, _headers, nothing = crawler.ask(address, If_None_Match=headers.get("ETag", ""))
        if (status, body, again, nothing) != (200, b"", 304, b""):
            wrong.append((address, status, again))
    assert wrong == []


@pytest.mark.parametrize(
    ("asked", "target"),
    [("/Entertainment/Film", "/entertainment/film/"), ("//entertainment//film/", "/entertainment/film/")],
)
def test_an_untidy_address_is_one_redirect_past_the_page_cache_too(crawler, asked, target):
    status, headers, _body = crawler.ask(asked)
    assert (status, headers["Location"]) == (301, target)


@pytest.mark.parametrize("path", ["/nothing/", "/?p=99", "/entertainment/?page=999", "/archive/1999/01/"])
def test_what_is_not_there_is_not_found(crawler, path):
    assert crawler.ask(path)[0] == 404


# --- Clients that others wrote ------------------------------------------------------


@dataclass
class Story:
    """One story as the page tells it: its node in the graph, and the paragraphs that people read."""

    page: Page
    node: dict
    paragraphs: list

    @property
    def authors(self):
        return [author["name"] for author in self.node["author"]]

    def unread(self, text):
        """Return the paragraphs that are not in a text, space aside."""
        said = [paragraph.get_text() for paragraph in self.paragraphs]
        return [paragraph for paragraph in said if squeezed(paragraph) not in squeezed(text)]


def squeezed(text):
    return re.sub(r"\s+", "", text)


def stories_of(pages):
    """Return the stories among the pages that are longer than a note; paid ones are shared under another title."""
    found = []
    for page in sorted(pages.values(), key=lambda page: page.address):
        node = next((node for node in json.loads(GRAPH.search(page.html)[1])["@graph"] if is_story(node)), None)
        paragraphs = page.soup.select(".story-body > .prose > p")
        if node and len(paragraphs) >= 3:
            found.append(Story(page, node, paragraphs))
    return found


def is_story(node):
    return node["@type"].endswith("NewsArticle")


def spread(found):
    """Return twenty of the stories, from all over the demo."""
    assert len(found) >= STORIES
    return found[:: len(found) // STORIES][:STORIES]


@pytest.fixture(scope="module")
def stories(listed):
    """Every story of the demo that search engines may list."""
    return stories_of(listed)


def test_extruct_reads_the_graph_that_the_page_says(crawler, listed):
    for address, page in listed.items():
        read = extruct.extract(page.html, base_url=crawler.url + address, syntaxes=["json-ld"])["json-ld"]
        assert read == [json.loads(block) for block in GRAPH.findall(page.html)], address


def test_trafilatura_recovers_title_authors_date_and_every_paragraph(crawler, stories):
    for story in spread(stories):
        read = trafilatura.bare_extraction(story.page.html, url=crawler.url + story.page.address, with_metadata=True)
        assert read.title == story.node["headline"]
        assert read.author.split("; ") == story.authors
        assert read.date == story.node["datePublished"][:10]
        assert story.unread(read.text) == [], story.page.address


def test_newspaper_recovers_title_authors_date_and_every_paragraph(crawler, stories):
    # It takes a last paragraph with a link or a title of a work in it for the foot of the page, whatever the page.
    plain = [story for story in stories if not story.paragraphs[-1].find(True)]
    for story in spread(plain):
        read = newspaper.Article(crawler.url + story.page.address)
        read.download(input_html=story.page.html)
        read.parse()
        assert read.title == story.node["headline"]
        assert read.authors == story.authors
        assert read.publish_date.isoformat() == story.node["datePublished"]
        assert story.unread(read.text) == [], story.page.address


def test_what_stands_around_a_story_is_not_taken_for_it(crawler, stories):
    for story in spread(stories):
        text = trafilatura.extract(story.page.html, url=crawler.url + story.page.address)
        around = [part.get_text() for part in story.page.soup.select("body > header, footer, .related h2")]
        assert [words for words in around if squeezed(words) and squeezed(words) in squeezed(text)] == []
