"""Rows of another table that come along with each row of a query, instead of by a query of their own.

A prefetch asks once more for each relation. `Rows` has the database pack the
related rows into one JSON value beside the row they belong to; what comes out
are instances of their model, as a prefetch would have made them.
"""

import json
from datetime import UTC

from django.db.models import DateField, DateTimeField, Field, JSONField, Subquery
from django.db.models.functions import JSONArray
from django.utils.dateparse import parse_date, parse_datetime

from portal.instances import maker


class Rows(Subquery):
    """An annotation: the instances of ``queryset`` that belong to the row, as a list, in its order.

    ``fields`` are the paths of what is fetched of each, such as ``"id"`` or
    ``"author__name"``, the key of every model on the way among them; anything
    else is deferred. Annotations of the queryset are fields, too, and come as
    the database packs them. At most 50, which every database can pack.
    """

    def __init__(self, queryset, *fields):
        packed = queryset.values(packed=JSONArray(*fields))
        super().__init__(packed, output_field=_PackedRows(_reader_of(queryset, fields)))

    def as_sqlite(self, compiler, connection, **extra):
        template = "(SELECT JSON_GROUP_ARRAY(JSON(rows.packed)) FROM (%(subquery)s) AS rows)"
        return self.as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT JSONB_AGG(rows.packed) FROM (%(subquery)s) AS rows)"
        return self.as_sql(compiler, connection, template=template, **extra)


class _PackedRows(Field):
    """What the database returns for `Rows`."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def from_db_value(self, value, expression, connection):
        rows = json.loads(value) if isinstance(value, str) else value
        return [self.reader.read(row, connection.alias) for row in rows or ()]


class _Reader:
    """Makes instances of a model, and of what they point at, of the values of packed rows."""

    def __init__(self, model, places, annotated=()):
        self.annotated = annotated
        own, below = [], {}
        for place, path in places:
            name, _, rest = path.partition("__")
            if rest:
                below.setdefault(name, []).append((place, rest))
            else:
                field = model._meta.get_field(name)
                own.append((field, place))
        self.below = [(model._meta.get_field(name), _Reader(field_model(model, name), p)) for name, p in below.items()]
        own += [(field, reader.key) for field, reader in self.below]
        order = {field: number for number, field in enumerate(model._meta.concrete_fields)}
        own.sort(key=lambda pair: order[pair[0]])
        self.key = next(place for field, place in own if field.primary_key)
        self.make = maker(model, [field.attname for field, _place in own])
        self.columns = [(place, _converter(field)) for field, place in own]

    def read(self, row, alias):
        """Return the instance, or None where the row holds no key for it."""
        if row[self.key] is None:
            return None
        values = [convert(row[place]) if convert else row[place] for place, convert in self.columns]
        instance = self.make(alias, values)
        for field, reader in self.below:
            field.set_cached_value(instance, reader.read(row, alias))
        for name, place in self.annotated:
            setattr(instance, name, row[place])
        return instance


def _reader_of(queryset, fields):
    annotated = [(name, place) for place, name in enumerate(fields) if name in queryset.query.annotations]
    return _Reader(queryset.model, [pair for pair in enumerate(fields) if pair[::-1] not in annotated], annotated)


def field_model(model, name):
    """Return the model that a relation of another model leads to."""
    return model._meta.get_field(name).related_model


def _converter(field):
    """Return what makes the value of a field of what JSON holds for it, or None where that is the value."""
    if isinstance(field, DateTimeField):
        return _moment
    if isinstance(field, DateField):
        return lambda value: value and parse_date(value)
    if isinstance(field, JSONField):
        return lambda value: json.loads(value) if isinstance(value, str) else value
    if field.get_internal_type() == "BooleanField":
        return bool
    return None


def _moment(value):
    """Return a moment with its time zone: SQLite stores it without, in UTC."""
    moment = value and parse_datetime(value)
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
