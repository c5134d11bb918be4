"""Pages that are no stories: policies, about us, contact."""

from datetime import UTC, datetime

import pytest

from home.models import ContactPage, PolicyPage
from tests.builders import (
    home_page,
    make_image,
    make_policy,
    make_standard_page,
    paragraph,
    publish,
    restrict,
    stream,
)

pytestmark = pytest.mark.django_db


def html(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def heading(text):
    return ("heading", {"text": text, "level": "h2"})


def make_contact(**fields):
    page = ContactPage(title="Contact", slug="contact", **fields)
    home_page().add_child(instance=page)
    return page


def test_a_page_shows_its_title_standfirst_and_body(client):
    make_standard_page("About us", standfirst="One paper, two desks.", body=[paragraph("We print on Sundays.")])
    page = html(client, "/about-us/")
    assert "About us</h1>" in page
    assert "One paper, two desks." in page
    assert "<p>We print on Sundays.</p>" in page


def test_a_page_may_stand_below_another(client):
    make_standard_page("Our history", parent=make_standard_page("About us"))
    assert 'href="/about-us/"' in html(client, "/about-us/our-history/")


def test_a_page_without_a_body_stands(client):
    make_policy("ethics", title="Ethics")
    assert "Ethics</h1>" in html(client, "/ethics/")


def test_a_long_policy_has_contents_that_lead_to_its_headings(client):
    names = ["Independence", "Accuracy", "Health", "Corrections"]
    make_policy("ethics", title="Ethics", body=[block for name in names for block in (heading(name), paragraph())])
    response = client.get("/ethics/")
    page = response.content.decode()
    assert "On this page" in page
    for entry in response.context["contents"]:
        assert f'href="#{entry.anchor}"' in page
        assert f'id="{entry.anchor}"' in page


def test_a_short_policy_has_no_contents(client):
    make_policy("ethics", title="Ethics", body=[heading("Independence"), paragraph()])
    assert "On this page" not in html(client, "/ethics/")


def test_a_policy_says_when_it_was_last_updated(client):
    policy = publish(make_policy("ethics", title="Ethics", standfirst="How we work."))
    PolicyPage.objects.filter(pk=policy.pk).update(last_published_at=datetime(2026, 10, 1, tzinfo=UTC))
    assert 'Last updated <time datetime="2026-10-01">1 October 2026</time>.' in html(client, "/ethics/")


def test_a_policy_leads_to_the_others(client):
    make_policy("ethics", title="Ethics")
    make_policy("corrections", title="Corrections policy")
    make_policy("privacy", title="A draft", live=False)
    restrict(make_policy("ownership", title="Closed"))
    make_standard_page("About us")
    page = html(client, "/ethics/")
    assert 'href="/corrections-policy/"' in page
    assert 'href="/a-draft/"' not in page
    assert 'href="/closed/"' not in page
    assert 'href="/about-us/"' not in page


def test_a_picture_in_a_page_is_credited(client):
    picture = {"image": make_image(credit="Orlo Press").pk, "alt_text": "A press", "decorative": False}
    figure = {"image": picture, "caption": "The press.", "credit": ""}
    make_standard_page("About us", body=[("figure", figure)])
    page = html(client, "/about-us/")
    assert 'alt="A press"' in page
    assert "Orlo Press" in page


def test_the_contact_page_lists_its_addresses(client):
    make_contact(
        body=stream([paragraph("Letters are read by people.")]),
        addresses=stream(
            [
                ("address", {"label": "Newsroom", "email": "news@example.org", "note": "Tips."}),
                ("address", {"label": "By post", "email": "", "note": "Alder Quay, Port Aldous."}),
            ]
        ),
    )
    page = html(client, "/contact/")
    assert "Letters are read by people." in page
    assert '<a href="mailto:news@example.org">news@example.org</a>' in page
    assert "Alder Quay, Port Aldous." in page
    assert page.count("mailto:") == 1


def test_hostile_text_in_an_address_is_escaped(client):
    address = {"label": "<script>alert(1)</script>", "email": '"><script>alert(2)</script>', "note": "<img src=x>"}
    make_contact(addresses=stream([("address", address)]))
    page = html(client, "/contact/")
    assert "<script>alert" not in page
    assert "<img src=x>" not in page


def test_a_draft_is_not_found(client):
    make_policy("ethics", title="Ethics", live=False)
    html(client, "/ethics/", status=404)


def test_a_title_written_from_right_to_left_keeps_its_direction(client):
    make_standard_page("معلومات عنا")
    assert '<h1 dir="auto">معلومات عنا</h1>' in html(client, "/معلومات-عنا/")
