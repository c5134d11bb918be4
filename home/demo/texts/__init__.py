"""Policies and other pages of text: one file a page."""

import pkgutil
from importlib import import_module


def _pages(name):
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return [getattr(module, name) for module in modules if hasattr(module, name)]


def policies():
    """Return every policy of the demo, as dictionaries."""
    return _pages("POLICY")


def standard_pages():
    """Return every other page of text of the demo, as dictionaries."""
    return _pages("PAGE")
