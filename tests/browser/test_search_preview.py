"""The preview of search result and shared link follows an editor's typing."""

import pytest

from tests.browser.test_publishing import SAID_BY_WAGTAIL, desk, new_story, sign_in  # noqa: F401

pytestmark = pytest.mark.browser


def test_the_preview_follows_the_words_and_counts_them(browser_page, desk):  # noqa: F811
    page = browser_page
    sign_in(page)
    new_story(page, desk)
    shown = {name: page.locator(f'[data-preview="{name}"]') for name in ("title", "description", "social")}

    page.locator("[name=title]").fill("A bell returns to the Fenmoor Regal")
    page.locator("[name=standfirst]").fill("The interval is back.")
    page.get_by_role("tab", name="Search and sharing").click()
    assert shown["title"].text_content().startswith("A bell returns to the Fenmoor Regal")
    assert shown["social"].text_content() == "A bell returns to the Fenmoor Regal"
    assert shown["description"].text_content() == "The interval is back."

    page.locator("[name=seo_title]").fill("Fenmoor Regal brings back the interval")
    page.locator("[name=search_description]").fill("word " * 60)
    page.locator("[name=social_title]").fill("It rings again")
    assert shown["title"].text_content().startswith("Fenmoor Regal brings back the interval")
    assert shown["social"].text_content() == "It rings again"
    assert shown["description"].text_content().endswith("word…")
    counter = page.locator("#id_search_description-count")
    assert counter.text_content().startswith("299 characters, may be cut")
    page.complaints[:] = [said for said in page.complaints if not SAID_BY_WAGTAIL.search(said)]
