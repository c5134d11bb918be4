"""The second factor: set up, asked for, used up, lost, taken away, required."""

from datetime import timedelta

import pyotp
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from portal import clock
from portal.security import second_factor, throttle
from portal.security.models import Authenticator
from portal.security.sealing import opened, sealed
from tests.builders import home_page, make_document, make_section, make_user

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"
LOGIN, CODE = "/admin/login/", "/admin/login/code/"


@pytest.fixture
def user():
    return make_user("ines", superuser=True)


@pytest.fixture
def secret(user):
    """The secret of an app that the user has set up a while ago."""
    secret = second_factor.new_secret()
    user.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed(secret))
    return secret


def code_of(secret, periods=0):
    return pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=30 * periods))


def wrong_code(secret):
    near = {code_of(secret, periods) for periods in (-2, -1, 0, 1, 2)}
    return next(f"{number:06}" for number in range(10) if f"{number:06}" not in near)


def with_password(client, **more):
    return client.post(LOGIN, {"username": "ines", "password": PASSWORD, **more})


def is_in(client):
    return client.get("/admin/").status_code == 200


# --- At the door --------------------------------------------------------------------


def test_the_password_alone_opens_nothing(client, user, secret):
    response = with_password(client)
    assert response["Location"] == CODE
    assert not is_in(client)
    assert "one-time-code" in client.get(CODE).content.decode()


def test_a_code_of_the_app_opens(client, user, secret):
    with_password(client, next="/admin/reports/")
    response = client.post(CODE, {"code": code_of(secret)})
    assert (response.status_code, response["Location"]) == (302, "/admin/reports/")
    assert is_in(client)


@pytest.mark.parametrize("periods", [-1, 1])
def test_a_phone_whose_clock_is_off_by_half_a_minute_opens(client, user, secret, periods, monkeypatch):
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    with_password(client)
    assert client.post(CODE, {"code": code_of(secret, periods)}).status_code == 302


def test_codes_may_be_typed_in_groups(client, user, secret):
    with_password(client)
    code = code_of(secret)
    assert client.post(CODE, {"code": f" {code[:3]} {code[3:]} "}).status_code == 302


def test_a_code_opens_once(client, user, secret):
    code = code_of(secret)
    with_password(client)
    client.post(CODE, {"code": code})
    second = Client()
    with_password(second)
    assert second.post(CODE, {"code": code}).status_code == 200
    assert not is_in(second)


@pytest.mark.parametrize("code", ["", "abc", "000000000", "\x00", "１２３４５６"])
def test_a_wrong_code_opens_nothing_and_is_answered_kindly(client, user, secret, code):
    with_password(client)
    response = client.post(CODE, {"code": code or wrong_code(secret)})
    assert response.status_code == 200
    assert not is_in(client)


def test_codes_are_limited_also_over_several_sign_ins(user, secret):
    for number in range(throttle.CODE.tries):
        client = Client(REMOTE_ADDR=f"192.0.2.{number + 1}")
        with_password(client)
        assert client.post(CODE, {"code": wrong_code(secret)}).status_code == 200
    response = client.post(CODE, {"code": code_of(secret)})
    assert response.status_code == 429
    assert "Too many tries" in response.content.decode()
    assert not is_in(client)


def test_the_step_after_the_password_cannot_be_reached_without_it(client, user, secret):
    assert client.get(CODE)["Location"] == LOGIN
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == LOGIN


def test_the_step_is_over_after_ten_minutes_or_a_new_password(client, user, secret, monkeypatch):
    with_password(client)
    user.set_password("another battery staple")
    user.save()
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == LOGIN
    user.set_password(PASSWORD)
    user.save()
    with_password(client)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == LOGIN


def test_a_recovery_code_opens_once(user, secret):
    codes = second_factor.new_recovery_codes(user)
    assert len(set(codes)) == second_factor.RECOVERY_CODES
    for opens in (True, False):
        client = Client()
        with_password(client)
        client.post(CODE, {"code": codes[0].upper().replace("-", " ")})
        assert is_in(client) is opens
    assert second_factor.recovery_codes_left(user) == second_factor.RECOVERY_CODES - 1


@pytest.mark.parametrize("answer", ["{}", "[]", "null", "nonsense", '{"id": "eHg"}', '{"id": {"a": 1}}'])
def test_a_false_answer_for_a_passkey_opens_nothing(client, user, answer):
    user.authenticators.create(kind=Authenticator.Kind.PASSKEY, credential_id="eHg", public_key="AAAA")
    with_password(client)
    client.get(CODE)
    assert client.post(CODE, {"passkey": answer}).status_code == 200
    assert not is_in(client)


def test_the_secret_is_unreadable_in_the_database_and_outlives_a_change_of_the_key(user, secret, settings):
    stored = user.authenticators.get().secret
    assert secret not in stored
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key", [settings.SECRET_KEY]
    assert opened(stored) == secret
    settings.SECRET_KEY_FALLBACKS = []
    assert opened(stored) == ""


# --- In the account -------------------------------------------------------------------


def signed_in():
    client = Client()
    with_password(client)
    return client


