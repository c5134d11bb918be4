"""What load balancers and monitors are told."""

import json
import os

import pytest
from django.db import OperationalError, connection

from portal import clock, health


def ask(rf, view):
    response = view(rf.get("/"))
    assert "no-store" in response["Cache-Control"]
    return response


def test_alive_without_any_database(rf):
    """No database mark on this test: touching one would fail it."""
    response = ask(rf, health.livez)
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_ready(rf):
    response = ask(rf, health.readyz)
    assert response.status_code == 200
    assert json.loads(response.content) | {"clock_seconds_ago": None} == {
        "ready": True,
        "database": "ok",
        "cache": "ok",
        "clock_seconds_ago": None,
    }


def test_not_ready_without_a_database_and_says_nothing_about_the_inside(rf, monkeypatch):
    def refuse():
        raise OperationalError("host=10.0.0.7 password=…")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = ask(rf, health.readyz)
    assert response.status_code == 503
    assert json.loads(response.content)["database"] == "failed: OperationalError"
    assert b"10.0.0.7" not in response.content


@pytest.mark.django_db
def test_not_ready_without_its_cache(rf, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}
    }
    response = ask(rf, health.readyz)
    assert response.status_code == 503
    assert json.loads(response.content)["cache"].startswith("failed: ")


@pytest.mark.django_db
def test_the_age_of_the_clock(rf, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert json.loads(ask(rf, health.readyz).content)["clock_seconds_ago"] is None
    beat = tmp_path / health.HEARTBEAT
    beat.touch()
    moment = clock.now().timestamp() - 90
    os.utime(beat, (moment, moment))
    response = ask(rf, health.readyz)
    assert response.status_code == 200
    assert 90 <= json.loads(response.content)["clock_seconds_ago"] <= 95
