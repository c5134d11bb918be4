"""A story that is old says so, by whole months, and by years when there are several."""

from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from wagtail.models import Site

from news import story_context
from news.story_context import months_since
from portal import clock
from portal.site_settings import Publication
from tests.builders import make_article

NOW = datetime(2026, 8, 20, 12, tzinfo=UTC)
ELEVEN_MONTHS_AGO = datetime(2025, 9, 20, 12, tzinfo=UTC)
TWELVE_MONTHS_AGO = datetime(2025, 8, 20, 12, tzinfo=UTC)
A_DAY_LESS_THAN_TWELVE_MONTHS_AGO = datetime(2025, 8, 21, 12, tzinfo=UTC)
THIRTY_MONTHS_AGO = datetime(2024, 2, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


def notice(moment, limit=12):
    """Return what a story of that moment says about its age."""
    html = render_to_string("components/age_notice.html", {"months_old": months_since(moment, limit)})
    return " ".join(html.replace('<p class="note">', "").replace("</p>", "").split())


def test_a_story_of_eleven_months_says_nothing():
    assert notice(ELEVEN_MONTHS_AGO) == ""


def test_a_story_of_twelve_months_says_so():
    assert notice(TWELVE_MONTHS_AGO) == "This story is more than 12 months old."


def test_a_month_counts_when_it_is_over():
    assert notice(A_DAY_LESS_THAN_TWELVE_MONTHS_AGO) == ""


def test_a_story_of_thirty_months_counts_years():
    assert notice(THIRTY_MONTHS_AGO) == "This story is more than 2 years old."


def test_one_month_is_named_in_the_singular():
    assert notice(datetime(2026, 7, 15, tzinfo=UTC), limit=1) == "This story is more than 1 month old."


def test_a_limit_of_0_means_never():
    assert notice(THIRTY_MONTHS_AGO, limit=0) == ""


@pytest.mark.django_db
def test_the_notice_stands_above_the_body(client):
    story = make_article(published_at=THIRTY_MONTHS_AGO)
    body = client.get(story.url).content.decode().partition("</head>")[2]
    assert body.index("more than 2 years old") < body.index("A bell rings")


@pytest.mark.django_db
def test_the_limit_is_the_publications_own():
    publication = Publication.for_site(Site.objects.get())
    publication.old_after_months = 36
    publication.save()
    story = make_article(published_at=THIRTY_MONTHS_AGO)
    assert story_context.story_context(story, RequestFactory().get(story.url))["months_old"] == 0
