"""What stands around every page: head, header, navigation, footer, and the pages for errors."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Site

from portal import clock
from portal.images import PICTURES
from portal.site_settings import Publication
from tests.builders import home_page, make_article, make_author, make_image, make_section, publish, stream

VOID = {"meta", "link", "img", "source", "input", "hr", "br", "path", "rect"}


class Elements(HTMLParser):
    """Collects the elements of a page: pairs of tag and attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def of(self, tag, **attributes):
        """Return the attributes of every such element."""
        return [found for name, found in self.found if name == tag and attributes.items() <= found.items()]


def publication(**fields):
    """Return the default site's publication with these fields."""
    site = Site.objects.get(is_default_site=True)
    return Publication.objects.update_or_create(site=site, defaults={"name": "Velour & Tonic", **fields})[0]


def page_of(client, address="/", status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def render(source, **context):
    return Template("{% load portal_tags %}" + source).render(Context(context))


# --- Head -------------------------------------------------------------------


@pytest.mark.django_db
def test_a_page_opens_and_closes_every_element_and_repeats_no_id(client):
    make_article(section=make_section("Film"), lead_image=make_image(), authors=[make_author()])
    for address in ("/", "/film/"):
        elements = Elements(page_of(client, address))
        ids = [attributes["id"] for _tag, attributes in elements.found if "id" in attributes]
        assert elements.open == []
        assert len(ids) == len(set(ids))
        assert len(elements.of("h1")) == 1


@pytest.mark.django_db
def test_nothing_on_a_page_is_inline(client):
    make_article(section=make_section("Film"), lead_image=make_image())
    for address in ("/", "/film/"):
        for tag, attributes in Elements(page_of(client, address)).found:
            assert tag != "style"
            assert "style" not in attributes
            assert tag != "script" or "src" in attributes or attributes["type"] == "application/ld+json"
            assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.django_db
def test_the_head_names_canonical_address_description_and_robots(client):
    make_section("Film", standfirst="Everything on screens.")
    head = Elements(page_of(client, "/film/"))
    assert head.of("link", rel="canonical")[0]["href"].endswith("/film/")
    assert head.of("meta", name="description")[0]["content"] == "Everything on screens."
    assert head.of("meta", name="robots")[0]["content"] == "max-image-preview:large"
    assert head.of("meta", property="og:title")[0]["content"] == "Film"
    assert head.of("meta", property="og:url")[0]["content"].endswith("/film/")


@pytest.mark.django_db
def test_a_page_without_a_picture_is_shared_with_the_publications(client):
    make_section("Film")
    publication(share_image=make_image("For sharing", size=(1600, 900)))
    (picture,) = Elements(page_of(client, "/film/")).of("meta", property="og:image")
    assert picture["content"].startswith("http")
    assert "fill-1200x630" in picture["content"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Film", "Film | Velour & Tonic"),
        ("Velour & Tonic: film news", "Velour & Tonic: film news"),
        ("x" * 60, "x" * 60),
    ],
)
def test_the_tab_shows_the_publication_where_there_is_room_for_it(title, expected):
    assert (
        render("{% autoescape off %}{% head_title t b %}{% endautoescape %}", t=title, b="Velour & Tonic") == expected
    )


@pytest.mark.django_db
def test_language_and_direction_follow_the_active_language(client):
    with translation.override("ar"):
        html = render_to_string("404.html", {}, RequestFactory().get("/nothing/"))
    (root,) = Elements(html).of("html")
    assert (root["lang"], root["dir"]) == ("ar", "rtl")
    assert Elements(page_of(client)).of("html") == [{"lang": "en-gb", "dir": "ltr"}]


@pytest.mark.django_db
def test_a_right_to_left_headline_finds_its_own_direction(client):
    make_article("عودة الاستراحة إلى دور السينما", section=make_section("Film"))
    assert Elements(page_of(client, "/film/")).of("h2", dir="auto")


# --- Header, navigation, footer ---------------------------------------------


@pytest.mark.django_db
def test_the_name_stands_where_there_is_no_wordmark(client):
    publication(name="Harbour & Hill")
    html = page_of(client)
    assert '<span class="wordmark-text">Harbour &amp; Hill</span>' in html
    assert "Velour" not in html


