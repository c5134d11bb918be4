"""What the search for copies remembers: which stories wait, the sketches of the archive, and what was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import clock


class OriginalityCheckQuerySet(models.QuerySet):
    """Checks, with names for those that wait."""

    def due(self):
        """Return the checks that wait, the oldest first."""
        return self.filter(due_at__lte=clock.now()).order_by("due_at")

    def ask_for(self, article_ids):
        """Let the stories with these keys be looked at in the next round. One statement."""
        moment = clock.now()
        return self.bulk_create(
            [self.model(article_id=key, due_at=moment) for key in article_ids],
            update_conflicts=True,
            unique_fields=["article"],
            update_fields=["due_at"],
            batch_size=500,
        )


class OriginalityCheck(models.Model):
    """When a story was compared with the archive, and whether it is to be again."""

    article = models.OneToOneField(
        "news.ArticlePage", primary_key=True, on_delete=models.CASCADE, related_name="originality_check"
    )
    due_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)

    objects = OriginalityCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("search for copies")
        verbose_name_plural = _("searches for copies")
        default_permissions = []
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(due_at__isnull=False), name="news_originality_due")
        ]

    def __str__(self):
        return f"{self.article_id}"


class StoryBand(models.Model):
    """One of the numbers under which a public story is found by texts that resemble it."""

    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="+")
    key = models.BigIntegerField()

    class Meta:
        verbose_name = _("band of a story")
        verbose_name_plural = _("bands of stories")
        default_permissions = []
        indexes = [models.Index(fields=["key", "article"], name="news_story_band")]

    def __str__(self):
        return f"{self.article_id}: {self.key}"


class SimilarStory(models.Model):
    """Another story that says much the same as one text of this story.

    It holds for the text with ``text_hash``; ``share`` is how much of the
    shorter of both stands in the other, in per cent. The passages are those
    around the longest run of words that both have.
    """

    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="similar_stories")
    other = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="+")
    text_hash = models.CharField(max_length=64)
    share = models.PositiveSmallIntegerField()
    passage = models.TextField()
    other_passage = models.TextField()

    class Meta:
        verbose_name = _("similar story")
        verbose_name_plural = _("similar stories")
        default_permissions = []
        ordering = ["-share", "pk"]

    def __str__(self):
        return f"{self.article_id} ~ {self.other_id}: {self.share} %"
