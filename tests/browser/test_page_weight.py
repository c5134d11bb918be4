"""What a first visit on a phone costs: requests and bytes as they came over the wire, compressed."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from tests.conftest import DEMO_TIMEOUT
from tests.demo_site import EVERY_PAGE
from tests.portal.conftest import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo-site")]

PHONE = {"width": 390, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
# Bytes, headers included. A thousand to the kilobyte: the stricter reading.
REQUESTS = 12
BUDGETS = {"Document": 15_000, "Stylesheet": 14_000, "Script": 4_000, "Font": 40_000}
STORY_BUDGET = 85_000
FRONT_BUDGET = 110_000
STORIES = ["story", "health-story", "review", "live-blog", "advertorial", "story-without-picture"]
FRONTS = ["front", "section", "sub-section"]

# The addresses of the pictures that a page shows, or would show to a reader who scrolls.
SHOWN = """() => [...document.images]
    .filter((image) => image.checkVisibility({visibilityProperty: true}) && image.getBoundingClientRect().width > 1)
    .map((image) => image.currentSrc)"""
# A starved browser is silent for a while before it lays the page out and asks for the pictures near the reader.
LAID_OUT = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
# Small pictures that belong to every page: the icons, and the one in the browser's tab.
OWN_PICTURES = ("/static/portal/icons", "/static/portal/img/favicon")


@dataclass
class Visit:
    """What was asked for and what came on one visit with nothing in the browser's cache."""

    shown: list = field(default_factory=list)
    kinds: dict = field(default_factory=dict)
    addresses: dict = field(default_factory=dict)
    sizes: dict = field(default_factory=dict)
    failed: list = field(default_factory=list)

    def on_request(self, event):
        # The pictures of the audio player stand in the browser itself.
        if not event["request"]["url"].startswith("data:"):
            self.addresses.setdefault(event["requestId"], []).append(event["request"]["url"])
            self.kinds[event["requestId"]] = event["type"]

    def on_end(self, event):
        if event["requestId"] in self.addresses:
            self.sizes[event["requestId"]] = event["encodedDataLength"]

    def on_answer(self, event):
        if event["requestId"] in self.addresses and event["response"]["status"] != 200:
            self.failed.append(f"{event['response']['status']}: {event['response']['url']}")

    def on_failure(self, event):
        if event["requestId"] in self.addresses:
            self.sizes[event["requestId"]] = 0
            self.failed.append(f"{event['errorText']}: {self.addresses[event['requestId']][-1]}")

    @property
    def is_over(self):
        """Whether everything that was asked for has come, or failed."""
        return self.sizes.keys() == self.addresses.keys()

    @property
    def requested(self):
        return [address for addresses in self.addresses.values() for address in addresses]

    def by_kind(self):
        weights = Counter()
        for request, size in self.sizes.items():
            weights[self.kinds[request]] += size
        return weights

    def told(self):
        """Return the figures, for whoever has to find out why a budget is not kept."""
        return f"{len(self.requested)} requests, {sum(self.sizes.values())} bytes: {dict(self.by_kind())}"


@pytest.fixture(scope="module")
def first_visit(chromium, demo_site):
    """Offer a function that visits a page of the demo on a phone, once for all tests that ask about it."""
    visits = {}

    def visited(name):
        if name not in visits:
            visits[name] = _visit(chromium, demo_site.url, EVERY_PAGE[name])
        return visits[name]

    return visited


def _visit(chromium, site, path):
    device = {**PHONE, "viewport": {"width": PHONE["width"], "height": 844}}
    del device["width"]
    with chromium.new_context(base_url=site, **device) as context:
        # The pictures of a page are cut when it is first read: this is about the readers after that.
        _read(context.new_page(), path, Visit())
    with chromium.new_context(base_url=site, **device) as context:
        return _read(context.new_page(), path, Visit())


def _read(page, path, visit):
    """Open a page, and note in ``visit`` what that costs until nothing more is asked for."""
    page.set_default_timeout(DEMO_TIMEOUT)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.requestWillBeSent", visit.on_request)
    devtools.on("Network.responseReceived", visit.on_answer)
    devtools.on("Network.loadingFinished", visit.on_end)
    devtools.on("Network.loadingFailed", visit.on_failure)
    page.goto(path, wait_until="networkidle")
    page.evaluate(LAID_OUT)
    wait_for(lambda: page.wait_for_timeout(100) or visit.is_over, f"end of {path}")
    visit.shown = page.evaluate(SHOWN)
    devtools.detach()
    return visit


@pytest.mark.parametrize("name", STORIES)
def test_a_story_keeps_its_budget(first_visit, name):
    visit = first_visit(name)
    assert len(visit.requested) <= REQUESTS, visit.told()
    assert sum(visit.sizes.values()) <= STORY_BUDGET, visit.told()


@pytest.mark.parametrize("name", FRONTS)
def test_a_front_keeps_its_budget(first_visit, name):
    visit = first_visit(name)
    assert sum(visit.sizes.values()) <= FRONT_BUDGET, visit.told()


@pytest.mark.parametrize("name", [*STORIES, *FRONTS])
def test_markup_styles_script_and_font_keep_theirs(first_visit, name):
    visit = first_visit(name)
    weights = visit.by_kind()
    assert all(weights[kind] for kind in BUDGETS), visit.told()
    assert {kind: weights[kind] for kind, budget in BUDGETS.items() if weights[kind] > budget} == {}


@pytest.mark.parametrize("name", [*STORIES, *FRONTS])
def test_nobody_else_is_asked_for_anything(first_visit, demo_site, name):
    own = urlsplit(demo_site.url).netloc
    assert {urlsplit(address).netloc for address in first_visit(name).requested} == {own}


@pytest.mark.parametrize("name", [*STORIES, *FRONTS])
def test_no_picture_is_loaded_that_is_not_shown(first_visit, name):
    visit = first_visit(name)
    assert visit.failed == []
    pictures = {visit.addresses[request][-1] for request, kind in visit.kinds.items() if kind == "Image"}
    assert {p for p in pictures - set(visit.shown) if not urlsplit(p).path.startswith(OWN_PICTURES)} == set()


def test_a_story_loads_its_lead_picture_once(first_visit):
    visit = first_visit("story")
    assert visit.requested.count(visit.shown[0]) == 1
