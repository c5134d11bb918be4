"""Journey five: a reporter writes live, colleagues write too, the line breaks, and readers have every word."""

import re

import pytest

from news.desk.roles import set_up_role
from news.models import LiveUpdate
from tests.browser.clicks import CLICKS, clicks, count_clicks
from tests.browser.test_publishing import SAID_BY_WAGTAIL, sign_in
from tests.builders import make_live_blog, make_section, make_update, make_user
from tests.portal.conftest import wait_for

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
BOX = ".live-form [contenteditable=true]"
# The browser's own word on an answer that the composer knows how to take.
SAID_OF_A_LOST_SESSION = re.compile(r"status of 403")


@pytest.fixture
def blog():
    film = make_section("Film")
    make_user("reporter", password=PASSWORD, groups=[set_up_role("reporter", [film])])
    return make_live_blog("Lantern night", section=film)


def texts():
    return set(LiveUpdate.objects.values_list("body_text", flat=True))


def said(page, words):
    page.locator("[data-live-said]", has_text=words).wait_for()


def test_a_reporter_writes_live_and_neither_a_colleague_nor_a_lost_session_costs_a_word(browser_page, blog):
    page = browser_page
    sign_in(page, "reporter")

    # One click from the front of the admin; then no click at all.
    count_clicks(page)
    page.goto("/admin/")
    page.get_by_role("link", name="Lantern night").click()
    page.locator(f"{BOX}:focus").wait_for()
    page.keyboard.type("The first lamp is lit.")
    page.keyboard.press("Control+Enter")
    said(page, "Published.")
    page.locator(".live-entry", has_text="The first lamp is lit.").wait_for()
    assert clicks(page) == CLICKS["Publish an update of live coverage, from the dashboard"]
    assert texts() == {"The first lamp is lit."}

    # What a colleague publishes appears below, and what is being typed stays.
    page.locator(f"{BOX}:focus").wait_for()
    page.keyboard.type("Half a sentence")
    make_update(blog, "From a colleague")
    page.locator(".live-entry--new", has_text="From a colleague").wait_for()
    page.keyboard.type(", and its end.")

    # Signed out meanwhile: the words stay, and go out after another sign-in in another tab.
    page.context.clear_cookies()
    page.keyboard.press("Control+Enter")
    said(page, "You are signed out.")
    assert "Half a sentence, and its end." in page.locator(BOX).inner_text()
    tab = page.context.new_page()
    sign_in(tab, "reporter")
    tab.close()
    page.get_by_role("button", name="Publish update").click()
    said(page, "Published.")
    assert "Half a sentence, and its end." in texts()

    # The browser goes down in the middle of a word: the composer has kept a copy.
    page.locator(f"{BOX}:focus").wait_for()
    page.wait_for_timeout(1200)
    page.keyboard.type("Unfinished")
    kept = "() => Object.values(localStorage).some((copy) => copy.includes('Unfinished'))"
    wait_for(lambda: page.wait_for_timeout(100) or page.evaluate(kept), "copy in the browser")
    page.reload()
    page.get_by_role("button", name="Write on").click()
    page.locator(BOX, has_text="Unfinished").wait_for()
    assert "Unfinished" not in texts()
    page.complaints[:] = [
        line for line in page.complaints if not SAID_BY_WAGTAIL.search(line) and not SAID_OF_A_LOST_SESSION.search(line)
    ]


def test_an_open_page_offers_what_is_new_and_moves_nothing_before(browser_page, blog):
    page = browser_page
    first = make_update(blog, "First lamp")
    page.goto(blog.url)
    place = page.locator(f"#update-{first.pk}").bounding_box()
    make_update(blog, "Second lamp")
    third = make_update(blog, "Third lamp", is_key=True)
    # What a browser says when its reader comes back to the tab: the page looks at once.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    offer = page.get_by_role("link", name="Show new updates (2)")
    offer.wait_for()
    assert page.locator("#status").inner_text() == "Show new updates (2)"
    assert page.locator(f"#update-{first.pk}").bounding_box() == place
    offer.click()
    page.locator(f"#update-{third.pk}").wait_for()
    assert page.locator(".update h3").all_inner_texts() == ["Third lamp", "Second lamp", "First lamp"]
    assert page.locator(".toc").get_by_role("link", name="Third lamp").is_visible()

    # The coverage ends: the page says so, and looks no more.
    type(blog).objects.update(live_state="closed")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_role("link", name="This live coverage has ended").click()
    page.get_by_text("This live coverage has ended.").wait_for()
    assert page.locator("[data-live]").count() == 0


def test_the_short_address_of_an_old_update_leads_to_it(browser_page, blog):
    page = browser_page
    old, *_others = [make_update(blog, f"Lamp {number}") for number in range(22)]
    page.goto(f"{blog.url}#update-{old.pk}")
    page.wait_for_url(f"**?from={old.pk}#update-{old.pk}")
    assert page.locator(f"#update-{old.pk}").is_visible()
