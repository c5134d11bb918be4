"""What the page of a story costs: queries and bytes, however much stands on it."""

import gzip

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import ArticlePage
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_image,
    make_section,
    make_topic,
    paragraph,
    sign_medical_review,
)
from tests.news.blocks_at_hand import BODY_BLOCKS, raw_value

pytestmark = pytest.mark.django_db

SMALL = (60, 40)


@pytest.fixture(autouse=True)
def author_index():
    make_author_index()


def figure(image):
    return ("figure", {"image": {"image": image.pk, "alt_text": "A bell", "decorative": False}})


def queries_of(client, story):
    """Return the number of queries that the page costs when no cache remembers anything."""
    client.get(story.url)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(story.url).status_code == 200
    return len(queries)


def story_with(number):
    section, topic = make_section(f"Section {number}"), make_topic(f"Topic {number}")
    author = make_author(f"Author {number}", photo=make_image(size=SMALL))
    neighbours = [
        make_article(
            f"Neighbour {n}", section=section, topics=[topic], authors=[author], lead_image=make_image(size=SMALL)
        )
        for n in range(number)
    ]
    links = "".join(f'<a linktype="page" id="{story.pk}">x</a> ' for story in neighbours)
    pictures = [figure(make_image(size=SMALL)) for _ in range(number)]
    body = [block for picture in pictures for block in (picture, paragraph(links))]
    return make_article(
        section=section,
        topics=[topic],
        authors=[author],
        lead_image=make_image(size=SMALL),
        related=neighbours[:6],
        body=body,
    )


def test_a_story_with_thirty_pictures_and_links_costs_what_one_with_three_costs(client):
    few, many = (queries_of(client, story_with(number)) for number in (3, 30))
    assert few == many <= 5


def test_a_plain_story_costs_less(client):
    assert queries_of(client, make_article(authors=[make_author()], topics=[make_topic()])) <= 4


def test_the_page_of_a_long_story_is_small(client):
    body = [
        paragraph(f"{number} bells rang out over the harbour and nobody counted them. " * 12) for number in range(20)
    ]
    content = client.get(make_article(body=body, lead_image=make_image(size=SMALL)).url).content
    assert len(gzip.compress(content)) <= 15 * 1024


def test_a_reviewed_and_sourced_health_story_stays_within_the_budget(client):
    image = make_image(size=SMALL)
    story = make_article(
        section=make_section("Mind", health=True),
        authors=[make_author(photo=image)],
        topics=[make_topic()],
        lead_image=image,
        sources=[{"kind": "trial", "title": f"Trial {number}"} for number in range(9)],
        body=[figure(image), paragraph("So it is [1].")],
    )
    sign_medical_review(story, make_author("Dr Priya Anand-Holt", is_reviewer=True))
    assert queries_of(client, story) <= 5


def test_a_story_with_every_block_twice_stays_within_the_budget(client):
    every_block = [(name, raw_value(block, lambda: "Words")) for name, block in BODY_BLOCKS.child_blocks.items()]
    assert queries_of(client, make_article(body=every_block * 2, authors=[make_author()])) <= 5


def test_what_there_is_one_of_is_not_looked_for_along_the_whole_tree():
    assert str(ArticlePage.to_serve().query).count('"path" ASC') == 1
