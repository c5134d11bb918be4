"""What a post becomes: every row of the table for moving in."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from wagtail.models import ReferenceIndex

from home.models import StandardPage
from news.models import ArticlePage, Author, TopicPage
from portal import clock
from tests.news.intake.writing.moving import bring_in, noted, page, post, story

pytestmark = pytest.mark.django_db


def test_a_post_becomes_a_story_that_readers_find(tmp_path, client):
    bring_in(tmp_path, post(1, title="The interval is back", content="<p>A bell rings.</p>"))
    answer = client.get("/film/story-1/")
    assert answer.status_code == 200
    assert "A bell rings." in answer.content.decode()
    assert "The interval is back" in client.get("/film/").content.decode()
    assert "The interval is back" in client.get("/search/?q=interval").content.decode()


def test_dates_stand_in_the_row_and_in_the_revision(tmp_path):
    bring_in(tmp_path, post(1, post_modified_gmt="2024-07-01 10:00:00"))
    published, changed = datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC), datetime(2024, 7, 1, 10, tzinfo=UTC)
    page = story()
    assert (page.first_published_at, page.last_published_at, page.updated_at) == (published, changed, changed)
    kept = page.latest_revision.content
    assert datetime.fromisoformat(kept["first_published_at"]) == published
    page.latest_revision.publish()
    assert story().first_published_at == published


def test_a_change_within_a_day_is_no_update(tmp_path):
    bring_in(tmp_path, post(1, post_modified_gmt="2024-06-06 10:00:00"))
    assert story().updated_at is None


def test_a_date_without_zone_is_read_in_the_zone_that_was_named(tmp_path):
    bring_in(tmp_path, post(1, post_date_gmt="0000-00-00 00:00:00"), timezone="Europe/Berlin")
    assert story().first_published_at == datetime(2024, 6, 5, 16, 4, 48, tzinfo=UTC)


def test_a_story_has_one_revision_that_is_live(tmp_path):
    bring_in(tmp_path, post(1))
    page = story()
    assert page.live_revision_id == page.latest_revision_id
    assert page.revisions.count() == 1
    assert json.loads(page.latest_revision.content["body"])[0]["value"]


def test_an_import_tells_nobody(tmp_path, mailoutbox):
    from portal.models import OutboxEntry

    bring_in(tmp_path, post(1))
    assert not OutboxEntry.objects.exists()
    assert not mailoutbox


def test_the_excerpt_becomes_standfirst_and_seo_fields_stay_their_own(tmp_path):
    meta = {"_yoast_wpseo_title": "For search", "_yoast_wpseo_metadesc": "Found by machines"}
    bring_in(tmp_path, post(1, excerpt="In <b>short</b> &amp; good", meta=meta))
    page = story()
    assert page.standfirst == "In short & good"
    assert (page.seo_title, page.search_description) == ("For search", "Found by machines")


def test_a_title_is_made_where_there_is_none(tmp_path):
    run = bring_in(tmp_path, post(1, title="", content="<p>One two three four five six seven eight nine ten.</p>"))
    assert story().title == "One two three four five six seven eight"
    assert noted(run, "title_made")


@pytest.mark.parametrize("status", ["draft", "pending"])
def test_what_was_not_published_is_a_draft(tmp_path, status):
    bring_in(tmp_path, post(1, status=status, link="https://old.example/?p=1"))
    (page,) = ArticlePage.objects.all()
    assert not page.live
    assert page.first_published_at is None
    assert page.has_unpublished_changes


def test_a_post_to_come_is_approved_to_go_live_then(tmp_path):
    at = (clock.now() + timedelta(days=3)).replace(microsecond=0)
    bring_in(tmp_path, post(1, status="future", post_date_gmt=f"{at:%Y-%m-%d %H:%M:%S}"))
    page = story()
    assert not page.live
    assert page.go_live_at == at
    assert page.latest_revision.approved_go_live_at == at


def test_a_post_that_should_have_come_long_ago_is_a_draft_and_reported(tmp_path):
    run = bring_in(tmp_path, post(1, status="future"))
    page = story()
    assert not page.live
    assert page.latest_revision.approved_go_live_at is None
    assert noted(run, "schedule_past")


def test_a_published_post_with_a_date_far_ahead_is_one_to_come(tmp_path, client):
    run = bring_in(tmp_path, post(1, post_date_gmt="2199-01-01 00:00:00"))
    page = story()
    assert not page.live
    assert page.go_live_at == page.latest_revision.approved_go_live_at == datetime(2199, 1, 1, tzinfo=UTC)
    assert noted(run, "date_in_future")
    for path in ("/film/story-1/", "/2024/06/05/story-1/"):
        assert client.get(path).status_code == 404


def test_a_post_of_a_clock_that_goes_wrong_is_published_now(tmp_path):
    before = clock.now()
    ahead = f"{before + timedelta(hours=9):%Y-%m-%d %H:%M:%S}"
    run = bring_in(tmp_path, post(1, post_date_gmt=ahead, post_modified_gmt=ahead))
    page = story()
    assert page.live
    assert before <= page.first_published_at == page.last_published_at <= clock.now()
    assert noted(run, "date_in_future")


def test_no_story_was_changed_in_the_future(tmp_path):
    bring_in(tmp_path, post(1, post_modified_gmt="2199-01-01 00:00:00"))
    assert story().updated_at <= clock.now()


CLOSED = [{"status": "private"}, {"post_password": "sesame"}]


@pytest.mark.parametrize("fields", CLOSED)
def test_private_and_protected_posts_are_behind_a_login(tmp_path, fields):
    bring_in(tmp_path, post(1, **fields))
    page = story()
    assert page.live
    assert not page.is_public
    assert [r.restriction_type for r in page.get_view_restrictions()] == ["login"]


@pytest.mark.parametrize("fields", CLOSED)
def test_private_and_protected_posts_are_drafts_where_that_is_asked_for(tmp_path, fields):
    bring_in(tmp_path, post(1, **fields), private="draft")
    assert not story().live


def test_a_password_of_the_old_system_is_kept_nowhere(tmp_path):
    run = bring_in(tmp_path, post(1, post_password="sesame-open-7"))
    assert "sesame-open-7" not in json.dumps(run.summary)
    assert "sesame-open-7" not in json.dumps(story().latest_revision.content)


def test_what_nobody_may_read_is_on_no_public_address(tmp_path, client):
    hidden = [
        post(1, title="Zebrafish draft", status="draft"),
        post(2, title="Zebrafish private", status="private"),
        post(3, title="Zebrafish password", post_password="sesame"),
        post(4, title="Zebrafish future", status="future", post_date_gmt="2199-01-01 00:00:00"),
        page(5, title="Zebrafish page", status="private"),
    ]
    bring_in(tmp_path, post(6, title="An open story"), *hidden)
    month = "/sitemap-stories-2024-06.xml"
    public = ["/", "/film/", "/feed/", "/film/feed/", "/sitemap.xml", month, "/sitemap-pages.xml", "/sitemap-news.xml"]
    for path in [*public, "/archive/2024/06/", "/authors/ada/", "/search/?q=story"]:
        assert "Zebrafish" not in client.get(path).content.decode(), path
    found = client.get("/search/?q=Zebrafish").content.decode()
    assert not any(f"story-{number}/" in found or f"page-{number}/" in found for number in range(1, 6))
    for number in range(1, 6):
        for path in (f"/film/story-{number}/", f"/2024/06/05/story-{number}/", f"/?p={number}"):
            answer = client.get(path)
            assert answer.status_code in {301, 302, 404}, path
            assert "Zebrafish" not in answer.content.decode()
            assert f"story-{number}" not in answer.get("Location", "").partition("?")[0], path


def test_the_bin_is_left_out_or_comes_in_as_drafts(tmp_path):
    binned = post(1, status="trash", post_name="story-1__trashed", meta={"_wp_desired_post_slug": "story-1"})
    run = bring_in(tmp_path, binned)
    assert not ArticlePage.objects.exists()
    assert run.summary["passed_over"]
    bring_in(tmp_path, binned, trash="draft")
    (page,) = ArticlePage.objects.all()
    assert (page.live, page.slug) == (False, "story-1")


def test_authors_are_told_apart_by_their_login_and_keep_their_order(tmp_path):
    people = [("author", "cap-ada-two", "Ada Lovelace"), ("author", "cap-ada", "Ada Lovelace")]
    bring_in(tmp_path, post(1, categories=[("category", "film", "Film"), *people]))
    authors = [contribution.author for contribution in story().contributions.all()]
    assert [author.name for author in authors] == ["Ada Lovelace", "Ada Lovelace"]
    assert len({author.pk for author in authors}) == 2


def test_an_author_without_record_is_made_and_reported(tmp_path):
    run = bring_in(tmp_path, post(1, creator="grace.hopper"))
    assert Author.objects.get(slug__startswith="grace").name == "Grace Hopper"
    assert "grace.hopper" in noted(run, "author_made")


def test_no_author_gets_an_account_or_shows_an_address(tmp_path, django_user_model, client):
    bring_in(tmp_path, post(1))
    assert not django_user_model.objects.filter(username="ada").exists()
    answer = client.get("/authors/ada/")
    assert answer.status_code == 200
    assert "ada@old.example" not in answer.content.decode()


def test_tags_become_topics_whatever_their_case(tmp_path):
    tags = [("post_tag", "awards", "Awards")], [("post_tag", "Awards", "AWARDS")]
    bring_in(tmp_path, *(post(n, categories=[("category", "film", "Film"), *tag]) for n, tag in enumerate(tags, 1)))
    (topic,) = TopicPage.objects.all()
    assert topic.title == "Awards"
    assert topic.article_links.count() == 2


def test_comments_are_counted(tmp_path):
    run = bring_in(tmp_path, post(1, comments=3))
    assert run.summary["comments"] == 3


def test_a_sticky_post_is_named(tmp_path):
    assert noted(bring_in(tmp_path, post(1, is_sticky="1")), "sticky")


def test_other_types_are_counted_by_type(tmp_path):
    run = bring_in(tmp_path, post(1, post_type="product"), post(2, post_type="nav_menu_item"))
    assert {"product", "nav_menu_item"} <= set(run.summary["passed_over"])


def test_pages_keep_their_tree_whatever_their_order(tmp_path, client):
    child = page(1, title="Our team", post_parent="2", post_name="team")
    bring_in(tmp_path, child, page(2, title="About", post_name="about"))
    assert client.get("/about/team/").status_code == 200
    assert StandardPage.objects.count() == 2


def test_an_open_page_below_a_closed_one_stays_open(tmp_path, client):
    run = bring_in(tmp_path, page(1, status="draft"), page(2, post_parent="1", post_name="open"))
    assert client.get("/open/").status_code == 200
    assert noted(run, "parent_closed")


def test_pictures_and_people_of_a_story_are_known_to_be_used(tmp_path):
    bring_in(tmp_path, post(1))
    assert ReferenceIndex.get_references_to(Author.objects.get(slug="ada")).exists()


def test_links_to_stories_lead_to_their_pages_whichever_came_first(tmp_path, client):
    to = '<p>See <a href="https://old.example/2024/06/05/story-{}/">that</a>.</p>'
    lost = '<p><a href="https://old.example/nowhere/">lost</a></p>'
    run = bring_in(tmp_path, post(1, content=to.format(2) + lost), post(2, content=to.format(1)))
    for number, other in ((1, 2), (2, 1)):
        linked = f'<a linktype="page" id="{story(other).pk}">'
        assert linked in json.dumps(story(number).body.raw_data[0]["value"]).replace('\\"', '"')
        assert linked in story(number).latest_revision.content["body"].replace('\\"', '"')
        assert f'href="/film/story-{other}/"' in client.get(f"/film/story-{number}/").content.decode()
    assert list(noted(run, "link_unresolved")) == ["https://old.example/nowhere/"]


def test_an_address_made_of_a_title_is_in_small_letters(tmp_path):
    bring_in(tmp_path, post(1, title="Rain", post_name="", link="https://old.example/?p=1"))
    assert ArticlePage.objects.get().url == "/film/rain/"
