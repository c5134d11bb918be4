"""Without script everything is reachable, and without styles it stands in an order that makes sense."""

import pytest

from tests.demo_site import EVERY_PAGE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo-site")]

STORY = EVERY_PAGE["story"]
# The names of the parts of a page in the order of the document.
PARTS = """() => [...document.querySelectorAll('body > *, main h1, main .prose, main aside, main [aria-label="More"]')]
    .map((part) => part.matches('h1, .prose, aside') && part.closest('main')
        ? 'main ' + (part.matches('.prose') ? 'text' : part.localName)
        : part.id || part.className.split(' ')[0] || part.localName)"""


@pytest.fixture
def read(visit):
    """Open a page with JavaScript off."""
    return lambda path="/", **device: visit(path, java_script_enabled=False, **device)


# --- Without script --------------------------------------------------------------


def test_the_menu_opens_and_leads_on(read):
    page = read()
    page.get_by_role("button", name="Menu", exact=True).click()
    menu = page.locator("#site-menu")
    menu.wait_for(state="visible")
    menu.get_by_role("link", name="Film").click()
    page.wait_for_url("**/entertainment/film/")


def test_the_navigation_bar_leads_to_every_section(read):
    page = read(width=1440)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Health").click()
    page.wait_for_url("**/health/")
    assert page.get_by_role("heading", level=1).inner_text() == "Health"


def test_the_menu_searches(read):
    page = read()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#site-menu").get_by_role("searchbox", name="Search").fill("bell")
    page.locator("#site-menu").get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=bell*")
    assert page.get_by_role("main").get_by_role("article").count() > 0


def test_the_list_of_a_section_goes_on(read):
    page = read("/entertainment/")
    page.locator("a[rel=next]").first.click()
    page.wait_for_url("**/entertainment/?page=2*")
    assert page.get_by_role("main").get_by_role("article").count() > 0


def test_a_video_is_a_link_to_where_it_is_shown(read):
    video = read(STORY).locator("a[data-embed]").first
    assert video.is_visible()
    assert video.get_attribute("href").startswith("https://")


def test_questions_open(read):
    question = read(STORY).locator(".faq details:not([open]) + details summary").first
    question.click()
    answer = question.locator("xpath=following-sibling::*").first
    assert answer.evaluate("(answer) => answer.checkVisibility()")
    question.click()
    assert not answer.evaluate("(answer) => answer.checkVisibility()")


def test_every_picture_further_down_is_there(read):
    page = read(STORY)
    last = page.locator("main img").last
    last.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert last.evaluate("(image) => image.complete && image.naturalWidth") > 0


@pytest.mark.parametrize("name", ["front", "story", "live-blog", "search"])
def test_no_control_is_shown_that_does_nothing(read, name):
    page = read(EVERY_PAGE[name], width=1440)
    shown = page.locator("button:visible")
    dead = "(buttons) => buttons.filter((b) => !b.form && !b.popoverTargetElement).map((b) => b.outerHTML)"
    assert shown.evaluate_all(dead) == []


# --- Without styles ----------------------------------------------------------------


@pytest.fixture
def unstyled(visit):
    """Open a page whose stylesheet does not come."""

    def opened(path):
        page = visit("about:blank")
        page.route("**/*.css", lambda route: route.abort())
        page.goto(path)
        assert page.evaluate("document.styleSheets.length && getComputedStyle(document.body).marginTop") != "0px"
        return page

    return opened


@pytest.mark.parametrize("name", ["front", "section", "story", "live-blog", "search", "contact", "not-found"])
def test_a_page_begins_with_its_head_and_ends_with_its_foot(unstyled, name):
    parts = unstyled(EVERY_PAGE[name]).evaluate(PARTS)
    outer = [part for part in parts if part in ("skip", "header", "section-nav", "main", "site-footer")]
    assert outer == ["skip", "header", "section-nav", "main", "site-footer"]


@pytest.mark.parametrize("name", ["story", "health-story", "review", "live-blog"])
def test_a_story_reads_headline_text_and_then_the_rest(unstyled, name):
    parts = unstyled(EVERY_PAGE[name]).evaluate(PARTS)
    inner = [part for part in parts if part.startswith("main ")]
    assert inner[0] == "main h1"
    assert "main text" in inner
    asides = [place for place, part in enumerate(inner) if part == "main aside"]
    assert not asides or asides[-1] == len(inner) - 1
    assert inner.index("main text") < asides[-1]


def test_drawings_stay_as_small_as_the_words_beside_them(unstyled):
    for name in ("review", "health-story"):
        drawn = unstyled(EVERY_PAGE[name]).locator("svg:not(.wordmark svg):visible")
        assert max(drawn.evaluate_all("(all) => all.map((svg) => svg.getBoundingClientRect().height)")) <= 24


def test_nothing_that_is_closed_lies_open_without_styles(unstyled):
    page = unstyled(STORY)
    assert not page.locator("#site-menu").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("path", ["/feed/", "/feed/atom/"])
def test_a_feed_opens_as_a_page_with_links_to_its_stories(read, path):
    page = read(path)
    shown = (
        "() => [...document.querySelectorAll('*')].filter(part => part.localName === 'open' && part.checkVisibility())"
    )
    assert len(page.evaluate(shown)) > 10
    assert page.evaluate("() => getComputedStyle(document.documentElement).display") == "block"