@pytest.mark.django_db
def test_the_wordmark_is_drawn_once_and_repeated_by_reference(client):
    publication(wordmark_path="M0 0h9v9z", wordmark_accent_path="M1 1h2v2z", wordmark_view_box="0 0 10 10")
    html = page_of(client)
    assert html.count("M0 0h9v9z") == html.count("M1 1h2v2z") == 1
    assert html.count('href="#wordmark"') == 2


@pytest.mark.django_db
def test_the_navigation_marks_the_page_and_the_sections_above_it(client):
    entertainment = make_section("Entertainment")
    film = make_section("Film", parent=entertainment)
    group = {"page": entertainment.pk, "label": "", "colour": "tonic", "children": [film.pk]}
    publication(navigation=stream([("group", group)]))
    (bar, *_rest) = page_of(client, "/entertainment/film/").split('<nav class="section-nav"')[1].split("</nav>")
    links = {link["href"]: link.get("aria-current") for link in Elements(bar).of("a")}
    assert links == {"/": None, "/entertainment/": "true", "/entertainment/film/": "page"}
    assert 'data-desk="health"' in bar


@pytest.mark.django_db
def test_what_is_not_set_up_leaves_no_empty_element(client):
    html = page_of(client)
    for class_name in ("section-nav", "masthead-tagline"):
        assert class_name not in html
    assert "Follow" not in html


@pytest.mark.django_db
def test_the_foot_leads_to_the_feed_of_the_whole_site(client):
    assert Elements(page_of(client)).of("a", href="/feed/")
    assert client.get("/feed/").status_code == 200


@pytest.mark.django_db
def test_the_menu_opens_without_a_script(client):
    elements = Elements(page_of(client))
    assert elements.of("nav", id="site-menu")[0]["popover"] is None
    assert len(elements.of("button", popovertarget="site-menu")) == 2


@pytest.mark.django_db
def test_breadcrumbs_lead_from_the_front_down_to_the_page(client):
    make_section("Film", parent=make_section("Entertainment"))
    crumbs = page_of(client, "/entertainment/film/").split('<nav class="crumbs"')[1].split("</nav>")[0]
    assert [link["href"] for link in Elements(crumbs).of("a")] == ["/", "/entertainment/"]
    assert '<span aria-current="page">Film</span>' in crumbs


# --- Error pages ------------------------------------------------------------


@pytest.mark.django_db
def test_a_missing_page_offers_search_and_is_not_indexed(client):
    elements = Elements(page_of(client, "/nothing/", status=404))
    assert elements.of("meta", name="robots")[0]["content"] == "noindex"
    assert elements.of("form", role="search")
    assert elements.open == []


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_the_pages_for_faults_need_no_database_and_no_context(name):
    elements = Elements(render_to_string(name))
    assert elements.open == []
    assert len(elements.of("h1")) == 1


@pytest.mark.django_db
def test_a_retired_page_says_why():
    html = render_to_string("410.html", {"reason": "A court asked us to.", "status": 451}, RequestFactory().get("/x/"))
    assert "A court asked us to." in html
    assert "Error 451" in html


