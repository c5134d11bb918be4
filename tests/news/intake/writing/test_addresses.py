"""Old addresses answer with one step to the right page."""

import pytest

from news.intake.verification.addresses import ask_all
from news.intake.writing.old_addresses import name_of, original_of, redirect_paths, upload_path
from news.models import ArticlePage, SectionPage
from tests.builders import make_standard_page
from tests.news.intake.writing.moving import FILM, attachment, bring_in, category, noted, page, post

pytestmark = pytest.mark.django_db


def led_to(client, path):
    """Return where a request leads, having seen that it takes one step and that something is there."""
    answer = client.get(path)
    assert answer.status_code == 301, (path, answer.status_code)
    assert client.get(answer["Location"]).status_code == 200, answer["Location"]
    return answer["Location"]


@pytest.fixture
def moved(tmp_path):
    said = {
        "meta": {"_wp_old_slug": ["first-name"]},
        "categories": [("category", "film", "Film"), ("post_tag", "x", "X")],
    }
    terms = FILM.replace("<wp:category>", "<wp:category><wp:term_id>5</wp:term_id>", 1)
    terms += "<wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>x</wp:tag_slug><wp:tag_name>X</wp:tag_name></wp:tag>"
    items = [post(1, **said), page(7, post_name="about"), attachment(9, post_parent="1")]
    return bring_in(tmp_path, *items, terms=terms)


@pytest.mark.parametrize(
    "path",
    [
        "/2024/06/05/story-1/",
        "/2024/06/05/story-1",
        "/2024/06/05/first-name/",
        "/?p=1",
        "/index.php?p=1",
        "/2024/06/05/story-1/amp/",
        "/2024/06/05/story-1/feed/",
        "/2024/06/05/story-1/2/",
        "/2024/06/05/story-1/embed/",
        "/2024/06/05/story-1/trackback/",
        "/2024/06/05/story-1/comment-page-2/",
        "/picture-9/",
        "/?attachment_id=9",
    ],
)
def test_every_address_of_a_post_leads_to_the_story(moved, client, path):
    assert led_to(client, path) == "/film/story-1/"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/category/film/", "/film/"),
        ("/category/film/page/3/", "/film/"),
        ("/category/film/feed/", "/film/feed/"),
        ("/tag/x/", "/topics/x/"),
        ("/author/ada/", "/authors/ada/"),
        ("/2024/06/", "/archive/2024/06/"),
        ("/2024/06/05/", "/archive/2024/06/05/"),
        ("/2024/06/page/2/", "/archive/2024/06/"),
        ("/2024/06/feed/", "/archive/2024/06/"),
        ("/2024/06/04/", "/archive/2024/06/"),
        ("/2024/", "/archive/#year-2024"),
        ("/2024/page/2/", "/archive/#year-2024"),
        ("/?m=202406", "/archive/2024/06/"),
        ("/?m=20240605", "/archive/2024/06/05/"),
        ("/?m=2024", "/archive/#year-2024"),
        ("/?cat=5", "/film/"),
        ("/?category_name=film", "/film/"),
        ("/?tag=x", "/topics/x/"),
        ("/?tag_id=9", "/topics/x/"),
        ("/?author=1", "/authors/ada/"),
        ("/?author_name=ada", "/authors/ada/"),
        ("/author/ada/feed/", "/authors/ada/feed/"),
        ("/tag/x/feed/", "/topics/x/feed/"),
        ("/feed/rss2/", "/feed/"),
        ("/film/feed/rss2/", "/film/feed/"),
        ("/?feed=rss2", "/feed/"),
        ("/comments/feed/", "/feed/"),
        ("/wp-sitemap.xml", "/sitemap.xml"),
        ("/?page_id=7", "/about/"),
        ("/page-7/", "/about/"),
        ("/page/2/", "/"),
        ("/film/story-1/amp/", "/film/story-1/"),
    ],
)
def test_every_address_of_a_list_or_page_leads_there(moved, client, path, target):
    assert led_to(client, path) == target


@pytest.mark.parametrize(
    "path", ["/1999/06/", "/1999/", "/2024/06/41/", "/?m=199906", "/?m=20", "/?cat=77", "/?author=9"]
)
def test_what_the_old_site_never_listed_is_not_there(moved, client, path):
    assert client.get(path).status_code == 404


def test_a_page_that_is_called_like_a_year_is_itself(moved, client):
    make_standard_page("The year 1984", slug="1984")
    assert "The year 1984" in client.get("/1984/").content.decode()


def test_an_address_on_another_site_is_none_to_be_asked_for(tmp_path):
    run = bring_in(tmp_path, post(1, link="https://elsewhere.example/x/"))
    assert all(answer.is_right for answer in ask_all(run))


