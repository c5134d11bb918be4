"""A homepage editor at work: the lead is swapped in a few clicks, and readers have it at once."""

import re
from datetime import timedelta

import pytest

from news.desk.roles import set_up_role
from portal import clock
from tests.browser.clicks import CLICKS, clicks, count_clicks
from tests.browser.test_publishing import PASSWORD, forget_what_wagtail_said, sign_in
from tests.builders import home_page, make_article, make_section, make_user, publish, stream

pytestmark = pytest.mark.browser


@pytest.fixture
def front():
    """A front with a lead and a row, four stories on it and one on none, and a homepage editor."""
    film, now = make_section("Film"), clock.now()
    names = ("Unplaced", "Lead", "Second", "Third", "Fourth")
    stories = [
        make_article(name, section=film, published_at=now - timedelta(hours=n)) for n, name in enumerate(names, 1)
    ]
    keys = [{"story": story.pk} for story in stories[1:]]
    page = home_page()
    page.front = stream(
        [
            ("lead_package", {"picks": keys[:2], "size": 1, "latest": 0, "fill": False}),
            ("headlines", {"heading": "Row", "picks": keys[2:], "size": 4, "fill": False}),
        ]
    )
    publish(page)
    make_user("editor", password=PASSWORD, groups=[set_up_role("homepage editor", [])])


def board(page):
    """Return the headlines on the board, band by band."""
    places = page.locator("[data-fronts-place]").all()
    return [place.locator(".fronts-card__head").all_inner_texts() for place in places]


def test_a_homepage_editor_swaps_the_lead_in_four_clicks_at_most(browser_page, front):
    page = browser_page
    sign_in(page)
    forget_what_wagtail_said(page)
    count_clicks(page)
    page.goto("/admin/")
    page.get_by_role("link", name="Fronts").click()
    page.get_by_role("button", name="Lead: Unplaced").click()
    page.get_by_text("“Unplaced” is number 1 here now.").first.wait_for()
    page.get_by_role("button", name="Launch").click()
    page.get_by_text(re.compile("is launched")).first.wait_for()
    assert clicks(page) == CLICKS["Swap the lead of a front"]
    page.goto("/")
    assert page.locator("main h2").first.inner_text() == "Unplaced"


def test_stories_are_moved_by_keyboard_and_by_hand_and_every_step_is_undone(browser_page, front):
    page = browser_page
    sign_in(page)
    forget_what_wagtail_said(page)
    page.goto("/admin/fronts/")
    page.get_by_role("button", name="Down: Lead").focus()
    page.keyboard.press("Enter")
    page.get_by_text("“Lead” is number 2 here now.").first.wait_for()
    assert board(page) == [["Second", "Lead"], ["Third", "Fourth"]]
    assert page.evaluate("document.activeElement.closest('[data-fronts-story]').innerText").startswith("Lead")

    row = page.locator("[data-fronts-place]").nth(1).locator("[data-fronts-story]")
    page.locator(".fronts-stories [data-fronts-story]").first.drag_to(row.first, target_position={"x": 150, "y": 5})
    page.get_by_text("“Unplaced” is number 1 here now.").first.wait_for()
    assert board(page) == [["Second", "Lead"], ["Unplaced", "Third", "Fourth"]]

    page.get_by_role("button", name="Undo").click()
    page.locator(".fronts-stories").get_by_text("Unplaced", exact=True).wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator("[data-fronts-place] .fronts-card__head").first.get_by_text("Lead", exact=True).wait_for()
    assert board(page) == [["Lead", "Second"], ["Third", "Fourth"]]

    page.get_by_role("searchbox", name="Find a story").fill("unplaced")
    page.keyboard.press("Enter")
    page.locator(".fronts-stories ul").nth(1).wait_for()
    assert page.get_by_role("searchbox", name="Find a story").input_value() == "unplaced"
    assert page.evaluate("document.activeElement.name") == "q"
