"""Places in a text to which links lead: the names that headings had in the old system, found again on ours."""

import re
import uuid
from urllib.parse import unquote

from news.story_context import heading_anchor

_NAMESPACE = uuid.UUID("5f0f7a0e-3b5c-4f57-9a55-0d6f1f3b1f5e")
# Parts of a page that WordPress makes, none of which stands here: comments, and where a list cut the text.
_OF_THE_OLD_SYSTEM = re.compile(r"(?:respond|comments?(?:-\d+)?|comment-\w+|more-\d+|content|main|top)?", re.IGNORECASE)


def heading_id(name):
    """Return the id of the block of a heading that had this name: the same in every text, so that links find it."""
    return str(uuid.uuid5(_NAMESPACE, unquote(name)))


def anchor_of(name):
    """Return the anchor of the heading that had this name in the old system."""
    return heading_anchor(heading_id(name))


def name_of_heading(node):
    """Return the name by which links lead to a heading: its own, or that of a mark in it; "" where it has none."""
    marks = (mark.get("id") or mark.get("name") for mark in node.all("a", "span"))
    return next(filter(None, (node.get("id"), *marks)), "")


def leads_into(fragment):
    """Return a fragment that leads to a place in the text, "" for one that the old system made for its own parts."""
    return "" if _OF_THE_OLD_SYSTEM.fullmatch(fragment) else fragment
