"""The links of a whole page: resolved together, known where a story was fetched anyway, purged with their target."""

import pytest
from django.test import RequestFactory

from news.models import ArticlePage
from news.signals import page_tags
from portal.page_cache.tags import collecting
from portal.page_links import PageLinks
from tests.builders import make_article, make_author, make_section, make_standard_page, make_topic, paragraph

pytestmark = pytest.mark.django_db


def link_to(page):
    return f'<a linktype="page" id="{page.pk}">there</a>'


def body_of(*pages):
    """Return the body of a story that links to the pages, each in another kind of block."""
    blocks = [
        block
        for page in pages
        for block in (
            paragraph(link_to(page)),
            ("list", {"style": "bullet", "items": [f"<p>{link_to(page)}</p>"]}),
            ("questions", {"title": "Q", "items": [{"question": "Why?", "answer": f"<p>{link_to(page)}</p>"}]}),
        )
    ]
    return make_article(body=blocks).body


@pytest.fixture
def links():
    """Make the links of a page that links to these pages."""
    return lambda *pages: PageLinks(RequestFactory().get("/"), body_of(*pages))


def test_links_in_every_kind_of_block_are_found(links):
    pages = [make_article(), make_topic(), make_standard_page()]
    assert links(*pages).keys == {page.pk for page in pages}


def test_all_links_of_a_page_cost_one_query(links, django_assert_num_queries):
    pages = [make_article(slug=f"bell-{number}") for number in range(5)]
    page_links = links(*pages)
    pages[0].get_url(page_links.request)
    with django_assert_num_queries(1):
        resolved = [page_links.resolved(link_to(page)) for page in pages]
    assert resolved[0] == f'<a href="{pages[0].url}">there</a>'


def test_stories_that_were_fetched_anyway_cost_none(links, django_assert_num_queries):
    story = make_article()
    page_links = links(story)
    page_links.learn([story])
    with django_assert_num_queries(0):
        assert page_links.resolved(link_to(story)) == f'<a href="{story.url}">there</a>'


def test_a_page_without_links_asks_nothing(links, django_assert_num_queries):
    page_links, html = links(), "<p>Plain <a href='/film/'>words</a>.</p>"
    with django_assert_num_queries(0):
        assert page_links.resolved(html) == html


def test_other_links_are_left_alone(links):
    page_links = links(make_article())
    for html in ('<a href="https://www.example/">x</a>', '<a linktype="document" id="1">x</a>', "<abbr>x</abbr>"):
        assert page_links.resolved(html) == html


def test_whoever_links_to_a_draft_is_purged_when_it_is_published(links):
    draft = make_article(live=False)
    with collecting() as shown:
        assert links(draft).resolved(link_to(draft)) == "<a>there</a>"
    assert shown.tags & page_tags(draft)


@pytest.mark.parametrize("make", [make_article, make_topic, make_standard_page])
def test_whoever_links_to_a_page_is_purged_with_it(links, make):
    page = make()
    with collecting() as shown:
        links(page).resolved(link_to(page))
    assert shown.tags & page_tags(page)


def test_a_story_on_the_site_links_and_follows(client):
    film = make_section("Film")
    target = make_article(section=film, slug="target", live=False, authors=[make_author()])
    story = make_article(section=film, body=[paragraph(link_to(target))])
    assert "<a>there</a>" in client.get(story.url).content.decode()
    target.save_revision().publish()
    assert f'<a href="{ArticlePage.objects.get(pk=target.pk).url}">there</a>' in client.get(story.url).content.decode()
