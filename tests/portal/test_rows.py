"""Rows that come along: the same instances that a query of their own would have found."""

import pytest
from django.db.models import F, OuterRef

from news.models import ArticlePage, Contribution, Correction
from news.querysets import PICTURE_FIELDS
from portal.page_cache.tags import collecting
from portal.rows import Rows
from tests.builders import make_article, make_author, make_correction, make_image

pytestmark = pytest.mark.django_db

PHOTO = tuple(f"author__photo__{name}" for name in PICTURE_FIELDS)


def story_with(rows):
    return ArticlePage.objects.annotate(along=rows).get()


def contributions(*fields):
    people = Contribution.objects.filter(article=OuterRef("pk")).order_by("sort_order")
    return Rows(people, "id", "role", "author__id", "author__name", *fields)


def test_rows_come_in_their_order_and_with_what_they_point_at(django_assert_num_queries):
    first, second = make_author("Zadie Quill"), make_author("Abel Roake")
    make_article(authors=[first, second])
    with django_assert_num_queries(1):
        along = story_with(contributions()).along
        assert [row.author.name for row in along] == ["Zadie Quill", "Abel Roake"]
    assert [row.author for row in along] == [first, second]


def test_a_row_without_company_has_an_empty_list():
    make_article()
    assert story_with(contributions()).along == []


def test_what_is_not_there_is_none():
    make_article(authors=[make_author()])
    assert story_with(contributions(*PHOTO)).along[0].author.photo is None


def test_fields_have_the_values_that_a_query_finds():
    photo = make_image(description="A hall — “quoted” \\ and <b>.")
    photo.get_rendition("width-400|format-jpeg")
    make_article(authors=[make_author(photo=photo)])
    found = story_with(contributions(*PHOTO)).along[0].author.photo
    photo.refresh_from_db()
    assert {name: getattr(found, name) for name in PICTURE_FIELDS} == {n: getattr(photo, n) for n in PICTURE_FIELDS}


def test_moments_and_truths_keep_their_type():
    correction = make_correction(make_article(), "The hall seats 412.", severe=True)
    rows = Rows(Correction.objects.filter(article=OuterRef("pk")), "id", "severe", "published_at")
    found = story_with(rows).along[0]
    assert (found.severe, found.published_at) == (True, Correction.objects.get(pk=correction.pk).published_at)


def test_annotations_come_along(django_assert_num_queries):
    make_article(authors=[make_author("Zadie Quill")])
    people = Contribution.objects.filter(article=OuterRef("pk")).annotate(called=F("author__name"))
    with django_assert_num_queries(1):
        assert story_with(Rows(people, "id", "called")).along[0].called == "Zadie Quill"


def test_what_was_not_fetched_is_fetched_when_it_is_asked_for():
    author = make_author(job_title="Critic")
    make_article(authors=[author])
    assert story_with(contributions()).along[0].author.job_title == "Critic"


def test_what_comes_along_tags_the_page_that_shows_it():
    author = make_author()
    make_article(authors=[author])
    with collecting() as shown:
        story_with(contributions())
    assert f"author-{author.pk}" in shown.tags
