"""The standards beside the editor: a finding leads to its field, and the list follows the saved draft."""

import re

import pytest
from playwright.sync_api import expect

from news.desk.roles import set_up_role
from news.models import ArticlePage
from tests.browser.test_publishing import PASSWORD, forget_what_wagtail_said, sign_in
from tests.builders import home_page, make_article, make_section, make_user

pytestmark = pytest.mark.browser


def test_a_finding_leads_to_its_field_on_another_tab_and_goes_when_it_is_mended(browser_page):
    page, film = browser_page, make_section("Film")
    make_user("editor", password=PASSWORD, groups=[set_up_role("section editor", [home_page()])])
    story = make_article("A railway", section=film, live=False, origin="sponsored", kind="advertorial")
    story.save_revision()
    sign_in(page)
    page.goto(f"/admin/pages/{story.pk}/edit/")
    page.get_by_role("button", name="Toggle checks").click()
    panel = page.locator("[data-standards]")
    finding = panel.locator(".finding", has_text="does not say by whom")
    finding.get_by_role("link", name="Show the field").click()
    sponsor = page.locator("[name=sponsor]")
    expect(sponsor).to_be_focused()
    sponsor.fill("Orlo Harbour Railway")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text(re.compile("has been updated")).first.wait_for()
    assert ArticlePage.objects.get().get_latest_revision_as_object().sponsor
    # The panel was open and is so again, by itself.
    panel.get_by_text("Nothing keeps it back.").wait_for()
    forget_what_wagtail_said(page)
