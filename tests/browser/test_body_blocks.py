"""The editor shows what an import left in a body, and does not offer to make more of it."""

import pytest

from tests.browser.test_publishing import PASSWORD, SAID_BY_WAGTAIL, sign_in
from tests.builders import make_article, make_user

pytestmark = pytest.mark.browser


def test_imported_html_can_be_edited_and_no_new_one_be_begun(browser_page):
    page = browser_page
    make_user("root", password=PASSWORD, superuser=True)
    story = make_article(body=[("imported_html", {"html": "<p>As it was</p>", "original": "<x-y>As it was</x-y>"})])
    story.save_revision()
    sign_in(page, "root")
    page.goto(f"/admin/pages/{story.pk}/edit/")
    assert page.locator("[name=body-0-value-html]").input_value() == "<p>As it was</p>"
    page.locator("#panel-child-content-body-content, [data-contentpath=body]").get_by_title(
        "Insert a block"
    ).last.click()
    page.get_by_role("option", name="Preformatted").wait_for()
    assert page.get_by_role("option", name="Imported HTML").count() == 0
    page.complaints[:] = [said for said in page.complaints if not SAID_BY_WAGTAIL.search(said)]
