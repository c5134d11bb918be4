"""Numbered pages: each has one address, and every other number is none."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from portal.models import User
from portal.pagination import MAX_PAGES, BoundedPaginator, paginate, requested_page
from tests.builders import make_user

NOT_A_NUMBER = ["", "abc", "-1", "1.5", " 1", "1 ", "+1", "1e3", "0x1", "²", "٣", "１", "1\x00", "None", "last"]
TOO_LONG = ["999999", "1" * 400]


def asking(query=""):
    return RequestFactory().get(f"/film/{query}")


def asking_for(value):
    return RequestFactory().get("/film/", {"page": value})


@pytest.fixture
def accounts(db):
    for number in range(5):
        make_user(f"user-{number}")
    return User.objects.order_by("pk")


# --- The number ----------------------------------------------------------------


def test_without_a_number_the_first_page_is_meant():
    assert requested_page(asking()) == 1


def test_a_number_is_understood():
    assert requested_page(asking("?page=7")) == 7


@pytest.mark.parametrize("value", NOT_A_NUMBER + TOO_LONG)
def test_what_is_no_number_has_no_page(value):
    with pytest.raises(Http404):
        requested_page(asking_for(value))


def test_of_several_numbers_the_last_counts():
    assert requested_page(asking("?page=abc&page=2")) == 2


# --- The page ------------------------------------------------------------------


def test_a_list_is_divided(accounts):
    first, last = paginate(asking(), accounts, 2), paginate(asking("?page=3"), accounts, 2)
    assert list(first) == list(accounts[:2])
    assert list(last) == list(accounts[4:])
    assert (first.has_previous(), first.has_next(), last.has_next()) == (False, True, False)


@pytest.mark.parametrize("value", ["0", "4", "99999"])
def test_a_page_out_of_range_does_not_exist(accounts, value):
    with pytest.raises(Http404):
        paginate(asking_for(value), accounts, 2)


def test_an_empty_list_has_one_empty_page(accounts):
    page = paginate(asking(), accounts.none(), 2)
    assert list(page) == []
    assert page.paginator.num_pages == 1


def test_an_empty_list_has_no_second_page(accounts):
    with pytest.raises(Http404):
        paginate(asking("?page=2"), accounts.none(), 2)


# --- The bound -----------------------------------------------------------------


def test_counting_stops_where_the_pages_end(accounts):
    paginator = BoundedPaginator(accounts, 1)
    paginator_of_many = BoundedPaginator(ManyAccounts(), 1)
    assert paginator.count == 5
    assert paginator_of_many.count == MAX_PAGES


class ManyAccounts:
    """A list of any length, which fails when it is asked for more than its bound."""

    def __getitem__(self, wanted):
        assert wanted.stop <= MAX_PAGES
        return self

    def count(self):
        return MAX_PAGES


def test_the_count_is_one_bounded_query(accounts, django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        assert BoundedPaginator(accounts, 2).count == 5
    assert f"LIMIT {2 * MAX_PAGES}" in queries.captured_queries[0]["sql"]


def test_a_number_that_is_known_already_is_not_counted_again(accounts, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(list(paginate(asking("?page=2"), accounts, 2, 5))) == 2


def test_a_known_number_is_bounded_too(accounts):
    assert BoundedPaginator(accounts, 2, 1_000_000).num_pages == MAX_PAGES
