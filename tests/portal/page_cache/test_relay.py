"""The relay: a purge that Redis was not there for is kept until Redis has it."""

import json

import pytest

from portal.page_cache.purge import publish
from portal.page_cache.relay import PurgeRelay

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture
def relay(settings, tmp_path):
    settings.PAGE_CACHE_DIR = tmp_path
    settings.REDIS_URL = NOBODY_LISTENS
    return PurgeRelay()


def kept(relay):
    return [json.loads(line)["tags"] for line in (relay.folder / "unsent.log").read_text().splitlines()]


def test_a_purge_is_kept_while_redis_is_away(relay):
    publish({"tags": ["story-1"]})
    relay.send_unsent()
    assert kept(relay) == [["story-1"]]


def test_purges_that_an_interruption_left_half_sent_are_sent_again_and_before_the_newer_ones(relay):
    publish({"tags": ["story-1"]})
    (relay.folder / "unsent.log").rename(relay.folder / "unsent.sending")
    publish({"tags": ["story-2"]})
    relay.send_unsent()
    assert kept(relay) == [["story-2"], ["story-1"]]
    relay.send_unsent()
    assert kept(relay) == [["story-2"], ["story-1"]]
