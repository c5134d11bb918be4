"""Building the demo from nothing: wholly or not at all."""

import io

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from home.demo import build

pytestmark = pytest.mark.django_db


def seed(**options):
    """Run the command without cutting pictures; return what it said."""
    said = io.StringIO()
    call_command("seed_demo", no_pictures=True, stdout=said, **options)
    return said.getvalue()


def counted():
    """Return the number of rows of every table that the command could write to."""
    labels = ("portal", "news", "home", "wagtailcore")
    return {model: model.objects.count() for label in labels for model in apps.get_app_config(label).get_models()}


def test_a_negative_number_is_refused():
    with pytest.raises(CommandError, match="number of stories"):
        seed(stories=-1)


def test_a_build_that_is_interrupted_leaves_nothing(monkeypatch):
    before = counted()
    written = []

    def interrupted(self, spec):
        written.append(spec)
        if len(written) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(build.DemoNewsroom, "_write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        seed()
    assert counted() == before


def test_without_a_password_of_its_own_it_prints_one_that_works(monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    monkeypatch.setattr(build, "all_stories", list)
    for step in ("compose_fronts", "announce"):
        monkeypatch.setattr(build, step, lambda *args: None)
    password = seed().split()[-1]
    assert authenticate(username="editor", password=password)
