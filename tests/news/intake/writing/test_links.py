"""Links between stories lead to what stands here now, and nowhere where not everybody may read it."""

import json

import pytest
from wagtail.models import PageViewRestriction

from news.intake.writing.options import ImportOptions
from news.intake.writing.run import run_import
from news.models import ArticlePage
from tests.exports import BLOG
from tests.news.intake.writing.moving import attachment, bring_in, noted, post, story

pytestmark = pytest.mark.django_db
SECOND = f"{BLOG}/2024/06/05/story-2/"


def link(address=SECOND, words="that"):
    return f'<p>See <a href="{address}">{words}</a>.</p>'


def shown(client, number=1):
    """Return the body of a story's page, as readers get it."""
    return client.get(story(number).url).content.decode().partition("<article")[2]


def test_a_link_keeps_the_place_to_which_it_leads(tmp_path, client):
    bring_in(tmp_path, post(1, content=link(f"{SECOND}#part")), post(2, content='<p id="part">Here.</p>'))
    assert '<a href="/film/story-2/#part">that</a>' in shown(client)


def test_a_link_to_a_heading_finds_it_here(tmp_path, client):
    heading = '<h2 id="part">The part</h2><p>x</p>'
    bring_in(tmp_path, post(1, content=link(f"{SECOND}#part")), post(2, content=heading))
    (block,) = [block for block in story(2).body if block.block_type == "heading"]
    anchor = f"h-{block.id[:8]}"
    assert f'<a href="/film/story-2/#{anchor}">that</a>' in shown(client)
    assert f'id="{anchor}"' in shown(client, 2)


@pytest.mark.parametrize("place", ["#respond", "#comments", "#comment-12", "#more-3"])
def test_a_place_that_the_old_system_made_is_left_out(tmp_path, client, place):
    bring_in(tmp_path, post(1, content=link(f"{SECOND}{place}")), post(2))
    assert f'<a linktype="page" id="{story(2).pk}">' in story(1).body.raw_data[0]["value"]


def test_a_link_to_a_place_in_a_story_that_is_not_published_tells_no_address(tmp_path, client):
    bring_in(tmp_path, post(1, content=link(f"{SECOND}#part")), post(2, status="draft"))
    assert "See <a>that</a>." in shown(client)


CLOSED = [{"status": "private"}, {"post_password": "sesame"}]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
@pytest.mark.parametrize("fields", CLOSED)
def test_a_link_to_what_not_everybody_may_read_becomes_words(tmp_path, client, fields, order):
    items = {1: post(1, content=link() + link(f"{SECOND}#part")), 2: post(2, **fields)}
    run = bring_in(tmp_path, *(items[number] for number in order))
    assert shown(client).count("See that.") == 2
    assert "story-2" not in client.get(story(1).url).content.decode()
    assert noted(run, "link_closed") == {SECOND: 1, f"{SECOND}#part": 1}


def test_such_a_link_stands_again_once_the_story_is_open_and_the_export_is_run_again(tmp_path, client):
    items = post(1, content=link()), post(2, status="private")
    bring_in(tmp_path, *items)
    assert bring_in(tmp_path, *items).summary["outcomes"]["post"] == {"unchanged": 2}
    PageViewRestriction.objects.all().delete()
    assert bring_in(tmp_path, *items).summary["outcomes"]["post"] == {"updated": 1, "unchanged": 1}
    assert '<a href="/film/story-2/">that</a>' in shown(client)


def test_what_is_closed_itself_may_link_to_what_is_closed(tmp_path):
    run = bring_in(tmp_path, post(1, status="private", content=link()), post(2, status="private"))
    assert f'<a linktype="page" id="{story(2).pk}">' in story(1).body.raw_data[0]["value"]
    assert not noted(run, "link_closed")


def test_links_in_imported_html_lead_on_and_its_original_stays(tmp_path, client):
    html = f"<my-box>Words {link()} and {link(f'{BLOG}/2024/06/05/story-3/', 'secret')}</my-box>"
    run = bring_in(tmp_path, post(1, content=html), post(2), post(3, status="draft"))
    (block,) = story(1).body.raw_data
    assert block["type"] == "imported_html"
    assert SECOND in block["value"]["original"]
    assert '<a href="/film/story-2/">that</a>' in shown(client)
    assert "story-3" not in shown(client)
    assert noted(run, "link_closed") == {f"{BLOG}/2024/06/05/story-3/": 1}


@pytest.mark.parametrize(("fields", "leads_to"), [({}, "/film/story-2/"), ({"status": "draft"}, "")])
def test_a_picture_leads_to_the_page_here(tmp_path, uploads, fields, leads_to):
    picture = f'<a href="{SECOND}"><img src="{BLOG}/wp-content/uploads/2024/06/bell.jpg" alt="A bell"></a>'
    items = attachment(9), post(1, content=picture), post(2, **fields)
    bring_in(tmp_path, *items, media=uploads())
    assert bring_in(tmp_path, *items, media=uploads()).summary["outcomes"]["post"] == {"unchanged": 2}
    (block,) = story(1).body.raw_data
    assert block["value"]["link"].removeprefix("http://localhost") == leads_to


def test_code_that_shows_a_link_stays_as_it_was(tmp_path):
    code = f'<pre>&lt;a href="{SECOND}"&gt;x&lt;/a&gt;</pre>'
    bring_in(tmp_path, post(1, content=code + link()), post(2))
    assert story(1).body.raw_data[0]["value"]["text"] == f'<a href="{SECOND}">x</a>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/", '<a href="/">that</a>'),
        ("/author/ada/", '<a href="/authors/ada/">that</a>'),
        ("/picture-9/", '<a href="/film/story-2/">that</a>'),
        ("/2024/06/05/story-2/feed/", '<a href="/film/story-2/">that</a>'),
        ("/2024/06/", '<a href="/2024/06/">that</a>'),
    ],
)
def test_whatever_a_redirect_answers_is_no_dead_link(tmp_path, client, old, new):
    run = bring_in(tmp_path, post(1, content=link(f"{BLOG}{old}")), post(2), attachment(9, post_parent="2"))
    assert new in shown(client)
    assert not noted(run, "link_unresolved")


def test_links_within_a_text_lead_to_its_headings(tmp_path, client):
    contents = '<p><a href="#part">Part</a> <a href="#none">None</a></p><h2><span id="part">The part</span></h2>'
    bring_in(tmp_path, post(1, content=contents))
    page = ArticlePage.objects.get()
    (block,) = [block for block in page.body if block.block_type == "heading"]
    assert f'<a href="#h-{block.id[:8]}">Part</a> None' in json.dumps(page.body.raw_data[0]["value"]).replace(
        '\\"', '"'
    )


def test_links_of_a_system_that_does_not_tell_its_own_address_lead_on(tmp_path):
    said = {"status": "published", "published_at": "2024-06-05T16:04:48.000Z"}
    first = {"id": "1", "title": "One", "slug": "one", "html": '<p><a href="__GHOST_URL__/two/">that</a></p>', **said}
    second = {"id": "2", "title": "Two", "slug": "two", "html": "<p>Two</p>", **said}
    file = tmp_path / "ghost.json"
    file.write_text(json.dumps({"db": [{"data": {"posts": [first, second]}}]}))
    run_import([file], ImportOptions())
    one, two = (ArticlePage.objects.get(slug=slug) for slug in ("one", "two"))
    assert f'<a linktype="page" id="{two.pk}">that</a>' in one.body.raw_data[0]["value"]
