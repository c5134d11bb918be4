"""A live blog, and a reporter of its section who is no superuser."""

import pytest
from django.urls import reverse

from news.desk.roles import set_up_role
from news.models import LiveUpdate
from tests.builders import make_live_blog, make_section, make_user


@pytest.fixture
def film(db):
    return make_section("Film")


@pytest.fixture
def blog(film):
    return make_live_blog("Lantern night", section=film)


@pytest.fixture
def desk(film, client):
    """Offer a way to sign somebody in: ``desk("reporter")``; returns their account."""

    def signed_in(role="reporter", section=film):
        user = make_user(f"{role}-of-{section.slug}", groups=[set_up_role(role, [section])])
        client.force_login(user)
        return user

    return signed_in


def address(name, *keys):
    return reverse(f"news_live:{name}", args=keys)


def only_update():
    return LiveUpdate.objects.get()
