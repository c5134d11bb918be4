"""What an editor sees of a story before readers do: its cards, and what others will be told."""

import json
from uuid import uuid4

import pytest

from news.blocks import BODY_BLOCKS
from news.standards import gate
from portal.site_settings import Publication
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_image,
    make_live_blog,
    make_section,
    restrict,
)

pytestmark = pytest.mark.django_db


def preview(page, mode):
    response = page.make_preview_request(None, mode)
    assert response.status_code == 200
    response.render()
    return response.content.decode()


def test_the_cards_show_the_draft_with_byline_and_picture():
    picture = make_image(size=(600, 400))
    draft = make_article(
        "Not out", authors=[make_author("Ines Farrow")], lead_image=picture, standfirst="Soon.", live=False
    )
    draft.title = "Not saved either"
    html = preview(draft, "cards")
    assert html.count("Not saved either") >= 4 and "Not out" not in html
    assert "Ines Farrow" in html and "Soon." in html and "<picture" in html


def test_the_preview_of_a_profile_says_whether_the_profile_is_published_and_not_the_list_of_all():
    unpublished, published = "Preview: not published yet.", "Preview: what is published may differ."
    assert published in preview(make_author("Ines Farrow"), "")
    make_author_index()
    assert unpublished in preview(make_author("Not Out", live=False), "")


def test_the_preview_of_the_settings_does_not_call_them_unpublished():
    assert "Preview: what is published may differ." in preview(Publication(), "")


def test_the_search_result_follows_the_fields_for_it():
    draft = make_article(
        "The headline",
        seo_title="For engines",
        search_description="Two sentences.",
        social_title="For friends",
        live=False,
    )
    html = preview(draft, "elsewhere")
    body = html[html.index("<main") :]
    assert "For engines" in body and "Two sentences." in body and "For friends" in body
    assert "film" in body


@pytest.mark.parametrize("make", [make_article, make_live_blog])
def test_paper_is_the_page_with_the_rules_for_print_in_force(make):
    html = preview(make("On paper", live=False, section=make_section("Film")), "paper")
    assert "<article" in html and "On paper" in html
    assert "news/preview-paper" in html and "preview-paper" not in preview(make("On a screen", live=False), "")


@pytest.mark.parametrize("mode", ["cards", "elsewhere", "paper", "nonsense", ""])
def test_live_blogs_have_the_same_modes(mode):
    assert "Lantern Awards, live" in preview(make_live_blog(live=False, section=make_section("Film")), mode)


@pytest.mark.parametrize("value", ["as they begin", "with nothing filled in"])
def test_a_review_that_has_just_been_begun_is_previewed_with_every_kind_of_block_still_empty(value):
    def emptied(part):
        if isinstance(part, dict):
            return {name: emptied(inner) for name, inner in part.items()}
        return [] if isinstance(part, list) else None

    begun = {name: block.get_prep_value(block.get_default()) for name, block in BODY_BLOCKS.child_blocks.items()}
    raw = begun if value == "as they begin" else {name: emptied(part) for name, part in begun.items()}
    draft = make_article("Begun", kind="review", live=False)
    draft.body = json.dumps([{"type": name, "value": part, "id": str(uuid4())} for name, part in raw.items()])
    draft.save()
    for mode in ("", "cards", "elsewhere"):
        assert "Begun" in preview(draft, mode)
    assert gate.findings(draft)


def test_a_story_behind_a_password_is_previewed_too():
    section = make_section("Film")
    restrict(section)
    assert "Members" in preview(make_article("Members", section=section), "elsewhere")
