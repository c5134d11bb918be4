"""What a publish leaves alone: the pages that do not show the new story stay as they are remembered."""

import pytest

from tests.builders import make_article, make_author, make_section, make_topic
from tests.news.test_cache_events import HOST, one_connection, site  # noqa: F401 - fixtures
from tests.portal.page_cache.test_wsgi import ask

pytestmark = pytest.mark.django_db

PUBLISHED = 60


class Counted:
    """The application, counting what it is asked for."""

    def __init__(self, app):
        self.app = app
        self.calls = 0

    def __call__(self, environ, start_response):
        self.calls += 1
        return self.app(environ, start_response)


@pytest.fixture
def readers(site):  # noqa: F811
    """Offer ``readers.read(path)``, which counts the reading, and the renderings in ``readers.renderings``."""
    site.app = Counted(site.app)

    class Readers:
        readings = 0

        def read(self, path, query=""):
            self.readings += 1
            status, _headers, body = ask(site, path=path, query=query, host=HOST)
            assert status == "200 OK"
            return body

        @property
        def renderings(self):
            return site.app.calls

    return Readers()


def test_a_minute_of_publishing_leaves_other_stories_remembered(readers):
    film, opera = make_section("Film", slug="film"), make_section("Opera", slug="opera")
    busy, quiet = make_author("Ada Bell"), make_author("Ben Quill")
    new, old = make_topic("Premieres"), make_topic("Archives")
    stories = [
        make_article(f"Aria {number}", section=opera, authors=[quiet], topics=[old]).get_url() for number in range(5)
    ]
    for story in stories:
        readers.read(story)
    warm = readers.renderings
    for number in range(PUBLISHED):
        make_article(f"Premiere {number}", section=film, authors=[busy], topics=[new])
        for story in stories:
            readers.read(story)
    assert readers.renderings - warm <= 0.05 * PUBLISHED * len(stories)
    assert f"Premiere {PUBLISHED - 1}".encode() in readers.read(film.get_url()), "and what concerns it is new"


@pytest.mark.parametrize("names", [("utm_source", "ref", "7"), ("page", "before", "from", "q", "section", "sort")])
def test_a_thousand_query_strings_on_one_story_cause_few_renderings(readers, names):
    story = make_article("A bell in the hall").get_url()
    for number in range(1000):
        name, other = names[number % len(names)], names[number % (len(names) - 1)]
        readers.read(story, query=f"{name}={number}&{other}={number * 7919}&{number}")
    assert readers.renderings <= 10


def test_only_the_pages_that_a_list_has_are_remembered(site):  # noqa: F811
    section = make_section("Film", slug="film")
    make_article(section=section)
    for query in ("page=2", "page=99999", "page=1000000", "page=-1", "page=x", "page=%00", "before=3", "page=1", ""):
        status, _headers, _body = ask(site, path=section.get_url(), query=query, host=HOST)
        assert status.startswith("200" if query in {"before=3", "page=1", ""} else "404")
    assert len(site.memory) == 1
