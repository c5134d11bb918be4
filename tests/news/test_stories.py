"""What a story derives from itself and its place, and what its dates say."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Page

from news.models import ArticlePage, ArticleTopic, Contribution, Correction, Source
from news.models.live_blogs import LiveBlogPage
from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_correction,
    make_live_blog,
    make_section,
    make_topic,
    make_update,
    paragraph,
    publish,
    restrict,
    schedule,
    sign_medical_review,
    stream,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
VERDICT = {
    "summary": "Three hours that earn their interval.",
    "rating": "4.5",
    "scale": 5,
    "works": [],
    "fails": [],
    "title": {"type": "movie", "name": "Salt Hour", "year": 2026, "details": []},
    "disclosure": "none",
    "disclosure_text": "",
    "spoilers": False,
}


def fresh(page):
    return ArticlePage.objects.get(pk=page.pk)


def edit(page, **changes):
    """Change a story in the editor and publish it."""
    page = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    return publish(page)


# --- Section ------------------------------------------------------------------


def test_the_section_of_a_story_is_its_parent():
    film = make_section("Film")
    assert make_article(section=film).section == film


def test_the_section_of_a_story_in_a_sub_section_is_the_sub_section():
    entertainment = make_section("Entertainment")
    film = make_section("Film", parent=entertainment)
    assert make_article(section=film).section == film


def test_a_draft_has_its_section_too():
    film = make_section("Film")
    assert make_article(section=film, live=False).section == film


def test_the_label_is_the_kicker_or_else_the_section():
    film = make_section("Film")
    assert make_article(section=film, kicker="Interview").label == "Interview"
    assert make_article(section=film).label == "Film"


def test_the_desk_follows_the_colour_of_the_section():
    assert make_article(section=make_section("Mind", colour="tonic")).desk == "health"
    assert make_article(section=make_section("Film", colour="velour")).desk == "entertainment"


def test_a_story_is_about_health_by_its_section_or_its_risk_class():
    film, mind = make_section("Film"), make_section("Mind", health=True)
    assert make_article(section=mind).is_health
    assert make_article(section=film, risk_class="B").is_health
    assert not make_article(section=film).is_health


@pytest.mark.parametrize(
    ("fields", "sponsored"),
    [({"origin": "sponsored"}, True), ({"kind": "advertorial"}, True), ({"origin": "partner"}, False), ({}, False)],
)
def test_a_story_is_sponsored_by_origin_or_kind(fields, sponsored):
    assert make_article(**fields).is_sponsored is sponsored


# --- Visibility ---------------------------------------------------------------


def test_a_published_story_is_public():
    assert make_article().is_public


def test_a_draft_is_not_public_and_has_no_date():
    draft = make_article(live=False, published_at=clock.now() - HOUR)
    assert not draft.is_public
    assert draft.published_at is None


def test_a_story_that_goes_live_as_it_is_created_becomes_public_with_its_date():
    section = make_section()
    page = ArticlePage(title="At once", slug="at-once", first_published_at=clock.now() - HOUR, live=True)
    page.contributions = [Contribution(author=make_author())]
    section.add_child(instance=page)
    assert fresh(page).is_public
    assert fresh(page).published_at == page.first_published_at


def test_an_unpublished_story_is_not_public_any_more():
    story = make_article()
    story.unpublish()
    assert not fresh(story).is_public
    assert fresh(story).published_at is None


def test_a_story_that_is_published_again_keeps_its_first_date():
    story = make_article(published_at=clock.now() - 48 * HOUR)
    first = story.published_at
    story.unpublish()
    story = publish(fresh(story))
    assert story.is_public
    assert story.published_at == first


def test_a_scheduled_story_is_not_public_until_its_time_has_come():
    story = schedule(make_article(live=False), clock.now() + HOUR)
    call_command("publish_scheduled")
    assert not fresh(story).is_public


def test_a_scheduled_story_becomes_public_when_its_time_has_come():
    story = schedule(make_article(live=False), clock.now() + HOUR)
    story.revisions.update(approved_go_live_at=clock.now() - timedelta(minutes=1))
    revision = story.latest_revision
    revision.content["go_live_at"] = (clock.now() - timedelta(minutes=1)).isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert fresh(story).is_public
    assert fresh(story).published_at == fresh(story).first_published_at


@pytest.mark.parametrize("make", [make_article, make_live_blog])
def test_an_expired_story_is_not_public_any_more(make):
    story = make(authors=[make_author()], topics=[make_topic()])
    Page.objects.filter(pk=story.pk).update(expire_at=clock.now() - HOUR)
    call_command("publish_scheduled")
    story = fresh(story)
    assert not story.live
    assert not story.is_public
    assert story.published_at is None
    assert not story.contributions.filter(is_public=True).exists()
    assert not story.topic_links.filter(is_public=True).exists()


def test_a_story_behind_a_password_is_not_public():
    section = make_section()
    restrict(section)
    assert not make_article(section=section).is_public


def test_a_story_below_a_section_that_is_not_published_is_not_public():
    assert not make_article(section=make_section(live=False)).is_public


def test_a_story_below_a_sub_section_of_an_unpublished_section_is_not_public():
    film = make_section("Film", parent=make_section("Entertainment", live=False))
    assert not make_article(section=film).is_public


# --- The links that carry date and visibility ---------------------------------


def test_topics_and_bylines_carry_date_and_visibility_of_their_story():
    story = make_article(authors=[make_author()], topics=[make_topic()], published_at=clock.now() - HOUR)
    for link in (story.contributions.get(), story.topic_links.get()):
        assert link.is_public
        assert link.published_at == story.published_at


def test_topics_and_bylines_of_a_draft_say_so():
    story = make_article(authors=[make_author()], topics=[make_topic()], live=False)
    for link in (story.contributions.get(), story.topic_links.get()):
        assert not link.is_public
        assert link.published_at is None


def test_topics_and_bylines_follow_when_a_story_is_unpublished():
    story = make_article(authors=[make_author()], topics=[make_topic()])
    story.unpublish()
    assert not Contribution.objects.filter(is_public=True).exists()
    assert not ArticleTopic.objects.filter(is_public=True).exists()


def test_a_topic_that_is_added_later_carries_the_date_too():
    story = make_article(published_at=clock.now() - HOUR)
    edit(story, topic_links=[ArticleTopic(topic=make_topic())])
    link = ArticleTopic.objects.get()
    assert link.is_public
    assert link.published_at == story.published_at


# --- Text ---------------------------------------------------------------------


def test_the_plain_text_of_the_body_stands_beside_it():
    story = make_article(body=[paragraph("One &amp; <b>two</b>."), ("heading", {"text": "Three", "level": "h2"})])
    assert story.body_text == "One & two.\nThree"


def test_words_and_minutes_are_counted():
    story = make_article(body=[paragraph("word " * 460)])
    assert story.word_count == 460
    assert story.reading_time == 2


def test_a_picture_story_takes_a_minute_at_least():
    story = make_article(body=[("divider", None)])
    assert story.word_count == 0
    assert story.reading_time == 1


def test_the_text_of_a_published_story_stays_as_it_was_while_a_draft_waits():
    story = make_article(body=[paragraph("As published.")])
    draft = story.get_latest_revision_as_object()
    draft.body = stream([paragraph("Not yet.")])
    draft.title = "Not yet"
    draft.save_revision()
    story = fresh(story)
    assert story.body_text == "As published."
    assert story.title == "The interval is back"


def test_a_verdict_stands_in_columns_of_its_own():
    story = make_article(kind="review", body=[paragraph(), ("verdict", VERDICT)])
    assert story.review_title == "Salt Hour"
    assert float(story.review_rating) == 4.5
    assert story.review_scale == 5
    assert story.review_verdict == "Three hours that earn their interval."


def test_a_verdict_that_is_taken_away_leaves_no_rating():
    story = make_article(kind="review", body=[paragraph(), ("verdict", VERDICT)])
    story = edit(story, body=stream([paragraph()]))
    assert story.review_title == ""
    assert story.review_rating is None


def test_a_draft_whose_verdict_is_still_empty_can_be_saved():
    empty = {"summary": "", "rating": None, "scale": None, "works": [], "fails": [], "title": {"name": None}}
    story = make_article(kind="review", body=[("verdict", empty)], live=False)
    assert story.review_title == ""
    assert story.review_rating is None


# --- Dates --------------------------------------------------------------------


def test_the_publication_date_is_the_first_one():
    then = clock.now() - 24 * HOUR
    assert make_article(published_at=then).published_at == then


def test_a_backdated_story_is_not_updated_by_its_own_publication():
    assert make_article(published_at=clock.now() - 24 * HOUR).updated_at is None


def test_a_draft_that_is_rewritten_before_it_is_published_was_never_updated():
    story = edit(make_article(live=False), title="Better", first_published_at=clock.now() - 24 * HOUR)
    assert story.is_public
    assert story.updated_at is None


def test_publishing_without_a_change_is_no_update():
    story = make_article(published_at=clock.now() - 24 * HOUR)
    assert publish(story).updated_at is None


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another headline"},
        {"standfirst": "Another standfirst"},
        {"body": stream([paragraph("Other words.")])},
        {"sources": [Source(kind="trial", title="A trial")]},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_changed_words_or_sources_are_an_update(changes):
    story = make_article(published_at=clock.now() - 24 * HOUR)
    before = clock.now()
    assert edit(story, **changes).updated_at >= before


@pytest.mark.parametrize(
    "changes",
    [
        {"kicker": "Interview"},
        {"lead_caption": "The hall."},
        {"short_title": "Interval"},
        {"seo_title": "Interval"},
        {"kind": "feature"},
        {"slug": "elsewhere"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_labels_and_captions_are_no_update(changes):
    story = make_article(published_at=clock.now() - 24 * HOUR)
    assert edit(story, **changes).updated_at is None


def test_words_that_change_while_a_story_is_off_the_site_are_an_update():
    story = make_article(published_at=clock.now() - 24 * HOUR)
    story.unpublish()
    assert fresh(story).updated_at is None
    assert edit(fresh(story), title="Another headline").updated_at is not None


def test_the_date_of_the_update_outlives_a_publication_without_changes():
    story = edit(make_article(published_at=clock.now() - 24 * HOUR), title="Another headline")
    updated_at = story.updated_at
    assert edit(story, kicker="Interview").updated_at == updated_at


def test_an_older_revision_does_not_bring_its_own_date_of_update_back():
    story = make_article(published_at=clock.now() - 24 * HOUR)
    first = story.latest_revision
    story = edit(story, title="Another headline")
    updated_at = story.updated_at
    first.publish()
    assert fresh(story).title == "The interval is back"
    assert fresh(story).updated_at > updated_at


def test_a_new_publication_date_reaches_the_lists():
    story = make_article(topics=[make_topic()], published_at=clock.now() - HOUR)
    earlier = clock.now() - 72 * HOUR
    story = edit(story, first_published_at=earlier)
    assert story.published_at == earlier
    assert story.topic_links.get().published_at == earlier


def test_readers_are_told_of_no_update_within_the_first_minute():
    now = clock.now()
    story = make_article(published_at=now - HOUR, updated_at=now - HOUR + timedelta(seconds=59))
    assert story.visible_updated_at is None


def test_readers_are_told_of_an_update_after_the_first_minute():
    now = clock.now()
    story = make_article(published_at=now - HOUR, updated_at=now)
    assert story.visible_updated_at == now


# --- Copies -------------------------------------------------------------------


def test_a_copied_draft_is_neither_public_nor_dated():
    story = make_article(published_at=clock.now() - HOUR, updated_at=clock.now(), authors=[make_author()])
    copy = story.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert not fresh(copy).is_public
    assert fresh(copy).updated_at is None
    assert not fresh(copy).contributions.filter(is_public=True).exists()


def test_a_copy_that_stays_live_is_as_old_as_the_copying():
    story = make_article(published_at=clock.now() - 24 * HOUR, authors=[make_author()])
    copy = fresh(story.copy(update_attrs={"slug": "copy"}))
    assert copy.is_public
    assert copy.published_at == copy.first_published_at > story.published_at
    assert copy.contributions.get().published_at == copy.published_at


def test_a_copy_of_a_retired_story_was_never_retired():
    story = make_article()
    story.retire("Our source withdrew.")
    copy = fresh(story).copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert fresh(copy).retired_at is None


# --- Retiring -----------------------------------------------------------------


def test_a_retired_story_is_gone_with_a_reason(client):
    story = make_article()
    story.retire("Our source withdrew.")
    response = client.get(story.url)
    assert response.status_code == 410
    assert "Our source withdrew." in response.content.decode()


def test_a_story_that_the_law_took_away_answers_451(client):
    story = make_article()
    story.retire("A court ordered this.", for_law=True)
    assert client.get(story.url).status_code == 451


def test_a_retired_story_stands_in_no_list():
    story = make_article(authors=[make_author()])
    story.retire("Our source withdrew.")
    assert not ArticlePage.objects.published().exists()
    assert not Contribution.objects.filter(is_public=True).exists()


def test_a_retired_live_blog_is_gone_too(client):
    blog = make_live_blog()
    blog.retire("Our source withdrew.")
    assert client.get(blog.url).status_code == 410


def test_a_story_that_was_only_unpublished_is_not_found(client):
    story = make_article()
    story.unpublish()
    assert client.get(story.url).status_code == 404


def test_a_retired_story_keeps_its_text_and_its_reason_for_the_newsroom():
    story = make_article()
    story.retire("Our source withdrew.")
    draft = fresh(story).get_latest_revision_as_object()
    assert draft.body_text == story.body_text
    assert draft.retired_reason == "Our source withdrew."


def test_a_retired_story_that_is_published_again_is_readable(client):
    story = make_article()
    story.retire("Our source withdrew.")
    assert client.get(publish(fresh(story)).url).status_code == 200


# --- Medical review -----------------------------------------------------------


def signed_story():
    reviewer = make_author("Priya Anand-Holt", is_reviewer=True, credentials="MBBS")
    story = make_article(section=make_section("Mind", health=True), topics=[], published_at=clock.now() - 24 * HOUR)
    sign_medical_review(story, reviewer)
    return story


def test_a_signature_covers_the_words_that_were_read():
    assert fresh(signed_story()).has_valid_review


def test_changed_words_take_the_signature_away():
    story = edit(signed_story(), title="Another headline")
    assert story.current_medical_review
    assert not story.has_valid_review


def test_a_changed_topic_leaves_the_signature():
    story = edit(signed_story(), topic_links=[ArticleTopic(topic=make_topic())], kicker="Sleep")
    assert story.has_valid_review


def test_words_that_return_to_what_was_signed_are_covered_again():
    story = signed_story()
    headline = story.title
    story = edit(story, title="Another headline")
    assert edit(story, title=headline).has_valid_review


def test_a_request_for_changes_is_no_signature():
    story = make_article()
    sign_medical_review(story, make_author(credentials="MBBS"), decision="changes")
    assert not fresh(story).has_valid_review


# --- Corrections --------------------------------------------------------------


def test_a_correction_stands_below_the_story_unless_it_is_severe_or_placed_above():
    story = make_article()
    assert not make_correction(story).stands_above
    assert make_correction(story, severe=True).stands_above
    assert make_correction(story, placement="top").stands_above


def test_the_log_lists_corrections_newest_first():
    story = make_article()
    older = make_correction(story, "Older", published_at=clock.now() - 2 * HOUR)
    newer = make_correction(story, "Newer", published_at=clock.now() - HOUR)
    assert list(Correction.objects.public()) == [newer, older]


def test_the_log_leaves_out_corrections_of_stories_that_are_not_public():
    draft, private = make_article(live=False), make_article()
    restrict(private)
    make_correction(draft)
    make_correction(private)
    assert not Correction.objects.public().exists()


# --- Live updates -------------------------------------------------------------


def test_updates_of_a_live_blog_come_newest_first():
    blog = make_live_blog()
    older = make_update(blog, published_at=clock.now() - 2 * HOUR)
    newer = make_update(blog, published_at=clock.now() - HOUR)
    assert list(blog.updates.public()) == [newer, older]


def test_unpublished_retracted_and_future_updates_are_not_public():
    blog = make_live_blog()
    unpublished = make_update(blog)
    type(unpublished).objects.filter(pk=unpublished.pk).update(published_at=None)
    make_update(blog, retracted_at=clock.now())
    make_update(blog, published_at=clock.now() + HOUR)
    assert not blog.updates.public().exists()


def test_older_updates_are_found_even_among_those_of_the_same_moment():
    blog = make_live_blog()
    moment = clock.now() - HOUR
    first, second, third = (make_update(blog, published_at=moment) for _ in range(3))
    assert list(blog.updates.public().older_than(third)) == [second, first]


def test_an_update_keeps_its_plain_text():
    assert make_update(make_live_blog(), body=[paragraph("A <b>tie</b>.")]).body_text == "A tie."


def test_a_live_blog_is_a_story_in_every_list():
    blog = make_live_blog(published_at=clock.now() - HOUR)
    listed = ArticlePage.objects.published().get()
    assert listed.pk == blog.pk
    assert isinstance(blog, LiveBlogPage)
