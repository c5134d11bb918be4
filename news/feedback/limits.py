"""How much one address, and everybody together, may send in an hour."""

import hashlib

from django.conf import settings
from django.core.cache import cache

HOUR = 3600
FROM_ONE_ADDRESS = 5
ABOUT_ONE_STORY = 50


def allows(address, story_id):
    """Count one more report from an address about a story, and return whether it is within the limits.

    Addresses are kept as a keyed digest for an hour, and nowhere else.
    """
    digest = hashlib.blake2s(address.encode(), key=settings.SECRET_KEY.encode()[:32], person=b"reports").hexdigest()
    within = [_count(f"news:reports:from:{digest}") <= FROM_ONE_ADDRESS]
    within.append(_count(f"news:reports:about:{story_id}") <= ABOUT_ONE_STORY)
    return all(within)


def _count(key):
    """Count one event under a key that lives for an hour, and return how many there were."""
    if cache.add(key, 1, HOUR):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # it expired between the two
        cache.set(key, 1, HOUR)
        return 1
