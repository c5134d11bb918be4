"""Readers tell the desk what is wrong, without a cookie and without a script."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from news.desk.roles import set_up_role
from news.feedback.limits import ABOUT_ONE_STORY, FROM_ONE_ADDRESS
from news.models import ErrorReport
from tests.builders import make_article, make_section, make_user, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_article("The hall seats 421", section=make_section("Film"))


def address(story):
    return reverse("news:report_error", args=[story.pk])


def report(**fields):
    return {"message": "The hall seats 412.", "quote": "", "email": "", "website": "", "version": ""} | fields


def test_every_story_leads_to_the_form(client, story):
    assert f'href="{address(story)}"' in client.get(story.url).content.decode()
    assert "The hall seats 421" in client.get(address(story)).content.decode()


def test_a_report_reaches_the_desk_with_the_version_that_was_read(client, story):
    version = client.get(address(story)).context["form"]["version"].value()
    page = client.post(address(story), report(version=version, quote="It seats 421.", email="reader@mail.example"))
    assert "The desk has your report." in page.content.decode()
    kept = ErrorReport.objects.get()
    assert (kept.article, kept.message, kept.quote) == (story, "The hall seats 412.", "It seats 421.")
    assert (kept.version, kept.email, kept.state) == (story.last_published_at, "reader@mail.example", "new")


def test_neither_form_nor_thanks_set_a_cookie_or_want_one(story):
    browser = Client(enforce_csrf_checks=True)
    for response in (browser.get(address(story)), browser.post(address(story), report())):
        assert response.status_code == 200
        assert not response.cookies
        assert response["Cache-Control"] == "no-store"
        assert "noindex" in response["X-Robots-Tag"]


def test_a_field_names_its_hint_and_its_mistake_to_those_who_cannot_see_them(client, story):
    page = client.post(address(story), report(email="nobody")).content.decode()
    for described in ("id_quote_helptext", "id_email_helptext", "id_email_error"):
        assert re.search(rf'aria-describedby="[^"]*\b{described}\b', page)
        assert f'id="{described}"' in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"message": ""}, "required"),
        ({"message": "x" * 3001}, "3000"),
        ({"email": "nobody"}, "valid email"),
        ({"quote": "x" * 501}, "500"),
        ({"message": "One\0two"}, "ull characters"),
    ],
)
def test_what_cannot_be_sent_is_said_and_stays_in_the_form(client, story, fields, words):
    data = report(message="A reason to keep") | fields
    page = client.post(address(story), data)
    assert page.status_code == 400
    assert words in page.content.decode()
    assert not ErrorReport.objects.exists()
    if "message" not in fields:
        assert "A reason to keep" in page.content.decode()


@pytest.mark.parametrize(
    "version",
    ["", "nonsense", "9999-99-99T99:99", "2026-11-22T10:00:00", "0001-01-01T00:00:00+14:00", "\0"],
)
def test_a_version_that_is_none_turns_no_reader_away(client, story, version):
    client.post(address(story), report(version=version))
    assert ErrorReport.objects.count() == (0 if "\0" in version else 1)


def test_a_program_that_fills_in_every_field_is_thanked_and_forgotten(client, story):
    assert "Thank you" in client.post(address(story), report(website="https://spam.example")).content.decode()
    assert not ErrorReport.objects.exists()


def test_one_address_may_send_a_few_reports_an_hour(client, story):
    for _number in range(FROM_ONE_ADDRESS):
        assert client.post(address(story), report()).status_code == 200
    page = client.post(address(story), report())
    assert page.status_code == 429
    assert page["Retry-After"] == "3600"
    assert "try again in an hour" in page.content.decode()
    assert ErrorReport.objects.count() == FROM_ONE_ADDRESS
    assert client.post(address(story), report(), REMOTE_ADDR="192.0.2.7").status_code == 200


def test_one_story_takes_so_many_reports_an_hour_from_wherever(client, story):
    answers = [
        client.post(address(story), report(), REMOTE_ADDR=f"192.0.2.{number}").status_code
        for number in range(ABOUT_ONE_STORY + 1)
    ]
    assert answers == [200] * ABOUT_ONE_STORY + [429]


def test_stories_that_readers_cannot_open_take_no_reports(client):
    draft = make_article(live=False)
    private = make_article(section=make_section("Closed"))
    restrict(private)
    for story in (draft, private):
        assert client.get(address(story)).status_code == 404
        assert client.post(address(story), report()).status_code == 404
    assert client.get(reverse("news:report_error", args=[10**9])).status_code == 404


def test_hostile_words_are_escaped_at_the_desk(client, story):
    client.post(address(story), report(message="<script>alert(1)</script>"))
    client.force_login(make_user("editor", groups=[set_up_role("section editor", [story.get_parent()])]))
    page = client.get(reverse("error_reports:list")).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_desk_works_its_queue_off(client, story):
    client.post(address(story), report())
    kept = ErrorReport.objects.get()
    client.force_login(make_user("editor", groups=[set_up_role("section editor", [story.get_parent()])]))
    page = client.get(reverse("error_reports:edit", args=[kept.pk])).content.decode()
    assert "The hall seats 412." in page
    data = {"state": "corrected", "answer": "We wrote a correction."}
    client.post(reverse("error_reports:edit", args=[kept.pk]), data)
    kept.refresh_from_db()
    assert (kept.state, kept.answer, kept.message) == ("corrected", "We wrote a correction.", "The hall seats 412.")
    queue = reverse("error_reports:list")
    assert kept.message in client.get(queue).content.decode()
    assert kept.message not in client.get(queue, {"state": "new"}).content.decode()


def test_nobody_writes_a_report_at_the_desk_and_reporters_do_not_see_the_queue(client, story):
    client.force_login(make_user("reporter", groups=[set_up_role("reporter", [story.get_parent()])]))
    assert client.get(reverse("error_reports:list")).status_code == 302
