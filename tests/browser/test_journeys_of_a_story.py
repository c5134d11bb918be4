"""What happens to a story at the desk, by the hands of those who may: timed, approved, corrected, reviewed, moved."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from news.models import ArticlePage
from news.schedule import runner
from portal import clock
from tests.browser.clicks import CLICKS, clicks
from tests.browser.conftest import colleague, open_editor
from tests.builders import make_article, make_author, paragraph
from tests.news.test_schedule_runner import come

pytestmark = pytest.mark.browser

HEADLINE = "A bell returns to the Fenmoor Regal"
BADGE = '<div class="reviewed">'


def begun(section, **fields):
    """Return a draft with a byline."""
    page = make_article(HEADLINE, section=section, slug="bell", live=False, authors=[make_author()], **fields)
    page.save_revision(user=page.owner)
    return fresh(page)


def fresh(story):
    return ArticlePage.objects.get(pk=story.pk)


def read(address):
    """Return what a reader gets."""
    return Client().get(address).content.decode()


def told(tab, words):
    tab.get_by_text(re.compile(words)).first.wait_for()


def do(tab, *labels):
    """Open the menu at the foot of the editor, and press what it holds."""
    tab.get_by_role("button", name="More actions").click()
    for label in labels:
        tab.get_by_role("button", name=label, exact=True).click()


def test_a_scheduled_story_is_nowhere_before_its_time_and_everywhere_then(newsroom, seat):
    story = begun(newsroom.film)
    tab = seat(colleague("section editor"))
    open_editor(tab, story)
    do(tab, "Schedule…", "In an hour")
    told(tab, "goes live on")
    assert clicks(tab) == CLICKS["Schedule a story"]
    places = ("/", newsroom.film.url, "/search/?q=Fenmoor", "/sitemap.xml", "/feed/", story.get_url())
    assert not [place for place in places if HEADLINE in read(place)]
    come(story, clock.now() - timedelta(seconds=1))
    runner.run()
    assert all(HEADLINE in read(place) for place in ("/", newsroom.film.url, story.get_url()))


def test_a_reporters_story_comes_back_with_a_reason_and_goes_out_when_an_editor_approves(newsroom, seat):
    reporter = colleague("reporter")
    story = begun(newsroom.film, owner=reporter)
    writing, editing = seat(reporter), seat(colleague("section editor"))
    open_editor(writing, story)
    do(writing, "Submit to Desk approval")
    told(writing, "submitted for moderation")
    assert clicks(writing) == CLICKS["Submit a story"]

    editing.goto("/admin/")
    editing.get_by_role("link", name=HEADLINE).click()
    editing.wait_for_load_state("networkidle")
    do(editing, "Request changes")
    reason = editing.get_by_role("dialog").get_by_label("What has to change")
    reason.fill("Who rings it?")
    editing.get_by_role("dialog").get_by_role("button", name="Request changes").click()
    editing.wait_for_url(f"**/admin/pages/{newsroom.film.pk}/")
    assert clicks(editing) == CLICKS["Send it back with a reason"]
    assert HEADLINE not in read("/")

    open_editor(writing, story)
    do(writing, "Resubmit to Desk approval")
    told(writing, "submitted for moderation")

    editing.goto("/admin/")
    editing.get_by_role("link", name=HEADLINE).click()
    editing.wait_for_load_state("networkidle")
    do(editing, "Approve and Publish")
    editing.wait_for_url(f"**/admin/pages/{newsroom.film.pk}/")
    assert clicks(editing) == CLICKS["Approve it"]
    assert HEADLINE in read("/")


def test_a_correction_stands_with_the_story_and_in_the_log_at_once(newsroom, seat):
    story = make_article(HEADLINE, section=newsroom.film, authors=[make_author()], body=[paragraph("It seats 421.")])
    tab = seat(colleague("section editor"))
    open_editor(tab, story)
    tab.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(" No: 412.")
    tab.get_by_role("tab", name="Publishing").click()
    tab.get_by_role("radio", name=re.compile("^Correction:")).click()
    tab.locator("[name=correction_was_wrong]").click()
    tab.keyboard.type("The hall was said to seat 421.")
    tab.get_by_role("button", name="Publish", exact=True).click()
    told(tab, f"{HEADLINE}.*published")
    assert clicks(tab) == CLICKS["Correct a public story"]
    for address in (story.url, "/corrections/"):
        assert "The hall was said to seat 421." in read(address)


def test_a_signature_stands_under_the_words_that_were_signed_and_no_others(newsroom, seat):
    reviewer = colleague("medical reviewer")
    make_author(
        "Dr Priya Anand-Holt",
        user=reviewer,
        is_reviewer=True,
        credentials="MBBS, MRCP",
        speciality="Sleep medicine",
        registration_body="GMC",
        registration_number="7654321",
        country="United Kingdom",
        conflicts="none",
    )
    story = make_article(
        HEADLINE,
        section=newsroom.health,
        authors=[make_author()],
        risk_class="B",
        sources=[{"kind": "trial", "title": "A trial"}, {"kind": "guideline", "title": "A guideline"}],
    )
    assert BADGE not in read(story.url)
    signing, editing = seat(reviewer), seat(colleague("health editor"))
    open_editor(signing, story)
    signing.get_by_role("button", name="Actions").first.click()
    signing.get_by_role("link", name="Medical review").click()
    signing.get_by_role("button", name="I have read every word, and stand by it").click()
    told(signing, "Your decision is on record")
    assert clicks(signing) == CLICKS["Sign a medical review"]
    assert BADGE in read(story.url)

    open_editor(editing, story)
    editing.locator("[name=standfirst]").fill("Other words than those that were signed.")
    editing.get_by_role("tab", name="Publishing").click()
    editing.get_by_role("radio", name=re.compile("^Silent fix:")).click()
    editing.get_by_role("button", name="Publish", exact=True).click()
    told(editing, f"{HEADLINE}.*published")
    assert BADGE not in read(story.url)


def test_a_changed_slug_leads_on_in_one_step_and_older_links_name_the_new_address(newsroom, seat):
    story = make_article(HEADLINE, section=newsroom.film, slug="bell", authors=[make_author()])
    link = f'<a linktype="page" id="{story.pk}">there</a>'
    older = make_article("Older", section=newsroom.film, body=[paragraph(link)])
    tab = seat(colleague("section editor"))
    open_editor(tab, story)
    tab.get_by_role("tab", name="Search and sharing").click()
    tab.locator("[name=slug]").click()
    tab.keyboard.press("Control+A")
    tab.keyboard.type("handbell")
    tab.get_by_role("button", name="Publish", exact=True).click()
    told(tab, f"{HEADLINE}.*published")
    assert clicks(tab) == CLICKS["Change an address"]
    moved = Client().get(story.url, follow=True)
    assert [(address, status) for address, status in moved.redirect_chain] == [("/film/handbell/", 301)]
    assert 'href="/film/handbell/"' in read(older.url) and story.url not in read(older.url)


def test_of_two_editors_neither_overwrites_the_other_without_knowing(newsroom, seat):
    story = begun(newsroom.film)
    first, second = (seat(colleague("section editor", name)) for name in ("ana", "ben"))
    # Ana's browser never learns by itself of newer versions, as within the ten seconds between two looks.
    unaware = json.dumps({"other_sessions": [], "html": ""})
    first.route(
        "**/editing-sessions/ping/**", lambda route: route.fulfill(body=unaware, content_type="application/json")
    )
    open_editor(first, story)
    open_editor(second, story)
    first.locator("[name=kicker]").fill("From Ana")
    first.locator("[name=kicker]").press("Enter")
    told(first, f"{HEADLINE}.*(updated|saved)")
    second.locator("[name=standfirst]").fill("From Ben")
    # By the look every ten seconds, or by a refusal to save by itself: whichever comes first.
    second.locator("#title-text-w-save-confirmation-dialog", has_text="saved a new version").wait_for(state="attached")
    saved = fresh(story).get_latest_revision_as_object()
    assert (saved.kicker, saved.standfirst) == ("From Ana", "")
    clicks(second)
    do(second, "Save draft")
    question = second.get_by_role("dialog")
    question.get_by_role("link", name="View latest version").wait_for()
    assert second.locator("[name=standfirst]").input_value() == "From Ben"
    question.get_by_role("button", name="Save draft").click()
    told(second, f"{HEADLINE}.*(updated|saved)")
    assert clicks(second) == CLICKS["Save beside a colleague's newer version"]
    versions = [version.as_object() for version in fresh(story).revisions.order_by("pk")]
    assert versions[-1].standfirst == "From Ben"
    assert [version.kicker for version in versions].count("From Ana") == 1

    first.locator("[name=kicker]").fill("Again from Ana")
    first.locator("[name=kicker]").press("Enter")
    told(first, "ben saved a newer version of this page")
    assert first.locator("[name=kicker]").input_value() == "Again from Ana"
    assert fresh(story).get_latest_revision_as_object().standfirst == "From Ben"
    first.get_by_role("button", name="Save mine all the same").click()
    told(first, f"{HEADLINE}.*(updated|saved)")
    assert fresh(story).get_latest_revision_as_object().kicker == "Again from Ana"
