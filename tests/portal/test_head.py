"""What stands in the head of a page: one chain of fall-backs, and no two pages with the same words."""

import pytest

from portal.head import LONGEST_DESCRIPTION, build_head
from tests.builders import make_article, make_author, make_author_index, make_image, make_section, make_topic
from tests.machines import Read

ADDRESS = "https://velour.example/film/"


def test_the_search_title_stands_before_the_name_and_the_social_title_before_both():
    head = build_head("Headline", ADDRESS, search_title="For search", social_title="For friends")
    assert (head.title, head.social_title) == ("For search", "For friends")
    assert build_head("Headline", ADDRESS, search_title="For search").social_title == "For search"
    assert build_head("Headline", ADDRESS).title == "Headline"


def test_the_first_description_that_says_something_is_taken_and_ends_at_a_word():
    assert build_head("Film", ADDRESS, descriptions=("", " ", "What we say.", "Else.")).description == "What we say."
    long = build_head("Film", ADDRESS, descriptions=("word " * 100,)).description
    assert len(long) <= LONGEST_DESCRIPTION
    assert long.endswith("word…")


def test_each_page_of_a_list_has_title_description_and_address_of_its_own():
    first, second = (build_head("Film", ADDRESS, descriptions=("On screens.",), number=n) for n in (1, 2))
    assert (second.title, second.canonical) == ("Film, page 2", f"{ADDRESS}?page=2")
    assert second.description != first.description


def test_large_previews_are_allowed_also_where_a_page_is_not_to_be_listed():
    assert build_head("Film", ADDRESS).robots == "max-image-preview:large"
    assert build_head("Film", ADDRESS, noindex=True).robots == "noindex, max-image-preview:large"


@pytest.mark.django_db
def test_a_story_says_its_dates_people_section_and_topics_to_those_who_share_it(client):
    make_author_index()
    ines = make_author("Ines Farrow")
    topics = [make_topic("Awards"), make_topic("Cinemas")]
    story = make_article(
        section=make_section("Film"), authors=[ines], topics=topics, lead_image=make_image(description="A hall.")
    )
    page = Read(client.get(story.url))
    assert page.meta("og:type") == ["article"]
    assert page.meta("article:published_time") == [page.node("NewsArticle")["datePublished"]]
    assert page.meta("article:modified_time") == [page.node("NewsArticle")["dateModified"]]
    assert page.meta("article:author") == ["Ines Farrow"]
    assert page.meta("article:section") == ["Film"]
    assert page.meta("article:tag") == ["Awards", "Cinemas"]
    assert page.meta("og:url") == [page.canonical]
    assert page.meta("og:locale") == ["en_GB"]
    assert page.meta("og:image:width") + page.meta("og:image:height") == ["1200", "630"]
    assert page.meta("og:image:type") == ["image/jpeg"]
    assert page.meta("og:image:alt") == ["A hall."]
    assert page.meta("twitter:card") == ["summary_large_image"]


@pytest.mark.django_db
def test_a_story_without_a_standfirst_is_described_by_its_first_words(client):
    page = Read(client.get(make_article(body=[("paragraph", "<p>The bell rings at nine.</p>")]).url))
    assert page.meta("description") == ["The bell rings at nine."]


@pytest.mark.django_db
def test_pages_without_words_of_their_own_are_still_described_differently(client):
    for section in (make_section("Film"), make_section("Music")):
        publication_description(client)
        assert Read(client.get(section.url)).meta("description") == [f"{section.title}. News of the harbour."]


def publication_description(client):
    from portal.site_settings import Publication

    client.get("/")
    publication = Publication.objects.get()
    publication.description = "News of the harbour."
    publication.save()
