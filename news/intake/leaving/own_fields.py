"""The fields of the portal's own models as plain values: what ``extra`` holds in an export."""

from datetime import UTC, datetime
from decimal import Decimal

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from news.models import ArticlePage
from news.models.update_types import UpdateChoice
from portal.models import PortalImage

PAGE_COLUMNS = {field.name for field in Page._meta.concrete_fields}
# What a record has a field of its own for, and what follows from the rest.
TOLD = {
    ArticlePage: {*ArticlePage.DERIVED_FIELDS, *UpdateChoice.CHOICE_FIELDS, "body", "standfirst", "lead_image"},
    PortalImage: {
        "title",
        "description",
        "caption",
        "credit",
        "collection",
        "cuts",
        "uploaded_by_user",
        "created_at",
        "width",
        "height",
        "file_size",
        "file_hash",
    },  # fmt: skip
}
HEAD = {"social_title", "noindex"}


def own_fields(instance, keys, *, without=()):
    """Return the fields of a model instance that hold something, by name, in words of JSON.

    ``keys`` names what they refer to (`news.intake.leaving.keys.Keys`). Columns
    of the page tree, derived ones and those in ``without`` are left out.
    """
    left_out = {*without}
    for model, names in TOLD.items():
        if isinstance(instance, model):
            left_out |= names
    if isinstance(instance, Page):
        left_out |= PAGE_COLUMNS | HEAD
    values = {}
    for field in instance._meta.concrete_fields:
        if field.name in left_out or field.primary_key or isinstance(field, models.FileField):
            continue
        value = told(field, instance, keys)
        if value not in (None, "", [], {}):
            values[field.name] = value
    return values


def told(field, instance, keys):
    """Return the value of one field in words of JSON."""
    if field.is_relation:
        return keys.related(field.related_model, getattr(instance, field.attname))
    value = getattr(instance, field.attname)
    if isinstance(field, StreamField):
        return keys.stream(field.stream_block, value.raw_data)
    if isinstance(field, RichTextField):
        return keys.rich_text(value)
    if value is None or isinstance(value, str | bool | int | float | list | dict):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat()  # a day or a time of day
