"""The one door: how it opens, how often it may be tried, and what it does not tell."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import BasePasswordHasher
from django.db import connections
from django.test import Client
from django.urls import get_resolver, reverse

from portal import clock
from portal.security import throttle
from portal.security.clients import address_group, client_address
from tests.builders import make_user

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"
LOGIN = "/admin/login/"
TOKEN = re.compile(r"[A-Za-z0-9]{64}")


@pytest.fixture
def user():
    return make_user("ines", superuser=True)


def try_in(client, name="ines", password="wrong", **extra):
    return client.post(LOGIN, {"username": name, "password": password}, **extra)


def is_in(client):
    return client.get("/admin/").status_code == 200


def every_pattern(resolver, before=""):
    for pattern in resolver.url_patterns:
        address = f"{before}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            yield from every_pattern(pattern, address)
        else:
            yield address, pattern


# --- One door ---------------------------------------------------------------------


def test_there_is_one_door():
    doors = {address for address, pattern in every_pattern(get_resolver()) if "login" in f"{address} {pattern.name}"}
    assert doors == {"admin/login/", "admin/login/code/"}


def test_no_other_application_brings_a_way_in(client):
    assert not {"django.contrib.admin", "rest_framework", "allauth", "wagtail.api.v3"} & set(settings.INSTALLED_APPS)
    assert client.get("/django-admin/").status_code == client.get("/accounts/login/").status_code == 404


def test_the_right_password_opens(client, user):
    response = client.post(LOGIN, {"username": "ines", "password": PASSWORD, "next": "/admin/reports/"})
    assert (response.status_code, response["Location"]) == (302, "/admin/reports/")
    assert is_in(client)


def test_the_door_sends_nobody_to_another_site(client, user):
    response = client.post(LOGIN, {"username": "ines", "password": PASSWORD, "next": "https://evil.example/"})
    assert response["Location"] == "/admin/"


def test_without_remember_me_the_session_ends_with_the_browser(client, user):
    client.post(LOGIN, {"username": "ines", "password": PASSWORD})
    assert client.cookies[settings.SESSION_COOKIE_NAME]["expires"] == ""
    client.post("/admin/logout/")
    client.post(LOGIN, {"username": "ines", "password": PASSWORD, "remember": "on"})
    assert client.cookies[settings.SESSION_COOKIE_NAME]["expires"]


def test_the_session_gets_a_new_key_at_the_door(client, user):
    session = client.session
    session["x"] = 1
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.post(LOGIN, {"username": "ines", "password": PASSWORD})
    assert client.session.session_key != session.session_key


def test_a_site_on_https_signs_in_with_cookies_of_its_host_alone(user, settings):
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client = Client(enforce_csrf_checks=True)
    page = client.get(LOGIN, secure=True)
    token = page.context["csrf_token"]
    data = {"username": "ines", "password": PASSWORD, "csrfmiddlewaretoken": str(token)}
    response = client.post(LOGIN, data, secure=True, headers={"referer": "https://testserver/admin/login/"})
    assert response.status_code == 302
    assert set(client.cookies) == {"__Host-sessionid", "__Host-csrftoken"}
    for cookie in client.cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
        assert (cookie["path"], cookie["domain"]) == ("/", "")


# --- The limit ----------------------------------------------------------------------


def test_an_account_is_closed_to_guesses_after_ten_even_with_the_right_password(client, user):
    assert {try_in(client).status_code for _ in range(throttle.ACCOUNT.tries)} == {200}
    response = try_in(client, password=PASSWORD)
    assert response.status_code == 429
    assert "Too many tries. Please wait 15 minutes" in response.content.decode()
    assert 0 < int(response["Retry-After"]) <= throttle.ACCOUNT.seconds
    assert not is_in(client)


def test_names_differ_in_neither_case_nor_spaces(client, user):
    for name in ("ines", "INES", " ines "):
        for _ in range(4):
            response = try_in(client, name=name)
    assert response.status_code == 429


def test_an_address_may_not_try_many_accounts(client, user):
    for number in range(throttle.ADDRESS.tries):
        assert try_in(client, name=f"somebody-{number}").status_code == 200
    assert try_in(client, password=PASSWORD).status_code == 429
    assert try_in(client, password=PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_door_says_the_same_of_accounts_that_there_are_and_are_not(client, user):
    def answers(name):
        found = [try_in(client, name=name) for _ in range(throttle.ACCOUNT.tries + 1)]
        texts = {TOKEN.sub("", response.content.decode().replace(name, "NAME")) for response in found}
        return [response.status_code for response in found], texts

    assert answers("ines") == answers("nobody")


def test_a_refused_try_costs_no_hash(client, user, monkeypatch):
    for _ in range(throttle.ACCOUNT.tries):
        try_in(client)
    hashed = []
    for hasher in BasePasswordHasher.__subclasses__():
        monkeypatch.setattr(hasher, "encode", lambda *args, **kwargs: hashed.append(args))
    try_in(client)
    try_in(client, name="INES")
    assert hashed == []


def test_the_right_password_in_time_forgets_the_wrong_ones(client, user):
    for _ in range(throttle.ACCOUNT.tries - 1):
        try_in(client)
    assert try_in(client, password=PASSWORD).status_code == 302
    client.post("/admin/logout/")
    assert try_in(client).status_code == 200


def test_the_limit_is_lifted_when_its_time_is_over(client, user, monkeypatch):
    for _ in range(throttle.ACCOUNT.tries + 1):
        try_in(client)
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert try_in(client, password=PASSWORD).status_code == 302


def test_the_limit_stands_in_the_database_so_that_every_worker_knows_it(user):
    for _ in range(throttle.ACCOUNT.tries):
        assert throttle.knock(throttle.ACCOUNT, "ines") == 0
    assert throttle.knock(throttle.ACCOUNT, "ines") > 0
    row = throttle.Throttle.objects.get()
    assert row.count == throttle.ACCOUNT.tries
    assert "ines" not in row.key


def test_the_limit_holds_for_guesses_at_the_same_moment(transactional_db, django_db_serialized_rollback):
    limit = throttle.Limit("moment", 10, 60)

    def guess(number):
        try:
            return throttle.knock(limit, "ines")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(guess, range(40)))
    assert waits.count(0) == 10
    assert all(0 <= wait <= 60 for wait in waits)


def test_nobody_waits_longer_than_the_window_that_somebody_else_opened_a_moment_later(db, monkeypatch):
    limit = throttle.Limit("moment", 1, 60)
    earlier = clock.now() - timedelta(milliseconds=5)
    throttle.knock(limit, "ines")
    monkeypatch.setattr(clock, "now", lambda: earlier)
    assert throttle.knock(limit, "ines") == 60


def test_what_is_asked_of_a_forgotten_password_is_limited_too(client, user, mailoutbox):
    user.email = "ines@news.example"
    user.save()
    address = reverse("wagtailadmin_password_reset")
    codes = [client.post(address, {"email": user.email}).status_code for _ in range(throttle.RESET.tries + 1)]
    assert codes[0] == 302
    assert codes[-1] == 200
    assert len(mailoutbox) == throttle.RESET.tries


# --- Whose address -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trusted", "sent", "counted"),
    [
        ([], {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, "10.0.0.1"),
        (["10.0.0.0/8"], {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, "192.0.2.7"),
        (["10.0.0.0/8"], {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "1.1.1.1, 192.0.2.7"}, "192.0.2.7"),
        (["10.0.0.0/8"], {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7, 10.0.0.2"}, "192.0.2.7"),
        (["10.0.0.0/8"], {"REMOTE_ADDR": "198.51.100.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, "198.51.100.1"),
        (["10.0.0.0/8"], {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "nonsense"}, "10.0.0.1"),
        ([], {"REMOTE_ADDR": ""}, "unknown"),
        ([], {"REMOTE_ADDR": "::ffff:192.0.2.7"}, "192.0.2.7"),
    ],
)
def test_a_forwarded_address_is_believed_only_from_a_proxy_of_ours(rf, settings, trusted, sent, counted):
    settings.TRUSTED_PROXIES = trusted
    assert client_address(rf.get("/", **sent)) == counted


def test_all_addresses_that_one_customer_has_count_as_one():
    assert address_group("2001:db8:1:2::1") == address_group("2001:db8:1:2:ffff::9") != address_group("2001:db8:1:3::1")
