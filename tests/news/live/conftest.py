"""A live blog, a reporter of its section who is no superuser, and the way in which the composer sends a form."""

import json
import uuid

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


def typed(text, headline="", **fields):
    """Return what the browser sends: a paragraph as the rich text editor writes it down."""
    block = {"key": "a1b2c", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return {
        "headline": headline,
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": str(uuid.uuid4()),
        "body-0-value": json.dumps({"blocks": [block], "entityMap": {}}),
        "submission": str(uuid.uuid4()),
        "author": "",
        **fields,
    }


def only_update():
    return LiveUpdate.objects.get()
