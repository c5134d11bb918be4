"""The one table of events that change what readers see.

A row says: on this signal, of this sender, do this (or nothing) and purge the
pages with these tags. Handlers run inside the event's own transaction, so that
no reader ever sees one half of it; purges go out when it is committed.
"""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import Signal
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from news import cache_tags
from news.addresses import author_renamed, page_moved_away, page_renamed
from news.derived import refresh_subtree
from news.links.collecting import collect_after_change
from news.models import (
    ArticlePage,
    Author,
    AuthorIndexPage,
    BreakingNews,
    Correction,
    LiveUpdate,
    MedicalReview,
    SectionPage,
    TopicPage,
)
from news.models.author_profiles import AUTHOR_INDEX_URL_KEY
from news.notices import refresh_notices
from news.originality.checking import ask_after_change
from news.section_changes import note_changes, own_tags
from news.syndication.push import announce, announce_correction
from news.syndication.story_months import forget_story, refresh_all_months, refresh_months
from portal import clock
from portal.models import CrawlerSettings, PortalImage, Publication
from portal.page_cache.log import EVERYTHING
from portal.page_cache.purge import purge
from portal.page_links import linked_tag

# --- What must follow ---------------------------------------------------------


def page_moved(instance, **kwargs):
    """A page stands elsewhere: the stories below it have another section and maybe another audience."""
    refresh_subtree(instance)


def restriction_changed(instance, **kwargs):
    """A page was opened or closed to the public."""
    refresh_subtree(instance.page)


def section_published(instance, **kwargs):
    """A section is on the site: the stories that were published below it while it was not are public now."""
    refresh_subtree(instance)


def page_off_the_site(instance, **kwargs):
    """A page was unpublished or has expired: it, or what lies below it, is not public any more.

    What expires is saved as a plain page, which derives nothing. A story that
    was saved as a story has done so already.
    """
    if not isinstance(instance, ArticlePage) or instance.is_public:
        refresh_subtree(instance)


def author_index_changed(**kwargs):
    """Profiles have another address."""
    cache.delete(AUTHOR_INDEX_URL_KEY)


def breaking_news_changed(**kwargs):
    """The strip above every page says something else, or nothing."""
    refresh_notices()


def page_may_break_notice(instance, **kwargs):
    """A page came or went that breaking news may lead to."""
    if BreakingNews.objects.to_come().filter(page_id=instance.pk).exists():
        refresh_notices()


def story_corrected(instance, **kwargs):
    """A story was corrected: its cards say so while a severe correction is new."""
    stories = ArticlePage.objects.filter(pk=instance.article_id)
    stories.update(severely_corrected_at=Correction.objects.filter(article=instance.article_id).newest_severe())


def story_listed_otherwise(instance, **kwargs):
    """A story came, went or changed: so did the list of its month, and of the one it was in before."""
    if isinstance(instance, ArticlePage):
        refresh_months(cache_tags.months_of(instance))


def blog_updated(instance, **kwargs):
    """A live blog has another newest update."""
    refresh_months(cache_tags.months_of(instance.blog))


def story_deleted(instance, **kwargs):
    """A story is gone from the list of its month."""
    forget_story(instance)


def addresses_changed(instance, **kwargs):
    """A page has another address, and with it all that lies below."""
    if isinstance(instance, ArticlePage):
        refresh_months(cache_tags.months_of(instance))
    else:
        refresh_all_months(addresses_changed=True)


# --- Who is told ------------------------------------------------------------------


def story_published(instance, **kwargs):
    """A story came into the world, or changed in substance; who mends a comma tells nobody."""
    if isinstance(instance, ArticlePage) and instance.is_public and instance.changed_for_readers:
        announce(instance)


def story_withdrawn(instance, **kwargs):
    """A story that everybody could read is gone. What expires was saved as a plain page, and looks public still."""
    if isinstance(instance, ArticlePage) and (instance.changed_for_readers or instance.is_public):
        announce(instance)


def story_about_to_go(instance, **kwargs):
    """A story is being deleted."""
    if instance.is_public:
        announce(instance)


def story_renamed(instance, instance_before, **kwargs):
    """A story has another address; the old one leads there."""
    if isinstance(instance, ArticlePage) and instance.is_public:
        announce(instance, instance_before.get_full_url())


def correction_published(instance, created, **kwargs):
    """A story that everybody can read was corrected."""
    if created and instance.article.is_public:
        announce_correction(instance)


def live_update_published(instance, **kwargs):
    """Live coverage goes on."""
    if instance.blog.is_public and instance.published_at and instance.published_at <= clock.now():
        announce(instance.blog)


# --- What is purged -----------------------------------------------------------


def everything(**kwargs):
    """Any page may show it."""
    return {EVERYTHING}


def section_tags(instance, **kwargs):
    """Return the tag of every page where a section changes in what other pages show of it, else nothing."""
    return {EVERYTHING} if instance.changes_elsewhere else set()


def taken_away_tags(instance, **kwargs):
    """Return the tags of whatever shows a page that is public no more; a section takes all below it along."""
    return {EVERYTHING} if isinstance(instance, SectionPage) else page_tags(instance)


def page_tags(instance, **kwargs):
    """Return the tags of whatever shows a page of the tree, or its name in a list or in the navigation."""
    if isinstance(instance, SectionPage):  # what else it changes went with the save
        return own_tags(instance)
    linked = linked_tag(instance.pk)
    if isinstance(instance, ArticlePage):
        return {*cache_tags.of_story(instance), linked}
    if isinstance(instance, TopicPage):
        return {f"topic-{instance.pk}", cache_tags.TOPICS, cache_tags.NAVIGATION, cache_tags.SITEMAPS, linked}
    lists = {cache_tags.FRONT, cache_tags.NAVIGATION, cache_tags.SITEMAPS, cache_tags.SITEMAP_PAGES}
    return {f"page-{instance.pk}", *lists, linked}