@pytest.mark.django_db
def test_the_manifest_carries_the_name_of_the_publication(client):
    publication(name="Harbour & Hill")
    answer = client.get("/site.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    assert answer.json()["name"] == "Harbour & Hill"


@pytest.mark.django_db
def test_the_guessed_address_of_the_icon_leads_to_it(client):
    assert client.get("/favicon.ico").headers["Location"].endswith(".png")


# --- Pictures and cards -----------------------------------------------------


@pytest.mark.django_db
def test_a_picture_names_every_format_and_its_size():
    picture = Elements(render('{% picture_for image "card" %}', image=make_image()))
    assert [source["type"] for source in picture.of("source")] == ["image/avif", "image/webp"]
    (img,) = picture.of("img")
    assert (img["width"], img["height"], img["loading"], img["alt"]) == ("400", "267", "lazy", "")
    assert {source["sizes"] for source in picture.of("source")} == {PICTURES["card"].sizes}


@pytest.mark.django_db
def test_the_picture_that_a_page_opens_with_is_never_lazy():
    (img,) = Elements(render('{% picture_for image "lead" eager=True %}', image=make_image())).of("img")
    assert img["fetchpriority"] == "high"
    assert "loading" not in img


@pytest.mark.django_db
def test_a_small_original_is_not_named_in_widths_that_it_does_not_have():
    html = render('{% picture_for image "lead" %}', image=make_image(size=(500, 333)))
    widths = [part.split()[-1] for part in Elements(html).of("source")[0]["srcset"].split(", ")]
    assert len(widths) == len(set(widths))
    assert "1600w" not in widths


@pytest.mark.django_db
@pytest.mark.parametrize("days, shown", [(-1, False), (1, True)])
def test_a_picture_is_shown_until_our_rights_end(client, days, shown):
    image = make_image(rights_expire_on=(clock.now() + timedelta(days=days)).date())
    make_article(section=make_section("Film"), lead_image=image)
    assert ('class="card-media"' in page_of(client, "/film/")) is shown


@pytest.mark.django_db
def test_no_picture_is_no_element():
    assert render('{% picture_for image "card" %}', image=None) == ""


@pytest.mark.django_db
def test_a_card_escapes_what_people_wrote(client):
    make_article(
        "<script>alert(1)</script>", section=make_section("Film"), standfirst='"><img onerror=x>', kicker="<b>"
    )
    html = page_of(client, "/film/")
    assert "<script>alert" not in html
    assert "<img onerror" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.django_db
def test_a_card_says_who_paid(client):
    make_article("Four cinemas", section=make_section("Film"), origin="sponsored", sponsor="Orlo Tourist Board")
    html = page_of(client, "/film/")
    assert "Paid for by Orlo Tourist Board" in html
    assert Elements(html).of("a", rel="sponsored")


@pytest.mark.django_db
def test_a_card_names_its_authors_in_their_order(client):
    people = [make_author("Ines Farrow"), make_author("Caspian Adeyemi")]
    make_article(section=make_section("Film"), authors=people)
    assert "<span>Ines Farrow, Caspian Adeyemi</span>" in page_of(client, "/film/")


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "pattern"), [(3, "%-d %b"), (500, "%-d %b %Y")])
def test_a_card_shows_the_date_with_the_year_once_that_is_not_plain(days, pattern):
    story = make_article(published_at=clock.now() - timedelta(days=days))
    assert f">{story.published_at.strftime(pattern)}</time>" in render("{% story_time story %}", story=story)


def test_a_moment_is_shown_in_full_by_the_active_locale():
    moment = datetime(2026, 11, 22, 9, 10, tzinfo=UTC)
    assert render("{% time_element m %}", m=moment) == (
        '<time datetime="2026-11-22T09:10+00:00">22 November 2026, 09:10</time>'
    )
    with translation.override("de"):
        assert "22. November" in render("{% day_element m %}", m=moment)


# --- Lists ------------------------------------------------------------------


def pagination(number, pages, query=""):
    page = Paginator(range(pages), 1).page(number)
    request = RequestFactory().get("/film/?utm_source=elsewhere")
    return Elements(render_to_string("components/pagination.html", {"page": page, "query": query}, request))


def test_a_list_of_one_page_has_no_pagination():
    assert pagination(1, 1).found == []


def test_the_first_page_of_a_list_is_linked_without_a_number():
    links = pagination(2, 3).of("a")
    assert [link["href"] for link in links] == ["/film/", "/film/", "/film/?page=2", "/film/?page=3", "/film/?page=3"]
    assert [link.get("rel") for link in links] == ["prev", None, None, None, "next"]
    assert [link.get("aria-current") for link in links] == [None, None, "page", None, None]


def test_pagination_keeps_what_belongs_to_the_list():
    assert pagination(1, 2, query="q=salt&kind=review").of("a", rel="next")[0]["href"] == (
        "/film/?q=salt&kind=review&page=2"
    )


def test_long_lists_leave_pages_out():
    assert len(pagination(20, 40).of("a")) == 7


# --- Fronts in the editor ---------------------------------------------------


@pytest.mark.django_db
def test_every_band_shows_itself_in_the_block_chooser(admin_client):
    for name, block in home_page().front.stream_block.child_blocks.items():
        answer = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})
        assert answer.status_code == 200, name
        assert "<section" in answer.content.decode()
        assert block.get_description() and block.meta.group and block.meta.icon


@pytest.mark.django_db
def test_a_front_can_be_edited_and_keeps_its_bands(admin_client):
    page = home_page()
    page.front = stream([("lead_package", {"picks": [{"story": make_article().pk}], "size": 2})])
    publish(page)
    assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
