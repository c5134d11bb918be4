"""The database backend for PostgreSQL, with connections that do as they are told; the drill has real ones."""

from weakref import WeakSet

import psycopg
import pytest
from django.db import connections
from django.db.utils import OperationalError

from portal.breaker import Breaker
from portal.deadline import within
from portal.postgresql import base


class Connection:
    """A connection that the server has ended, as far as anybody asks."""

    closed = False

    def fileno(self):
        raise psycopg.OperationalError("the connection is lost")

    def close(self):
        self.closed = True


@pytest.fixture(autouse=True)
def fresh_process(monkeypatch):
    """Let the module be as in a process that has just begun."""
    monkeypatch.setattr(base, "breaker", Breaker(rest=60, tolerance=3))
    monkeypatch.setattr(base, "_open", WeakSet())


@pytest.fixture
def connected():
    """Offer a function that returns a wrapper around a connection."""

    def connect():
        wrapper = base.DatabaseWrapper({**connections["default"].settings_dict, "OPTIONS": {}, "AUTOCOMMIT": True})
        wrapper.connection = Connection()
        wrapper.autocommit = True
        base._open.add(wrapper)
        return wrapper

    return connect


def test_a_connection_that_the_server_has_ended_is_not_usable(connected):
    with within(1):
        assert connected().is_usable() is False


def test_a_statement_on_such_a_connection_fails_as_django_expects(connected):
    with within(1), pytest.raises(OperationalError):
        connected()._within_deadline(None, "SELECT 1", None, False, None)


def test_three_failures_in_a_row_leave_the_database_alone_for_a_while(connected):
    wrapper = connected()
    with within(1):
        for _failure in range(3):
            with pytest.raises(OperationalError, match="lost"):
                wrapper._within_deadline(None, "SELECT 1", None, False, None)
        with pytest.raises(OperationalError, match="left alone"):
            wrapper._within_deadline(None, "SELECT 1", None, False, None)


@pytest.mark.django_db
def test_a_process_keeps_so_many_connections_and_no_more(connected):
    wrappers = [connected() for _connection in range(base.KEPT + 2)]
    for wrapper in wrappers:
        wrapper.close_if_unusable_or_obsolete()
    assert len(base._open) == base.KEPT
    assert sum(wrapper.connection is None for wrapper in wrappers) == 2
