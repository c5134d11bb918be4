"""Every sitemap holds to its schema; the schemas beside this file are written after the protocols' texts."""

from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from news.models.topics import THIN_BELOW
from portal import clock
from tests.builders import make_article, make_author, make_author_index, make_image, make_section, make_topic
from tests.news.syndication.reading import sitemaps_of

pytestmark = pytest.mark.django_db

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schemas" / "sitemap.xsd"))
CLIP = {"url": "https://vimeo.com/100000001", "title": "Bell & rope", "poster": None, "duration": "", "caption": "",
        "transcript": ""}  # fmt: skip


def faults(xml):
    SCHEMA.validate(etree.fromstring(xml))
    return [str(error) for error in SCHEMA.error_log]


def test_every_sitemap_holds_to_its_schema(client):
    film = make_section("Фильм", slug="фильм")
    topic = make_topic("Awards & <prizes>")
    for _place in range(THIN_BELOW):
        make_article(section=film, topics=[topic])
    make_author_index()
    make_author("Ada Lomax")
    picture = make_image()
    make_article("Bell & <rope>", section=film, lead_image=picture, body=[("embed", CLIP)])
    make_article("Bell \x0b in a bad encoding", section=film, published_at=clock.now() - timedelta(days=400))
    paths = sitemaps_of(client)
    assert len(paths) == 8
    for path in paths:
        assert faults(client.get(path).content) == [], path


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<url></url>",
        "<url><loc>/film/</loc></url>",
        "<url><loc>https://example.org/film/</loc><lastmod>2025-03-14</lastmod></url>",
        "<url><lastmod>2025-03-14T09:30:00Z</lastmod><loc>https://example.org/film/</loc></url>",
        "<url><loc>https://example.org/film/</loc></url>" * 2,
        "<url><loc>https://example.org/film/</loc><priority>1</priority></url>",
    ],
)
def test_the_schema_refuses_what_the_protocol_does(body):
    assert faults(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'.encode())
