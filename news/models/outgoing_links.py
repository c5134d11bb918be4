"""The links that lead out of public stories, and what the other side said when it was last asked."""

import hashlib
from datetime import timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import clock

GONE = (404, 410)
SURE_AFTER, PATIENT_AFTER = 2, 4
"""Failures in a row after which a link is dead: where the page is said to be gone, and where nobody answered well."""


def address_hash(address):
    """Return the key under which an address is found, however long it is."""
    return hashlib.sha256(address.encode()).hexdigest()


class OutgoingLinkQuerySet(models.QuerySet):
    """Links, with names for those that wait to be asked and those that are dead."""

    def due(self):
        """Return the links of public stories that are to be asked, the longest waiting first."""
        shown = StoryLink.objects.filter(link=OuterRef("pk"), article__is_public=True)
        return self.filter(Exists(shown), next_at__lte=clock.now()).order_by("next_at", "pk")

    def dead(self):
        """Return the links that lead nowhere: not once, which happens to everybody, but time after time."""
        return self.filter(Q(status__in=GONE, failures__gte=SURE_AFTER) | Q(failures__gte=PATIENT_AFTER))


class OutgoingLink(models.Model):
    """One address elsewhere. ``failures`` counts those in a row, ``failing_since`` is the first of them."""

    address = models.TextField(gettext_lazy("address"))
    address_hash = models.CharField(max_length=64, unique=True)
    host = models.CharField(max_length=255)
    status = models.PositiveSmallIntegerField(gettext_lazy("answer"), null=True)
    problem = models.CharField(gettext_lazy("problem"), max_length=300, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(gettext_lazy("dead since"), null=True)
    checked_at = models.DateTimeField(gettext_lazy("last asked"), null=True)
    next_at = models.DateTimeField(default=clock.now, db_index=True)

    objects = OutgoingLinkQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("outgoing link")
        verbose_name_plural = gettext_lazy("outgoing links")
        default_permissions = []

    # Seconds are too short for other people's machines: they are mended within days.
    BACKOFF = (timedelta(hours=2), timedelta(days=1), timedelta(days=3), timedelta(days=7))
    REST = timedelta(days=30)

    def __str__(self):
        return self.address

    def answer_in_words(self):
        """Return what the other side said, for people."""
        if self.status in GONE:
            return _("The page is gone (%(status)d)") % {"status": self.status}
        return _("Answers with an error (%(status)d)") % {"status": self.status} if self.status else self.problem


class StoryLink(models.Model):
    """A link in the published version of a story."""

    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="outgoing_links")
    link = models.ForeignKey(OutgoingLink, on_delete=models.CASCADE, related_name="stories")

    class Meta:
        verbose_name = gettext_lazy("link of a story")
        verbose_name_plural = gettext_lazy("links of stories")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["article", "link"], name="news_story_link_once")]

    def __str__(self):
        return f"{self.article_id} → {self.link_id}"