def test_of_twins_each_address_leads_to_the_right_one(tmp_path, client):
    links = [f"https://old.example/{year}/twin/" for year in (2001, 2002)]
    run = bring_in(
        tmp_path, *(post(n, title=f"Twin {n}", post_name="twin", link=link) for n, link in enumerate(links, 1))
    )
    for number, path in ((1, "/2001/twin/"), (2, "/2002/twin/")):
        assert f"Twin {number}" in client.get(led_to(client, path)).content.decode()
    assert noted(run, "slug_changed") == {"twin": 1}


def test_an_address_leads_to_who_had_it_last_not_to_who_had_it_once(tmp_path, client):
    run = bring_in(tmp_path, post(1, meta={"_wp_old_slug": ["story-2"]}), post(2))
    assert led_to(client, "/2024/06/05/story-2/") == "/film/story-2/"
    assert noted(run, "redirect_taken") == {"https://old.example/2024/06/05/story-2/": 1}
    assert all(answer.is_right for answer in ask_all(run))


def test_an_address_longer_than_a_redirect_may_be_leads_on_all_the_same(tmp_path, client):
    slug = "-".join(["word"] * 80)
    bring_in(tmp_path, post(1, post_name=slug, link=f"https://old.example/2024/06/05/{slug}/"))
    assert led_to(client, f"/2024/06/05/{slug}/") == ArticlePage.objects.get().url
    assert client.get(f"/2024/06/05/{slug}-else/").status_code == 404


def test_a_slug_of_any_script_stays(tmp_path, client):
    encoded = "%CE%BB%CF%8C%CE%B3%CE%BF%CF%82"
    bring_in(tmp_path, post(1, post_name=encoded, link=f"https://old.example/{encoded}/"))
    assert ArticlePage.objects.get().slug == "λόγος"
    assert client.get(led_to(client, f"/{encoded}/")).status_code == 200


def test_a_slug_that_is_taken_by_the_portal_itself_gets_another(tmp_path, client):
    bring_in(tmp_path, page(1, post_name="search", title="How we search"))
    assert "How we search" in client.get(led_to(client, "/page-1/")).content.decode()


def test_categories_keep_their_tree_and_a_third_level_goes_up_one(tmp_path):
    terms = category("c", "C", "b") + category("b", "B", "a") + category("a", "A")
    run = bring_in(tmp_path, post(1, categories=[("category", "a", "A"), ("category", "c", "C")]), terms=terms)
    assert {page.url for page in SectionPage.objects.all()} == {"/a/", "/a/b/", "/a/c/"}
    assert ArticlePage.objects.get().section.slug == "c"
    assert noted(run, "section_flattened")


def test_categories_that_stand_below_each_other_in_a_circle_come_in(tmp_path):
    terms = category("a", "A", "b") + category("b", "B", "a") + category("own", "Own", "own")
    run = bring_in(tmp_path, post(1, categories=[("category", "a", "A")]), terms=terms)
    assert {page.url for page in SectionPage.objects.all()} == {"/a/", "/a/b/", "/own/"}
    assert noted(run, "section_circle") == {"A": 1, "Own": 1}


def test_a_second_category_becomes_a_topic(tmp_path):
    both = [("category", "film", "Film"), ("category", "music", "Music")]
    bring_in(tmp_path, post(1, categories=both))
    (link,) = ArticlePage.objects.get().topic_links.all()
    assert link.topic.title == "Music"


def test_stories_without_category_go_to_the_section_for_them(tmp_path, client):
    run = bring_in(tmp_path, post(1, categories=[("category", "uncategorized", "Uncategorized")]), terms="")
    assert ArticlePage.objects.get().section.title == "News"
    assert noted(run, "section_default")
    assert led_to(client, "/category/uncategorized/") == "/news/"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.Old.example/a//b/?utm_source=x#top", "old.example/a/b"),
        ("http://old.example/a/b", "old.example/a/b"),
        ("https://old.example/?p=12", "old.example/?p=12"),
        ("https://old.example/%CE%BB/", "old.example/λ"),
    ],
)
def test_all_spellings_of_an_address_have_one_name(url, name):
    assert name_of(url) == name


def test_a_site_below_a_path_answers_with_it_and_without():
    urls = ["https://old.example/blog/hello/", "https://elsewhere.example/hello/"]
    assert set(redirect_paths(urls, ["https://old.example/blog"])) == {"/blog/hello", "/hello"}


@pytest.mark.parametrize("name", ["dcp.jpg", "dcp-300x200.jpg", "dcp-scaled.jpg", "size/w600/dcp.jpg"])
def test_a_cut_is_of_its_original(name):
    assert original_of(name) == "dcp.jpg"


def test_uploads_are_found_by_their_place():
    assert upload_path("https://old.example/wp-content/uploads/2012/12/dcp.jpg?x=1") == "2012/12/dcp.jpg"
    assert upload_path("https://old.example/2012/12/dcp/") == ""