def address_tags(instance, **kwargs):
    """Return what shows a page whose address has changed: for a page with others below it, everything."""
    return page_tags(instance) if isinstance(instance, ArticlePage) else {EVERYTHING}


def story_of(instance, **kwargs):
    """Return the tag of the story that something hangs on."""
    return {f"story-{getattr(instance, 'article_id', None) or instance.blog_id}"}


def update_tags(instance, **kwargs):
    """Return the tags of a live blog and of the lists that say when it last changed."""
    months = map(cache_tags.in_month, cache_tags.months_of(instance.blog))
    return {*story_of(instance), cache_tags.SITEMAPS, *months}


def withdrawn_tags(instance, **kwargs):
    """Return the tags of a live blog from which an update was taken back, else nothing."""
    return update_tags(instance) if instance.retracted_at else set()


def correction_tags(instance, **kwargs):
    """Return the tags of a corrected story and of the public log."""
    return {f"story-{instance.article_id}", cache_tags.CORRECTIONS}


def author_tags(instance, **kwargs):
    """Return the tags of whatever names an author."""
    return {f"author-{instance.pk}", cache_tags.AUTHORS, cache_tags.SITEMAPS}


def image_tags(instance, **kwargs):
    """Return the tag of whatever shows a picture."""
    return {f"image-{instance.pk}"}


def search_tags(**kwargs):
    """Return the tag of every page of search results."""
    return {cache_tags.STORIES}


def crawler_tags(**kwargs):
    """Return the tag of the files for machines."""
    return {cache_tags.CRAWLERS}


@dataclass(frozen=True)
class Event:
    """One row. ``hard`` forbids stale copies: what was taken away must not come back when the database is down."""

    signal: Signal
    sender: type | None = None
    follow: object = None
    tags: object = None
    hard: bool = False

    def handle(self, sender, **kwargs):
        """Do what follows and purge what is concerned."""
        if kwargs.get("raw"):  # a fixture is being loaded
            return
        kwargs.pop("signal", None)
        if self.follow:
            self.follow(**kwargs)
        if self.tags:
            purge(*self.tags(**kwargs), hard=self.hard)


EVENTS = (
    Event(pre_save, SectionPage, note_changes),
    Event(post_save, SectionPage, None, section_tags),
    Event(page_published, SectionPage, section_published),
    Event(page_published, AuthorIndexPage, author_index_changed),
    Event(page_published, None, page_may_break_notice, page_tags),
    Event(page_published, None, story_listed_otherwise),
    Event(page_published, None, story_published),
    Event(page_published, None, ask_after_change),
    Event(page_published, None, collect_after_change),
    Event(page_unpublished, None, page_off_the_site, taken_away_tags, hard=True),
    Event(page_unpublished, None, page_may_break_notice),
    Event(page_unpublished, None, story_listed_otherwise),
    Event(page_unpublished, None, story_withdrawn),
    Event(page_unpublished, None, ask_after_change),
    Event(page_unpublished, None, collect_after_change),
    Event(page_unpublished, AuthorIndexPage, author_index_changed),
    Event(page_slug_changed, None, author_index_changed, address_tags),
    Event(page_slug_changed, None, addresses_changed),
    Event(page_slug_changed, None, page_renamed),
    Event(page_slug_changed, None, story_renamed),
    Event(post_page_move, None, page_moved, address_tags),
    Event(post_page_move, None, addresses_changed),
    Event(post_page_move, None, author_index_changed),
    Event(post_page_move, None, page_moved_away),
    Event(pre_delete, ArticlePage, None, page_tags, hard=True),
    Event(pre_delete, ArticlePage, story_about_to_go),
    Event(post_delete, ArticlePage, story_deleted),
    Event(post_delete, SectionPage, None, everything, hard=True),
    Event(post_delete, TopicPage, None, page_tags, hard=True),
    Event(post_delete, AuthorIndexPage, author_index_changed, everything),
    Event(post_save, PageViewRestriction, restriction_changed, everything, hard=True),
    Event(post_delete, PageViewRestriction, restriction_changed, everything),
    Event(post_save, Correction, story_corrected, correction_tags),
    Event(post_save, Correction, correction_published),
    Event(post_save, LiveUpdate, blog_updated, update_tags),
    Event(post_save, LiveUpdate, None, withdrawn_tags, hard=True),
    Event(post_save, LiveUpdate, live_update_published),
    Event(post_delete, LiveUpdate, blog_updated, update_tags, hard=True),
    Event(post_save, MedicalReview, None, story_of),
    Event(post_delete, MedicalReview, None, story_of),
    Event(pre_save, Author, author_renamed),
    Event(post_save, Author, None, author_tags),
    Event(post_delete, Author, None, author_tags, hard=True),
    Event(post_save, PortalImage, None, image_tags),
    Event(post_delete, PortalImage, None, image_tags, hard=True),
    Event(post_save, BreakingNews, breaking_news_changed, everything),
    Event(post_delete, BreakingNews, breaking_news_changed, everything),
    Event(post_save, Publication, None, everything),
    Event(post_save, CrawlerSettings, None, crawler_tags),
    Event(post_save, SearchPromotion, None, search_tags),
    Event(post_delete, SearchPromotion, None, search_tags),
    Event(post_save, Site, None, everything),
)


def connect():
    """Connect every row of the table, once."""
    for number, event in enumerate(EVENTS):
        event.signal.connect(event.handle, sender=event.sender, weak=False, dispatch_uid=f"news-event-{number}")
