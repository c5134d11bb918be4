"""Merging topics: what was about the one is about the other, and nothing leads nowhere."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry, ReferenceIndex

from news.desk.roles import set_up_role
from news.models import ArticleTopic, BreakingNews, LiveUpdate, TopicPage
from news.topic_merging import MERGED, TOOK_IN, Survey, merge, survey
from portal import clock
from portal.models import Publication
from portal.page_cache.purge import purge_log
from tests.builders import (
    home_page,
    make_article,
    make_live_blog,
    make_section,
    make_standard_page,
    make_topic,
    make_topic_index,
    make_update,
    make_user,
    paragraph,
    publish,
    stream,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return make_topic("Oscars")


@pytest.fixture
def new():
    return make_topic("The Oscars")


def link_to(page):
    return f'<a linktype="page" id="{page.pk}">there</a>'


def topics_of(story):
    return list(story.topic_links.values_list("topic_id", flat=True))


# --- Stories ----------------------------------------------------------------------


def test_stories_are_on_the_new_topic_in_its_public_list(client, old, new):
    story = make_article("The envelope", topics=[old])
    merge(old, new)
    assert topics_of(story) == [new.pk]
    assert "The envelope" in client.get(new.url).content.decode()


def test_a_story_on_both_is_on_the_new_one_once(old, new):
    story = make_article(topics=[old, new])
    merge(old, new)
    assert topics_of(story) == [new.pk]


def test_a_draft_comes_along(old, new):
    draft = make_article(topics=[old], live=False)
    merge(old, new)
    assert topics_of(draft) == [new.pk]


def test_a_revision_from_before_names_the_new_topic_when_it_is_published(old, new):
    story = make_article(topics=[old])
    story.topic_links = [ArticleTopic(topic=old), ArticleTopic(topic=new)]
    story.body = stream([paragraph(link_to(old))])
    revision = story.save_revision()
    merge(old, new)
    published = publish(revision.as_object())
    assert topics_of(published) == [new.pk]
    assert f'id="{new.pk}"' in published.body.raw_data[0]["value"]


def test_merging_costs_the_same_for_any_number_of_stories(old, new):
    def cost(number):
        topic = make_topic(f"Awards {number}")
        for _story in range(number):
            make_article(topics=[topic])
            make_article(topics=[topic, new])
        with CaptureQueriesContext(connection) as queries:
            merge(topic, new)
        return len(queries)

    assert cost(1) == cost(3)


def test_the_reference_index_knows_where_stories_point_now(old, new):
    make_article(topics=[old])
    make_article(topics=[old, new])
    merge(old, new)
    assert not ReferenceIndex.get_references_to(old).exists()
    assert ReferenceIndex.get_references_to(new).count() == 2


# --- Everything else that points at it --------------------------------------------


def test_links_in_texts_lead_to_the_new_topic(old, new):
    table = {"caption": "", "columns": [{"type": "rich", "heading": ""}], "rows": [{"values": [link_to(old)]}]}
    items = {"style": "bullet", "items": [f"<p>{link_to(old)}</p>"]}
    story = make_article(body=[paragraph(link_to(old)), ("list", items), ("table", {"table": table, "source": ""})])
    page = make_standard_page(body=[paragraph(link_to(old))])
    update = make_update(make_live_blog(), body=[paragraph(link_to(old))])
    merge(old, new)
    for thing in (story, page, LiveUpdate.objects.get(pk=update.pk)):
        thing.refresh_from_db()
        raw = str(list(thing.body.raw_data))
        assert f'id="{new.pk}"' in raw and f'id="{old.pk}"' not in raw


def test_a_link_that_changes_takes_no_signature_away(old, new):
    story = make_article(body=[paragraph(link_to(old))])
    merge(old, new)
    before = story.content_hash, story.updated_at
    story.refresh_from_db()
    assert (story.content_hash, story.updated_at) == before


def test_the_draft_of_a_page_that_links_to_it_is_changed_as_well(old, new):
    page = make_standard_page(body=[paragraph(link_to(old))])
    page.save_revision()
    merge(old, new)
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    assert f'id="{new.pk}"' in str(list(draft.body.raw_data))


def test_bands_of_fronts_show_the_new_topic(old, new):
    home = home_page()
    home.front = stream([("section_strip", {"source": old.pk, "size": 7})])
    home.save()
    merge(old, new)
    home = home_page()
    assert home.front.raw_data[0]["value"]["source"] == new.pk


def test_the_menu_leads_to_the_new_topic(old, new):
    publication = Publication.for_site(home_page().get_site())
    publication.navigation = stream([("link", {"page": old.pk})])
    publication.save()
    merge(old, new)
    publication.refresh_from_db()
    assert publication.navigation.raw_data[0]["value"]["page"] == new.pk


def test_breaking_news_leads_to_the_new_topic(old, new):
    line = BreakingNews.objects.create(text="It is out", page=old, ends_at=clock.now() + timedelta(hours=1))
    merge(old, new)
    line.refresh_from_db()
    assert line.page_id == new.pk


# --- Addresses --------------------------------------------------------------------


@pytest.mark.parametrize("end", ["", "feed/", "feed/atom/", "feed/json/"])
def test_the_old_addresses_redirect_in_one_hop(client, old, new, end):
    merge(old, new)
    answer = client.get(f"/topics/oscars/{end}")
    assert (answer.status_code, answer["Location"]) == (301, f"/topics/the-oscars/{end}")


def test_former_addresses_of_the_old_topic_lead_to_the_new_one_at_once(
    client, old, new, django_capture_on_commit_callbacks
):
    old.slug = "academy-awards"
    with django_capture_on_commit_callbacks(execute=True):
        publish(old)
    merge(TopicPage.objects.get(pk=old.pk), new)
    for path in ("/topics/oscars/", "/topics/academy-awards/"):
        assert client.get(path)["Location"] == "/topics/the-oscars/"


def test_a_second_merger_makes_no_chain(client, old, new):
    newest = make_topic("Awards season")
    merge(old, new)
    merge(new, newest)
    assert client.get("/topics/oscars/")["Location"] == "/topics/awards-season/"
    old.refresh_from_db()
    assert old.merged_into_id == newest.pk


def test_nobody_is_led_to_a_draft(client, new):
    draft = make_topic("Never out", live=False)
    merge(draft, new)
    assert not Redirect.objects.exists()


def test_the_old_topic_is_in_no_list_and_no_sitemap(client, old, new):
    for _number in range(3):
        make_article(topics=[old])
    merge(old, new)
    assert ">Oscars<" not in client.get("/topics/").content.decode()
    assert "/topics/oscars/" not in client.get("/sitemap-topics.xml").content.decode()


def test_cached_pages_of_both_and_of_their_stories_are_purged(old, new, django_capture_on_commit_callbacks):
    make_article(topics=[old])
    with django_capture_on_commit_callbacks(execute=True):
        merge(old, new)
    lines = purge_log().path.read_text()
    for name in (f"topic-{old.pk}", f"topic-{new.pk}", f"stories-on-{new.pk}", f"linked-{old.pk}"):
        assert f'"{name}"' in lines


# --- Names and records ------------------------------------------------------------


def test_a_merged_name_cannot_be_made_again(old, new):
    merge(old, new)
    with pytest.raises(ValidationError, match="was merged into the topic “The Oscars”"):
        make_topic("oscars ", slug="oscars-2")


def test_a_topic_that_is_published_again_is_a_topic_again(client, old, new):
    merge(old, new)
    publish(TopicPage.objects.get(pk=old.pk))
    assert client.get("/topics/oscars/").status_code == 200
    assert not TopicPage.objects.merged().exists()


def test_the_history_of_both_says_who_merged_what(old, new):
    editor = make_user(superuser=True)
    make_article(topics=[old])
    merge(old, new, user=editor)
    entries = PageLogEntry.objects.filter(action__in=[MERGED, TOOK_IN]).order_by("pk")
    assert [(entry.page_id, entry.user_id, entry.data["stories"]) for entry in entries] == [
        (old.pk, editor.pk, 1),
        (new.pk, editor.pk, 1),
    ]
    assert entries[0].message == "Merged into “The Oscars”: 1 stories, 0 other places"


def test_the_survey_counts_what_would_change(old, new):
    make_article(topics=[old])
    make_article(topics=[old, new], body=[paragraph(link_to(old))])
    assert survey(old, new) == Survey(stories=2, on_both=1, elsewhere=1)


@pytest.mark.parametrize("wrong", ["itself", "draft"])
def test_a_topic_goes_into_another_public_one_only(old, wrong):
    target = old if wrong == "itself" else make_topic("Draft", live=False)
    with pytest.raises(ValueError, match="public"):
        merge(old, target)


# --- The screen -------------------------------------------------------------------


def address(*topics):
    query = "&".join(f"id={topic.pk}" for topic in topics)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'merge_topics'])}?{query}&next=/admin/"


@pytest.fixture
def desk(client):
    """A browser in which a section editor who may publish topics is signed in."""
    client.force_login(make_user(groups=[set_up_role("section editor", [make_topic_index()])]))
    return client


def test_the_editor_is_asked_with_numbers_first_and_merges_then(desk, old, new):
    make_article(topics=[old, new])
    asked = desk.post(address(old), {"target": new.pk})
    assert "of them on “The Oscars” already" in asked.content.decode()
    assert TopicPage.objects.get(pk=old.pk).live
    done = desk.post(address(old), {"target": new.pk, "confirmed": new.pk})
    assert done.status_code == 302
    assert TopicPage.objects.get(pk=old.pk).merged_into_id == new.pk


def test_the_question_is_no_mistake_and_a_mistake_is_one(desk, old, new):
    asked = desk.post(address(old), {"target": new.pk})
    assert "Look at what will change" in asked.content.decode()
    assert asked.context["form"].non_field_errors() == []
    mistaken = desk.post(address(old), {"target": old.pk, "confirmed": old.pk})
    assert "Look at what will change" not in mistaken.content.decode()
    assert "one of those that are to go" in mistaken.content.decode()


def test_another_target_is_asked_about_anew(desk, old, new):
    desk.post(address(old), {"target": new.pk, "confirmed": make_topic("Other").pk})
    assert TopicPage.objects.get(pk=old.pk).live


def test_several_topics_are_merged_at_once(desk, old, new):
    other = make_topic("Academy Awards")
    desk.post(address(old, other), {"target": new.pk, "confirmed": new.pk})
    assert TopicPage.objects.merged().count() == 2


def test_the_topic_that_stays_is_not_one_that_goes(desk, old, new):
    answer = desk.post(address(old, new), {"target": new.pk, "confirmed": new.pk})
    assert "one of those that are to go" in answer.content.decode()
    assert not TopicPage.objects.merged().exists()


def test_pages_that_are_no_topics_stay_as_they_are(desk, new):
    story = make_article(section=make_section("Film"))
    answer = desk.get(address(story))
    assert "Only topics can be merged" in answer.content.decode()
    desk.post(address(story), {"target": new.pk, "confirmed": new.pk})
    story.refresh_from_db()
    assert story.live


def test_who_may_not_publish_topics_merges_none(client, old, new):
    client.force_login(make_user(groups=[set_up_role("reporter", [make_topic_index()])]))
    client.post(address(old), {"target": new.pk, "confirmed": new.pk})
    assert TopicPage.objects.get(pk=old.pk).live


def test_the_editor_of_a_topic_leads_to_the_screen(desk, old):
    assert "merge_topics" in desk.get(reverse("wagtailadmin_pages:edit", args=[old.pk])).content.decode()
