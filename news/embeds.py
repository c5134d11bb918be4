"""Players that a story may hold, recognised by address alone.

Nothing is fetched: the editor gives title and poster, and the player's own
address follows from the address of the clip. The player loads on click.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Provider:
    """One service. ``pattern`` finds the clip's id, ``player`` is the address of its player."""

    name: str
    pattern: re.Pattern
    player: str
    shows_video: bool = True


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"^https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\.be/)([\w-]{11})(?![\w-])"
        ),
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    Provider(
        "Vimeo",
        re.compile(r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{6,12})(?!\d)"),
        "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
    ),
    Provider(
        "Dailymotion",
        re.compile(r"^https://(?:www\.)?(?:dailymotion\.com/video/|dai\.ly/)([a-z0-9]{5,12})(?![a-z0-9])"),
        "https://geo.dailymotion.com/player.html?video={id}",
    ),
    Provider(
        "Spotify",
        re.compile(
            r"^https://open\.spotify\.com/((?:track|album|playlist|episode|show)/[A-Za-z0-9]{22})(?![A-Za-z0-9])"
        ),
        "https://open.spotify.com/embed/{id}",
        shows_video=False,
    ),
)

PLAYER_HOSTS = (
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
    "https://geo.dailymotion.com",
    "https://open.spotify.com",
)


def recognise(url):
    """Return ``(provider name, player address)`` for a clip's address, or None for anything else."""
    found = _find(url)
    return (found[0].name, found[1]) if found else None


def recognise_video(url):
    """Return the address of the player for a clip that is a video, or "" for sound and for anything else."""
    found = _find(url)
    return found[1] if found and found[0].shows_video else ""


def _find(url):
    for provider in PROVIDERS:
        match = provider.pattern.match(url)
        if match:
            return provider, provider.player.format(id=match.group(1))
    return None
