"""The publication's identity, its preview, and the strip above every page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Site

from news.models import BreakingNews
from portal import clock
from portal.site_settings import Publication
from tests.builders import make_article, make_section, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    publication = Publication.for_site(Site.objects.get(is_default_site=True))
    publication.name = "The Harbour Bell"
    publication.save()
    return publication


def form_data(publication, **changes):
    streams = ("navigation", "menu_links", "footer_columns", "footer_links", "profiles")
    empty = {f"{name}-count": "0" for name in streams}
    return {"name": publication.name, "colour": "velour", "old_after_months": "12", **empty, **changes}


def test_the_name_stands_on_every_page(client, publication):
    section = make_section("Film")
    for address in ("/", section.url, "/search/", "/no-such-page/"):
        assert "The Harbour Bell" in client.get(address).content.decode()


def test_the_preview_shows_what_is_not_saved_yet(client, publication):
    client.force_login(make_user("admin", superuser=True))
    address = reverse("wagtailsettings:preview_on_edit", args=("portal", "publication", publication.site_id))
    answer = client.post(address, form_data(publication, name="The Night Ferry", colour="harbour"))
    assert answer.json()["is_valid"], answer.json()
    page = client.get(address).content.decode()
    assert "The Night Ferry" in page
    assert 'data-desk="harbour"' in page
    assert "The Harbour Bell" in client.get("/").content.decode()


@pytest.mark.parametrize("outline", ['M0 0"/><script>', "M0 0 url(x)", "javascript:alert(1)"])
def test_a_wordmark_is_an_outline_and_nothing_else(client, publication, outline):
    client.force_login(make_user("admin", superuser=True))
    address = reverse("wagtailsettings:edit", args=("portal", "publication", publication.site_id))
    client.post(address, form_data(publication, wordmark_path=outline, wordmark_view_box="0 0 10 10"))
    publication.refresh_from_db()
    assert publication.wordmark_path == ""


def test_a_strip_stands_above_every_page_while_it_runs(client, publication):
    story = make_article("Bell found", section=make_section())
    now = clock.now()
    BreakingNews.objects.create(text="The bell is found", page=story, ends_at=now + timedelta(hours=1))
    page = client.get("/search/").content.decode()
    assert "The bell is found" in page
    assert f'href="{story.url}"' in page


@pytest.mark.parametrize(("start", "end"), [(1, 2), (-2, -1)])
def test_a_strip_is_absent_before_and_after_its_time(client, publication, start, end):
    now = clock.now()
    BreakingNews.objects.create(
        text="Not now", starts_at=now + timedelta(hours=start), ends_at=now + timedelta(hours=end)
    )
    assert "Not now" not in client.get("/").content.decode()


def test_a_strip_costs_no_query(client, publication, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get("/search/")
    with CaptureQueriesContext(connection) as without:
        client.get("/search/")
    BreakingNews.objects.create(text="The bell is found", ends_at=clock.now() + timedelta(hours=1))
    with django_assert_num_queries(len(without)):
        client.get("/search/")


def test_a_strip_to_a_story_that_is_gone_leads_nowhere(client, publication):
    story = make_article("Bell found", section=make_section())
    address = story.url
    BreakingNews.objects.create(text="The bell is found", page=story, ends_at=clock.now() + timedelta(hours=1))
    story.unpublish()
    page = client.get("/search/").content.decode()
    assert "The bell is found" in page
    assert address not in page


def test_an_end_before_the_start_is_refused():
    from django.core.exceptions import ValidationError

    now = clock.now()
    with pytest.raises(ValidationError, match="end has to come after"):
        BreakingNews(text="x", starts_at=now, ends_at=now - timedelta(minutes=1)).full_clean()
