"""The demo is a living newsroom: everything there is stands in it somewhere, and every page of it renders."""

import io
from collections import Counter
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from wagtail.models import Page, PageViewRestriction, Site, WorkflowState

from home.demo.stories import all_stories
from home.models import ContactPage, PolicyPage, StandardPage
from news.blocks import BODY_BLOCKS, UPDATE_BLOCKS
from news.models import (
    ArticlePage,
    Author,
    BreakingNews,
    Correction,
    CorrectionsPage,
    LiveBlogPage,
    LiveUpdate,
    MedicalReview,
    SectionPage,
    TopicPage,
)
from news.querysets import stories
from portal import clock
from portal.models import PortalImage
from portal.site_settings import Publication
from tests.news.syndication.reading import listed_in_sitemaps

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

ACCOUNTS = {"admin", "editor", "health-editor", "reviewer", "reporter", "front-editor", "picture-desk"}
PASSWORD = "a password for this test"


def seed(**options):
    """Run the command as `make run` does, without cutting pictures; return what it said."""
    said = io.StringIO()
    call_command("seed_demo", no_pictures=True, stdout=said, **options)
    return said.getvalue()


def counted():
    """Return the number of rows of every table that the command could write to."""
    labels = ("portal", "news", "home", "wagtailcore")
    return {model: model.objects.count() for label in labels for model in apps.get_app_config(label).get_models()}


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """The demo newsroom, built once for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEMO_PASSWORD", PASSWORD)
        said = seed()
        yield said
        transaction.set_rollback(True)


# --- What it holds --------------------------------------------------------------


def test_there_is_enough_of_everything(newsroom):
    assert SectionPage.objects.live().count() >= 10
    assert Author.objects.public().count() >= 12
    assert TopicPage.objects.live().count() >= 20
    assert ArticlePage.objects.count() >= 80
    assert PolicyPage.objects.live().count() >= 5
    assert StandardPage.objects.live().exists()
    assert ContactPage.objects.live().exists()
    assert CorrectionsPage.objects.live().count() == 1


def test_advertiser_content_is_signed_by_nobody_of_the_newsroom(newsroom):
    paid_for = ArticlePage.objects.filter(origin=ArticlePage.Origin.SPONSORED)
    names = {author.name for author in Author.objects.filter(contributions__article__in=paid_for)}
    assert names == {"Harbour Bell Studio"}


def test_the_breaking_news_leads_to_the_live_blog_and_ends_by_itself(newsroom):
    (news,) = BreakingNews.objects.all()
    assert isinstance(news.page.specific, LiveBlogPage)
    assert news.ends_at - news.starts_at == timedelta(days=1)


def test_every_policy_says_when_it_was_last_updated(newsroom):
    assert not PolicyPage.objects.filter(last_published_at=None).exists()


def test_sections_have_sub_sections_and_some_are_about_health(newsroom):
    assert SectionPage.objects.filter(depth=3).exists()
    assert SectionPage.objects.filter(depth=4).exists()
    assert SectionPage.objects.filter(health=True).exists()


def test_every_kind_of_story_is_published(newsroom):
    assert set(stories().published().values_list("kind", flat=True)) == set(ArticlePage.Kind.values)


def test_every_origin_of_a_story_is_published(newsroom):
    assert set(stories().published().values_list("origin", flat=True)) == set(ArticlePage.Origin.values)


# What imports alone make, and film of our own, which the demo has none of.
NOT_SHOWN = {"imported_html", "video"}


def blocks_used(bodies):
    return {child.block_type for body in bodies for child in body}


def test_every_block_stands_in_a_published_story(newsroom):
    used = blocks_used(stories().published().values_list("body", flat=True))
    assert used == set(BODY_BLOCKS.child_blocks) - NOT_SHOWN


def test_a_live_blog_shows_several_kinds_of_updates(newsroom):
    blog = LiveBlogPage.objects.live().get()
    assert blog.live_state
    assert blog.updates.public().count() > 5
    assert blog.updates.public().filter(is_key=True).exists()
    assert len(blocks_used(update.body for update in blog.updates.public())) >= 2
    assert blocks_used(update.body for update in blog.updates.public()) <= set(UPDATE_BLOCKS.child_blocks)


def test_a_story_stands_in_every_state(newsroom):
    everything = ArticlePage.objects.all()
    assert everything.filter(
        live=False, first_published_at=None, go_live_at=None, latest_revision__isnull=False
    ).exists()
    assert WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS).exists()
    assert everything.filter(live=False, go_live_at__gt=clock.now()).exists()
    assert Correction.objects.public().exists()
    assert everything.filter(live=False, retired_at__isnull=False).exists()
    assert everything.filter(live=True, is_public=False).exists()
    assert everything.filter(updated_at__isnull=False, is_public=True).exists()


def test_a_scheduled_story_will_be_published_by_the_clock(newsroom):
    story = ArticlePage.objects.filter(live=False, go_live_at__gt=clock.now()).first()
    assert story.revisions.filter(approved_go_live_at=story.go_live_at).exists()


def test_health_stories_have_sources_and_reviewers_who_did_not_write_them(newsroom):
    advice = stories().published().filter(section__health=True, risk_class="C")
    assert advice.exists()
    for story in advice:
        roles = {(c.author_id, c.role) for c in story.contributions.all()}
        writers = {author for author, role in roles if role == "by"}
        reviewers = {author for author, role in roles if role == "reviewed"}
        assert story.sources.exists(), story.title
        assert reviewers, story.title
        assert not writers & reviewers, story.title


def test_most_signatures_still_cover_what_was_signed_and_one_does_not_have_to(newsroom):
    signed = [review.article for review in MedicalReview.objects.signed().select_related("article")]
    assert signed
    assert sum(article.has_valid_review for article in signed) > len(signed) / 2


def test_reviews_have_a_rating_and_a_poster(newsroom):
    reviews = stories().published().filter(kind="review")
    assert reviews.count() >= 6
    assert not reviews.filter(review_rating=None).exists()
    assert reviews.filter(poster__isnull=False).count() >= 6


def test_reviewers_of_health_stories_show_their_credentials(newsroom):
    reviewers = Author.objects.public().filter(is_reviewer=True)
    assert reviewers.count() >= 3
    assert not reviewers.filter(credentials="").exists()


# --- Dates --------------------------------------------------------------------------


def test_ten_stories_are_younger_than_two_days(newsroom):
    assert stories().published().filter(published_at__gte=clock.now() - timedelta(hours=48)).count() >= 10


def test_no_date_lies_in_the_future(newsroom):
    now = clock.now()
    assert not stories().filter(published_at__gt=now).exists()
    assert not stories().filter(updated_at__gt=now).exists()
    assert not Correction.objects.filter(published_at__gt=now).exists()
    assert not LiveUpdate.objects.filter(published_at__gt=now).exists()


def test_no_story_was_updated_before_it_was_published(newsroom):
    for story in stories().published().filter(updated_at__isnull=False):
        assert story.updated_at > story.published_at, story.title


# --- Pictures ------------------------------------------------------------------------


def test_pictures_of_stories_are_wide_enough_for_search_engines(newsroom):
    leads = PortalImage.objects.filter(pk__in=stories().published().values("lead_image"))
    assert leads.exists()
    assert not leads.filter(width__lt=1600).exists()


def test_every_picture_has_a_credit_and_a_description(newsroom):
    assert not PortalImage.objects.filter(credit="").exists()
    used = PortalImage.objects.filter(pk__in=stories().published().values("lead_image"))
    assert not used.filter(description="").exists()


def test_some_stories_have_no_picture(newsroom):
    assert stories().published().filter(lead_image=None).exists()


# --- Every page renders ---------------------------------------------------------------


def statuses(addresses):
    client = Client()
    return {address: client.get(address).status_code for address in addresses}


def test_every_published_page_answers(newsroom):
    closed = PageViewRestriction.objects.values_list("page", flat=True)
    pages = Page.objects.live().filter(depth__gt=1).exclude(pk__in=closed)
    answers = statuses(page.url for page in pages)
    assert {address: status for address, status in answers.items() if status != 200} == {}
    assert len(answers) == pages.count() > 120


def test_every_author_has_a_page(newsroom):
    answers = statuses(author.get_absolute_url() for author in Author.objects.public())
    assert set(answers.values()) == {200}


def test_what_is_not_published_is_not_found_and_what_was_retired_is_gone(newsroom):
    hidden = ArticlePage.objects.filter(live=False)
    for story in hidden:
        expected = 410 if story.retired_at else 404
        assert Client().get(story.url).status_code == expected, story.title
    assert {bool(story.retired_at) for story in hidden} == {True, False}


def test_a_private_story_asks_for_its_password(newsroom):
    story = ArticlePage.objects.filter(live=True, is_public=False).first()
    response = Client().get(story.url)
    assert "password" in response.content.decode()
    assert story.standfirst not in response.content.decode()


def test_a_list_of_two_pages_exists_and_its_second_page_answers(newsroom):
    places = Counter(stories().published().values_list("section__url_path", flat=True))
    answers = statuses(f"{page.url}?page=2" for page in SectionPage.objects.live())
    assert 200 in answers.values(), places
    assert set(answers.values()) <= {200, 404}


def test_the_front_says_the_name_of_the_publication_and_the_newest_story(newsroom):
    text = Client().get("/").content.decode()
    publication = Publication.for_site(Site.objects.get(is_default_site=True))
    assert publication.name == "Velour & Tonic"
    assert "Velour &amp; Tonic" in text
    assert stories().published().first().url in text


def test_the_search_finds_a_story_by_a_word_of_its_headline(newsroom):
    story = stories().published().first()
    response = Client().get("/search/", {"q": story.title})
    assert story.url in response.content.decode()


def test_the_sitemaps_name_every_public_story(newsroom):
    listed = {urlsplit(address).path for address in listed_in_sitemaps(Client())}
    shown = stories().published().filter(noindex=False)
    assert [story.url for story in shown if story.url not in listed] == []


# --- Accounts --------------------------------------------------------------------------


def test_the_accounts_of_the_newsroom_sign_in_with_the_password_that_was_asked_for(newsroom):
    assert set(get_user_model().objects.values_list("username", flat=True)) >= ACCOUNTS
    for name in ACCOUNTS:
        assert authenticate(username=name, password=PASSWORD), name


def test_only_the_administrator_is_a_superuser(newsroom):
    assert list(get_user_model().objects.filter(is_superuser=True).values_list("username", flat=True)) == ["admin"]


def test_the_password_is_not_printed_when_it_was_given(newsroom):
    assert PASSWORD not in newsroom


@pytest.mark.parametrize("name", sorted(ACCOUNTS))
def test_every_account_opens_the_admin(newsroom, name, client):
    client.force_login(get_user_model().objects.get(username=name))
    assert client.get("/admin/").status_code == 200


# --- Running it again, and otherwise --------------------------------------------------------


def test_the_same_headlines_come_every_time(newsroom):
    specs = all_stories()
    assert {spec.slug: spec.headline for spec in specs} == dict(ArticlePage.objects.values_list("slug", "title"))
    assert [spec.slug for spec in all_stories()] == [spec.slug for spec in specs]


def test_running_it_twice_adds_nothing(newsroom):
    before = counted()
    said = seed()
    assert counted() == before
    assert "nothing was added" in said


def test_it_grows_to_the_number_asked_for_and_no_further(newsroom):
    with transaction.atomic():
        seed(stories=200)
        assert ArticlePage.objects.count() == 200
        newest = ArticlePage.objects.order_by("-pk").first()
        assert Client().get(newest.url).status_code == 200
        before = counted()
        seed(stories=200)
        assert counted() == before
        assert Page.find_problems() == ([], [], [], [], [])
        transaction.set_rollback(True)
