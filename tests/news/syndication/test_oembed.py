"""Other sites can ask for a story as a card; nothing that is not public answers them."""

import pytest

from tests.builders import make_article, make_author, make_author_index, make_image, make_section, restrict
from tests.machines import Read

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    make_author_index()
    return make_article(
        section=make_section("Film"), authors=[make_author("Ines Farrow")], lead_image=make_image(size=(1600, 1000))
    )


def ask(client, url, **more):
    return client.get("/oembed", {"url": url, **more})


def test_a_story_leads_to_its_card(client, story):
    page = Read(client.get(story.url))
    (link,) = [link for link in page.links("alternate") if link["type"] == "application/json+oembed"]
    answer = client.get("/" + link["href"].split("/", 3)[3])
    card = answer.json()
    assert (card["version"], card["type"], card["title"]) == ("1.0", "link", story.title)
    assert card["author_name"] == "Ines Farrow"
    assert card["author_url"] == page.node("NewsArticle")["author"][0]["url"]
    assert (card["thumbnail_width"], card["thumbnail_height"]) == (1200, 630)
    assert page.meta("og:image") == [card["thumbnail_url"]]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_picture_for_which_there_is_no_room_is_left_out(client, story):
    assert "thumbnail_url" not in ask(client, story.full_url, maxwidth="600").json()
    assert "thumbnail_url" in ask(client, story.full_url, maxwidth="abc").json()


def test_only_json_is_offered(client, story):
    assert ask(client, story.full_url, format="xml").status_code == 501


@pytest.mark.parametrize(
    "url",
    ["", "abc", "https://evil.example/film/", "http://[", "http://localhost/nothing/", "javascript:alert(1)", "\0"],
)
def test_an_address_that_is_no_story_of_ours_is_not_found(client, story, url):
    assert ask(client, url).status_code == 404


def test_what_is_not_public_is_not_found(client, story):
    assert ask(client, story.section.full_url).status_code == 404
    restricted = make_article(section=story.section)
    restrict(restricted)
    retired = make_article(section=story.section)
    retired.retire("We could not stand by it.")
    draft = make_article(section=story.section, live=False)
    for page in (restricted, retired, draft):
        assert ask(client, page.full_url).status_code == 404
