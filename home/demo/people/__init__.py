"""The people of the demo newsroom: who is named on its pages, and who may sign in."""

from home.demo.people import culture, health
from home.demo.people.accounts import USERS

__all__ = ["AUTHORS", "COMMERCIAL", "USERS"]

AUTHORS = [*culture.AUTHORS, *health.AUTHORS]

COMMERCIAL = ("harbour-bell-studio",)
