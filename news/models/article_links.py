"""What ties a story to people, topics and other stories.

Date and visibility of the story stand on the links too, so that one composite
index serves each list by author and by topic.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from portal.fields import word_of


class Contribution(Orderable):
    """Who did what for a story."""

    class Role(models.TextChoices):
        BY = "by", _("By")
        PHOTOS = "photos", _("Photos")
        EDITED = "edited", _("Edited by")
        FACT_CHECKED = "fact_checked", _("Fact-checked by")
        REVIEWED = "reviewed", _("Medically reviewed by")

    AUTHOR_ROLES = (Role.BY, Role.PHOTOS)

    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="contributions")
    author = models.ForeignKey("news.Author", on_delete=models.PROTECT, related_name="contributions")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.BY)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_public = models.BooleanField(default=False, editable=False)

    panels = [FieldPanel("author"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        indexes = [models.Index(fields=["author", "is_public", "-published_at"], name="news_story_by_author")]

    def __str__(self):
        return f"{self.get_role_display()}: {self.author}"

    def get_role_display(self):
        """Return the words for the role."""
        return word_of(self.Role, self.role)


class ArticleTopic(Orderable):
    """One topic of a story."""

    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey("news.TopicPage", on_delete=models.CASCADE, related_name="article_links")
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_public = models.BooleanField(default=False, editable=False)

    panels = [PageChooserPanel("topic")]

    class Meta(Orderable.Meta):
        verbose_name = _("topic of a story")
        verbose_name_plural = _("topics of stories")
        indexes = [models.Index(fields=["topic", "is_public", "-published_at"], name="news_story_on_topic")]

    def __str__(self):
        return str(self.topic)


class RelatedStory(Orderable):
    """A story that an editor placed beside another one."""

    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="related_links")
    story = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("story")]

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")

    def __str__(self):
        return str(self.story)
