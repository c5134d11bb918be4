"""The months in which stories were published: what the sitemap index and every archive is made from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoryMonth(models.Model):
    """How many stories of one month search engines may list, and when that list last changed.

    Kept by `news.syndication.story_months`, since counting every story for each
    reader of the index would cost more with every story.
    """

    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    month = models.CharField(_("month"), max_length=7)
    stories = models.PositiveIntegerField(_("stories"))
    changed_at = models.DateTimeField(_("changed"))
    # Where each further file of the month begins, as pairs of publication date and key; empty for nearly all months.
    starts = models.JSONField(default=list)

    class Meta:
        ordering = ["-month"]
        constraints = [models.UniqueConstraint(fields=["site", "month"], name="news_story_month_once")]
        verbose_name = _("month of stories")
        verbose_name_plural = _("months of stories")

    def __str__(self):
        return self.month
