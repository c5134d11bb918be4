"""The page of an author, and the list of all."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_image,
    make_section,
    make_topic,
    sign_medical_review,
    stream,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 8


@pytest.fixture(autouse=True)
def index():
    return make_author_index(title="Our writers", standfirst="Who writes for us.")


def html(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


# --- One author -------------------------------------------------------------------


def test_the_page_says_who_the_author_is(client):
    make_author("Ines Farrow", job_title="Television critic", bio="<p>She reviews <b>television</b>.</p>")
    page = html(client, "/authors/ines-farrow/")
    assert "<h1" in page
    assert "Television critic" in page
    assert "<p>She reviews <b>television</b>.</p>" in page


def test_without_a_bio_the_short_one_stands_there(client):
    make_author("Ines Farrow", short_bio="She reviews television.")
    assert '<p class="standfirst" dir="auto">She reviews television.</p>' in html(client, "/authors/ines-farrow/")


def test_hostile_text_in_a_profile_is_harmless(client):
    make_author(
        "Ines Farrow",
        job_title="<script>alert(1)</script>",
        bio='<p onclick="alert(2)">Hello</p><script>alert(3)</script>',
        conflicts="some",
        conflicts_text="<img src=x onerror=alert(4)>",
        registration_body="A register",
        registry_url="javascript:alert(5)",
    )
    page = html(client, "/authors/ines-farrow/")
    assert "<script>alert" not in page
    assert "onclick" not in page
    assert "<img src=x" not in page
    assert "javascript:" not in page


def test_the_newest_stories_come_first(client):
    author = make_author("Ines Farrow")
    make_article("An old story", authors=[author], published_at=clock.now() - timedelta(days=9))
    make_article("A new story", authors=[author])
    make_article("Somebody else’s story", authors=[make_author("Elin Marchetti")])
    page = html(client, "/authors/ines-farrow/")
    assert page.index("A new story") < page.index("An old story")
    assert "Somebody else" not in page


def test_a_draft_is_not_listed(client):
    make_article("A draft", authors=[make_author("Ines Farrow")], live=False)
    assert "A draft" not in html(client, "/authors/ines-farrow/")


def test_a_story_that_the_author_only_edited_is_not_listed(client):
    make_article("Edited only", contributions=[(make_author("Ines Farrow"), "edited")])
    assert "Edited only" not in html(client, "/authors/ines-farrow/")


def test_a_long_list_runs_over_pages(client):
    author = make_author("Ines Farrow")
    for number in range(21):
        make_article(f"Story {number}", authors=[author])
    assert 'href="/authors/ines-farrow/?page=2"' in html(client, "/authors/ines-farrow/")
    second = html(client, "/authors/ines-farrow/?page=2")
    assert "Ines Farrow, page 2" in second
    assert '<link rel="canonical" href="http://localhost/authors/ines-farrow/?page=2">' in second


@pytest.mark.parametrize("page", ["abc", "0", "2"])
def test_a_page_of_the_list_that_does_not_exist_is_not_found(client, page):
    make_author("Ines Farrow")
    html(client, f"/authors/ines-farrow/?page={page}", status=404)


@pytest.mark.parametrize("fields", [{"live": False}, {"slug": "another"}])
def test_an_author_without_a_public_profile_is_not_found(client, fields):
    make_author("Ines Farrow", **fields)
    html(client, "/authors/ines-farrow/", status=404)


def test_the_credentials_of_a_clinician_can_be_checked(client):
    make_author(
        "Dr Priya Anand-Holt",
        credentials="MB BS",
        registration_body="Fenmoor Medical Register",
        registration_number="204418",
        registry_url="https://register.example/204418",
        credentials_checked_on=date(2026, 10, 13),
    )
    page = html(client, "/authors/dr-priya-anand-holt/")
    assert "Fenmoor Medical Register, no. 204418" in page
    assert 'href="https://register.example/204418"' in page
    assert '<time datetime="2026-10-13">13 October 2026</time>' in page


def test_a_reviewer_has_a_list_of_what_they_vouched_for(client):
    reviewer = make_author("Dr Priya Anand-Holt", is_reviewer=True, credentials="MB BS")
    sign_medical_review(make_article("The case for a fixed bedtime"), reviewer)
    page = html(client, "/authors/dr-priya-anand-holt/")
    assert "Reviewed by Priya" in page
    assert "The case for a fixed bedtime" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"conflicts": "none"}, "Ines declares no conflicts of interest."),
        ({"conflicts": "some", "conflicts_text": "She sat on a jury."}, "She sat on a jury."),
    ],
)
def test_declared_interests_are_shown(client, fields, words):
    make_author("Ines Farrow", **fields)
    assert words in html(client, "/authors/ines-farrow/")


def test_interests_that_nobody_asked_for_are_not_denied(client):
    make_author("Ines Farrow")
    assert "Declared interests" not in html(client, "/authors/ines-farrow/")


def test_a_former_author_is_called_one(client):
    make_author("Ines Farrow", job_title="Critic", former=True)
    assert "Former contributor" in html(client, "/authors/ines-farrow/")


def test_addresses_are_shown_where_there_are_any(client):
    make_author("Elin Marchetti")
    author = make_author("Ines Farrow", public_email="ines@example.org")
    author.profiles = stream([("profile", {"label": "Social", "url": "https://social.example/ines"})])
    author.save()
    page = html(client, "/authors/ines-farrow/")
    assert 'href="mailto:ines@example.org"' in page
    assert 'href="https://social.example/ines" rel="me noopener"' in page
    other = html(client, "/authors/elin-marchetti/")
    assert "mailto:" not in other
    assert "social.example" not in other


def test_readers_find_the_feed_of_an_author_on_the_page(client):
    make_author("Ines Farrow")
    link = '<a class="tool" href="http://localhost/authors/ines-farrow/feed/">'
    assert link in html(client, "/authors/ines-farrow/")
    assert client.get("/authors/ines-farrow/feed/").status_code == 200


def test_topics_of_the_stories_are_linked(client):
    make_article(authors=[make_author("Ines Farrow")], topics=[make_topic("Harrow Lane")])
    assert 'href="/topics/harrow-lane/"' in html(client, "/authors/ines-farrow/")


def test_names_in_any_script_have_a_page(client):
    make_author("Łukasz Żółć", slug="łukasz-żółć")
    assert "Łukasz Żółć" in html(client, "/authors/łukasz-żółć/")


def queries(client, path):
    client.get(path)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def test_a_profile_costs_as_many_queries_for_thirty_stories_as_for_three(client):
    section, topic = make_section("Film"), make_topic("Harrow Lane")
    for name, number in (("Ines Farrow", 3), ("Elin Marchetti", 30)):
        author = make_author(name, photo=make_image(size=(480, 480)))
        for place in range(number):
            picture = make_image() if place < 4 else None
            make_article(f"{name} {place}", section=section, authors=[author], topics=[topic], lead_image=picture)
    few = queries(client, "/authors/ines-farrow/")
    assert few == queries(client, "/authors/elin-marchetti/")
    assert few <= MOST_QUERIES


# --- All of them -------------------------------------------------------------------


def test_the_index_lists_writers_reviewers_and_former_authors_apart(client):
    make_author("Ines Farrow")
    make_author("Dr Priya Anand-Holt", is_reviewer=True)
    make_author("Odile Wrenfield", former=True)
    page = html(client, "/authors/")
    places = [page.index(words) for words in ("Writers and editors", "Medical reviewers", "They wrote for us")]
    names = [page.index(name) for name in ("Ines Farrow", "Dr Priya Anand-Holt", "Odile Wrenfield")]
    assert sorted([*places, *names]) == [places[0], names[0], places[1], names[1], places[2], names[2]]
    assert 'href="/authors/ines-farrow/"' in page


def test_the_index_leaves_drafts_out(client):
    make_author("Ines Farrow", live=False)
    assert "Ines Farrow" not in html(client, "/authors/")


def test_an_author_without_a_photo_has_an_initial(client):
    make_author("Dr Priya Anand-Holt")
    assert '<span class="avatar avatar--initial" aria-hidden="true">P</span>' in html(client, "/authors/")


def test_groups_without_authors_are_absent(client):
    make_author("Ines Farrow")
    assert "They wrote for us" not in html(client, "/authors/")


def test_the_index_costs_the_same_for_many_authors(client):
    make_author("Ines Farrow", photo=make_image(size=(240, 240)))
    few = queries(client, "/authors/")
    for number in range(5):
        make_author(f"Author {number}", photo=make_image(size=(240, 240)))
    assert queries(client, "/authors/") == few


def test_a_reviewer_s_own_stories_do_not_repeat_the_name_and_what_was_signed_names_its_writers(client):
    make_author_index()
    reviewer, writer = make_author("Dr Priya Anand-Holt", is_reviewer=True), make_author("Ines Farrow")
    make_article("Written here", authors=[reviewer])
    sign_medical_review(make_article("Signed here", authors=[writer], section=make_section("Mind")), reviewer)
    own, signed = client.get(reviewer.get_absolute_url()).content.decode().split(">Written here</a>")[1].split("Signed")
    assert "<span>Dr Priya Anand-Holt</span>" not in own
    assert "<span>Ines Farrow</span>" in signed
