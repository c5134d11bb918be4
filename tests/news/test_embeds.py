"""Clips are recognised by address alone, and nothing else ever becomes a player."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.embeds import PLAYER_HOSTS, PROVIDERS, recognise

SPOTIFY_KEY = "4uLU6hMCjMI75M1A2tKUQC"

KNOWN = [
    ("https://www.youtube.com/watch?v=aaaaaaaaaaa", "YouTube", "aaaaaaaaaaa"),
    ("https://www.youtube.com/watch?list=PL1&v=a-a_aaaaaaa&t=3", "YouTube", "a-a_aaaaaaa"),
    ("https://m.youtube.com/shorts/aaaaaaaaaaa", "YouTube", "aaaaaaaaaaa"),
    ("https://youtu.be/aaaaaaaaaaa?t=10", "YouTube", "aaaaaaaaaaa"),
    ("https://youtube.com/live/aaaaaaaaaaa", "YouTube", "aaaaaaaaaaa"),
    ("https://vimeo.com/100000001", "Vimeo", "100000001"),
    ("https://player.vimeo.com/video/100000001", "Vimeo", "100000001"),
    ("https://www.dailymotion.com/video/x8abcde", "Dailymotion", "x8abcde"),
    ("https://dai.ly/x8abcde", "Dailymotion", "x8abcde"),
    (f"https://open.spotify.com/episode/{SPOTIFY_KEY}", "Spotify", SPOTIFY_KEY),
]
UNKNOWN = [
    "",
    "http://www.youtube.com/watch?v=aaaaaaaaaaa",
    "https://www.youtube.com.evil.example/watch?v=aaaaaaaaaaa",
    "https://evil.example/https://youtu.be/aaaaaaaaaaa",
    "https://www.youtube.com/watch?v=aaaaaaaaaaaa",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/@somebody",
    "https://www.youtube.com/watch#v=aaaaaaaaaaa",
    "https://vimeo.com/somebody",
    "https://open.spotify.com/user/somebody",
    "javascript:alert('https://youtu.be/aaaaaaaaaaa')",
    " https://youtu.be/aaaaaaaaaaa",
]


@pytest.mark.parametrize(("address", "service", "key"), KNOWN)
def test_clips_of_known_services_have_a_player(address, service, key):
    name, player = recognise(address)
    assert name == service
    assert key in player


@pytest.mark.parametrize("address", UNKNOWN)
def test_other_addresses_have_none(address):
    assert recognise(address) is None


@given(st.one_of(st.text(), st.sampled_from(KNOWN).flatmap(lambda known: st.text().map(lambda end: known[0] + end))))
def test_every_player_lies_at_a_host_that_the_policy_names(address):
    found = recognise(address)
    assert found is None or found[1].startswith(tuple(f"{host}/" for host in PLAYER_HOSTS))


def test_every_service_has_its_host_in_the_policy():
    players = {provider.player.split("/", 3)[2] for provider in PROVIDERS}
    assert players == {host.removeprefix("https://") for host in PLAYER_HOSTS}


def test_players_keep_no_cookies_where_the_service_offers_that():
    players = {provider.name: provider.player for provider in PROVIDERS}
    assert "youtube-nocookie.com" in players["YouTube"]
    assert "dnt=1" in players["Vimeo"]
