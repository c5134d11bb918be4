"""A reviewer without an account signs one version of one story, once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from news.desk.roles import set_up_role
from news.models import ArticlePage, MedicalReview, SignOffLink
from portal import clock
from tests.builders import make_article, make_author, make_section, make_user, paragraph, publish

pytestmark = pytest.mark.django_db

APPROVED = {"decision": "approved", "scope": "", "note": ""}


@pytest.fixture
def health():
    return make_section("Health", health=True)


@pytest.fixture
def doctor():
    return make_author(
        "Dr Priya Anand-Holt",
        is_reviewer=True,
        credentials="MBBS, MRCP",
        speciality="Sleep medicine",
        registration_body="GMC",
        registration_number="7654321",
        country="United Kingdom",
        conflicts="none",
    )


@pytest.fixture
def story(health):
    page = make_article(
        "Half a tablet", section=health, live=False, risk_class="C", body=[paragraph("The first words.")]
    )
    page.save_revision()
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def link(story, doctor):
    return SignOffLink.objects.create(
        article=story,
        revision=story.latest_revision,
        reviewer=doctor,
        expires_at=clock.now() + timedelta(days=14),
    )


@pytest.fixture
def editor(client, health):
    user = make_user("editor", groups=[set_up_role("health editor", [health])])
    client.force_login(user)
    return user


def test_the_reviewer_reads_the_version_and_signs_it(client, link, story, doctor):
    page = client.get(link.get_absolute_url())
    assert page.status_code == 200
    assert "The first words." in page.content.decode()
    answer = client.post(link.get_absolute_url(), APPROVED)
    assert "You have signed" in answer.content.decode()
    review = MedicalReview.objects.get()
    assert (review.reviewer, review.article_id, review.revision) == (doctor, story.pk, story.latest_revision)
    assert review.content_hash == story.compute_content_hash()
    assert review.credentials == "MBBS, MRCP; Sleep medicine; GMC 7654321; United Kingdom"
    assert 360 < (review.next_due - clock.now().date()).days < 370
    assert publish(story, judged=False).has_valid_review


def test_a_story_of_class_b_is_due_again_in_two_years(client, link):
    revision = link.revision
    revision.content["risk_class"] = "B"
    revision.save()
    client.post(link.get_absolute_url(), APPROVED)
    assert 725 < (MedicalReview.objects.get().next_due - clock.now().date()).days < 735


def test_the_link_works_once(client, link):
    client.post(link.get_absolute_url(), APPROVED)
    assert client.get(link.get_absolute_url()).status_code == 410
    assert client.post(link.get_absolute_url(), APPROVED).status_code == 410
    assert MedicalReview.objects.count() == 1


@pytest.mark.parametrize("ended", ["expires_at", "revoked_at"])
def test_a_link_that_has_expired_or_was_taken_back_signs_nothing(client, link, ended):
    SignOffLink.objects.update(**{ended: clock.now() - timedelta(seconds=1)})
    page = client.get(link.get_absolute_url())
    assert page.status_code == 410
    assert "The first words." not in page.content.decode()
    assert client.post(link.get_absolute_url(), APPROVED).status_code == 410
    assert not MedicalReview.objects.exists()


def test_a_link_cannot_be_forged(client, link):
    address = link.get_absolute_url()
    token = address.rstrip("/").rpartition("/")[2]
    key, signature = token.split(":")
    forged = [
        key,
        f"{key}:",
        f"{key}:{signature[:-1]}",
        f"{key[:-1]}0:{signature}",
        f"x{token}",
        "nonsense",
        f"{key}:\x00",
    ]
    for other in forged:
        if other == token:
            continue
        response = client.post(reverse("news:sign_off", args=[other]), APPROVED)
        assert response.status_code == 404, other
    assert not MedicalReview.objects.exists()


def test_the_link_shows_its_own_version_and_no_later_one(client, link, story):
    story.title = "A later headline"
    story.body = [("paragraph", "<p>Later words.</p>")]
    story.save_revision()
    page = client.get(link.get_absolute_url()).content.decode()
    assert "The first words." in page
    assert "ater words" not in page
    assert "A later headline" not in page
    client.post(link.get_absolute_url(), APPROVED)
    assert MedicalReview.objects.get().content_hash != story.compute_content_hash()


def test_the_page_sets_no_cookie_and_stays_out_of_caches_and_search_engines(client, link):
    for response in (client.get(link.get_absolute_url()), client.post(link.get_absolute_url(), APPROVED)):
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]
        assert "noindex" in response.content.decode()


def test_the_page_needs_no_token_against_forgery_and_no_session(link):
    assert Client(enforce_csrf_checks=True).post(link.get_absolute_url(), APPROVED).status_code == 200


def test_asking_for_changes_needs_a_note_and_is_no_signature(client, link):
    page = client.post(link.get_absolute_url(), {"decision": "changes", "note": ""})
    assert page.status_code == 400
    assert "Say what should change." in page.content.decode()
    client.post(link.get_absolute_url(), {"decision": "changes", "note": "The dose is wrong."})
    review = MedicalReview.objects.get()
    assert (review.decision, review.note, review.next_due) == ("changes", "The dose is wrong.", None)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"conflicts": ""}, "conflicts of interest"),
        ({"is_reviewer": False}, "not a medical reviewer"),
        ({"former": True}, "no longer works here"),
        (
            dict.fromkeys(["credentials", "speciality", "registration_body", "registration_number", "country"], ""),
            "credentials",
        ),
    ],
)
def test_whose_profile_is_not_in_order_cannot_sign(client, link, doctor, fields, words):
    type(doctor).objects.update(**fields)
    page = client.post(link.get_absolute_url(), APPROVED)
    assert page.status_code == 400
    assert words in page.content.decode()
    assert not MedicalReview.objects.exists()
    assert SignOffLink.objects.open().exists()


def test_nobody_signs_what_they_wrote(client, doctor, health):
    page = make_article(section=health, live=False, risk_class="C", authors=[doctor])
    link = SignOffLink.objects.create(
        article=page, revision=page.save_revision(), reviewer=doctor, expires_at=clock.now() + timedelta(days=1)
    )
    assert "is an author of this story" in client.post(link.get_absolute_url(), APPROVED).content.decode()
    assert not MedicalReview.objects.exists()


# --- At the desk ----------------------------------------------------------------------


def review_url(story):
    return reverse("news_medical:review", args=[story.pk])


def test_an_editor_makes_a_link_and_has_it_mailed(client, editor, story, doctor):
    data = {"reviewer": doctor.pk, "days": 7, "email": "priya@clinic.example"}
    page = client.post(review_url(story), data, follow=True).content.decode()
    link = SignOffLink.objects.get()
    assert (link.created_by, link.revision) == (editor, story.latest_revision)
    assert link.get_absolute_url() in page
    assert link.get_absolute_url() in mail.outbox[0].body
    assert mail.outbox[0].to == ["priya@clinic.example"]


def test_an_editor_takes_a_link_back(client, editor, story, link):
    client.post(review_url(story), {"revoke": str(link.key)})
    assert not SignOffLink.objects.open().exists()
    client.post(review_url(story), {"revoke": "nonsense"})


def test_no_link_is_made_for_who_may_not_sign(client, editor, story, doctor):
    type(doctor).objects.update(conflicts="")
    page = client.post(review_url(story), {"reviewer": doctor.pk, "days": 7}).content.decode()
    assert "conflicts of interest" in page
    assert not SignOffLink.objects.exists()


def test_a_reviewer_with_an_account_signs_at_the_desk(client, story, doctor, health):
    user = make_user("priya", groups=[set_up_role("medical reviewer", [health])])
    type(doctor).objects.update(user=user)
    client.force_login(user)
    client.post(review_url(story), {"sign": "approved", "note": "", "words": story.compute_content_hash()})
    review = MedicalReview.objects.get()
    assert (review.reviewer, review.content_hash) == (doctor, story.compute_content_hash())


def test_who_is_no_reviewer_signs_nothing(client, editor, story):
    assert client.post(review_url(story), {"sign": "approved"}).status_code == 302
    assert not MedicalReview.objects.exists()


def test_the_screen_is_for_those_who_may_edit_the_story(client, story):
    client.force_login(make_user("elsewhere", groups=[set_up_role("reporter", [make_section("Film")])]))
    assert client.get(review_url(story)).status_code == 302
