"""Sessions are seen and ended, and what matters stands in the record."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.models import ModelLogEntry, Site

from portal import clock
from portal.security.models import Authenticator, Session
from portal.security.sealing import sealed
from portal.security.sessions import sessions_of
from tests.builders import make_image, make_user

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"
LOGIN = "/admin/login/"


@pytest.fixture
def user():
    return make_user("ines", superuser=True)


def signed_in(name="ines", browser="Netscape 4"):
    client = Client(headers={"user-agent": browser}, REMOTE_ADDR="192.0.2.7")
    assert client.post(LOGIN, {"username": name, "password": PASSWORD}).status_code == 302
    return client


def is_in(client):
    return client.get("/admin/").status_code == 200


def recorded(subject):
    entries = ModelLogEntry.objects.for_instance(subject).filter(action__startswith="portal.security.")
    return [entry.action.removeprefix("portal.security.") for entry in entries.order_by("timestamp", "pk")]


# --- Seen and ended ---------------------------------------------------------------------


def test_people_see_where_they_are_signed_in_but_no_key_of_a_session(user):
    client, other = signed_in(), signed_in(browser="Lynx")
    text = client.get(reverse("portal_security")).content.decode()
    assert "Netscape 4" in text
    assert "Lynx" in text
    assert "192.0.2.7" in text
    assert client.session.session_key not in text
    assert other.session.session_key not in text


def test_people_end_one_session_and_keep_the_others(user):
    client, other, third = signed_in(), signed_in(browser="Lynx"), signed_in()
    page = client.get(reverse("portal_security"))
    name = next(session["name"] for session in page.context["sessions"] if session["device"] == "Lynx")
    client.post(reverse("portal_security_sessions"), {"session": name})
    assert [is_in(each) for each in (client, other, third)] == [True, False, True]


def test_people_end_all_other_sessions(user):
    client, other, third = signed_in(), signed_in(), signed_in()
    client.post(reverse("portal_security_sessions"))
    assert [is_in(each) for each in (client, other, third)] == [True, False, False]


def test_an_administrator_ends_the_sessions_of_others(user):
    otto = make_user("otto", superuser=True)
    client, other = signed_in(), signed_in("otto")
    client.post(reverse("portal_user_security", args=[otto.pk]))
    assert is_in(client)
    assert not is_in(other)
    assert "sessions_ended" in recorded(otto)


def test_a_new_password_ends_all_sessions_but_the_one_that_set_it(user):
    client, other = signed_in(), signed_in()
    new = "another battery staple"
    client.post(
        reverse("wagtailadmin_account"),
        {
            "password-old_password": PASSWORD,
            "password-new_password1": new,
            "password-new_password2": new,
            "name_email-first_name": "Ines",
            "name_email-last_name": "Farrow",
            "name_email-email": "ines@news.example",
            "locale-preferred_language": "",
            "locale-current_time_zone": "UTC",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )
    user.refresh_from_db()
    assert user.check_password(new)
    assert is_in(client)
    assert not is_in(other)
    assert len(sessions_of(user)) == 1
    assert "password_changed" in recorded(user)


def test_sessions_of_readers_and_of_the_dead_are_cleared(user):
    signed_in()
    Session.objects.update(expire_date=clock.now())
    call_command("clearsessions")
    assert not Session.objects.exists()


@pytest.fixture
def an_hour_later(monkeypatch):
    """A function after which the clock shows an hour more."""

    def pass_time():
        later = clock.now() + timedelta(hours=1)
        monkeypatch.setattr(clock, "now", lambda: later)

    return pass_time


def test_the_last_visit_is_written_but_not_at_every_click(user, an_hour_later):
    client = signed_in()
    client.get("/admin/account/")
    first = Session.objects.get(pk=client.session.session_key).seen_at
    client.get("/admin/account/")
    assert Session.objects.get(pk=client.session.session_key).seen_at == first
    an_hour_later()
    client.get("/admin/account/")
    assert Session.objects.get(pk=client.session.session_key).seen_at > first


def test_pictures_never_carry_a_cookie(user, an_hour_later):
    client, picture = signed_in(), make_image().get_rendition("width-100")
    an_hour_later()
    response = client.get(picture.url)
    assert response.status_code == 200
    assert not response.cookies


# --- The record ---------------------------------------------------------------------------


def test_who_comes_in_and_who_does_not_is_recorded_with_the_address(user):
    client = Client(REMOTE_ADDR="192.0.2.7")
    client.post(LOGIN, {"username": "ines", "password": "wrong"})
    signed_in()
    assert recorded(user) == ["sign_in_failed", "sign_in"]
    assert {entry.data["address"] for entry in ModelLogEntry.objects.for_instance(user)} == {"192.0.2.7"}


def test_a_lock_out_is_recorded(user):
    client = Client()
    for _ in range(11):
        client.post(LOGIN, {"username": "ines", "password": "wrong"})
    assert recorded(user).count("sign_in_failed") == 10
    assert recorded(user)[-1] == "locked_out"


def test_what_is_typed_as_the_name_of_nobody_is_kept_nowhere(user, caplog):
    Client().post(LOGIN, {"username": "my secret password", "password": "x"})
    assert not ModelLogEntry.objects.filter(action__startswith="portal.security.").exists()
    assert "my secret password" not in caplog.text


def test_second_factors_are_recorded(user):
    app = user.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed("A" * 32))
    client = Client()
    client.force_login(user)
    session = client.session
    session["confirmed"] = int(clock.now().timestamp())
    session.save()
    client.post(reverse("portal_security_codes"))
    client.post(reverse("portal_security_remove", args=[app.pk]))
    assert recorded(user) == ["recovery_renewed", "factor_removed"]


def test_changes_of_rights_are_recorded_by_name(user):
    otto, group = make_user("otto"), Group.objects.create(name="Picture desk")
    with LogContext(user=user):
        otto.groups.add(group)
        otto.is_superuser = True
        otto.save()
        otto.groups.clear()
    assert recorded(otto) == ["rights_changed"] * 3
    gained, promoted, lost = ModelLogEntry.objects.for_instance(otto).order_by("timestamp", "pk")
    assert (gained.data["added"], lost.data["removed"]) == (["Picture desk"], ["Picture desk"])
    assert promoted.data["added"] == ["superuser status"]
    assert "added: Picture desk" in gained.message


def test_rights_of_groups_on_pages_are_recorded(user):
    from news.desk.roles import set_up_role
    from tests.builders import make_section

    with LogContext(user=user):
        group = set_up_role("reporter", [make_section("Film")])
    assert "rights_changed" in recorded(group)
    before = len(recorded(group))
    with LogContext(user=user):
        group.page_permissions.all().delete()
    assert len(recorded(group)) > before


def test_the_report_shows_administrators_what_happened_and_nobody_else(user):
    reporter = make_user("otto")
    client = signed_in()
    text = client.get(reverse("portal_security_report")).content.decode()
    assert "Signed in (192.0.2.7)" in text
    export = client.get(reverse("portal_security_report"), {"export": "csv"})
    assert b"Signed in" in b"".join(export.streaming_content)
    other = Client()
    other.force_login(reporter)
    assert other.get(reverse("portal_security_report")).status_code == 302


def test_a_change_of_the_settings_is_in_the_report(user):
    site = Site.objects.get(is_default_site=True)
    client = signed_in()
    data = {"hostname": "localhost", "port": "8080", "site_name": "Zwiebelfisch", "is_default_site": "on"}
    address = reverse("wagtailsites:edit", args=[site.pk])
    assert client.post(address, {**data, "root_page": site.root_page_id}).status_code == 302
    assert "Zwiebelfisch" in client.get(reverse("portal_security_report")).content.decode()


def test_a_role_that_is_given_on_the_page_of_users_is_recorded(user):
    otto, group = make_user("otto", email="otto@news.example"), Group.objects.create(name="Picture desk")
    data = {"username": "otto", "email": "otto@news.example", "first_name": "Otto", "last_name": "Quill"}
    address = reverse("wagtailusers_users:edit", args=[otto.pk])
    response = signed_in().post(address, {**data, "is_active": "on", "groups": [group.pk]})
    assert response.status_code == 302
    entry = ModelLogEntry.objects.for_instance(otto).get(action="portal.security.rights_changed")
    assert (entry.user, entry.data["added"]) == (user, ["Picture desk"])


def test_the_cookie_of_a_session_is_out_of_reach_for_scripts():
    assert settings.SESSION_COOKIE_HTTPONLY
