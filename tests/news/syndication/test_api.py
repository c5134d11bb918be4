"""The read API: off unless asked for, and then public pages and nothing else."""

import pytest

from tests.builders import make_article, make_author, make_section, make_user, paragraph, restrict

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


@pytest.fixture
def api(client, settings):
    settings.ROOT_URLCONF = "tests.news.syndication.api_urls"
    return client


def titles(answer):
    return {item["title"] for item in answer.json()["items"]}


def test_it_is_off_unless_asked_for(client):
    assert client.get(PAGES).status_code == 404


def test_a_public_story_can_be_read(api):
    story = make_article(authors=[make_author("Ines Farrow")], body=[paragraph("A bell rings.")], standfirst="It does.")
    found = api.get(PAGES, {"type": "news.ArticlePage", "fields": "standfirst,byline_text,kind"}).json()["items"][0]
    assert (found["title"], found["standfirst"], found["kind"]) == (story.title, "It does.", "news")
    assert found["byline_text"] == "Ines Farrow"
    detail = api.get(f"{PAGES}{story.pk}/").json()
    assert detail["body_text"] == "A bell rings."
    assert detail["meta"]["html_url"].endswith(story.url)


def test_drafts_and_closed_pages_are_not_there_not_even_for_editors(api):
    members, hidden = make_section("Members"), make_section("Hidden", live=False)
    pages = [make_article("A draft", live=False), make_article("Closed", section=members)]
    pages.append(make_article("Below a draft", section=hidden))
    restrict(members)
    api.force_login(make_user(superuser=True))
    assert not {"A draft", "Closed", "Members", "Below a draft", "Hidden"} & titles(api.get(PAGES, {"limit": 20}))
    for page in pages:
        assert api.get(f"{PAGES}{page.pk}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(api, method):
    story = make_article()
    assert getattr(api, method)(f"{PAGES}{story.pk}/").status_code == 405


@pytest.mark.parametrize(
    "query",
    [
        {"search": '"'},
        {"offset": "9" * 30},
        {"limit": "9" * 30},
        {"id": "9" * 30},
        {"slug": "a\0b"},
        {"fields": "(("},
        {"type": "auth.User"},
        {"child_of": "nobody"},
    ],
)
def test_what_makes_no_sense_is_refused_in_words(api, query):
    answer = api.get(PAGES, query)
    assert answer.status_code == 400
    assert answer.json()["message"]
