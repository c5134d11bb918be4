"""A small newsroom with something of everything that an export has to hold."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from news.models import ArticlePage
from portal import clock
from portal.models import User
from tests.builders import (
    make_article,
    make_author,
    make_correction,
    make_document,
    make_image,
    make_live_blog,
    make_policy,
    make_section,
    make_standard_page,
    make_topic,
    make_update,
    restrict,
    sign_medical_review,
)

DATE = clock.now().replace(microsecond=0) - timedelta(days=400)


def every_text(inner, document, other, section):
    """Return the body of a story with a reference of each kind."""
    link = f'<a linktype="page" id="{other.pk}">the other</a>'
    place = f'<a linktype="page" id="{section.pk}">the section</a>'
    spot = '<a href="/arts/other/#end">its end</a>'
    file = f'<a linktype="document" id="{document.pk}">the file</a>'
    return [
        ("paragraph", f"<p>First words, see {link}, {place} and {file}.</p><p>Second ]]&gt; words.</p>"),
        ("heading", {"text": "What <happened>", "level": "h3"}),
        ("list", {"style": "number", "items": [f"<p>One of {link}</p>", f"<p>Two: {spot}</p>"]}),
        ("figure", {"image": {"image": inner.pk, "decorative": False, "alt_text": "A bell"}, "caption": "Rung"}),
        ("related", {"story": other.pk}),
        ("file", {"title": "Minutes", "file": document.pk, "description": "Of the meeting"}),
        ("callout", {"title": "Help", "text": "<p>Call somebody.</p>"}),
        ("table", {"table": {"caption": "Bells", "columns": [{"type": "text", "heading": "Bell"}],
                             "rows": [{"values": ["Great Tom"]}]}, "source": "Guild"}),
    ]  # fmt: skip


def build_newsroom():
    """Make stories of every state, with people, pictures, corrections and former addresses; return the site."""
    ada, bert = make_author("Ada Lomax", job_title="Editor", public_email="ada@news.example"), make_author("Bert Ney")
    lead, inner = make_image("Lead", size=(60, 40), caption="In the hall"), make_image("Inner", size=(40, 60))
    document = make_document("Minutes", name="minutes.txt", content=b"All agreed.")
    arts = make_section("Arts")
    film = make_section("Film", parent=arts, colour="plum")
    awards = make_topic("Awards", description="Prizes")
    other = make_article("The other", section=arts, slug="other", authors=[bert], published_at=DATE - timedelta(days=3))
    story = make_article(
        "The bell & the film",
        section=film,
        slug="the-bell",
        kicker="Cinema",
        standfirst="It rings.",
        body=every_text(inner, document, other, arts),
        authors=[ada, bert],
        contributions=[(bert, "edited")],
        topics=[awards],
        related=[other],
        sources=[{"kind": "trial", "title": "Bells at sea", "year": 2024, "doi": "10.1/bells"}],
        lead_image=lead,
        lead_alt="A hall",
        kind="feature",
        published_at=DATE,
        updated_at=DATE + timedelta(days=2),
        search_description="All about bells",
    )
    make_correction(story, was_wrong="It was Tuesday.", is_right="It was Wednesday.", severe=True)
    sign_medical_review(story, make_author("Dr Cyd", is_reviewer=True, credentials="MBBS"))
    gone = make_article("Gone", section=film, slug="gone", published_at=DATE)
    ArticlePage.objects.filter(pk=gone.pk).update(
        live=False, is_public=False, retired_at=DATE, retired_reason="It was wrong."
    )
    make_article("Not yet", section=film, slug="not-yet", live=False)
    closed = make_article("For members", section=film, slug="members")
    restrict(closed, "a secret word")
    blog = make_live_blog("The evening", section=arts, slug="evening")
    curtain = make_update(blog, headline="Curtain", body=[("paragraph", "<p>It rises.</p>")])
    make_correction(blog, was_wrong="It fell.", is_right="It rose.", live_update=curtain)
    dates = {"first_published_at": DATE, "last_published_at": DATE}
    about = make_standard_page("About us", slug="about", body=[("paragraph", "<p>Who we are.</p>")], **dates)
    make_policy("ethics", body=[("paragraph", "<p>We promise.</p>")], **dates)
    make_standard_page("Our house", slug="house", parent=about, **dates)
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(old_path="/old-bell", site=site, redirect_page=story)
    Redirect.objects.create(old_path="/shop", site=site, redirect_link="https://shop.example/", is_permanent=False)
    User.objects.create_user("somebody", password="their password")
    return site


@pytest.fixture
def newsroom(db, settings, tmp_path):
    """The newsroom, for tests that change it."""
    settings.MEDIA_ROOT = tmp_path / "storage"
    return build_newsroom()


@pytest.fixture(scope="module")
def exported(django_db_setup, django_db_blocker, tmp_path_factory):
    """The newsroom as a folder (``out``) and as a file for WordPress (``site.xml``), for tests that only read them."""
    place = tmp_path_factory.mktemp("export")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=place / "storage"), transaction.atomic():
        build_newsroom()
        options = {"wxr": str(place / "site.xml"), "media_url": "https://files.example/out/media/"}
        call_command("export_site", str(place / "out"), **options, stdout=StringIO(), stderr=StringIO())
        transaction.set_rollback(True)
    return place
