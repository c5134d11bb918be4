"""The updates of a live blog as the desk lists them below the box."""

from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from news.models import LiveUpdate

SHOWN = 40
MAX_KEY_DIGITS = 18


def update_key(text):
    """Return the key that a request names, or 0, which no update has."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MAX_KEY_DIGITS else 0


def entries_html(blog, before=""):
    """Return the latest updates as HTML, the withdrawn ones too; ``before`` asks for those older than one of them.

    Raises Http404 where the blog has no such update.
    """
    updates = LiveUpdate.objects.filter(blog=blog).select_related("author").order_by("-published_at", "-id")
    if before:
        updates = updates.older_than(get_object_or_404(LiveUpdate, blog=blog, pk=update_key(before)))
    window = list(updates.defer("body")[: SHOWN + 1])
    shown = window[:SHOWN]
    context = {
        "blog": blog,
        "blog_url": blog.get_url() if blog.live else "",
        "entries": shown,
        "older_than": shown[-1].pk if len(window) > SHOWN else None,
    }
    return render_to_string("news/desk/live/entries.html", context)