def test_an_app_is_set_up_with_its_first_code_and_brings_recovery_codes(user):
    client = signed_in()
    page = client.get(reverse("portal_security_app"))
    assert page.context["picture"].startswith("data:image/svg+xml")
    secret = page.context["secret"]
    assert client.post(reverse("portal_security_app"), {"code": wrong_code(secret)}).status_code == 200
    assert not second_factor.has_second_factor(user)
    page = client.post(reverse("portal_security_app"), {"code": code_of(secret)})
    assert len(page.context["codes"]) == second_factor.RECOVERY_CODES
    assert {"no-store", "private"} <= set(page["Cache-Control"].split(", "))
    assert second_factor.has_second_factor(user)
    assert is_in(client)


def test_with_the_first_second_factor_other_sessions_end(user):
    other, client = signed_in(), signed_in()
    secret = client.get(reverse("portal_security_app")).context["secret"]
    client.post(reverse("portal_security_app"), {"code": code_of(secret)})
    assert is_in(client)
    assert not is_in(other)


def test_what_opens_the_door_is_changed_only_with_the_password_at_hand(user, monkeypatch):
    client = signed_in()
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)
    confirm = f"{reverse('portal_security_confirm')}?next={reverse('portal_security')}"
    for name in ("portal_security_app", "portal_security_passkey"):
        assert client.get(reverse(name))["Location"] == confirm
    assert client.post(reverse("portal_security_codes"))["Location"] == confirm
    assert client.post(confirm, {"password": "wrong"}).status_code == 200
    assert client.post(confirm, {"password": PASSWORD, "next": "https://evil.example"})["Location"] == reverse(
        "portal_security"
    )
    assert client.get(reverse("portal_security_app")).status_code == 200


def test_the_last_second_factor_takes_the_recovery_codes_along(user):
    client = signed_in()
    app = user.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed("A" * 32))
    second_factor.new_recovery_codes(user)
    client.post(reverse("portal_security_remove", args=[app.pk]))
    assert not second_factor.has_second_factor(user)
    assert not user.recovery_codes.exists()


def test_nobody_removes_what_belongs_to_another(user):
    other = make_user("otto")
    app = other.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed("A" * 32))
    assert signed_in().post(reverse("portal_security_remove", args=[app.pk])).status_code == 404
    assert second_factor.has_second_factor(other)


def test_an_administrator_lets_somebody_in_who_has_lost_everything(user):
    other = make_user("otto")
    other.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed("A" * 32))
    client = signed_in()
    address = reverse("portal_user_security", args=[other.pk])
    assert "Authenticator app" in client.get(address).content.decode()
    client.post(address, {"remove_factors": "1"})
    assert not second_factor.has_second_factor(other)


def test_others_are_let_alone_by_those_who_may_not_change_users(user):
    from django.contrib.auth.models import Permission

    reporter = make_user("otto")
    reporter.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(reporter)
    address = reverse("portal_user_security", args=[user.pk])
    assert client.get(address).status_code == 302
    # Who may change users may not disarm an administrator.
    reporter.user_permissions.add(Permission.objects.get(codename="change_user"))
    user.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed("A" * 32))
    client.post(address, {"remove_factors": "1"})
    assert second_factor.has_second_factor(user)


# --- Required -------------------------------------------------------------------------


@pytest.fixture
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = "publishers"


def test_who_can_publish_and_has_none_gets_no_further_than_the_set_up(user, required):
    client = signed_in()
    assert client.get("/admin/")["Location"] == reverse("portal_security")
    assert client.get("/admin/pages/")["Location"] == reverse("portal_security")
    assert "You need a second factor" in client.get(reverse("portal_security")).content.decode()
    secret = client.get(reverse("portal_security_app")).context["secret"]
    client.post(reverse("portal_security_app"), {"code": code_of(secret)})
    assert is_in(client)


def test_who_removes_the_only_one_is_held_up_again(user, required):
    client = signed_in()
    secret = client.get(reverse("portal_security_app")).context["secret"]
    client.post(reverse("portal_security_app"), {"code": code_of(secret)})
    client.post(reverse("portal_security_remove", args=[user.authenticators.get().pk]))
    assert client.get("/admin/")["Location"] == reverse("portal_security")


def test_outside_of_the_admin_they_are_readers_like_any_other(user, required):
    from wagtail.models import Collection, CollectionViewRestriction

    client = signed_in()
    collection = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document = make_document(collection=collection)
    assert client.get(document.url).status_code == 302


def test_a_reporter_needs_none_where_only_publishers_do(required, settings):
    from news.desk.roles import set_up_role

    section = make_section("Film")
    reporter, editor = make_user("otto"), make_user("edda")
    reporter.groups.add(set_up_role("reporter", [section]))
    editor.groups.add(set_up_role("section editor", [section]))
    assert not second_factor.is_required_for(reporter)
    assert second_factor.is_required_for(editor)
    settings.REQUIRE_SECOND_FACTOR = "all"
    assert second_factor.is_required_for(reporter)
    settings.REQUIRE_SECOND_FACTOR = "no"
    assert not second_factor.is_required_for(editor)


def test_readers_are_asked_for_nothing(client, required):
    response = client.get(home_page().url)
    assert response.status_code == 200
    assert "private" not in response["Cache-Control"]
    assert not response.has_header("Vary") or "Cookie" not in response["Vary"]


def test_the_last_administrator_is_let_in_on_the_server(user, secret, capsys):
    call_command("forget_second_factor", "ines")
    assert not second_factor.has_second_factor(user)
    for name in ("ines", "nobody"):
        with pytest.raises(CommandError):
            call_command("forget_second_factor", name)
