"""What the page of a live blog shows beside what every story shows."""

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from news.querysets import stories
from portal.chosen import chosen_keys, read
from portal.page_cache.tags import heeds
from portal.page_links import PageLinks
from portal.prepared import Prepared

UPDATES_PER_PAGE = 20
MAX_KEY_DIGITS = 18


def live_context(blog, request, inline_stories, corrections):
    """Return one page of updates, newest first, and the pinned and key ones; each knows its ``shown_corrections``.

    ``?before=`` asks for the updates older than one of them, ``?from=`` for one
    and those older: the address of every update that the newest page does not
    hold any more. Pinned updates stand on top of the newest page only.
    """
    # Not blog.updates: a blog that was never saved can be previewed as well.
    public = (
        blog._meta.get_field("updates").related_model.objects.public().filter(blog=blog.pk).select_related("author")
    )
    heeds("before", "from")
    before, start = request.GET.get("before", ""), request.GET.get("from", "")
    if before and start:
        raise Http404(_("There is no such update."))
    is_older_page = bool(before or start)
    marked = list(public.filter(Q(is_key=True) | Q(is_pinned=True)))
    pinned = [] if is_older_page else [update for update in marked if update.is_pinned]
    flow = public.filter(is_pinned=False)
    if before:
        flow = flow.older_than(_update_named(public, before))
    elif start:
        first = _update_named(public, start)
        flow = public.filter(Q(is_pinned=False) | Q(pk=first.pk)).older_than(first, inclusive=True)
    window = list(flow[: UPDATES_PER_PAGE + 1])
    updates = window[:UPDATES_PER_PAGE]
    shown = [*pinned, *updates]
    inline = fill_bodies(shown)
    for update in shown:
        update.shown_corrections = [c for c in corrections if c.live_update_id == update.pk]
    newest = public.defer("body").first() if is_older_page else max(shown, key=_moment, default=None)
    return {
        "updates": updates,
        "pinned_updates": pinned,
        "older_than": updates[-1].pk if len(window) > UPDATES_PER_PAGE else None,
        "is_older_page": is_older_page,
        "key_updates": [update for update in marked if update.is_key],
        "shown_updates": {update.pk for update in shown},
        "newest_update": newest,
        "inline_stories": {**inline_stories, **inline},
        "page_links": PageLinks(request, blog.body, *(update.body for update in shown)),
    }


def fill_bodies(updates):
    """Give updates their bodies with all pictures at hand, and return the stories that they point at, by id.

    Read one by one, every update with a picture would ask for it by itself.
    """
    bodies = [update.body for update in updates]
    ids = chosen_keys(bodies).get(stories().model, ())
    inline = {story.pk: story for story in _inline_stories(ids)} if ids else {}
    read(bodies, {stories().model: inline})
    return inline


@Prepared
def _inline_stories(keys):
    return stories().published().filter(pk__in=keys).for_small_cards()


def _moment(update):
    return update.published_at, update.pk


def _update_named(updates, key):
    """Return the one of the updates with that key, or raise Http404."""
    update = None
    if key.isascii() and key.isdecimal() and len(key) < MAX_KEY_DIGITS:
        update = updates.filter(pk=int(key)).first()
    if update is None:
        raise Http404(_("There is no such update."))
    return update
