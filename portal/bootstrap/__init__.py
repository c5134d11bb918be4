"""The steps from a bare checkout to a portal that serves. ``portal/launch.py`` strings them together.

Standard library alone, since these modules install everything else, and a
syntax that an old Python can read, so that it can say that it is too old.
"""
