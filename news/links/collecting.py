"""Keeping the table of the links that lead out of stories true."""

from django.db import transaction

from news.links.addresses import outgoing_addresses
from news.models import ArticlePage, OutgoingLink, StoryLink
from news.models.outgoing_links import address_hash
from portal.commerce import host_of


@transaction.atomic
def collect(story):
    """Write down where a public story leads to; of one that is not public, forget it."""
    addresses = outgoing_addresses(story) if story.is_public else []
    wanted = {address_hash(address): address for address in addresses}
    StoryLink.objects.filter(article_id=story.pk).exclude(link__address_hash__in=wanted).delete()
    if not wanted:
        return
    OutgoingLink.objects.bulk_create(
        [
            OutgoingLink(address=address, address_hash=key, host=host_of(address)[:255])
            for key, address in wanted.items()
        ],
        ignore_conflicts=True,
    )
    links = OutgoingLink.objects.filter(address_hash__in=wanted).values_list("pk", flat=True)
    StoryLink.objects.bulk_create(
        [StoryLink(article_id=story.pk, link_id=link) for link in links], ignore_conflicts=True
    )


def collect_after_change(instance, **kwargs):
    """A page came into the public, changed or left it: where it is a story, so did its links."""
    if isinstance(instance, ArticlePage):
        collect(instance)


def collect_all():
    """Write down the links of every public story, and yield the key of each; for archives that came in at once."""
    for story in ArticlePage.objects.filter(is_public=True).order_by("pk").iterator(chunk_size=100):
        collect(story)
        yield story.pk
