"""What a site is set to, and what its front page and its lists say: in words that an import takes back."""

from django.apps import apps
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.models import Page

from news.intake.leaving.own_fields import own_fields
from news.models import AuthorIndexPage, CorrectionsPage, TopicIndexPage

LISTS = (AuthorIndexPage, TopicIndexPage, CorrectionsPage)
HEAD = ("seo_title", "search_description", "social_title", "noindex")


def setting_models():
    """Return the models of settings by their labels, those of one site and those of the whole portal."""
    models = (model for model in apps.get_models() if issubclass(model, BaseSiteSetting | BaseGenericSetting))
    return {model._meta.label: model for model in models}


def setting_of(model, site):
    """Return what is set on a site; where nothing is, what holds without, unsaved."""
    if issubclass(model, BaseSiteSetting):
        return model.objects.filter(site=site).first() or model(site=site)
    return model.objects.first() or model()


def said(instance, keys):
    """Return what people have set on a settings row or page, by field, in words of JSON: `own_fields` says how."""
    fields = [field for field in instance._meta.concrete_fields if field.editable]
    values = own_fields(instance, keys, without=("site",))
    values = {field.name: values[field.name] for field in fields if field.name in values}
    # A text that was emptied says something too, where there would be one by itself.
    emptied = (field.name for field in fields if field.value_from_object(instance) == "" and field.get_default())
    values |= dict.fromkeys(emptied, "")
    if isinstance(instance, Page):
        values |= {name: getattr(instance, name) for name in HEAD if getattr(instance, name)}
    return values


def is_untouched(instance, keys):
    """Whether a settings row or page says what it says in a new portal, and no editor has ever saved it."""
    if isinstance(instance, Page) and instance.pk and instance.revisions.filter(user__isnull=False).exists():
        return False
    return said(instance, keys) == said(type(instance)(), keys)
