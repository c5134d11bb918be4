"""Queries whose SQL is written once.

Django turns a queryset into SQL anew each time it is evaluated, which for the
queries behind a page costs several times what the database does with them.
A `Prepared` query is a function from arguments to a queryset; its SQL is kept
in the process and executed with the arguments of the day.
"""

import threading

from django.core.exceptions import EmptyResultSet
from django.db.models import prefetch_related_objects
from django.db.models.query import ModelIterable

from portal.instances import Instances

FIRST_MARK = 2_100_000_000
"""Where numbers begin that stand for an argument: what fits a 32-bit key and is none so far."""
MOST_SHAPES = 64


class Prepared:
    """A query of the form ``build(*arguments, **shape)``, which returns a queryset.

    Arguments are numbers, texts, or lists of them, and may only be used as
    values: what decides about the form of the query goes into ``shape``. Lists
    are filled up to a power of two with their own first entry, so that a few
    statements serve lists of every length; they fit ``__in`` and nothing else.

    Calling it evaluates the query and returns a list.
    """

    def __init__(self, build):
        self.build = build
        # A compiler belongs to a connection, and a connection to a thread.
        self._local = threading.local()

    def __call__(self, *arguments, **shape):
        arguments = [_filled_up(a) if isinstance(a, list | tuple | set | frozenset) else a for a in arguments]
        form = tuple(len(a) if isinstance(a, list) else type(a) for a in arguments)
        key = (form, tuple(shape.items()), *(type(a[0]) for a in arguments if isinstance(a, list) and a))
        kept = self._local.__dict__
        if key not in kept:
            if len(kept) >= MOST_SHAPES:
                kept.clear()
            kept[key] = self._statement(arguments, shape)
        return kept[key].run(_flat(arguments))

    def _statement(self, arguments, shape):
        numbers = iter(range(FIRST_MARK, FIRST_MARK + 100_000))
        marked = [
            [_mark(entry, next(numbers)) for entry in a] if isinstance(a, list) else _mark(a, next(numbers))
            for a in arguments
        ]
        return _Statement(self.build(*marked, **shape), _flat(marked))


class _Statement:
    """The SQL of one form of a query, and what makes instances of its rows."""

    def __init__(self, queryset, marks):
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(queryset.db)
        try:
            self.sql, params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql = None
            return
        places = {mark: place for place, mark in enumerate(marks)}
        self.params = [(places.get(param) if isinstance(param, int | str) else None, param) for param in params]
        self.instances = Instances(self.compiler) if queryset._iterable_class is ModelIterable else None
        # Of whatever is no instance Django's own iterables make the results, as for any queryset.
        queryset.query.get_compiler = lambda *args, **kwargs: self.compiler

    def run(self, values):
        if self.sql is None:
            return []
        params = tuple(param if place is None else values[place] for place, param in self.params)
        if self.instances is None:
            self.compiler.as_sql = lambda *args, **kwargs: (self.sql, params)
            return list(self.queryset._iterable_class(self.queryset))
        with self.compiler.connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = self.instances.of(cursor.fetchall())
        if self.queryset._prefetch_related_lookups:
            prefetch_related_objects(found, *self.queryset._prefetch_related_lookups)
        return found


def _mark(value, number):
    """Return what stands for a value while the SQL is written: of the same type, and like no other."""
    return number if isinstance(value, int) else f"\ue000{number}\ue000"


def _filled_up(values):
    values = list(values)
    length = 1 << (len(values) - 1).bit_length() if values else 0
    return values + values[:1] * (length - len(values))


def _flat(arguments):
    return [entry for a in arguments for entry in (a if isinstance(a, list) else [a])]
