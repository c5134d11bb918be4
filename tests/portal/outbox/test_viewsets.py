"""The outbox in the admin: administrators read it, and nobody writes it."""

import pytest
from django.urls import reverse

from portal.outbox.delivery import put
from tests.builders import make_user

pytestmark = pytest.mark.django_db


def test_an_administrator_sees_what_waits_and_why(client):
    client.force_login(make_user(superuser=True))
    entry = put("ping", {"url": "https://news.example/"}, key="https://news.example/")
    entry.last_error = "OSError: the network is down"
    entry.save()
    page = client.get(reverse("outbox:index")).content.decode()
    assert "https://news.example/" in page
    assert "the network is down" in page
    assert client.get(reverse("outbox:inspect", args=[entry.pk])).status_code == 200


@pytest.mark.parametrize("name", ["add", "edit", "delete"])
def test_nobody_can_write_it(client, name):
    client.force_login(make_user(superuser=True))
    entry = put("ping", {})
    response = client.get(reverse(f"outbox:{name}", args=[] if name == "add" else [entry.pk]))
    assert response.status_code == 302
    assert response["Location"] == reverse("wagtailadmin_home")


def test_others_do_not_see_it(client):
    client.force_login(make_user("reader"))
    assert client.get(reverse("outbox:index")).status_code in {302, 403}
