"""Bands of a front: rendered once while nothing on them changes, and never out of date."""

from datetime import timedelta

import pytest

from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.compose import compose
from news.fronts.rendering import _kept, render_band
from news.models import ArticlePage, Author, SectionPage
from portal import clock
from portal.models import PortalImage
from tests.builders import make_article, make_author, make_correction, make_image, make_section, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    face = make_image("A face", size=(60, 60))
    return make_article(
        "A bell rings",
        section=make_section("Film"),
        authors=[make_author("Ines Farrow", photo=face)],
        lead_image=make_image("A hall", size=(60, 40)),
        kicker="",
    )


def front(request, kind="headlines", value=None, **parameters):
    """Return the HTML of a front of one band, as the database has it now."""
    bands = compose(FRONT_BLOCKS.to_python(stream([(kind, value or {})]))).bands
    return "".join(render_band(band, request, number=1, **parameters) for band in bands)


def test_the_same_band_is_rendered_once(story, rf):
    first, before = front(rf.get("/")), _kept.cache_info().misses
    assert "A bell rings" in first
    assert front(rf.get("/")) == first
    assert _kept.cache_info().misses == before


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"title": "Two bells ring"}, ">Two bells ring</a>"),
        ({"kicker": "Bells"}, ">Bells<"),
        ({"origin": "sponsored", "sponsor": "Bell & Co"}, "Paid for by Bell &amp; Co"),
        ({"live_state": "live"}, "tag-live"),
        ({"url_path": "/front/rung/"}, 'href="/rung/"'),
    ],
)
def test_a_changed_story_changes_its_band(story, rf, change, shown):
    picked = {"picks": [{"story": story.pk}]}
    assert shown not in front(rf.get("/"), value=picked)
    ArticlePage.objects.filter(pk=story.pk).update(**change)
    assert shown in front(rf.get("/"), value=picked)


def test_a_renamed_section_and_a_renamed_author_are_renamed_on_the_band(story, rf):
    assert ">Film<" in front(rf.get("/")) and "Ines Farrow" in front(rf.get("/"))
    SectionPage.objects.update(title="Cinema")
    Author.objects.update(name="Zadie Quill")
    assert ">Cinema<" in front(rf.get("/")) and "Zadie Quill" in front(rf.get("/"))


def test_a_band_says_its_own_words(story, rf):
    assert "Bells" in front(rf.get("/"), value={"heading": "Bells"})
    assert "Rung" in front(rf.get("/"), value={"heading": "Rung"})
    own = {"picks": [{"story": story.pk, "headline": "Said shorter"}]}
    assert ">Said shorter</a>" in front(rf.get("/"), value=own)


def test_another_picture_and_another_cut_of_it_change_the_band(story, rf):
    before = front(rf.get("/"))
    story.lead_image.get_rendition("fill-800x533|format-webp")
    cut = front(rf.get("/"))
    ArticlePage.objects.update(lead_image=make_image("Another hall", size=(60, 40)))
    assert len({before, cut, front(rf.get("/"))}) == 3


@pytest.mark.parametrize("kind", ["headlines", "opinion_strip"])
def test_a_picture_leaves_the_band_when_we_may_not_show_it_any_more(rf, story, kind, monkeypatch):
    ArticlePage.objects.update(kind="opinion")
    today = clock.now()
    PortalImage.objects.update(rights_expire_on=today.date())
    assert "<img" in front(rf.get("/"), kind)
    monkeypatch.setattr(clock, "now", lambda: today + timedelta(days=1))
    assert "<img" not in front(rf.get("/"), kind)


def test_a_picture_whose_file_is_lost_leaves_the_band(story, rf):
    assert "<img" in front(rf.get("/"))
    story.lead_image.file.storage.delete(story.lead_image.file.name)
    assert "<img" not in front(rf.get("/"))


def test_a_severe_correction_leaves_the_band_after_two_days(story, rf, monkeypatch):
    make_correction(story, "Three bells ring.", severe=True)
    assert "corrected-tag" in front(rf.get("/"))
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "corrected-tag" not in front(rf.get("/"))


def test_the_date_of_a_story_gets_its_year_when_it_is_not_plain_any_more(story, rf, monkeypatch):
    year = f"{story.published_at:%Y}</time>"
    assert year not in front(rf.get("/"))
    later = clock.now() + timedelta(days=301)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert year in front(rf.get("/"))


def test_a_band_looks_as_its_place_asks(story, rf):
    assert 'id="aside-1"' in front(rf.get("/"), template="news/fronts/aside.html")
    assert 'id="band-1"' in front(rf.get("/"))


def test_words_that_look_like_html_are_escaped_on_a_band_that_stood_there_before(rf):
    make_article("<b>bold</b>")
    for _ in range(2):
        assert "<b>bold" not in front(rf.get("/"))
