"""What blocks choose: found wherever it stands, and fetched with one query, but for pages."""

import pytest

from news.models import ArticlePage
from portal.chosen import chosen_keys, read
from portal.models import PortalImage
from tests.builders import make_article, make_document, make_image

pytestmark = pytest.mark.django_db


def figure(image, alt="A hall."):
    return {"image": {"image": image.pk, "alt_text": alt, "decorative": False}, "caption": "", "credit": ""}


def body_of(*blocks):
    return ArticlePage.objects.get(pk=make_article(body=blocks).pk).body


@pytest.fixture
def pictures():
    return [make_image(size=(60, 40)) for _ in range(4)]


@pytest.fixture
def body(pictures):
    """The body of a story with pictures in three types of block, and another story."""
    first, second, third, fourth = pictures
    return body_of(
        ("figure", figure(first)),
        ("gallery", {"images": [figure(second), figure(third, "Another.")], "caption": ""}),
        ("embed", {"url": "https://vimeo.com/1", "title": "A clip", "poster": fourth.pk}),
        ("figure", figure(first, "The same, seen otherwise.")),
        ("related", {"story": make_article().pk}),
    )


def test_whatever_is_chosen_is_found(body, pictures):
    keys = chosen_keys([body])
    assert keys[PortalImage] == {picture.pk for picture in pictures}
    assert len(keys[ArticlePage]) == 1


def test_every_model_costs_one_query(body, pictures, django_assert_num_queries):
    with django_assert_num_queries(2):
        read([body])
    with django_assert_num_queries(0):
        assert body[1].value["images"][1]["image"].pk == pictures[2].pk
        assert body[2].value["poster"].pk == pictures[3].pk


def test_pictures_and_files_come_with_one_query(django_assert_num_queries):
    picture, sound = make_image(size=(60, 40)), make_document("A bell", name="bell.mp3")
    body = body_of(("figure", figure(picture)), ("audio", {"title": "A bell", "file": sound.pk, "text": ""}))
    with django_assert_num_queries(1):
        read([body])
    with django_assert_num_queries(0):
        shown, heard = body[0].value["image"], body[1].value["file"]
        assert (shown.pk, shown.credit, shown.created_at) == (picture.pk, picture.credit, picture.created_at)
        assert (heard.pk, heard.title, heard.url) == (sound.pk, "A bell", sound.url)


def test_what_is_known_is_not_asked_for(body, django_assert_num_queries):
    with django_assert_num_queries(1):
        read([body], {ArticlePage: {}})
    assert body[4].value["story"] is None


def test_one_picture_in_two_places_has_two_descriptions(body):
    read([body])
    assert [body[place].value["image"].contextual_alt_text for place in (0, 3)] == [
        "A hall.",
        "The same, seen otherwise.",
    ]


def test_several_streams_share_the_query(pictures, django_assert_num_queries):
    bodies = [body_of(("figure", figure(picture))) for picture in pictures]
    with django_assert_num_queries(1):
        read(bodies)


def test_a_picture_that_is_gone_is_none(pictures):
    body = body_of(("figure", figure(pictures[0])))
    pictures[0].delete()
    read([body])
    assert body[0].value["image"] is None


def test_outside_of_reading_blocks_fetch_for_themselves(body, pictures):
    assert body[0].value["image"].pk == pictures[0].pk
