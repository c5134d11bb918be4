"""Queries whose SQL is written once: the same rows as ever, with the values of the day."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q

from portal import clock
from portal.models import User
from portal.prepared import Prepared

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return [User.objects.create(username=f"user-{number}") for number in range(9)]


def test_every_call_has_its_own_values(people):
    named = Prepared(lambda key, name: User.objects.filter(Q(pk=key) | Q(username=name)).order_by("pk"))
    assert named(people[0].pk, "user-3") == [people[0], people[3]]
    assert named(people[5].pk, "nobody") == [people[5]]


@pytest.mark.parametrize("number", range(10))
def test_lists_may_have_any_length(people, number):
    among = Prepared(lambda keys: User.objects.filter(pk__in=keys).order_by("pk"))
    for _ in range(2):
        assert among([person.pk for person in people[:number]]) == people[:number]


def test_what_decides_about_the_form_makes_another_statement(people):
    first = Prepared(lambda *, number, names: User.objects.filter(username__in=names).order_by("pk")[:number])
    names = ("user-1", "user-2", "user-3")
    assert first(number=2, names=names) == people[1:3]
    assert first(number=1, names=names) == people[1:2]
    assert first(number=1, names=("user-8",)) == people[8:]


def test_a_query_is_turned_into_sql_once(people, django_assert_num_queries):
    built = []
    named = Prepared(lambda name: built.append(name) or User.objects.filter(username=name))
    with django_assert_num_queries(3):
        assert [named(f"user-{number}") for number in range(3)] == [[person] for person in people[:3]]
    assert len(built) == 1


def test_rows_of_values_come_as_they_do_from_a_queryset(people):
    pairs = Prepared(lambda keys: User.objects.filter(pk__in=keys).order_by("-pk").values_list("pk", "username"))
    assert pairs([people[0].pk, people[1].pk]) == [(people[1].pk, "user-1"), (people[0].pk, "user-0")]


def test_prefetches_follow(people, django_assert_num_queries):
    with_groups = Prepared(lambda keys: User.objects.filter(pk__in=keys).prefetch_related("groups"))
    with django_assert_num_queries(2):
        assert [list(person.groups.all()) for person in with_groups([people[0].pk])] == [[]]


def test_changed_rows_are_seen(people):
    named = Prepared(lambda name: User.objects.filter(username=name))
    assert len(named("user-1")) == 1
    people[1].delete()
    assert named("user-1") == []


def test_a_value_is_no_sql(people):
    named = Prepared(lambda name: User.objects.filter(username=name))
    assert named("user-1") and named("x' OR '1'='1") == []


def test_moments_in_the_query_stand_still_and_arguments_do_not(people):
    joined = Prepared(lambda name, *, since: User.objects.filter(username=name, date_joined__gte=since))
    today, tomorrow = clock.now() - timedelta(days=1), clock.now() + timedelta(days=1)
    assert joined("user-1", since=today) == [people[1]]
    assert joined("user-1", since=tomorrow) == []


def test_every_thread_writes_its_own_statement():
    compiled = []
    nobody = Prepared(lambda name: compiled.append(threading.get_ident()) or User.objects.filter(username=name))
    nobody("x")

    def ask():
        nobody._statement(["x"], {})
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(set(compiled)) == 2
