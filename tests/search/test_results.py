"""What a search finds, in which order, and how it can be narrowed."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from news.models import Contribution
from portal import clock
from search import query as limits
from search.query import SearchQuery
from search.results import find
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_live_blog,
    make_policy,
    make_section,
    make_topic,
    paragraph,
    restrict,
    schedule,
)

pytestmark = pytest.mark.django_db


def search(address):
    request = RequestFactory().get(f"/search/{address}")
    return find(SearchQuery.from_request(request), request)


def titles(results):
    return [hit.story.title for hit in results.page]


def facet(results, parameter):
    """Return the options of a facet as a dictionary of label to count."""
    options = next((facet.options for facet in results.facets if facet.parameter == parameter), ())
    return {str(option.label): option.count for option in options}


def days_ago(days):
    return clock.now() - timedelta(days=days)


# --- What is found --------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "The foghorn is back"},
        {"standfirst": "A foghorn sounds again."},
        {"body": [paragraph("They heard the foghorn twice.")]},
        {"body": [("heading", {"text": "The foghorn", "level": "h2"})]},
    ],
)
def test_a_story_is_found_by_a_word_of_its_headline_standfirst_or_text(fields):
    make_article(**fields)
    assert search("?q=foghorn").total == 1


def test_a_story_is_found_by_its_author():
    make_article(authors=[make_author("Ines Farrow")])
    assert search("?q=farrow").total == 1


def test_a_live_blog_is_found():
    make_live_blog("The foghorn, live")
    assert titles(search("?q=foghorn")) == ["The foghorn, live"]


def test_every_word_must_be_there():
    make_article("The foghorn")
    make_article("The foghorn and the gong")
    assert titles(search("?q=foghorn+gong")) == ["The foghorn and the gong"]


def test_words_may_stand_in_different_parts_of_a_story():
    make_article("The foghorn", standfirst="A bell answers.", body=[paragraph("And a lighthouse.")])
    assert search("?q=foghorn+bell+lighthouse").total == 1


@pytest.mark.parametrize(("typed", "written"), [("unicorn", "unicorns"), ("unicorns", "unicorn"), ("story", "stories")])
def test_a_word_is_found_in_singular_and_plural(typed, written):
    make_article("Something else", body=[paragraph(f"There were {written} in the harbour.")])
    assert search(f"?q={typed}").total == 1


def test_capitals_make_no_difference():
    make_article("The FOGHORN is back")
    assert search("?q=fogHorn").total == 1


def test_the_beginning_of_a_word_finds_headlines_where_little_else_is_found():
    make_article("The foghorn is back")
    assert titles(search("?q=fogh")) == ["The foghorn is back"]


def test_beginnings_of_words_are_left_out_where_enough_is_found():
    for number in range(limits.FEW):
        make_article(f"The cat, part {number}")
    make_article("A category of its own")
    assert search("?q=cat").total == limits.FEW


@pytest.mark.parametrize("typed", ["السينما", "映画館", "кинотеатр", "café"])
def test_words_of_other_languages_are_found(typed):
    make_article(f"{typed} 1")
    assert search(f"?q={typed}").total == 1


def test_what_is_not_public_is_not_found():
    section, closed = make_section("Film"), make_section("Closed")
    make_article("A foghorn draft", section=section, live=False)
    schedule(make_article("A foghorn to come", section=section, live=False), clock.now() + timedelta(days=1))
    make_article("A foghorn taken back", section=section).unpublish()
    make_article("A private foghorn", section=closed)
    restrict(closed)
    assert search("?q=foghorn").total == 0


def test_a_word_too_long_for_any_story_finds_nothing():
    assert search(f"?q={'a' * 900}").total == 0


# --- The order ------------------------------------------------------------------


def test_a_headline_comes_before_a_mention_however_old():
    make_article("The foghorn is back", published_at=days_ago(300))
    make_article("Harbour news", standfirst="With a foghorn.", published_at=days_ago(20))
    make_article("Other news", body=[paragraph("A foghorn was heard.")], published_at=days_ago(1))
    assert titles(search("?q=foghorn")) == ["The foghorn is back", "Harbour news", "Other news"]


def test_equally_good_answers_come_newest_first():
    make_article("Foghorn one", published_at=days_ago(3))
    make_article("Foghorn two", published_at=days_ago(1))
    make_article("Foghorn three", published_at=days_ago(2))
    assert titles(search("?q=foghorn")) == ["Foghorn two", "Foghorn three", "Foghorn one"]


def test_the_newest_come_first_where_that_is_asked_for():
    make_article("The foghorn is back", published_at=days_ago(300))
    make_article("Other news", body=[paragraph("A foghorn was heard.")], published_at=days_ago(1))
    assert titles(search("?q=foghorn&sort=newest")) == ["Other news", "The foghorn is back"]


# --- Narrowing -------------------------------------------------------------------


@pytest.fixture
def newsroom():
    """Six stories on the foghorn, spread over sections, kinds, authors and months."""
    make_author_index()
    film = make_section("Film", parent=make_section("Entertainment"))
    mind = make_section("Mind", parent=make_section("Health", colour="tonic", health=True))
    ines, elin = make_author("Ines Farrow"), make_author("Elin Marchetti")
    make_article("Foghorn one", section=film, authors=[ines], published_at=days_ago(1))
    make_article("Foghorn two", section=film, authors=[ines, elin], published_at=days_ago(10), kind="review")
    make_article("Foghorn three", section=film.get_parent().specific, authors=[elin], published_at=days_ago(40))
    make_article("Foghorn four", section=mind, authors=[elin], published_at=days_ago(200), kind="explainer")
    make_article("Foghorn five", section=mind, authors=[elin], published_at=days_ago(500), kind="explainer")
    make_article("Foghorn six", section=mind, contributions=[(ines, "edited")], published_at=days_ago(2))


def test_sections_are_counted_with_all_below_them(newsroom):
    assert facet(search("?q=foghorn"), "section") == {"Entertainment": 3, "Film": 2, "Health": 3, "Mind": 3}


def test_sub_sections_stand_below_their_section(newsroom):
    sections = next(facet for facet in search("?q=foghorn").facets if facet.parameter == "section")
    assert [(option.value, option.depth) for option in sections.options] == [
        ("entertainment", 0),
        ("entertainment/film", 1),
        ("health", 0),
        ("health/mind", 1),
    ]


def test_kinds_authors_and_periods_are_counted(newsroom):
    results = search("?q=foghorn")
    assert facet(results, "kind") == {"News": 3, "Explainer": 2, "Review": 1}
    assert facet(results, "author") == {"Elin Marchetti": 4, "Ines Farrow": 2}
    assert facet(results, "date") == {"Any time": 6, "Past week": 2, "Past month": 3, "Past year": 5}


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        ("section=entertainment", 3),
        ("section=entertainment/film", 2),
        ("section=entertainment/film&section=health/mind", 5),
        ("kind=review", 1),
        ("kind=review&kind=explainer", 3),
        ("author=ines-farrow", 2),
        ("author=ines-farrow&kind=review", 1),
        ("date=week", 2),
        ("date=year&section=health", 2),
        ("section=nowhere", 6),
        ("author=nobody", 6),
    ],
)
def test_filters_narrow_the_results(newsroom, filters, total):
    results = search(f"?q=foghorn&{filters}")
    assert (results.total, results.without_filters) == (total, 6)


def test_an_option_promises_what_it_will_show(newsroom):
    counts = facet(search("?q=foghorn&kind=explainer&date=year"), "section")
    assert counts["Mind"] == search("?q=foghorn&kind=explainer&date=year&section=health/mind").total


def test_other_options_of_a_chosen_facet_stay(newsroom):
    assert facet(search("?q=foghorn&kind=review"), "kind") == {"News": 3, "Explainer": 2, "Review": 1}


def test_a_chosen_option_stays_where_it_leaves_nothing(newsroom):
    assert facet(search("?q=foghorn&section=health&kind=review"), "kind") == {"News": 1, "Explainer": 2, "Review": 0}


def test_each_filter_that_is_set_can_be_taken_away(newsroom):
    chosen = search("?q=foghorn&section=health&kind=news&author=ines-farrow&date=week").chosen
    assert [str(filter_set.label) for filter_set in chosen] == ["Health", "News", "Ines Farrow", "Past week"]
    assert chosen[1].encoded == "q=foghorn&section=health&author=ines-farrow&date=week"


def test_a_story_outside_the_pool_is_found_by_its_filter(monkeypatch):
    monkeypatch.setattr(limits, "POOL", 3)
    monkeypatch.setattr(limits, "HEADLINE_POOL", 1)
    film, music = make_section("Film"), make_section("Music")
    make_article("An old foghorn", section=music, published_at=days_ago(90))
    for number in range(5):
        make_article(f"Foghorn {number}", section=film, published_at=days_ago(number))
    results = search("?q=foghorn&section=music")
    assert titles(results) == ["An old foghorn"]
    assert not results.is_bounded


def test_an_old_headline_is_found_beyond_the_pool(monkeypatch):
    monkeypatch.setattr(limits, "POOL", 3)
    make_article("The foghorn", published_at=days_ago(90))
    for number in range(5):
        make_article(f"News {number}", body=[paragraph("A foghorn.")], published_at=days_ago(number))
    results = search("?q=foghorn")
    assert titles(results)[0] == "The foghorn"
    assert results.is_bounded


# --- Beside the stories -----------------------------------------------------------


def signposts(results):
    return {(str(link.kind), link.label): link.url for link in results.signposts}


def test_people_topics_sections_and_pages_that_the_query_names_are_pointed_at():
    make_author_index()
    make_author("Rose Harbour")
    make_topic("Harbours")
    make_section("Harbour")
    make_policy("ethics", title="Harbour rules")
    assert signposts(search("?q=harbour")) == {
        ("Author", "Rose Harbour"): "/authors/rose-harbour/",
        ("Topic", "Harbours"): "/topics/harbours/",
        ("Section", "Harbour"): "/harbour/",
        ("Page", "Harbour rules"): "/harbour-rules/",
    }


def test_a_name_within_a_longer_query_is_pointed_at():
    make_topic("Salt Hour")
    assert signposts(search("?q=salt+hour+review")) == {("Topic", "Salt Hour"): "/topics/salt-hour/"}


def test_a_name_that_shares_but_one_word_is_not_pointed_at():
    make_topic("Salt Hour")
    assert not search("?q=happy+hour").signposts


def test_a_reviewer_who_wrote_nothing_is_pointed_at():
    make_author_index()
    make_author("Dr Priya Anand-Holt", is_reviewer=True)
    assert signposts(search("?q=priya")) == {("Author", "Dr Priya Anand-Holt"): "/authors/dr-priya-anand-holt/"}


def test_signposts_lead_to_nothing_that_is_not_public():
    make_author_index()
    make_author("Rose Harbour", live=False)
    make_topic("Harbours", live=False)
    restrict(make_section("Harbour"))
    assert not search("?q=harbour").signposts


def test_what_editors_promote_stands_above_the_results():
    topic = make_topic("The sea")
    promotion = Query.get("foghorn")
    SearchPromotion.objects.create(query=promotion, page=topic, description="All about it.", sort_order=0)
    SearchPromotion.objects.create(
        query=promotion, external_link_url="https://sea.example/", external_link_text="Sea", sort_order=1
    )
    make_article("Foghorn")
    links = [(link.label, link.url, link.note) for link in search("?q=FogHorn").promoted]
    assert links == [("The sea", "/topics/the-sea/", "All about it."), ("Sea", "https://sea.example/", "")]


def test_a_promoted_page_that_is_not_public_is_left_out():
    promotion = Query.get("foghorn")
    SearchPromotion.objects.create(query=promotion, page=make_topic("A draft", live=False))
    closed = make_topic("Closed")
    restrict(closed)
    SearchPromotion.objects.create(query=promotion, page=closed)
    assert search("?q=foghorn").promoted == ()


def test_photographers_count_as_authors_and_editors_do_not():
    photographer, editor = make_author("Pia Lens"), make_author("Ed Desk")
    roles = [(photographer, Contribution.Role.PHOTOS), (editor, Contribution.Role.EDITED)]
    make_article("Foghorn", contributions=roles)
    assert facet(search("?q=foghorn"), "author") == {"Pia Lens": 1}
