"""Cards: rendered once for all the pages they stand on, and never out of date."""

from datetime import timedelta

import pytest
from django.template import Context, Template

from news.cards import _kept
from news.models import ArticlePage, Author
from news.querysets import CARD_FIELDS, stories
from portal import clock
from tests.builders import make_article, make_author, make_correction, make_image, make_section

pytestmark = pytest.mark.django_db

CARD = Template('{% include "components/story_card.html" with picture="card" dek=True %}')


def card(rf, **context):
    return CARD.render(Context({"story": stories().for_cards().get(), "request": rf.get("/"), **context}))


@pytest.fixture
def story():
    return make_article("A bell rings", authors=[make_author("Ines Farrow")], lead_image=make_image(size=(60, 40)))


def test_the_same_card_is_rendered_once(story, rf):
    first, before = card(rf), _kept.cache_info().misses
    assert card(rf) == first
    assert _kept.cache_info().misses == before


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"title": "Two bells ring"}, ">Two bells ring</a>"),
        ({"standfirst": "Nobody counted."}, "Nobody counted."),
        ({"kicker": "Bells"}, ">Bells<"),
        ({"origin": "sponsored", "sponsor": "Bell & Co"}, "Paid for by Bell &amp; Co"),
        ({"live_state": "live"}, "tag-live"),
        ({"url_path": "/front/rung/"}, 'href="/rung/"'),
    ],
)
def test_a_changed_story_has_another_card(story, rf, change, shown):
    assert shown not in card(rf)
    ArticlePage.objects.filter(pk=story.pk).update(**change)
    assert shown in card(rf)


def test_a_renamed_author_and_section_are_renamed_on_the_card(rf):
    film, author = make_section("Film"), make_author("Ines Farrow")
    make_article(section=film, authors=[author], kicker="")
    assert "Ines Farrow" in card(rf) and ">Film<" in card(rf)
    Author.objects.filter(pk=author.pk).update(name="Zadie Quill")
    film.title = "Cinema"
    film.save()
    assert "Zadie Quill" in card(rf) and ">Cinema<" in card(rf)


def test_a_card_looks_as_its_place_asks(story, rf):
    assert "<h2" in card(rf, level=2) and "<h3" in card(rf)
    assert ">Elsewhere</a>" in card(rf, own_headline="Elsewhere")
    assert "Ines Farrow" not in card(rf, byline=False)


def test_a_severe_correction_leaves_the_card_after_two_days(story, rf, monkeypatch):
    make_correction(story, "Three bells ring.", severe=True)
    assert "corrected-tag" in card(rf)
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "corrected-tag" not in card(rf)


def test_hostile_words_are_escaped_on_a_card_that_stood_there_before(rf):
    make_article("<b>bold</b>", standfirst="<script>x</script>")
    for _ in range(2):
        assert "<b>bold" not in card(rf) and "<script>" not in card(rf)


def test_a_story_that_was_read_whole_has_a_card_too(story, rf):
    whole = ArticlePage.objects.get(pk=story.pk)
    whole.card_contributions = []
    shown = CARD.render(Context({"story": whole, "request": rf.get("/")}))
    assert ">A bell rings</a>" in shown


def test_what_cards_read_is_there(story):
    listed = stories().for_cards().get()
    assert not listed.get_deferred_fields() & {ArticlePage._meta.get_field(name).attname for name in CARD_FIELDS}
