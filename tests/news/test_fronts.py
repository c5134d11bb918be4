"""How a front finds its stories: hand-placed ones first, then the newest, none twice."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.compose import compose
from news.fronts.plan import plan_of
from news.fronts.sources import find_sources
from portal import clock
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_image,
    make_live_blog,
    make_section,
    make_topic,
    publish,
    restrict,
    schedule,
    stream,
)

pytestmark = pytest.mark.django_db


def hours_ago(number):
    return clock.now() - timedelta(hours=number)


def make_stories(count, **fields):
    """Return published stories, newest first."""
    return [make_article(f"Story {number}", published_at=hours_ago(number + 1), **fields) for number in range(count)]


def front_of(*bands):
    """Return the value of a front field that holds these bands."""
    return FRONT_BLOCKS.to_python(stream(bands))


def pick(story, **fields):
    return {"story": story.pk, **fields}


def titles(entries):
    return [entry.story.title for entry in entries]


def only_band(front, **options):
    """Return the one band that the front comes to."""
    (band,) = compose(front, **options).bands
    return band


def all_keys(bands):
    return [entry.story.pk for band in bands for entries in band.slots.values() for entry in entries]


# --- Hand-placed stories ----------------------------------------------------


def test_hand_placed_stories_stand_first_in_their_order():
    first, second, third = make_stories(3)
    band = only_band(front_of(("headlines", {"picks": [pick(third), pick(second)], "size": 3})))
    assert titles(band.slots["stories"]) == [third.title, second.title, first.title]


def test_a_pick_shows_its_own_headline_and_picture():
    story, image = make_article(), make_image("A crop for the front")
    band = only_band(front_of(("headlines", {"picks": [pick(story, headline="Said shorter", picture=image.pk)]})))
    assert band.slots["stories"][0].headline == "Said shorter"
    assert band.slots["stories"][0].picture == image


def test_a_pin_that_has_run_out_gives_its_place_back():
    newest, pinned = make_stories(2)
    gone = front_of(("headlines", {"picks": [pick(pinned, pin_until=hours_ago(1).isoformat())], "size": 1}))
    kept = front_of(("headlines", {"picks": [pick(pinned, pin_until=hours_ago(-1).isoformat())], "size": 1}))
    assert titles(only_band(gone).slots["stories"]) == [newest.title]
    assert titles(only_band(kept).slots["stories"]) == [pinned.title]


def test_a_story_that_is_unpublished_drops_out_and_the_next_one_takes_its_place():
    newest, placed = make_stories(2)
    front = front_of(("headlines", {"picks": [pick(placed)], "size": 1}))
    placed.unpublish()
    assert titles(only_band(front).slots["stories"]) == [newest.title]


@pytest.mark.parametrize("state", ["draft", "scheduled", "restricted", "deleted"])
def test_a_story_that_is_not_public_stands_on_no_front(state):
    shown = make_article("Shown", published_at=hours_ago(2))
    hidden = make_article("Hidden", live=state in {"restricted", "deleted"})
    front = front_of(("headlines", {"picks": [pick(hidden)]}))
    if state == "scheduled":
        schedule(hidden, hours_ago(-5))
    elif state == "restricted":
        restrict(hidden)
    elif state == "deleted":
        hidden.delete()
    assert titles(only_band(front).slots["stories"]) == [shown.title]


def test_more_picks_than_places_leave_the_last_ones_for_other_bands():
    first, second = make_stories(2)
    picks = [pick(first), pick(second)]
    bands = compose(front_of(("headlines", {"picks": picks, "size": 1}), ("latest", {"size": 5}))).bands
    assert titles(bands[0].slots["stories"]) == [first.title]
    assert titles(bands[1].slots["stories"]) == [second.title]


# --- Filling ----------------------------------------------------------------


def test_no_story_stands_twice_on_a_front():
    film = make_section("Film")
    stories = make_stories(12, section=film)
    front = front_of(
        ("lead_package", {"picks": [pick(stories[5])], "size": 2, "latest": 3}),
        ("section_strip", {"source": film.pk, "size": 3, "picks": [pick(stories[5]), pick(stories[0])]}),
        ("headlines", {"size": 4}),
    )
    keys = all_keys(compose(front).bands)
    assert len(keys) == len(set(keys)) == 12


def test_a_band_is_filled_even_when_the_bands_above_took_the_same_stories():
    film = make_section("Film")
    make_stories(9, section=film)
    front = front_of(("lead_package", {"size": 3, "latest": 2}), ("section_strip", {"source": film.pk, "size": 3}))
    assert len(compose(front).bands[1].slots["stories"]) == 3


def test_a_band_that_does_not_fill_itself_shows_only_what_was_placed():
    first, second = make_stories(2)
    band = only_band(front_of(("headlines", {"picks": [pick(second)], "fill": False, "size": 4})))
    assert titles(band.slots["stories"]) == [second.title]


def test_a_band_without_stories_is_left_out():
    make_article()
    assert compose(front_of(("reviews_strip", {}), ("trending", {"picks": []}))).bands == []


def test_a_section_band_takes_stories_of_its_sub_sections_and_of_no_other_section():
    entertainment = make_section("Entertainment")
    film, health = make_section("Film", parent=entertainment), make_section("Health")
    make_article("In film", section=film), make_article("In health", section=health)
    band = only_band(front_of(("section_strip", {"source": entertainment.pk})))
    assert titles(band.slots["stories"]) == ["In film"]
    assert band.heading == "Entertainment"
    assert [child.title for child in band.source.children] == ["Film"]


def test_a_story_that_the_navigation_leads_to_is_no_sub_section():
    film = make_section("Film")
    awards = make_live_blog(section=film)
    assert find_sources([film.pk, awards.pk])[film.pk].children == ()


def test_a_topic_band_takes_the_stories_on_its_topic():
    awards = make_topic("Awards")
    make_article("About awards", topics=[awards]), make_article("About nothing")
    band = only_band(front_of(("headlines", {"source": awards.pk})))
    assert titles(band.slots["stories"]) == ["About awards"]
    assert (band.heading, band.link) == ("Awards", "/topics/awards/")


def test_a_band_of_a_section_that_was_taken_down_is_left_out():
    film = make_section("Film", live=False)
    make_article(section=make_section("Health"))
    assert compose(front_of(("section_strip", {"source": film.pk}))).bands == []


def test_a_kind_that_has_a_band_of_its_own_is_not_taken_by_the_bands_above():
    make_article("A review", kind="review", published_at=hours_ago(1))
    make_article("News", published_at=hours_ago(2))
    lead, reviews = compose(front_of(("lead_package", {"latest": 0}), ("reviews_strip", {}))).bands
    assert titles(lead.slots["top"]) == ["News"]
    assert titles(reviews.slots["stories"]) == ["A review"]


def test_what_somebody_paid_for_stands_on_a_front_only_when_it_was_placed():
    paid = make_article("Paid", origin="sponsored", sponsor="Orlo Tourist Board")
    make_article("Bought", kind="advertorial")
    assert compose(front_of(("headlines", {}))).bands == []
    assert titles(only_band(front_of(("headlines", {"picks": [pick(paid)]}))).slots["stories"]) == ["Paid"]


def test_the_large_place_goes_to_the_newest_story_with_a_picture():
    make_article("No picture", published_at=hours_ago(1))
    make_article("Picture", published_at=hours_ago(2), lead_image=make_image())
    band = only_band(front_of(("lead_package", {"size": 1, "latest": 0})))
    assert titles(band.slots["top"]) == ["Picture", "No picture"]


def test_evidence_checks_are_stories_whose_evidence_is_rated():
    health = make_section("Health", colour="tonic", health=True)
    make_article("Rated", section=health, evidence="strong", published_at=hours_ago(3))
    make_article("Expert", section=health, evidence="expert", published_at=hours_ago(2))
    make_article("Unrated", section=health, published_at=hours_ago(1))
    band = only_band(front_of(("evidence_strip", {"source": health.pk})))
    assert titles(band.slots["checks"]) == ["Rated"]
    assert titles(band.slots["stories"]) == ["Unrated", "Expert"]
    assert band.desk == "health"


@pytest.mark.parametrize("indexed", [True, False], ids=["known to the index of references", "unknown to it"])
def test_a_section_shows_the_band_of_a_topic(client, indexed):
    awards = make_topic("Awards")
    film = make_section("Film", front=stream([("headlines", {"source": awards.pk})]))
    make_article("The bell wins", topics=[awards])
    if not indexed:
        ReferenceIndex.objects.all().delete()
    page = client.get(film.url).content.decode()
    assert "The bell wins" in page
    assert 'href="/topics/awards/"' in page
    awards.unpublish()
    assert 'href="/topics/awards/"' not in client.get(film.url).content.decode()


def test_readers_questions_come_from_their_topic():
    clinic = make_topic("Ask the clinic")
    make_article("May I halve a tablet?", topics=[clinic])
    band = only_band(front_of(("evidence_strip", {"questions": clinic.pk})))
    assert titles(band.slots["questions"]) == ["May I halve a tablet?"]
    assert band.topic.title == "Ask the clinic"


def test_the_feed_tells_the_time_of_the_newest_day_and_the_date_of_others():
    today = clock.now().replace(hour=12)
    make_article("Older", published_at=today - timedelta(days=3))
    make_article("Newer", published_at=today - timedelta(days=1))
    band = only_band(front_of(("latest", {})))
    assert [(entry.story.title, same_day) for entry, same_day in band.feed] == [("Newer", True), ("Older", False)]


def test_a_promotion_vanishes_with_the_page_that_it_leads_to():
    film = make_section("Film")
    front = front_of(("promo", {"heading": "Film", "page": film.pk, "button": "Read"}))
    assert only_band(front).link == "/film/"
    film.unpublish()
    assert compose(front).bands == []


def test_rows_of_older_fronts_without_newer_fields_still_work():
    make_article()
    kinds = [name for name in FRONT_BLOCKS.child_blocks if name != "promo"]
    assert len(plan_of(front_of(*((name, {}) for name in kinds)))) == len(kinds)
    assert compose(front_of(*((name, {}) for name in kinds))).bands


# --- Fronts that nobody composed --------------------------------------------


def test_a_front_that_nobody_composed_shows_the_newest_then_every_desk():
    entertainment = make_section("Entertainment")
    health = make_section("Health", colour="tonic", health=True)
    make_stories(16, section=make_section("Film", parent=entertainment))
    make_article(section=make_section("Mind", parent=health, colour="tonic", health=True), published_at=hours_ago(99))
    bands = compose(front_of()).bands
    assert [(band.kind, band.heading) for band in bands] == [
        ("lead_package", "Top stories"),
        ("section_strip", "Entertainment"),
        ("evidence_strip", "Health"),
    ]


def test_a_front_without_any_story_has_no_bands():
    make_section("Film")
    assert compose(front_of()).bands == []


# --- On the page ------------------------------------------------------------


def test_the_front_page_shows_a_story_as_soon_as_it_is_published(client):
    film = make_section("Film")
    draft = make_article("The bell rings again", section=film, live=False)
    assert "The bell rings again" not in client.get("/").content.decode()
    publish(draft)
    assert client.get("/").content.decode().count("The bell rings again") == 1


def test_a_moved_story_changes_its_band(client):
    film, health = make_section("Film"), make_section("Health")
    story = make_article("Wanderer", section=film)
    page = home_page()
    page.front = stream([("section_strip", {"source": health.pk})])
    publish(page)
    assert "Wanderer" not in client.get("/").content.decode()
    story.move(health, pos="last-child")
    assert client.get("/").content.decode().count("Wanderer") == 1


def test_a_section_front_stands_above_its_list_on_the_first_page_only(client):
    film = make_section("Film")
    make_stories(25, section=film)
    film.front = stream([("headlines", {"heading": "From the editors", "size": 4})])
    publish(film)
    first, second = (client.get(f"/film/{query}").content.decode() for query in ("", "?page=2"))
    assert "From the editors" in first
    assert "From the editors" not in second
    shown = [first.count(f">Story {number}<") for number in range(20)]
    assert shown == [1] * 20


def test_a_section_without_a_front_opens_with_its_newest_story(client):
    film = make_section("Film")
    make_article("Newest with a picture", section=film, lead_image=make_image())
    answer = client.get("/film/")
    assert [entry.story.title for entry in answer.context["opening"]] == ["Newest with a picture"]
    assert 'fetchpriority="high"' in answer.content.decode()


def test_a_section_whose_stories_all_stand_above_promises_no_more(client):
    make_article(section=make_section("Film"))
    assert "More from Film" not in client.get("/film/").content.decode()


def test_a_section_without_stories_says_so(client):
    make_section("Film")
    assert "There are no stories here yet." in client.get("/film/").content.decode()


@pytest.mark.parametrize("colour", ["velour", "tonic"])
def test_a_live_blog_stands_on_the_front_with_its_label(client, colour):
    make_live_blog(section=make_section("Film", colour=colour))
    html = client.get("/").content.decode()
    assert 'class="tag-live"' in html
    assert f'data-desk="{"health" if colour == "tonic" else "entertainment"}"' in html


# --- Cost -------------------------------------------------------------------


def make_stories_for_every_band(count, health, film, clinic, author):
    for number in range(count):
        common = {"lead_image": author.photo, "authors": [author], "published_at": hours_ago(number)}
        for kind in ("news", "review", "opinion", "gallery"):
            make_article(section=film, kind=kind, poster=author.photo, **common)
        make_article(section=health, evidence="strong", topics=[clinic], **common)


def queries_of(client, address):
    """Return the number of queries of an address whose pictures are already cut."""
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_front_costs_at_most_ten_queries_however_many_stories_it_shows(client):
    film, health = make_section("Film"), make_section("Health", colour="tonic", health=True)
    clinic, author = make_topic("Clinic"), make_author(photo=make_image())
    first = make_article(section=film)
    page = home_page()
    page.front = stream(
        [
            ("lead_package", {"picks": [pick(first, picture=author.photo.pk)]}),
            ("trending", {"picks": [pick(first)]}),
            ("section_strip", {"source": film.pk}),
            ("reviews_strip", {"source": film.pk, "size": 12}),
            ("media_strip", {}),
            ("evidence_strip", {"source": health.pk, "questions": clinic.pk}),
            ("opinion_strip", {}),
            ("latest", {}),
        ]
    )
    publish(page)
    make_stories_for_every_band(1, health, film, clinic, author)
    few = queries_of(client, "/")
    make_stories_for_every_band(6, health, film, clinic, author)
    assert queries_of(client, "/") == few <= 10


@pytest.mark.parametrize("address", ["/film/", "/film/?page=2"])
def test_a_section_costs_at_most_ten_queries_however_many_stories_it_shows(client, address):
    film = make_section("Film")
    author = make_author()
    make_stories(23, section=film, authors=[author])
    few = queries_of(client, address)
    make_stories(10, section=film, authors=[author])
    assert queries_of(client, address) == few <= 10


def test_a_section_with_a_front_costs_at_most_ten_queries(client):
    film = make_section("Film")
    make_stories(6, section=film)
    film.front = stream([("section_strip", {"size": 3})])
    publish(film)
    assert queries_of(client, "/film/") <= 10
