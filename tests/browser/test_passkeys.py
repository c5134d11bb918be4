"""A passkey, from its making to the next sign-in, with the browser's own virtual authenticator."""

import pytest
from playwright.sync_api import expect

from tests.builders import make_user

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"


def give_an_authenticator(tab):
    """Let the browser hold passkeys without a finger or a face."""
    session = tab.context.new_cdp_session(tab)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_in(tab):
    tab.goto("/admin/login/")
    tab.fill("[name=username]", "ines")
    tab.fill("[name=password]", PASSWORD)
    tab.click("button[type=submit]")


def test_a_passkey_is_made_in_the_account_and_opens_the_door(browser_page):
    user = make_user("ines", superuser=True)
    tab = browser_page
    give_an_authenticator(tab)
    sign_in(tab)
    tab.wait_for_url("**/admin/")
    tab.goto("/admin/account/security/passkey/")
    tab.fill("[name=name]", "Work laptop")
    tab.click("[data-passkey-start]")
    expect(tab.locator(".recovery-codes li")).to_have_count(10)
    passkey = user.authenticators.get()
    assert (passkey.kind, passkey.name) == ("passkey", "Work laptop")

    tab.context.clear_cookies()
    sign_in(tab)
    tab.wait_for_url("**/admin/login/code/")
    tab.goto("/admin/")
    assert "/login/" in tab.url
    tab.goto("/admin/login/code/")
    tab.click("[data-passkey-start]")
    tab.wait_for_url("**/admin/")
    passkey.refresh_from_db()
    assert passkey.used_at is not None
