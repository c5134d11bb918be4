"""Stories that are written in bulk are the same as those that are published one by one."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageLogEntry
from wagtail.search.models import IndexEntry

from home.demo.growth import grow
from news.bulk import add_stories, index_for_search, next_child_number, weigh_titles
from news.models import ArticlePage, Contribution, SectionPage
from news.querysets import stories
from portal import clock
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_section,
    make_topic,
    paragraph,
    publish,
    restrict,
    stream,
)

pytestmark = pytest.mark.django_db

NOW = clock.now().replace(microsecond=0)


def unsaved(number=1, *, live=True, **fields):
    return ArticlePage(
        title=f"The harbour choir, part {number}",
        slug=f"choir-{number}",
        standfirst="Twelve voices and a lamp.",
        body=stream([paragraph("Nobody expected it to take less than an hour.")]),
        live=live,
        first_published_at=NOW - timedelta(hours=number) if live else None,
        **fields,
    )


def add(section, number, **fields):
    return add_stories(section, [(unsaved(place, **fields), [], []) for place in range(1, number + 1)])


# --- The tree -------------------------------------------------------------------


def test_stories_stand_below_their_section():
    film = make_section("Film")
    pages = add(film, 3)
    film.refresh_from_db()
    assert [child.pk for child in film.get_children().order_by("path")] == [page.pk for page in pages]
    assert film.numchild == 3


def test_the_tree_is_sound_afterwards():
    film = make_section("Film")
    add(film, 3)
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_story_can_be_added_in_the_editor_afterwards():
    film = make_section("Film")
    add(film, 3)
    story = make_article(section=SectionPage.objects.get(pk=film.pk))
    assert story.path == f"{film.path}0004"
    assert Page.find_problems() == ([], [], [], [], [])


def test_stories_come_after_what_the_section_holds_already():
    film = make_section("Film")
    make_section("Shorts", parent=film)
    earlier = make_article(section=film)
    pages = add(film, 2)
    assert earlier.path < pages[0].path < pages[1].path


def test_places_of_deleted_stories_are_not_used_twice():
    film = make_section("Film")
    add(film, 3)
    ArticlePage.objects.get(slug="choir-2").delete()
    add(film, 1, kicker="Again")
    assert len(set(Page.objects.child_of(film).values_list("path", flat=True))) == 3


def test_numbers_beyond_one_digit_of_the_path_are_counted_on():
    film = make_section("Film")
    add(film, 40)
    assert next_child_number(film) == 41
    assert Page.objects.child_of(film).order_by("-path").first().path.endswith("0014")


# --- What a save would have done --------------------------------------------------


def comparable(page):
    """Return what readers and lists know of a story, without what no two stories share."""
    names = [*ArticlePage.DERIVED_FIELDS, "live", "expired", "locked", "has_unpublished_changes", "locale_id", "depth"]
    return {name: getattr(page, name) for name in [*names, "content_type_id", "draft_title", "seo_title", "alias_of"]}


@pytest.mark.parametrize("live", [True, False])
def test_a_story_written_in_bulk_equals_one_that_was_saved(live):
    film = make_section("Film")
    add(film, 1, live=live)
    written = ArticlePage.objects.get()
    saved = unsaved(1, live=live)
    saved.slug = "saved"
    saved.contributions = [Contribution(author=make_author())]
    film.refresh_from_db()
    film.add_child(instance=saved)
    assert comparable(written) == comparable(ArticlePage.objects.get(pk=saved.pk))


def test_the_address_answers(client):
    film = make_section("Film")
    (page,) = add(film, 1)
    assert client.get(ArticlePage.objects.get(pk=page.pk).url).status_code == 200
    assert ArticlePage.objects.get().url == "/film/choir-1/"


def test_authors_and_topics_are_linked_with_date_and_visibility():
    film, author, topics = make_section("Film"), make_author(), [make_topic("One"), make_topic("Two")]
    (page,) = add_stories(film, [(unsaved(), [author], topics)])
    story = ArticlePage.objects.get(pk=page.pk)
    assert list(stories().published().by_author(author)) == [story]
    for topic in topics:
        assert list(stories().published().on_topic(topic)) == [story]
    for link in (*story.contributions.all(), *story.topic_links.all()):
        assert (link.is_public, link.published_at) == (True, story.published_at)


def test_a_story_below_a_closed_section_is_not_public():
    entertainment = make_section("Entertainment")
    film = make_section("Film", parent=entertainment)
    restrict(entertainment)
    add_stories(film, [(unsaved(), [make_author()], [])])
    story = ArticlePage.objects.get()
    assert not story.is_public
    assert not story.contributions.get().is_public


def test_a_story_below_an_unpublished_section_is_not_public():
    entertainment = make_section("Entertainment", live=False)
    film = make_section("Film", parent=entertainment)
    add(film, 1)
    assert not ArticlePage.objects.get().is_public


def test_a_story_can_be_edited_and_published_afterwards():
    film = make_section("Film")
    add(film, 1)
    story = ArticlePage.objects.get()
    story.title = "Another headline"
    story = publish(story)
    assert story.title == "Another headline"
    assert story.updated_at is not None
    assert story.published_at == NOW - timedelta(hours=1)


def test_indexed_stories_are_found(client):
    film = make_section("Film")
    index_for_search(add(film, 2))
    assert {story.slug for story in stories().published().search("harbour choir")} == {"choir-1", "choir-2"}


def test_titles_are_weighed_once_and_not_with_each_batch():
    film = make_section("Film")
    pages = add(film, 2)
    index_for_search(pages)
    unweighed = IndexEntry.objects.filter(title_norm=1.0, object_id__in=[str(page.pk) for page in pages])
    assert unweighed.count() == 2
    weigh_titles()
    assert not unweighed.exists()


def test_the_cost_grows_with_the_batches_and_not_with_the_stories(django_assert_max_num_queries):
    few, many, author = make_section("Few"), make_section("Many"), make_author()
    counts = []
    for section, number in ((few, 2), (many, 60)):
        with django_assert_max_num_queries(40) as queries:
            add_stories(section, [(unsaved(place), [author], []) for place in range(1, number + 1)])
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 3


# --- Growing the demo -------------------------------------------------------------


@pytest.fixture
def newsroom():
    """A newsroom that is big enough to grow."""
    entertainment = make_section("Entertainment")
    for title in ("Film", "Music"):
        make_section(title, parent=entertainment)
    for title in ("Awards", "Vinyl", "Books"):
        make_topic(title)
    make_author()


def test_a_newsroom_grows_to_the_number_asked_for(newsroom):
    assert grow(25, seed=8) == 25
    assert stories().published().count() == 25
    assert grow(25, seed=8) == 0
    assert grow(40, seed=8) == 15
    assert stories().published().count() == 40


def test_a_smaller_number_takes_nothing_away(newsroom):
    grow(10, seed=8)
    assert grow(5, seed=8) == 0
    assert stories().count() == 10


def test_every_grown_story_has_an_address_of_its_own_even_after_deletions(newsroom):
    grow(10, seed=8)
    for story in ArticlePage.objects.order_by("pk")[:4]:
        story.delete()
    grow(14, seed=8)
    addresses = list(ArticlePage.objects.values_list("url_path", flat=True))
    assert len(set(addresses)) == len(addresses) == 14


def test_grown_stories_are_found_by_the_search(newsroom):
    grow(10, seed=8)
    assert stories().published().search("minutes").count() <= 10
    assert stories().published().search(stories().first().title).count() >= 1


def test_the_same_seed_gives_the_same_stories(newsroom):
    grow(12, seed=8)
    first = list(ArticlePage.objects.order_by("slug").values_list("slug", "title", "url_path"))
    for story in ArticlePage.objects.all():
        story.delete()
    grow(12, seed=8)
    assert list(ArticlePage.objects.order_by("slug").values_list("slug", "title", "url_path")) == first


def test_grown_stories_lie_in_the_past(newsroom):
    grow(10, seed=8)
    assert not stories().filter(published_at__gt=clock.now()).exists()


def test_an_interrupted_growth_leaves_no_story_that_the_search_does_not_know(newsroom, monkeypatch):
    def interrupted(pages):
        raise KeyboardInterrupt

    monkeypatch.setattr("home.demo.growth.index_for_search", interrupted)
    with pytest.raises(KeyboardInterrupt):
        grow(10, seed=8)
    assert not stories().exists()


def test_wagtail_finds_nothing_to_repair(newsroom, capsys):
    grow(10, seed=8)
    call_command("fixtree", "--noinput")
    assert capsys.readouterr().out.count("No problems found.") == 2


def test_bulk_writing_leaves_no_history(newsroom):
    before = PageLogEntry.objects.count()
    grow(5, seed=8)
    assert PageLogEntry.objects.count() == before
    assert home_page().get_descendants().type(ArticlePage).count() == 5
