"""The badge stands under exactly the words that were signed, and falls by itself with any of them."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from news.desk.live_composer.deeds import rewrite
from news.models import ArticlePage, LiveBlogPage, Source
from news.models.update_types import UpdateType
from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_image,
    make_live_blog,
    make_section,
    make_topic,
    make_update,
    make_user,
    paragraph,
    publish,
    schedule,
    sign_medical_review,
    stream,
)

pytestmark = pytest.mark.django_db

SOURCE = {"kind": "trial", "title": "A trial", "publisher": "Lancet", "year": 2025, "doi": "10.1/1", "pmid": "1"}
SOURCE |= {"url": "https://trial.example/", "retracted": False}


@pytest.fixture
def story():
    page = make_article(
        "Half a tablet",
        section=make_section("Health", health=True),
        standfirst="What the line means.",
        body=[paragraph("The first words."), ("heading", {"text": "Above", "level": "h2"})],
        sources=[SOURCE, {"kind": "guideline", "title": "A guideline"}],
        authors=[make_author()],
        risk_class="C",
    )
    sign_medical_review(page, make_author("Dr Priya Anand-Holt", conflicts="none", is_reviewer=True))
    return fresh(page)


def fresh(page):
    return ArticlePage.objects.get(pk=page.pk)


def source(**changes):
    return lambda page: setattr(
        page, "sources", [Source(**(SOURCE | changes)), Source(kind="guideline", title="A guideline")]
    )


def field(name, value):
    return lambda page: setattr(page, name, value)


SIGNED = {
    "headline": field("title", "A whole tablet"),
    "standfirst": field("standfirst", "Another one."),
    "text": lambda page: setattr(page, "body", stream([paragraph("Other words.")])),
    "another paragraph": lambda page: page.body.append(("paragraph", "<p>More.</p>")),
    "words in a box": lambda page: page.body.append(("callout", {"title": "Take two", "text": "<p>Now.</p>"})),
    "words in a table": lambda page: page.body.append(("key_points", {"title": "", "items": ["Take two."]})),
    "kind of a source": source(kind="preprint"),
    "title of a source": source(title="Another trial"),
    "publisher of a source": source(publisher="Nobody"),
    "year of a source": source(year=2001),
    "DOI of a source": source(doi="10.1/2"),
    "PMID of a source": source(pmid="2"),
    "address of a source": source(url="https://other.example/"),
    "retraction of a source": source(retracted=True),
    "one source less": lambda page: setattr(page, "sources", [Source(**SOURCE)]),
    "order of the sources": lambda page: setattr(
        page, "sources", [Source(kind="guideline", title="A guideline", sort_order=0), Source(**SOURCE, sort_order=1)]
    ),
}
NOT_SIGNED = {
    "kicker": field("kicker", "Ask the clinic"),
    "short headline": field("short_title", "Tablets"),
    "caption": field("lead_caption", "A tablet."),
    "evidence": field("evidence", "strong"),
    "owner": lambda page: setattr(page, "responsible_editor", make_user()),
    "search title": field("seo_title", "Tablets, halved"),
    "picture": lambda page: setattr(page, "lead_image", make_image(size=(60, 40))),
    "topic": lambda page: page.topic_links.add(page.topic_links.model(topic=make_topic())),
    "slug": field("slug", "another-address"),
    "origin": field("origin", "freelance"),
}


@pytest.mark.parametrize("change", SIGNED.values(), ids=SIGNED)
def test_the_badge_falls_with_what_was_signed(story, change):
    assert story.has_valid_review
    change(story)
    assert not publish(story).has_valid_review


@pytest.mark.parametrize("change", NOT_SIGNED.values(), ids=NOT_SIGNED)
def test_the_badge_stays_when_something_else_changes(story, change):
    change(story)
    assert publish(story).has_valid_review


# --- By any path ----------------------------------------------------------------------


def saved_by_a_program(page):
    page.save()


def published(page):
    publish(page)


def scheduled(page):
    page = schedule(page, clock.now() + timedelta(hours=1))
    revision = page.scheduled_revision
    due = clock.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = due.isoformat()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=due, content=revision.content)
    call_command("publish_scheduled")


def reverted(page):
    """Publish other words, have them signed, and go back to the version before."""
    first = page.save_revision()
    page.title = "Signed later"
    page = publish(page)
    sign_medical_review(page, page.medical_reviews.first().reviewer)
    assert fresh(page).has_valid_review
    publish(first.as_object())


@pytest.mark.parametrize("path", [saved_by_a_program, published, scheduled, reverted], ids=lambda path: path.__name__)
def test_an_edit_by_any_path_takes_the_badge_away(story, path):
    story.title = "A whole tablet"
    path(story)
    assert not fresh(story).has_valid_review


def test_a_draft_takes_no_badge_away(story):
    story.title = "A whole tablet"
    story.save_revision()
    assert fresh(story).has_valid_review


def test_an_update_of_a_live_blog_that_nobody_signed_takes_its_badge_away():
    blog = make_live_blog(section=make_section("Health", health=True), risk_class="C")
    make_update(blog, published_at=clock.now() - timedelta(hours=1))
    sign_medical_review(blog, make_author("Dr Priya Anand-Holt"))
    assert type(blog).objects.get(pk=blog.pk).has_valid_review
    make_update(blog)
    assert not type(blog).objects.get(pk=blog.pk).has_valid_review


@pytest.mark.parametrize("kind", UpdateType)
def test_other_words_of_an_update_take_the_badge_away_whatever_readers_are_told(kind):
    blog = make_live_blog(section=make_section("Health", health=True), risk_class="C")
    update = make_update(blog, published_at=clock.now() - timedelta(hours=1))
    sign_medical_review(blog, make_author("Noor Haddad"))
    assert LiveBlogPage.objects.get().has_valid_review
    rewrite(update, None, kind, was_wrong="One, not ten.")
    assert not LiveBlogPage.objects.get().has_valid_review


def test_readers_are_told_when_a_review_is_half_a_year_overdue(client, story):
    words = "overdue"
    assert words not in client.get(story.url).content.decode()
    story.medical_reviews.update(next_due=(clock.now() - timedelta(days=184)).date())
    assert words in client.get(story.url).content.decode()
