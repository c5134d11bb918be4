"""One search in the admin: words of headline and text, authors, slugs and pasted addresses, within one's rights."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from news.desk.finding import find
from news.desk.roles import set_up_role
from tests.builders import make_article, make_author, make_author_index, make_section, make_user, paragraph

pytestmark = pytest.mark.django_db
SEARCH = "wagtailadmin_pages:search"


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture(autouse=True)
def editor(client, film):
    user = make_user("ana", groups=[set_up_role("section editor", [film])])
    client.force_login(user)
    return user


@pytest.fixture
def story(film):
    return make_article(
        "A bell rings",
        slug="bell",
        section=film,
        body=[paragraph("A woman in a waistcoat strikes the foghorn.")],
        authors=[make_author("Ines Farrow")],
    )


def search(client, words, address=SEARCH):
    return client.get(reverse(address), {"q": words})


def found(client, words, address=SEARCH):
    return [page.title for page in search(client, words, address).context["object_list"]]


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize(
    "words", ["bell rings", "rin", "foghorn", "waistcoat foghorn", "Farrow", "bell", '"the foghorn"']
)
@pytest.mark.parametrize("address", [SEARCH, "stories:index"])
def test_a_story_is_found_by_headline_text_author_and_slug(client, story, words, address):
    make_article("Something else", section=story.section, body=[paragraph("Nothing to hear.")])
    assert found(client, words, address) == ["A bell rings"]


def test_the_headline_counts_for_more_than_the_text(client, story):
    make_article("The foghorn", section=story.section)
    assert found(client, "foghorn") == ["The foghorn", "A bell rings"]


def test_of_several_that_fit_the_last_changed_stands_first(client, story):
    make_article("A bell falls silent", section=story.section)
    assert found(client, "bell") == ["A bell rings", "A bell falls silent"]  # the former has it as its slug
    assert found(client, "a bell") == ["A bell falls silent", "A bell rings"]
    story.save_revision()
    assert found(client, "a bell") == ["A bell rings", "A bell falls silent"]


def test_to_find_is_not_to_rank_each_result(client, story):
    with CaptureQueriesContext(connection) as queries:
        find(Page.objects.all(), "bell")
    assert not [query for query in queries if "_score" in query["sql"] or "rank" in query["sql"].lower()]


def test_results_say_of_what_types_they_are(client, story):
    response = search(client, "foghorn")
    assert [(kind.model, number) for kind, number in response.context["content_types"]] == [("articlepage", 1)]
    assert "content_type=news.articlepage" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "{url}",
        "https://old.example.org{url}?utm_source=x#update-4",
        "{bare}",
        "{url}feed/",
        "http://testserver/FILM/bell/",
    ],
)
def test_a_pasted_address_leads_to_the_editor(client, story, address):
    pasted = address.format(url=story.url, bare=story.url.rstrip("/"))
    assert search(client, pasted).url == edit(story)


def test_the_address_of_a_draft_leads_to_the_editor(client, film):
    draft = make_article("Begun", slug="begun", section=film, live=False)
    assert search(client, "/film/begun/").url == edit(draft)


@pytest.mark.parametrize("old", ["/2012/05/bell/", "/?p=12"])
def test_a_former_address_leads_to_the_editor(client, story, old):
    Redirect.objects.create(old_path=Redirect.normalise_path(old), redirect_page=story, site=Site.objects.get())
    assert search(client, f"https://www.example.org{old}").url == edit(story)


def test_the_address_of_an_author_leads_to_the_profile(client, story):
    make_author_index()
    author = make_author("Ben Hale")
    assert search(client, "/authors/ben-hale/").url == reverse("authors:edit", args=[author.pk])


def test_nothing_is_told_of_pages_that_one_may_not_know_of(client):
    hidden = make_article("The secret foghorn", slug="hidden", section=make_section("Music"), live=False)
    assert found(client, "foghorn") == []
    response = search(client, hidden.url or "/music/hidden/")
    nowhere = search(client, "/music/never-was/")
    assert response.status_code == nowhere.status_code == 200
    assert "No page that you may see stands at this address" in response.content.decode()
    assert list(response.context["object_list"]) == []


@pytest.mark.parametrize("words", ['"', 'a "b', "live:yes", "(*", "NEAR(", "-", "http://[", "é" * 300])
def test_odd_words_find_nothing_and_break_nothing(client, story, words):
    assert search(client, words).status_code == 200


def test_the_search_offers_authors_to_those_who_may_edit_them(client, story, film):
    offered = reverse("authors:list") + "?q=foghorn"
    assert offered in search(client, "foghorn").content.decode()
    client.force_login(make_user("rita", groups=[set_up_role("reporter", [film])]))
    assert offered not in search(client, "foghorn").content.decode()
