"""Everybody can use the site: what axe finds, the keyboard, narrow windows, forced colours, still pictures."""

from pathlib import Path

import axe_playwright_python
import pytest
from django.template.loader import render_to_string
from playwright.sync_api import expect

from tests.browser.screenshots import PAGES
from tests.demo_site import EVERY_PAGE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("demo-site")]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": STANDARDS}}
STORY = EVERY_PAGE["story"]
LIVE_BLOG = EVERY_PAGE["live-blog"]
WIDTHS = (390, 1440)

FOCUSABLE = "a[href], button, input, select, textarea, summary, audio[controls], [tabindex='0']"
# Marks what has the focus, and tells whether a reader sees that: a ring on it, or on the card that it stands for.
NOTE_FOCUS = """() => {
    const ringed = (element, part) => {
        const style = getComputedStyle(element, part);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    };
    const element = document.activeElement;
    if (element === document.body) return null;
    element.dataset.reached = '';
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const card = element.closest('.card');
    // The browser draws the ring of its own player inside of it, where no script looks.
    const own = element.matches('audio') || ringed(element) || ringed(element, '::after');
    const seen = own || Boolean(card && ringed(card));
    return {html: element.outerHTML.slice(0, 120), seen: seen && inView};
}"""
NOT_REACHED = """(selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled)
    .filter((element) => element.tabIndex >= 0 && !('reached' in element.dataset))
    .filter((element) => !element.matches('[type=radio]:not(:checked)'))
    .map((element) => element.outerHTML.slice(0, 120))"""
# Text whose colour does not stand out from the one behind it. (axe reads a colour that is not forced.)
ILLEGIBLE = """() => {
    const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => parse(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (parse(colour)[3] !== 0) return colour;
        }
        return getComputedStyle(document.documentElement).backgroundColor;
    };
    const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return [...document.querySelectorAll('body *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((element) => element.checkVisibility({visibilityProperty: true}))
        .filter((element) => getComputedStyle(element).forcedColorAdjust === 'auto')
        .filter((element) => contrast(light(getComputedStyle(element).color), light(behind(element))) < 4.5)
        .map((element) => element.outerHTML.slice(0, 120));
}"""
# Text that would be lost on white paper, since browsers print no backgrounds.
PALE = """() => [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => element.checkVisibility({visibilityProperty: true}))
    .filter((element) => {
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = getComputedStyle(element).color;
        const value = parseInt(canvas.fillStyle.slice(1), 16);
        return ((value >> 16) + (value >> 8 & 255) + (value & 255)) / 3 > 160;
    })
    .map((element) => element.outerHTML.slice(0, 120))"""
OUTLINES = "(elements) => elements.map((element) => getComputedStyle(element).outlineStyle)"
RUNNING = "document.getAnimations().filter((animation) => animation.playState === 'running').length"


def violations(page):
    """Return what axe has against a page as it stands, one line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("(rules) => axe.run(document, {...rules, resultTypes: ['violations']})", RULES)
    return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"]]


def everywhere(page):
    """Return what axe has against a page on a phone and on a wide screen, in the light and in the dark."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} {scheme}: {line}" for line in violations(page)]
    return found


