"""Whoever asks for a page in another way, or by a former address, is there in one step."""

from urllib.parse import unquote_to_bytes

import pytest
from wagtail.contrib.redirects.models import Redirect

from portal.page_cache.keys import page_key
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_live_blog,
    make_section,
    make_update,
    publish,
    restrict,
)

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def story(film):
    return make_article(section=film, slug="the-bell")


def ask(client, path, **extra):
    """Ask for a path as it would stand on the wire, two slashes at its front included."""
    path, _, query = path.partition("?")
    return client.generic("GET", "/", PATH_INFO=unquote_to_bytes(path).decode("latin-1"), QUERY_STRING=query, **extra)


def led_to(client, path, *, status=301):
    """Return where a request leads, having seen that it takes one step and that something is there."""
    answer = ask(client, path)
    assert answer.status_code == status, (path, answer.status_code)
    assert ask(client, answer["Location"]).status_code == 200, answer["Location"]
    return answer["Location"]


# --- Slashes and capital letters --------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        *("/Film/The-Bell/", "/FILM/the-bell/", "/film/the-bell", "/Film/The-Bell", "//film//the-bell//"),
        *("//FILM/the-bell", "/film/The-Bell//", "/film//the-bell"),
    ],
)
def test_case_doubled_and_missing_slashes_are_mended_in_one_step(client, story, path):
    assert led_to(client, path) == "/film/the-bell/"


@pytest.mark.parametrize(("path", "target"), [("/Search", "/search/"), ("/ROBOTS.TXT", "/robots.txt")])
def test_fixed_addresses_are_mended_too(client, path, target):
    assert led_to(client, path) == target


def test_a_question_is_kept(client, story):
    assert led_to(client, "/Film?page=1&utm_source=x") == "/film/?page=1&utm_source=x"


def test_an_author_is_found_in_any_case(client):
    make_author_index()
    make_author("Ines Farrow")
    assert led_to(client, "/Authors/Ines-Farrow") == "/authors/ines-farrow/"


def test_a_slug_with_capital_letters_is_its_own_address(client, film):
    make_article(section=film, slug="The-Bell")
    assert client.get("/film/The-Bell/").status_code == 200


@pytest.mark.parametrize("path", ["/Nothing/", "//nothing//here", "/film/Nothing", "/Nothing.PHP", "/NOTHING"])
def test_what_is_not_there_in_any_way_is_not_found_at_once(client, story, path):
    assert ask(client, path).status_code == 404


def test_a_retired_story_is_gone_however_it_is_asked_for(client, story):
    story.retire("We could not stand by it.")
    answer = client.get("/Film/The-Bell")
    assert (answer.status_code, answer["Location"]) == (301, "/film/the-bell/")
    assert client.get(answer["Location"]).status_code == 410


def test_nobody_is_led_to_another_site(client, film):
    for path in ("//evil.example/Film/", "/\\evil.example/", "//evil.example//"):
        assert ask(client, path).status_code == 404


def test_a_redirect_is_for_reading_alone(client, story):
    assert client.post("/Film/The-Bell/").status_code in {404, 405}


# --- Addresses of former times ------------------------------------------------------------


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what waits for the end of the transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def renamed(page, slug, committed):
    page.slug = slug
    with committed():
        return publish(page)


def test_a_renamed_story_is_found_by_each_of_its_addresses(client, story, committed):
    again = renamed(renamed(story, "the-gong", committed), "the-horn", committed)
    assert led_to(client, "/film/the-bell/") == again.url == "/film/the-horn/"
    assert led_to(client, "/film/the-gong/") == again.url
    assert led_to(client, "/Film//The-Bell") == again.url


def test_a_story_that_moves_is_found_where_it_was(client, story, committed):
    with committed():
        story.move(make_section("Music"), "last-child")
    assert led_to(client, "/film/the-bell/") == "/music/the-bell/"


def test_the_stories_of_a_renamed_section_are_found_where_they_were(client, film, story, committed):
    film.refresh_from_db()
    renamed(film, "cinema", committed)
    assert led_to(client, "/film/the-bell/") == "/cinema/the-bell/"


def test_the_address_of_a_draft_leaves_no_trace(film, committed):
    draft = make_article(section=film, slug="secret", live=False)
    with committed():
        draft.slug = "other"
        draft.save()
    renamed(draft, "published", committed)
    assert not Redirect.objects.exists()


def test_the_address_of_a_closed_story_leaves_no_trace(film, story, committed):
    restrict(film)
    renamed(story, "members-only", committed)
    assert not Redirect.objects.exists()


