"""The links around every page: where they lead, which is current, and what they cost."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, Site

from portal.navigation import build_navigation
from portal.site_settings import Publication
from tests.builders import home_page, make_section, make_standard_page, make_topic, make_topic_index, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return Publication.for_site(Site.objects.get(is_default_site=True))


def group(page, *children, **fields):
    return ("group", {"page": page.pk, "label": "", "colour": "velour", "children": [c.pk for c in children], **fields})


def link(page=None, **fields):
    return ("link", {"page": page.pk if page else None, "url": "", "label": "", **fields})


def on(path="/"):
    return RequestFactory().get(path)


def labels(links):
    return [found.label for found in links]


# --- Where they lead --------------------------------------------------------------


def test_a_publication_that_nobody_set_up_has_no_links(publication):
    tree = build_navigation(publication, on())
    assert (tree.bar, tree.groups, tree.menu, tree.columns, tree.small_print) == ((), (), (), (), ())


def test_the_bar_shows_sections_in_the_order_of_the_editor(publication):
    film, music = make_section("Film"), make_section("Music")
    publication.navigation = stream([link(music), link(film)])
    tree = build_navigation(publication, on())
    assert [(found.label, found.url) for found in tree.bar] == [("Music", "/music/"), ("Film", "/film/")]


def test_a_group_has_a_colour_and_its_sub_sections(publication):
    health = make_section("Health")
    mind, body = make_section("Mind", parent=health), make_section("Body", parent=health)
    publication.navigation = stream([group(health, mind, body, colour="tonic"), link(make_section("Reviews"))])
    tree = build_navigation(publication, on())
    assert labels(tree.groups) == ["Health"]
    assert tree.groups[0].colour == "tonic"
    assert [(child.label, child.url) for child in tree.groups[0].children] == [
        ("Mind", "/health/mind/"),
        ("Body", "/health/body/"),
    ]


def test_a_label_takes_the_place_of_the_title(publication):
    publication.navigation = stream([link(make_section("Television"), label="TV")])
    assert labels(build_navigation(publication, on()).bar) == ["TV"]


def test_a_link_may_lead_elsewhere(publication):
    publication.footer_links = stream([link(url="https://shop.example/", label="Shop")])
    (found,) = build_navigation(publication, on()).small_print
    assert (found.label, found.url, found.current) == ("Shop", "https://shop.example/", "")


def test_menu_columns_and_small_print_are_filled(publication):
    about, terms = make_standard_page("About us"), make_standard_page("Terms")
    publication.menu_links = stream([link(about)])
    publication.footer_columns = stream([("column", {"title": "Standards", "links": [link(about)[1], link(terms)[1]]})])
    publication.footer_links = stream([link(terms)])
    tree = build_navigation(publication, on())
    assert labels(tree.menu) == ["About us"]
    assert [(title, labels(links)) for title, links in tree.columns] == [("Standards", ["About us", "Terms"])]
    assert labels(tree.small_print) == ["Terms"]


def test_links_saved_by_the_editor_are_read_like_those_written_by_code(publication):
    health = make_section("Health")
    mind = make_section("Mind", parent=health)
    publication.navigation = stream([group(health, mind)])
    publication.footer_columns = stream([("column", {"title": "About", "links": [link(mind)[1]]})])
    publication.save()
    saved = Publication.objects.get(pk=publication.pk)
    saved.navigation = saved.navigation.stream_block.to_python(saved.navigation.get_prep_value())
    saved.footer_columns = saved.footer_columns.stream_block.to_python(saved.footer_columns.get_prep_value())
    tree = build_navigation(saved, on())
    assert labels(tree.groups[0].children) == ["Mind"]
    assert [labels(links) for _title, links in tree.columns] == [["Mind"]]


# --- What drops out ----------------------------------------------------------------


def test_a_page_that_is_not_published_drops_out_everywhere(publication):
    film = make_section("Film")
    draft = make_section("Secret", parent=film, live=False)
    publication.navigation = stream([link(draft), group(film, draft)])
    publication.menu_links = publication.footer_links = stream([link(draft)])
    publication.footer_columns = stream([("column", {"title": "About", "links": [link(draft)[1], link(film)[1]]})])
    tree = build_navigation(publication, on())
    assert "Secret" not in repr(tree)
    assert labels(tree.bar) == ["Film"]
    assert tree.bar[0].children == ()


def test_a_group_goes_with_its_section(publication):
    health = make_section("Health", live=False)
    publication.navigation = stream([group(health, make_section("Film"))])
    assert build_navigation(publication, on()).bar == ()


def test_a_deleted_page_drops_out(publication):
    film = make_section("Film")
    publication.navigation = stream([link(film), group(film)])
    film.delete()
    assert build_navigation(publication, on()).bar == ()


def test_a_column_without_links_is_left_out(publication):
    draft = make_section("Secret", live=False)
    publication.footer_columns = stream([("column", {"title": "Empty", "links": [link(draft)[1]]})])
    assert build_navigation(publication, on()).columns == ()


# --- Where the reader stands ----------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/health/", "page"),
        ("/health/mind/", "true"),
        ("/health/mind/a-story/", "true"),
        ("/healthy/", ""),
        ("/film/", ""),
        ("/", ""),
    ],
)
def test_a_section_knows_whether_the_reader_stands_in_it(publication, path, current):
    publication.navigation = stream([link(make_section("Health"))])
    (found,) = build_navigation(publication, on(path)).bar
    assert found.current == current


def test_the_front_page_is_no_ancestor_of_everything(publication):
    publication.menu_links = stream([link(home_page())])
    assert build_navigation(publication, on("/film/")).menu[0].current == ""
    assert build_navigation(publication, on("/")).menu[0].current == "page"


# --- What they cost -----------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 12])
def test_all_links_cost_one_query(publication, number, django_assert_num_queries):
    make_topic_index()
    pages = [make_topic(f"Topic {place}") for place in range(number)]
    publication.navigation = stream([group(pages[0], *pages)])
    publication.menu_links = stream([link(page) for page in pages])
    publication.footer_columns = stream([("column", {"title": "All", "links": [link(page)[1] for page in pages]})])
    request = on()
    Site.find_for_request(request)
    pages[0].get_url(request)
    with django_assert_num_queries(1):
        tree = build_navigation(publication, request)
    assert len(tree.menu) == len(tree.bar[0].children) == number


def test_without_pages_nothing_is_asked(publication, django_assert_num_queries):
    publication.footer_links = stream([link(url="https://shop.example/", label="Shop")])
    with django_assert_num_queries(0):
        build_navigation(publication, on())


def test_numbers_in_labels_are_no_pages(publication, django_assert_num_queries):
    publication.footer_links = stream([link(url="https://shop.example/", label="1")])
    with django_assert_num_queries(0):
        assert labels(build_navigation(publication, on()).small_print) == ["1"]
    assert Page.objects.filter(pk=1).exists()
