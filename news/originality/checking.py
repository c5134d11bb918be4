"""Looking for copies behind the desk's back: every saved version of a story is compared with the archive soon after."""

import logging
from datetime import timedelta

from django.db import transaction

from news.models import ArticlePage, OriginalityCheck, SimilarStory, Standards
from news.originality.archive import boilerplate, remember, resembling
from news.originality.texts import Text, text_hash
from portal import clock

logger = logging.getLogger("news.originality")

BATCH = 50
PUT_OFF = timedelta(hours=1)
MOST_FINDINGS = 3


def ask_after_revision(instance, created, **kwargs):
    """A version of a page was saved: where it is a story, let it be compared."""
    model = instance.content_type.model_class()
    if created and model and issubclass(model, ArticlePage):
        OriginalityCheck.objects.ask_for([int(instance.object_id)])


def ask_after_change(instance, **kwargs):
    """A page came into the public or left it: where it is a story, the archive is another one."""
    if isinstance(instance, ArticlePage):
        OriginalityCheck.objects.ask_for([instance.pk])


def ask_for_all():
    """Let every public story be compared, and remembered, anew; return how many. For archives that came in at once."""
    public = ArticlePage.objects.filter(is_public=True).order_by("pk").values_list("pk", flat=True)
    number, keys = 0, []
    for key in public.iterator(chunk_size=2000):
        keys.append(key)
        if len(keys) == 500:
            number += len(OriginalityCheck.objects.ask_for(keys))
            keys = []
    return number + len(OriginalityCheck.objects.ask_for(keys))


def check_due(limit=None):
    """Compare the stories that wait, and yield the key of each when it is done.

    Each story is a transaction of its own, so that what was done stays done
    whenever the work is cut short; one that fails is logged and put off, lest
    all others wait for it. ``limit`` is the most stories, or None for all.
    """
    left = limit
    while left is None or left > 0:
        batch = list(OriginalityCheck.objects.due().values_list("pk", "due_at")[: min(BATCH, left or BATCH)])
        if not batch:
            return
        for key, due_at in batch:
            # Whoever saves it meanwhile asks again, and changes the moment.
            asked = OriginalityCheck.objects.filter(pk=key, due_at=due_at)
            try:
                check(key)
            except Exception:
                logger.exception("Story %s could not be compared with the archive.", key)
                asked.update(due_at=clock.now() + PUT_OFF)
            else:
                asked.update(due_at=None, checked_at=clock.now())
            yield key
        left = None if left is None else left - len(batch)


@transaction.atomic
def check(key):
    """Remember the public version of a story in the archive, and compare its newest version with all others."""
    # Of two clocks at work the second waits here: both would put the story into the archive.
    list(OriginalityCheck.objects.select_for_update().filter(pk=key))
    story = ArticlePage.objects.filter(pk=key).first()
    if story is None:
        return
    phrases = boilerplate()
    remember(story, Text(story, phrases))
    newest = story.get_latest_revision_as_object() if story.has_unpublished_changes else story
    SimilarStory.objects.filter(article_id=key).delete()
    if newest.origin == ArticlePage.Origin.WIRE:
        return
    text = Text(newest, phrases)
    found = resembling(text, but=key, phrases=phrases, least=Standards.load().similar_share / 100)
    SimilarStory.objects.bulk_create(
        SimilarStory(
            article_id=key,
            other=likeness.story,
            text_hash=text_hash(newest),
            share=round(likeness.share * 100),
            passage=likeness.passage,
            other_passage=likeness.other_passage,
        )
        for likeness in found[:MOST_FINDINGS]
    )
