"""What is published is what every web process serves from then on: four real processes, all of them warm.

With ``DATABASE_URL`` and ``REDIS_URL`` the site stands on PostgreSQL and Redis, else on SQLite and files.
"""

import pytest

from .live_writers import PASSWORD, Writer, write_at_once
from .real_newsroom import open_newsroom

pytestmark = pytest.mark.xdist_group("visible-at-once")

WRITERS, UPDATES_EACH = 3, 67


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory, procfile):
    with open_newsroom(tmp_path_factory.mktemp("visible-at-once"), procfile) as newsroom:
        yield newsroom


def test_a_new_story_stands_wherever_it_belongs(newsroom):
    newsroom.warm_up()
    newsroom.do("new = make_article('The curtain rises', slug='new', section=film, authors=[author])")
    for path in ("/", "/film/", "/authors/ada/", "/film/new/"):
        newsroom.everybody_sees(path, "The curtain rises")


def test_a_story_that_was_unpublished_is_nowhere(newsroom):
    newsroom.do("short = make_article('A short stay', slug='short', section=film, authors=[author])")
    newsroom.warm_up("/film/short/")
    newsroom.everybody_sees("/film/", "A short stay")
    newsroom.do("short.unpublish()")
    for path in ("/", "/film/", "/authors/ada/"):
        newsroom.nobody_sees(path, "A short stay")
    assert all(status in {404, 410} for status, _page in newsroom.seen("/film/short/"))


def test_an_author_has_the_new_name_wherever_it_stands(newsroom):
    newsroom.warm_up()
    newsroom.do("author.name = 'Ada Carillon'", "author.save()")
    for path in ("/film/first/", "/authors/ada/"):
        newsroom.everybody_sees(path, "Ada Carillon")
        newsroom.nobody_sees(path, "Ada Bell")


def test_a_scheduled_story_is_there_once_the_clock_has_ticked(newsroom):
    newsroom.do(
        "later = make_article('Lights at eight', slug='later', section=film, live=False)",
        "schedule(later, timezone.now() + timedelta(seconds=5))",
    )
    newsroom.warm_up()
    newsroom.nobody_sees("/film/", "Lights at eight")
    newsroom.do("time.sleep(5)", "call_command('clock', '--once')")
    for path in ("/", "/film/", "/film/later/"):
        newsroom.everybody_sees(path, "Lights at eight")


def test_three_writers_publish_two_hundred_live_updates_at_once_and_none_is_lost(newsroom):
    names = [f"writer{number}" for number in range(WRITERS)]
    newsroom.do(
        "reporters = [set_up_role('reporter', [film])]",
        *(f"make_user('{name}', password='{PASSWORD}', groups=reporters)" for name in names),
        "blog = make_live_blog('Lantern night', slug='lantern', section=film)",
        "open(os.path.join(os.environ['DATA_DIR'], 'blog'), 'w').write(str(blog.pk))",
    )
    key = newsroom.site.data.joinpath("blog").read_text()
    texts = [[f"Lamp {name}-{number:03} is lit." for number in range(UPDATES_EACH)] for name in names]
    writers = [Writer(newsroom.site, name) for name in names]
    assert write_at_once(writers, f"/admin/live/{key}/", "/film/lantern/", texts) == []
    newsroom.do(
        f"assert sorted(blog.updates.values_list('body_text', flat=True)) == {sorted(sum(texts, []))}",
        "log = PageLogEntry.objects.filter(page=blog, action='news.live.publish')",
        f"assert log.count() == {WRITERS * UPDATES_EACH}",
        "assert blog.revisions.count() == 1",
    )