def test_a_new_place_among_its_neighbours_changes_no_address(film, story, committed):
    make_article(section=film)
    with committed():
        story.move(film, "last-child")
    assert not Redirect.objects.exists()


def test_a_redirect_does_not_tell_the_address_of_what_is_not_public(client, story, committed):
    again = renamed(story, "the-gong", committed)
    again.unpublish()
    assert client.get("/film/the-bell/").status_code == 404
    publish(again)
    assert led_to(client, "/film/the-bell/") == "/film/the-gong/"


def test_a_renamed_author_is_found_by_each_of_their_addresses(client):
    make_author_index()
    author = make_author("Ines Farrow")
    for slug in ("ines", "ines-f"):
        author.slug = slug
        author.save()
    assert led_to(client, "/authors/ines-farrow/") == "/authors/ines-f/"
    assert led_to(client, "/authors/ines/") == "/authors/ines-f/"


# --- Addresses of another system -----------------------------------------------------------------


def test_a_number_of_an_old_system_leads_to_its_page(client, story):
    Redirect.add_redirect("/?p=12", redirect_to=story)
    Redirect.add_redirect("/index.php?page_id=3", redirect_to=story)
    assert led_to(client, "/?p=12") == story.url
    assert led_to(client, "/?utm_source=x&p=12") == story.url
    assert led_to(client, "/index.php?page_id=3") == story.url


def test_a_number_that_nobody_knows_is_not_the_front_page(client):
    assert client.get("/?p=99").status_code == 404
    assert client.get("/?p=bell").status_code == 200


def test_a_number_below_the_path_where_an_old_system_stood_leads_to_its_page(client, film, story):
    Redirect.add_redirect("/blog/?p=12", redirect_to=story)
    Redirect.add_redirect("/film/?p=12", redirect_to=story)
    assert led_to(client, "/blog/?p=12") == story.url
    assert led_to(client, "/film/?p=12&utm_source=x") == story.url
    assert client.get("/blog/?p=13").status_code == 404


def test_a_page_is_not_multiplied_by_numbers_that_nobody_knows(client, film):
    assert led_to(client, "/film/?p=13", status=302) == "/film/"
    assert led_to(client, "/film/?m=1&page=1", status=302) == "/film/?page=1"
    assert client.get("/film/?p=bell").status_code == 200


def test_no_browser_remembers_where_a_number_led_before_its_page_was_brought_in(client, film, story):
    assert "Cache-Control" not in ask(client, "/film/?p=12")
    assert led_to(client, "/film/?p=12", status=302) == "/film/"
    Redirect.add_redirect("/film/?p=12", redirect_to=story)
    assert led_to(client, "/film/?p=12") == story.url


def test_the_feed_of_a_page_that_an_old_system_asked_for_in_a_query_is_its_feed(client, film, story):
    assert led_to(client, "/film/?feed=rss2&utm_source=x") == "/film/feed/"
    assert led_to(client, "/film/?feed=atom") == "/film/feed/atom/"
    assert led_to(client, f"{story.url}?feed=rss2", status=302) == story.url


def test_a_number_of_a_page_that_is_not_public_does_not_tell_where_it_is(client, film, story):
    restrict(story)
    Redirect.add_redirect("/film/?p=12", redirect_to=story)
    assert led_to(client, "/film/?p=12", status=302) == "/film/"


def test_numbers_of_an_old_system_pass_the_page_cache():
    def query(path, given):
        return page_key({"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": given}, "sessionid").query

    assert query("/", "p=12&utm_source=x") == "p=12"
    assert query("/index.php", "page_id=3") == "page_id=3"
    assert query("/", "p=bell") == ""
    assert query("/blog/", "p=12&utm_source=x") == "p=12"
    assert query("/search/", "p=12&q=rain") == "q=rain"


def test_a_linked_update_passes_the_page_cache(client):
    blog = make_live_blog()
    address = make_update(blog).get_absolute_url()
    asked = address.partition("?")[2].partition("#")[0]
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": blog.url, "QUERY_STRING": asked}
    assert page_key(environ, "sessionid").query == asked


# --- Gone -------------------------------------------------------------------------------------------


def test_a_retired_story_says_where_to_go_next(client, film, story):
    other = make_article("Another bell", section=film)
    closed = make_article("A secret", section=film, live=False)
    story.retire("We could not stand by it.")
    text = client.get(story.url).content.decode()
    assert f'href="{film.url}"' in text
    assert f'<a href="{other.url}">Another bell</a>' in text
    assert closed.title not in text
