"""Instances of the rows that the database returned, made without their constructors.

A page shows hundreds of instances, and Django passes each through constructors,
signals and one comparison a column. What those do for a row that is stored
already is nothing: the values go straight to where the constructor puts them.
"""

from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.query import RelatedPopulator
from django.db.models.query_utils import DeferredAttribute
from modelcluster.models import ClusterableModel
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from portal.page_cache.tags import Tagged, tag

# Theirs are for new instances, or only repeat what PortalImage says of every picture.
PASSED_OVER = {*(cls for cls in Page.__mro__ if "__init__" in vars(cls)), ClusterableModel, AbstractImage}


def maker(model, names):
    """Return a function from the alias of a database and values to an instance, as `Model.from_db` makes it.

    ``names`` are the columns whose values it will be given, in the order of the
    model's fields; all others are deferred. A model with a constructor or a
    `from_db` of its own is made by these.
    """
    constructors = {cls for cls in model.__mro__ if "__init__" in vars(cls)}
    known = {Model.from_db.__func__, Tagged.from_db.__func__}
    if not constructors <= PASSED_OVER or model.from_db.__func__ not in known:
        return lambda alias, values: model.from_db(alias, names, values)
    # Values of these change on their way into the instance, as those of a StreamField do.
    changing = [name for name in names if not isinstance(getattr(model, name), DeferredAttribute)]
    key = model._meta.pk.attname if issubclass(model, Tagged) else None

    def make(alias, values):
        instance = model.__new__(model)
        held = instance.__dict__
        held["_state"] = state = ModelState()
        state.db, state.adding = alias, False
        held.update(zip(names, values, strict=True))
        for name in changing:
            setattr(instance, name, held.pop(name))
        if key:
            tag(f"{model.cache_tag}-{held[key]}")
        return instance

    return make


class _Related(RelatedPopulator):
    """What a row holds of an instance that another one points at."""

    def __init__(self, klass_info, select, alias):
        super().__init__(klass_info, select, alias)
        self.make = maker(self.model_cls, self.init_list)
        self.related_populators = _related(klass_info, select, alias)

    def populate(self, row, from_obj):
        values = self.reorder_for_init(row) if self.reorder_for_init else row[self.cols_start : self.cols_end]
        instance = None
        if values[self.pk_idx] is not None:
            instance = self.make(self.db, values)
            for populator in self.related_populators:
                populator.populate(row, instance)
            self.remote_setter(instance, from_obj)
        self.local_setter(from_obj, instance)


def _related(klass_info, select, alias):
    return [_Related(related, select, alias) for related in klass_info.get("related_klass_infos", ())]


class Instances:
    """Makes the instances of a query from its rows, as `ModelIterable` does. ``compiler`` has written its SQL."""

    def __init__(self, compiler):
        self.connection = compiler.connection
        columns = compiler.klass_info["select_fields"]
        self.own = slice(columns[0], columns[-1] + 1)
        names = [column.target.attname for column, *_ in compiler.select[self.own]]
        self.make = maker(compiler.klass_info["model"], names)
        self.related = _related(compiler.klass_info, compiler.select, self.connection.alias)
        self.annotated = list(compiler.annotation_col_map.items())
        converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        self.converters = [
            (place, function, expression)
            for place, (functions, expression) in converters.items()
            for function in functions
        ]

    def of(self, rows):
        """Return the instances of the rows, as a list."""
        return [self._of(list(row)) for row in rows]

    def _of(self, row):
        for place, function, expression in self.converters:
            row[place] = function(row[place], expression, self.connection)
        instance = self.make(self.connection.alias, row[self.own])
        for populator in self.related:
            populator.populate(row, instance)
        for name, place in self.annotated:
            setattr(instance, name, row[place])
        return instance
