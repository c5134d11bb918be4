"""Every public story is in the archive, by month and by day, however old it is."""

from datetime import UTC, datetime

import pytest

from tests.builders import make_article, make_section, restrict
from tests.machines import Read

pytestmark = pytest.mark.django_db


def on(year, month, day):
    return datetime(year, month, day, 12, tzinfo=UTC)


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def stories(film):
    """Stories of three days in two months of two years."""
    dates = {"new": on(2026, 3, 9), "same": on(2026, 3, 2), "old": on(2019, 12, 31)}
    return {name: make_article(f"The {name} bell", section=film, published_at=date) for name, date in dates.items()}


def links_of(client, address):
    return set(Read(client.get(address)).page.attributes("href"))


def test_the_front_leads_to_all_stories_of_its_newest_day_and_that_to_its_month(client, film, stories):
    for number in range(4):
        make_article(f"At the top {number}", section=film, published_at=on(2026, 3, 9))
    (day,) = (link for link in links_of(client, "/") if link.startswith("/archive/2"))
    assert day == "/archive/2026/03/09/"
    assert "/archive/2026/03/" in links_of(client, day)


def test_every_page_leads_to_the_archive_and_it_to_every_month_with_stories(client, stories):
    assert "/archive/" in links_of(client, stories["new"].url)
    links = links_of(client, "/archive/")
    assert {"/archive/2026/03/", "/archive/2019/12/"} <= links
    assert not {"/archive/2026/02/", "/archive/2020/01/"} & links


def test_a_month_lists_its_stories_its_days_and_the_months_beside_it(client, stories):
    links = links_of(client, "/archive/2026/03/")
    assert {stories["new"].url, stories["same"].url} <= links
    assert stories["old"].url not in links
    assert {"/archive/2026/03/09/", "/archive/2026/03/02/", "/archive/2019/12/"} <= links


def test_a_day_lists_its_own_stories_and_is_not_for_search_engines(client, stories):
    page = Read(client.get("/archive/2026/03/09/"))
    links = page.page.attributes("href")
    assert stories["new"].url in links
    assert stories["same"].url not in links
    assert "noindex" in page.meta("robots")[0]
    assert "noindex" not in Read(client.get("/archive/2026/03/")).meta("robots")[0]


@pytest.mark.parametrize(
    "path",
    ["2026/02/", "2026/13/", "2026/00/", "0000/01/", "9999/12/", "2026/03/03/", "2026/02/31/", "2026/3/", "2026/"],
)
def test_an_empty_or_impossible_time_is_not_found(client, stories, path):
    assert client.get(f"/archive/{path}").status_code == 404


def test_what_is_not_public_is_in_no_archive(client, film, stories):
    make_article("A draft", section=film, live=False)
    closed = make_section("Members")
    make_article("For members", section=closed, published_at=on(2026, 3, 9))
    restrict(closed)
    for address in ("/archive/2026/03/", "/archive/2026/03/09/"):
        html = client.get(address).content.decode()
        assert "For members" not in html
        assert "A draft" not in html


def test_each_page_says_to_machines_what_it_lists(client, stories):
    page = Read(client.get("/archive/2026/03/"))
    listed = [item["url"] for item in page.node("CollectionPage")["mainEntity"]["itemListElement"]]
    root = page.canonical.removesuffix("/archive/2026/03/")
    assert listed == [root + stories["new"].url, root + stories["same"].url]
    assert [step["name"] for step in page.node("BreadcrumbList")["itemListElement"]][-2:] == ["Archive", "March 2026"]
    descriptions = {Read(client.get(path)).meta("description")[0] for path in ("/archive/", "/archive/2026/03/")}
    assert len(descriptions) == 2


def test_a_long_month_has_pages(client, film):
    for number in range(52):
        make_article(f"Bell {number}", section=film, published_at=on(2026, 3, 9))
    assert Read(client.get("/archive/2026/03/?page=2")).canonical.endswith("/archive/2026/03/?page=2")
    assert client.get("/archive/2026/03/?page=3").status_code == 404
