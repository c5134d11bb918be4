"""The one table of events that change what readers see.

Each row names an event, whom it concerns, and what must follow. Handlers run
inside the event's own transaction, so that no reader ever sees one half of it.
"""

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from news.derived import refresh_subtree
from news.models import AuthorIndexPage
from news.models.authors import AUTHOR_INDEX_URL_KEY


def page_moved(sender, instance, **kwargs):
    """A page stands elsewhere: the stories below it have another section and maybe another audience."""
    refresh_subtree(instance)


def restriction_changed(sender, instance, **kwargs):
    """A page was opened or closed to the public."""
    refresh_subtree(instance.page)


def author_index_changed(sender, **kwargs):
    """Profiles have another address."""
    cache.delete(AUTHOR_INDEX_URL_KEY)


EVENTS = (
    (post_page_move, page_moved, None),
    (post_save, restriction_changed, PageViewRestriction),
    (post_delete, restriction_changed, PageViewRestriction),
    (page_published, author_index_changed, AuthorIndexPage),
    (page_unpublished, author_index_changed, AuthorIndexPage),
    (page_slug_changed, author_index_changed, None),
    (post_page_move, author_index_changed, None),
    (post_delete, author_index_changed, AuthorIndexPage),
)


def connect():
    """Connect every row of the table, once."""
    for signal, handler, sender in EVENTS:
        signal.connect(
            handler, sender=sender, dispatch_uid=f"{handler.__module__}.{handler.__name__}.{sender}.{id(signal)}"
        )
