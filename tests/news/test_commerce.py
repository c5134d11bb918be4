"""What readers and search engines are told of links that earn money and of copy from elsewhere."""

import pytest
from django.urls import reverse

from news.desk.roles import set_up_role
from news.models import ArticlePage, Standards
from portal.site_settings import Publication
from tests.builders import home_page, make_article, make_section, make_user, paragraph, publish

pytestmark = pytest.mark.django_db

DISCLOSURE = "We may earn a commission"
SHOP = '<a href="https://www.shop.example/kettle?tag=1">a kettle</a>'
ELSEWHERE = '<a href="https://notshop.example/">somewhere</a>'


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def shops():
    publication = Publication.for_site(home_page().get_site())
    publication.affiliate_domains = "WWW.Shop.example\n\nother.example"
    publication.save()


def html(client, story):
    return client.get(story.url).content.decode()


@pytest.mark.parametrize(
    "body",
    [
        [paragraph(f"Buy {SHOP}.")],
        [("callout", {"title": "Buy", "text": f"<p>{SHOP}</p>"})],
        [("list", {"style": "bullet", "items": [f"<p>{SHOP}</p>"]})],
    ],
    ids=["paragraph", "box", "list"],
)
def test_a_link_that_earns_money_says_so_wherever_it_stands(client, film, shops, body):
    page = html(client, make_article(section=film, body=body))
    assert 'href="https://www.shop.example/kettle?tag=1" rel="sponsored nofollow"' in page
    assert page.count(DISCLOSURE) == 1
    assert page.index(DISCLOSURE) < page.index("shop.example")


def test_other_links_say_nothing_and_stories_without_need_no_disclosure(client, film, shops):
    page = html(client, make_article(section=film, body=[paragraph(ELSEWHERE)]))
    assert '<a href="https://notshop.example/">' in page
    assert DISCLOSURE not in page


def test_links_of_a_paid_story_stay_sponsored_and_those_that_earn_money_say_both(client, film, shops):
    body = [paragraph(f"{SHOP} {ELSEWHERE}")]
    story = make_article(section=film, body=body, origin="sponsored", kind="advertorial", sponsor="Orlo Railway")
    page = html(client, story)
    assert 'kettle?tag=1" rel="sponsored nofollow"' in page
    assert 'notshop.example/" rel="sponsored"' in page


def test_a_story_told_before_the_shop_was_named_is_marked_too(client, film, shops):
    story = make_article(section=film, body=[paragraph(SHOP)])
    Publication.objects.update(affiliate_domains="")
    assert DISCLOSURE not in html(client, story)
    Publication.objects.update(affiliate_domains="shop.example")
    assert DISCLOSURE in html(client, story)


def test_partner_copy_stays_out_of_search_engines_unless_a_reason_is_given(client, film):
    story = make_article(section=film, origin="partner")
    assert story.noindex
    assert "noindex" in html(client, story)
    story.index_reason = "We wrote it together."
    assert not publish(story).noindex


@pytest.mark.parametrize("origin", ["staff", "freelance", "wire"])
def test_copy_of_other_origins_is_as_its_editor_says(film, origin):
    assert not make_article(section=film, origin=origin).noindex
    assert make_article(section=film, origin=origin, noindex=True).noindex


def test_the_report_warns_of_a_section_with_too_much_from_elsewhere(client, film):
    music = make_section("Music")
    for origin in ("staff", "wire", "partner", "sponsored"):
        make_article(section=film, origin=origin, kind="advertorial" if origin == "sponsored" else "news")
    for origin in ("staff", "staff", "staff", "freelance", "wire"):
        make_article(section=music, origin=origin)
    client.force_login(make_user("editor", groups=[set_up_role("section editor", [home_page()])]))
    rows = {row.title: row for row in client.get(reverse("news_standards:third_party")).context["object_list"]}
    assert (rows["Film"].share, rows["Film"].is_over) == (75, True)
    assert (rows["Music"].share, rows["Music"].is_over) == (20, False)
    standards = Standards.load()
    standards.third_party_limit = 10
    standards.save()
    page = client.get(reverse("news_standards:third_party"))
    assert all(row.is_over for row in page.context["object_list"])
    assert "Above 10 per cent" in page.content.decode()


def test_only_public_stories_count(client, film):
    make_article(section=film)
    make_article(section=film, origin="wire", live=False)
    assert ArticlePage.objects.count() == 2
    client.force_login(make_user("root", superuser=True))
    (row,) = client.get(reverse("news_standards:third_party")).context["object_list"]
    assert row.share == 0
