"""The page of a live blog: the newest first, every update under an address of its own."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.live_context import UPDATES_PER_PAGE
from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_image,
    make_live_blog,
    make_update,
    paragraph,
)
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db

START = clock.now() - timedelta(hours=10)


@pytest.fixture
def blog():
    make_author_index()
    return make_live_blog("Lantern Awards", starts_at=START)


def updates_of(blog, number, **fields):
    """Publish so many updates a minute apart and return them, newest first."""
    made = [
        make_update(blog, f"Update {n:02}x", published_at=START + timedelta(minutes=n), **fields) for n in range(number)
    ]
    return made[::-1]


def page_of(client, blog, query=""):
    response = client.get(f"{blog.url}{query}")
    assert response.status_code == 200
    return Fragment(response.content.decode())


def shown(page):
    """Return the keys of the updates on the page, in their order."""
    return [int(attrs["id"].removeprefix("update-")) for attrs in page.named("article") if "id" in attrs]


def keys(updates):
    return [update.pk for update in updates]


# --- States -------------------------------------------------------------------


def test_before_it_starts_it_says_when(client):
    blog = make_live_blog(live_state="upcoming", starts_at=clock.now() + timedelta(hours=3))
    text = page_of(client, blog).text
    assert "Startslater" in text
    assert "Therearenoupdatesyet." in text


def test_while_it_runs_it_offers_to_look_for_more(client, blog):
    newest = updates_of(blog, 2)[0]
    page = page_of(client, blog)
    assert "Refreshfornewupdates" in page.text
    assert blog.url in page.attributes("href")
    assert newest.published_at.isoformat()[:16] in {value[:16] for value in page.attributes("datetime")}


def test_once_it_has_ended_it_says_so_and_offers_nothing_to_wait_for(client):
    blog = make_live_blog(live_state="closed", starts_at=START, ended_at=clock.now())
    updates_of(blog, 1)
    text = page_of(client, blog).text
    assert "Ended" in text
    assert "Refresh" not in text


def test_what_is_known_so_far_stands_above_the_updates(client):
    points = ("key_points", {"title": "", "items": ["Two won together."]})
    blog = make_live_blog(body=[points, paragraph("More of it.")])
    make_update(blog, "A tie")
    text = page_of(client, blog).text
    assert text.index("Whatweknowsofar") < text.index("Twowontogether.") < text.index("Moreofit.") < text.index("Atie")


# --- Updates ------------------------------------------------------------------


def test_updates_stand_newest_first_each_with_its_time_its_author_and_its_text(client, blog):
    author = make_author("Ines Farrow")
    updates = updates_of(blog, 3, author=author)
    page = page_of(client, blog)
    assert shown(page) == keys(updates)
    assert page.text.count("InesFarrow") == 3
    assert {f"#update-{update.pk}" for update in updates} <= set(page.attributes("href"))


def test_drafts_and_what_was_taken_back_are_not_shown(client, blog):
    make_update(blog, "Secret draft").save()
    blog.updates.filter(headline="Secret draft").update(published_at=None)
    blog.updates.filter(pk=make_update(blog, "Secret mistake").pk).update(retracted_at=clock.now())
    make_update(blog, "Secret future", published_at=clock.now() + timedelta(hours=1))
    assert "Secret" not in page_of(client, blog).text


def test_an_update_without_a_headline_has_a_name_all_the_same(client, blog):
    make_update(blog, "")
    page = page_of(client, blog)
    assert [attrs["aria-label"] for attrs in page.named("article") if "id" in attrs][0]


def test_a_pinned_update_stands_on_top_and_only_there(client, blog):
    pinned = make_update(blog, "How to follow", is_pinned=True, published_at=START)
    others = updates_of(blog, 2)
    assert shown(page_of(client, blog)) == [pinned.pk, *keys(others)]


def test_key_events_are_listed_with_links_to_them(client, blog):
    key = make_update(blog, "A tie", is_key=True)
    page = page_of(client, blog)
    assert "Keyevents" in page.text
    assert page.attributes("href").count(f"#update-{key.pk}") == 2


def test_blocks_of_an_update_take_no_heading_level_that_skips_one(client, blog):
    story = make_article("The bell returns")
    make_update(blog, "A tie", body=[("related", {"story": story.pk})])
    page = page_of(client, blog)
    inside = [tag for tag, _attrs in page.tags if tag in {"h1", "h2", "h3", "h4"}]
    assert inside.index("h3") > inside.index("h2") > inside.index("h1")
    assert "h4" not in inside


# --- Older updates ------------------------------------------------------------


def test_older_updates_follow_on_pages_that_overlap_nowhere(client, blog):
    updates = updates_of(blog, UPDATES_PER_PAGE + 5)
    first = page_of(client, blog)
    link = next(attrs["href"] for attrs in first.named("a") if attrs.get("rel") == "next")
    second = page_of(client, blog, link.removeprefix(blog.url))
    assert shown(first) + shown(second) == keys(updates)
    assert not [attrs for attrs in second.named("a") if attrs.get("rel") == "next"]


def test_updates_of_the_same_moment_are_neither_lost_nor_repeated(client, blog):
    made = [make_update(blog, f"Update {n}", published_at=START) for n in range(UPDATES_PER_PAGE + 5)]
    first = shown(page_of(client, blog))
    assert first + shown(page_of(client, blog, f"?before={first[-1]}")) == keys(made[::-1])


def test_the_address_of_an_old_update_leads_to_a_page_that_holds_it(client, blog):
    oldest = updates_of(blog, UPDATES_PER_PAGE + 5)[-1]
    path, _hash, anchor = oldest.get_absolute_url().partition("#")
    page = Fragment(client.get(path).content.decode())
    assert anchor in page.attributes("id")
    assert shown(page)[0] == oldest.pk


def test_key_events_on_another_page_are_linked_there(client, blog):
    key = make_update(blog, "The first", is_key=True, published_at=START - timedelta(hours=1))
    updates_of(blog, UPDATES_PER_PAGE + 1)
    assert f"{blog.url}?from={key.pk}#update-{key.pk}" in page_of(client, blog).attributes("href")


@pytest.mark.parametrize("query", ["?before=abc", "?before=0", "?from=-1", "?before=" + "9" * 40, "?from=١"])
def test_addresses_of_updates_that_do_not_exist_are_not_found(client, blog, query):
    updates_of(blog, 1)
    assert client.get(f"{blog.url}{query}").status_code == 404


def test_updates_of_other_live_blogs_are_not_found_here(client, blog):
    other = make_update(make_live_blog("Another"))
    assert client.get(f"{blog.url}?from={other.pk}").status_code == 404


# --- Cost ---------------------------------------------------------------------


def test_a_page_full_of_pictures_and_links_costs_what_one_update_costs(client, blog):
    def queries():
        client.get(blog.url)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(blog.url)
        return len(captured)

    def update(number):
        picture = {"image": make_image(size=(60, 40)).pk, "alt_text": "A bell", "decorative": False}
        story = make_article(f"Linked {number}")
        link = paragraph(f'<a linktype="page" id="{story.pk}">before</a>')
        make_update(
            blog, f"Update {number}", body=[("figure", {"image": picture}), ("related", {"story": story.pk}), link]
        )

    update(0)
    few = queries()
    for number in range(1, UPDATES_PER_PAGE):
        update(number)
    assert queries() == few <= 16
