"""Searching with a real browser."""

import pytest

from tests.builders import make_article, make_section

pytestmark = pytest.mark.browser

CHOOSE = "(field, title) => { field.value = title; field.dispatchEvent(new Event('input')); }"


@pytest.fixture
def story():
    return make_article("The foghorn is back", slug="foghorn", section=make_section("Film"))


def test_titles_are_offered_while_a_reader_types_and_lead_to_their_page(browser_page, story):
    browser_page.goto("/search/")
    field = browser_page.get_by_role("main").get_by_label("Search")
    field.press_sequentially("foghorn")
    offered = browser_page.locator("datalist option")
    offered.first.wait_for(state="attached")
    assert offered.first.get_attribute("value") == "The foghorn is back"
    field.evaluate(CHOOSE, "The foghorn is back")
    browser_page.wait_for_url("**/film/foghorn/")


def test_a_search_is_narrowed_by_its_form(browser_page, story):
    make_article("A foghorn for the stage", section=make_section("Music"))
    browser_page.goto("/search/?q=foghorn")
    browser_page.get_by_label("Film").check()
    browser_page.get_by_role("button", name="Apply filters").click()
    browser_page.wait_for_url("**/search/?q=foghorn&section=film*")
    assert browser_page.get_by_role("heading", level=3).all_inner_texts() == ["The foghorn is back"]
    browser_page.get_by_role("link", name="Remove filter: Film").click()
    browser_page.get_by_role("link", name="A foghorn for the stage").wait_for()


def test_search_works_without_javascript(chromium, live_server, django_db_serialized_rollback, story):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search/")
    page.get_by_role("main").get_by_label("Search").fill("foghorn")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name="The foghorn is back").click()
    page.wait_for_url("**/film/foghorn/")
    context.close()
