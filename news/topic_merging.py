"""Making one topic of two: stories, links, addresses, feeds and the name of the one belong to the other."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from news import cache_tags
from news.models import ArticleTopic, ImportedItem, LiveUpdate, TopicPage
from portal.page_cache.log import EVERYTHING
from portal.page_cache.purge import purge
from portal.page_links import linked_tag
from portal.repointing import references_to, repoint

MERGED = "news.merge_topic"
TOOK_IN = "news.take_in_topic"
STORY_LINKS = "topic_links.item.topic"
"""The topics of a story, as the reference index calls them."""


@dataclass(frozen=True)
class Survey:
    """What merging would change: stories on the topic, those on both, and other things that point at it."""

    stories: int
    on_both: int
    elsewhere: int


def survey(old, new=None):
    """Return what merging one topic into another would change; without the other one, nothing is on both."""
    links = ArticleTopic.objects.filter(topic=old)
    pointing = references_to(old, but=[STORY_LINKS]).values("base_content_type", "object_id").distinct()
    return Survey(
        stories=links.values("article").distinct().count(),
        on_both=_on_both(links, new).values("article").distinct().count() if new else 0,
        elsewhere=pointing.count() + _updates_that_link(old).count(),
    )


@transaction.atomic
def merge(old, new, user=None):
    """Make the topic ``old`` part of ``new``, and return what was changed, as a `Survey`.

    Its stories are on the new topic, once each; texts, fronts and menus lead
    there; its page is off the site, and its address and former ones redirect.
    Drafts that still name it name the new one as soon as they are opened or
    published (`news.models.topics.without_merged_topics`). The page stays in
    the tree as the keeper of the name, and is on record as merged; publishing
    it again makes it a topic again, without its stories.

    Raises ValueError where both are one, or the new one is not public.
    """
    new = TopicPage.objects.select_for_update().get(pk=new.pk)
    if old.pk == new.pk or not new.live:
        raise ValueError("a topic goes into another one that is public")
    changed = survey(old, new)
    address = old.get_url_parts() if old.live or old.last_published_at else None
    _move_stories(old, new)
    # The keys of stories' own links are in the index too, and have just been led on.
    pointing = repoint(old, new, but=[STORY_LINKS], also=_updates_that_link(old))
    TopicPage.objects.filter(merged_into=old).update(merged_into=new)
    ImportedItem.objects.filter(page=old).update(page=new)
    SearchPromotion.objects.filter(page=old).update(page=new)
    _redirect(old, new, address)
    if old.live:
        old.unpublish(user=user)
    TopicPage.objects.filter(pk=old.pk).update(merged_into=new)
    data = {"from": old.title, "into": new.title, "stories": changed.stories, "elsewhere": len(pointing)}
    log(instance=old, action=MERGED, user=user, data={**data, "into_id": new.pk})
    log(instance=new, action=TOOK_IN, user=user, data={**data, "from_id": old.pk})
    both = (old.pk, new.pk)
    purge(*(f"topic-{key}" for key in both), *map(cache_tags.on_topic, both), *map(linked_tag, both), cache_tags.TOPICS)
    if pointing:
        purge(EVERYTHING)
    return changed


def _updates_that_link(page):
    """Return the updates of live blogs with a link to the page; the reference index does not know them."""
    raw = LiveUpdate.objects.annotate(raw=Cast("body", TextField()))
    return raw.filter(raw__contains=f'id=\\"{page.pk}\\"')


def _on_both(links, new):
    """Return those of the links whose story is on the other topic too."""
    return links.filter(article__in=ArticleTopic.objects.filter(topic=new).values("article"))


def _move_stories(old, new):
    """Lead the stories' links on, a handful of statements whatever their number; drop those that would double."""
    links = ArticleTopic.objects.filter(topic=old)
    doubled = _on_both(links, new)
    index = ReferenceIndex.get_references_to(old).filter(model_path=STORY_LINKS)
    stories = [str(key) for key in doubled.values_list("article", flat=True)]
    for start in range(0, len(stories), 500):
        index.filter(object_id__in=stories[start : start + 500]).delete()
    doubled._raw_delete(doubled.db)  # nothing hangs on a link, and nothing listens to one
    links.update(topic=new)
    index.update(to_object_id=str(new.pk))


def _redirect(old, new, address):
    """Lead the address of a topic, and whatever led to it, to another one at once; ``address`` as Wagtail splits it."""
    Redirect.objects.filter(redirect_page=old).update(redirect_page=new, redirect_page_route_path="")
    if address is None:
        return
    site, _root, path = address
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(path),
        site_id=site,
        defaults={"redirect_page": new, "redirect_link": "", "is_permanent": True, "automatically_created": True},
    )