def sideways(page):
    """Return by how many pixels a page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


# --- axe ------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_axe_finds_nothing_on_phones_and_screens_in_either_scheme(visit, name):
    assert everywhere(visit(EVERY_PAGE[name])) == []


@pytest.mark.parametrize("status", [500, 503])
def test_axe_finds_nothing_on_the_pages_of_a_broken_site(visit, status):
    page = visit("about:blank")
    html = render_to_string(f"{status}.html")
    page.route("**/broken/", lambda route: route.fulfill(status=status, body=html, content_type="text/html"))
    page.goto("/broken/")
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", "its stylesheet has come"
    assert everywhere(page) == []


def test_axe_finds_nothing_in_the_open_menu(visit):
    page = visit()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#site-menu:popover-open").wait_for()
    assert everywhere(page) == []


# --- Keyboard --------------------------------------------------------------------


def test_the_first_key_reaches_a_visible_link_to_the_content(visit):
    page = visit(STORY)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    assert skip.evaluate("(link) => link === document.activeElement && link.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_menu_opens_and_closes_by_keyboard(visit):
    page = visit()
    menu, button = page.locator("#site-menu"), page.get_by_role("button", name="Menu", exact=True)
    for key, closes in (("Enter", "Escape"), ("Space", "Escape")):
        button.focus()
        page.keyboard.press(key)
        menu.wait_for(state="visible")
        page.keyboard.press("Tab")
        assert menu.evaluate("(menu) => menu.contains(document.activeElement)")
        page.keyboard.press(closes)
        menu.wait_for(state="hidden")
        assert button.evaluate("(button) => button === document.activeElement")


def test_the_menu_closes_by_its_own_button(visit):
    page = visit()
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.get_by_role("button", name="Close menu").press("Enter")
    page.locator("#site-menu").wait_for(state="hidden")


@pytest.mark.parametrize("name", ["front", "story", "review", "live-blog", "search", "contact"])
def test_the_keyboard_reaches_everything_and_the_focus_is_always_visible(visit, name):
    page = visit(EVERY_PAGE[name], width=1440, reduced_motion="reduce")
    unseen = []
    for _ in range(page.locator(FOCUSABLE).count() + 40):
        page.keyboard.press("Tab")
        focus = page.evaluate(NOTE_FOCUS)
        if not focus:
            break
        if not focus["seen"]:
            unseen.append(focus["html"])
    assert unseen == []
    assert page.evaluate(NOT_REACHED, FOCUSABLE) == []


# --- Windows, colours and motion ---------------------------------------------------


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_nothing_scrolls_sideways_in_a_narrow_window_or_at_twice_the_size(visit, name):
    page = visit(EVERY_PAGE[name], width=320)
    over = {320: sideways(page)}
    page.set_viewport_size({"width": 720, "height": 450})
    assert over | {720: sideways(page)} == {320: 0, 720: 0}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["front", "story", "live-blog"])
def test_forced_colours_leave_everything_legible_and_mark_where_the_reader_is(visit, name, scheme):
    page = visit(EVERY_PAGE[name], forced_colors="active", color_scheme=scheme)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(ILLEGIBLE) == []
    marked = page.locator(".section-nav [aria-current]").evaluate_all(OUTLINES)
    assert set(marked) == {"solid"}


def test_forced_colours_mark_how_results_are_sorted(visit):
    page = visit(EVERY_PAGE["search"], forced_colors="active")
    assert page.locator(".tags [aria-current]").evaluate_all(OUTLINES) == ["solid"]


def test_something_moves_on_a_live_blog_unless_the_reader_wants_it_still(visit):
    assert visit(LIVE_BLOG).evaluate(RUNNING) > 0
    still = visit(LIVE_BLOG, reduced_motion="reduce")
    assert still.evaluate(RUNNING) == 0
    assert still.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


# --- On paper ------------------------------------------------------------------------

PRINTED = (
    """(selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length"""
)
ADDRESS_AFTER = "(link) => getComputedStyle(link, '::after').content"
CONTROLS = ".section-nav, .menu, .masthead-end, .tools, .live-tools, .crumbs, .site-footer li, .facade, .pages"


@pytest.mark.parametrize("name", ["story", "health-story", "review", "live-blog"])
def test_nothing_that_wants_a_click_is_printed(visit, name):
    page = visit(EVERY_PAGE[name], width=800)
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED, CONTROLS) == 0
    assert page.get_by_role("heading", level=1).is_visible()


def test_links_to_other_sites_are_printed_with_their_address(visit):
    page = visit(EVERY_PAGE["health-story"])
    link = page.locator(".sources a[href^=http]").first
    assert link.evaluate(ADDRESS_AFTER) == "none"
    page.emulate_media(media="print")
    assert "http" in link.evaluate(ADDRESS_AFTER)


def test_the_date_of_the_medical_review_is_printed(visit):
    page = visit(EVERY_PAGE["health-story"])
    page.emulate_media(media="print")
    assert page.get_by_text("Last reviewed").is_visible()


def test_a_row_that_scrolls_sideways_is_printed_whole(visit):
    page = visit("/", width=720)
    row = page.locator(".shelf").first
    assert row.evaluate("(row) => row.scrollWidth > row.clientWidth")
    page.emulate_media(media="print")
    assert row.evaluate("(row) => row.scrollWidth <= row.clientWidth")


@pytest.mark.parametrize("name", ["story", "live-blog", "policy"])
def test_a_page_is_printed_in_dark_letters_whatever_the_scheme(visit, name):
    page = visit(EVERY_PAGE[name], color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate(PALE) == []


# --- From right to left --------------------------------------------------------------


@pytest.fixture(scope="module")
def mirrored(demo_site):
    """The same site in a language that is read from right to left."""
    with demo_site.served(LANGUAGE_CODE="ar", PAGE_CACHE="0") as url:
        yield url


@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_right_to_left_is_mirrored_and_does_not_scroll_sideways(visit, mirrored, name):
    page = visit(EVERY_PAGE[name], width=320, base_url=mirrored)
    assert (page.locator("html").get_attribute("lang"), page.locator("html").get_attribute("dir")) == ("ar", "rtl")
    over = {320: sideways(page)}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        over[width] = sideways(page)
    assert set(over.values()) == {0}, over
    menu, tools = (page.locator(place).first.bounding_box() for place in ("[popovertarget]", ".masthead-end"))
    assert menu["x"] > tools["x"]
