"""Every story of the demo newsroom: one file a story, in the folder of its section."""

import pkgutil
from importlib import import_module


def all_stories():
    """Return every DemoStory below this package, oldest first."""
    names = (name for _finder, name, is_package in pkgutil.walk_packages(__path__, f"{__name__}.") if not is_package)
    return sorted((import_module(name).STORY for name in names), key=lambda story: -story.hours_ago)
