"""The one table of events that change what readers see.

Each row names an event, whom it concerns, and what must follow. Handlers run
inside the event's own transaction, so that no reader ever sees one half of it.
"""

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from news.derived import refresh_subtree
from news.models import ArticlePage, AuthorIndexPage, BreakingNews, SectionPage
from news.models.authors import AUTHOR_INDEX_URL_KEY
from news.notices import refresh_notices


def page_moved(sender, instance, **kwargs):
    """A page stands elsewhere: the stories below it have another section and maybe another audience."""
    refresh_subtree(instance)


def restriction_changed(sender, instance, **kwargs):
    """A page was opened or closed to the public."""
    refresh_subtree(instance.page)


def section_published(sender, instance, **kwargs):
    """A section is on the site: the stories that were published below it while it was not are public now."""
    refresh_subtree(instance)


def page_off_the_site(sender, instance, **kwargs):
    """A page was unpublished or has expired: it, or what lies below it, is not public any more.

    What expires is saved as a plain page, which derives nothing. A story that
    was saved as a story has done so already.
    """
    if not isinstance(instance, ArticlePage) or instance.is_public:
        refresh_subtree(instance)


def author_index_changed(sender, **kwargs):
    """Profiles have another address."""
    cache.delete(AUTHOR_INDEX_URL_KEY)


def breaking_news_changed(sender, **kwargs):
    """The strip above every page says something else, or nothing."""
    refresh_notices()


def page_may_break_notice(sender, instance, **kwargs):
    """A page came or went that breaking news may lead to."""
    if BreakingNews.objects.to_come().filter(page_id=instance.pk).exists():
        refresh_notices()


EVENTS = (
    (post_page_move, page_moved, None),
    (post_save, restriction_changed, PageViewRestriction),
    (post_delete, restriction_changed, PageViewRestriction),
    (page_published, section_published, SectionPage),
    (page_unpublished, page_off_the_site, None),
    (page_published, author_index_changed, AuthorIndexPage),
    (page_unpublished, author_index_changed, AuthorIndexPage),
    (page_slug_changed, author_index_changed, None),
    (post_page_move, author_index_changed, None),
    (post_delete, author_index_changed, AuthorIndexPage),
    (post_save, breaking_news_changed, BreakingNews),
    (post_delete, breaking_news_changed, BreakingNews),
    (page_published, page_may_break_notice, None),
    (page_unpublished, page_may_break_notice, None),
)


def connect():
    """Connect every row of the table, once."""
    for signal, handler, sender in EVENTS:
        signal.connect(
            handler, sender=sender, dispatch_uid=f"{handler.__module__}.{handler.__name__}.{sender}.{id(signal)}"
        )
