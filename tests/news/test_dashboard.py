"""What an editor sees first: where to begin, what is theirs, and what is wrong."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ErrorReport
from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_image,
    make_section,
    make_user,
    schedule,
    sign_medical_review,
)

pytestmark = pytest.mark.django_db
ADDRESS = "wagtailadmin_home"


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def editor(client, film):
    """The account of an editor of one section, signed in."""
    user = make_user("ana", groups=[set_up_role("section editor", [film])])
    client.force_login(user)
    return user


def dashboard(client):
    return client.get(reverse(ADDRESS)).content.decode()


def add_address(section):
    return reverse("wagtailadmin_pages:add", args=["news", "articlepage", section.pk])


def test_it_has_a_button_for_every_section_where_one_may_write_and_for_no_other(client, editor, film):
    noir = make_section("Noir", parent=film)
    music = make_section("Music")
    page = dashboard(client)
    assert add_address(film) in page
    assert add_address(noir) in page
    assert add_address(music) not in page


def test_the_sections_that_one_used_last_come_first(client, editor, film):
    noir = make_section("Noir", parent=film)
    make_article(section=noir, owner=editor, live=False)
    page = dashboard(client)
    assert page.index(add_address(noir)) < page.index(add_address(film))


def test_two_sections_of_one_name_are_told_apart(client, editor, film):
    make_section("Film", parent=film, slug="film-of-film")
    assert "Film: Film</a>" in dashboard(client)


def test_it_lists_ones_own_drafts_and_nobody_elses(client, editor, film):
    make_article("Begun by me", section=film, owner=editor, live=False).save_revision()
    make_article("Begun by another", section=film, live=False).save_revision()
    make_article("Published by me", section=film, owner=editor)
    page = dashboard(client)
    mine = page[page.index("My drafts") : page.index("<footer") if "<footer" in page else None]
    assert "Begun by me" in mine
    assert "Begun by another" not in mine
    assert "Published by me" not in mine


def test_it_says_of_ones_own_stories_when_they_go_out_and_who_looks_at_them(client, film, editor):
    set_up_workflow([Group.objects.get(name="Moderators")], [film])
    make_article("Begun", section=film, owner=editor, live=False).save_revision()
    submitted = make_article("Submitted", section=film, owner=editor, live=False)
    submitted.save_revision()
    submitted.get_workflow().start(submitted, editor)
    timed = make_article("Timed", section=film, owner=editor, live=False)
    schedule(timed, clock.now() + timedelta(hours=3, minutes=30))
    page = " ".join(dashboard(client).split())
    for title, standing in (("Begun", "Draft"), ("Submitted", "In review: Desk approval"), ("Timed", "Scheduled for ")):
        row = page[page.index(f">{title}</a>") :]
        assert f"<td>{standing}" in row[: row.index("</tr>")]


def test_it_shows_new_error_reports_to_those_who_handle_them_for_their_own_stories(client, editor, film):
    for section in (film, make_section("Music")):
        story = make_article(f"A story of {section.title}", section=section)
        for state in ("new", "dismissed"):
            ErrorReport.objects.create(article=story, message=f"{section.title} has a {state} fault", state=state)
    page = dashboard(client)
    assert "Film has a new fault" in page
    assert reverse("error_reports:edit", args=[ErrorReport.objects.get(message="Film has a new fault").pk]) in page
    for hidden in ("Film has a dismissed fault", "Music has a new fault"):
        assert hidden not in page
    client.force_login(make_user("rita", groups=[set_up_role("reporter", [film])]))
    assert "Film has a new fault" not in dashboard(client)


def test_more_new_error_reports_than_it_shows_are_counted(client, editor, film):
    story = make_article(section=film)
    ErrorReport.objects.bulk_create(ErrorReport(article=story, message=f"Fault {number}") for number in range(11))
    assert "All 11 new reports" in dashboard(client)


def test_it_counts_the_medical_reviews_that_are_due_by_state(client, film):
    health = make_section("Health", health=True)
    client.force_login(make_user("hedda", groups=[set_up_role("health editor", [health])]))
    reviewer = make_author("Dr Ada Byron", is_reviewer=True, credentials="MBBS")
    make_article("Never", section=health, risk_class="C")
    make_article("Not ours", section=film, risk_class="C")
    signed = make_article("Overdue", section=health, risk_class="B")
    sign_medical_review(signed, reviewer, signed_at=clock.now() - timedelta(days=800), months=12)
    sign_medical_review(make_article("Fine", section=health, risk_class="B"), reviewer)
    page = dashboard(client)
    assert "?state=never" in page
    assert "<strong>1</strong> Never reviewed" in page
    assert "<strong>1</strong> Overdue" in page
    assert "Edited since" not in page


def test_it_counts_public_stories_with_a_problem_and_leads_to_them(client, editor, film):
    bare = make_image(credit="", description="A foyer")
    late = make_image("Late", description="A foyer", rights_expire_on=clock.now().date() - timedelta(days=1))
    plain = make_image("Plain")
    make_article("No credit", section=film, lead_image=bare)
    make_article("Ended", section=film, body=[("figure", {"image": {"image": late.pk, "alt_text": "A bell"}})])
    make_article("Undescribed", section=film, lead_image=plain)
    make_article("Described here", section=film, lead_image=plain, lead_alt="A foyer")
    make_article("Draft", section=film, lead_image=bare, live=False)
    make_article("Elsewhere", section=make_section("Music"), lead_image=bare)
    page = dashboard(client)
    for problem, title in (
        ("no-credit", "No credit"),
        ("rights-expired", "Ended"),
        ("no-description", "Undescribed"),
    ):
        address = f"{reverse('stories:index')}?problem={problem}"
        assert f'<a href="{address}"><strong>1</strong>' in page
        listed = client.get(address).context["object_list"]
        assert [story.title for story in listed] == [title]


def test_it_is_silent_where_there_is_nothing_to_say(client, editor):
    page = dashboard(client)
    for heading in ("My drafts", "Medical reviews due", "Problems", "Readers report errors"):
        assert f"panel-{heading.lower()}" not in page
        assert f"{heading}</h2>" not in page


def test_more_stories_cost_no_more_queries(client, editor, film):
    def fill():
        make_article("Draft", section=film, owner=editor, live=False).save_revision()
        make_article("Public", section=film, lead_image=make_image(credit=""), risk_class="C")

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            dashboard(client)
        return len(captured)

    fill()
    dashboard(client)
    once = cost()
    for _number in range(4):
        fill()
    assert cost() == once
