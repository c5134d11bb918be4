"""Live coverage: a story that grows by updates which are published one by one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TabbedInterface

from news.blocks import UPDATE_BLOCKS
from news.desk.article_panels import LIVE_PANELS, tabs
from news.live_context import live_context
from news.models.articles import ArticlePage
from news.querysets import ArticleManager
from news.syndication.heads import older_updates_head
from news.syndication.stories import live_nodes
from news.text import stream_text
from portal import clock
from portal.fields import StreamField
from portal.pages import BasePage


class LiveBlogPage(ArticlePage):
    """A live blog. Its body is the summary of what is known so far."""

    starts_at = models.DateTimeField(_("coverage starts"), null=True, blank=True)
    ended_at = models.DateTimeField(_("coverage ended"), null=True, blank=True)

    objects = ArticleManager()

    edit_handler = TabbedInterface(tabs(BasePage.promote_panels, LIVE_PANELS))

    subpage_types = []
    page_description = _("Live coverage of an event, one update at a time.")

    class Meta:
        verbose_name = _("live blog")
        verbose_name_plural = _("live blogs")

    @property
    def has_valid_review(self):
        """Whether the newest signature is under these words, and no update has come or changed since."""
        if not super().has_valid_review:
            return False
        signed_at = self.current_medical_review.signed_at
        since = models.Q(published_at__gt=signed_at) | models.Q(changed_at__gt=signed_at)
        return not self.updates.filter(since, retracted_at=None).exists()

    def get_context(self, request, *args, **kwargs):
        """Add the updates: one page of them, the pinned ones and the key events."""
        context = super().get_context(request, *args, **kwargs)
        below = context["corrections_below"]
        corrections = [*context["corrections_above"], *below]
        context |= live_context(self, request, context["inline_stories"], corrections)
        # What was wrong in one update stands with it; above all of them only what is severe.
        context["corrections_below"] = [correction for correction in below if not correction.live_update_id]
        if context["is_older_page"]:
            context["head"] = older_updates_head(context["head"], request, context["updates"])
        return context

    def structured_data(self, context):
        return live_nodes(context)


class LiveUpdateQuerySet(models.QuerySet):
    """Updates, with names for the ways in which they are listed."""

    def public(self):
        """Return updates whose time has come and that nobody took back, newest first."""
        return self.filter(published_at__lte=clock.now(), retracted_at__isnull=True).order_by("-published_at", "-id")

    def older_than(self, update, *, inclusive=False):
        """Return the updates below the given one, which ``inclusive`` puts first."""
        key = {"pk__lte" if inclusive else "pk__lt": update.pk}
        same_moment = models.Q(published_at=update.published_at, **key)
        return self.filter(models.Q(published_at__lt=update.published_at) | same_moment)


class LiveUpdate(models.Model):
    """One entry of a live blog, published without touching the page it stands on."""

    blog = models.ForeignKey(LiveBlogPage, on_delete=models.CASCADE, related_name="updates")
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    body = StreamField(UPDATE_BLOCKS, blank=True, verbose_name=_("text"))
    body_text = models.TextField(blank=True, editable=False)
    author = models.ForeignKey(
        "news.Author",
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="live_updates",
    )
    is_key = models.BooleanField(_("key event"), default=False)
    is_pinned = models.BooleanField(_("pinned to the top"), default=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, default=clock.now)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True, editable=False)
    retracted_at = models.DateTimeField(_("taken back"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    # When its words last became other words, told to readers or not.
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Made by the form that sent it: what arrives twice is published once.
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    objects = LiveUpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        verbose_name = _("live update")
        verbose_name_plural = _("live updates")
        indexes = [models.Index(fields=["blog", "-published_at", "-id"], name="news_update_newest")]

    def __str__(self):
        return self.headline or self.body_text[:60]

    def save(self, *args, **kwargs):
        """Keep the plain text beside the body."""
        self.body_text = stream_text(self.body)
        return super().save(*args, **kwargs)

    def get_absolute_url(self):
        """Return the path of the update on a page that holds it, however many are newer."""
        return f"{self.blog.get_url()}?from={self.pk}#{self.anchor}"

    @property
    def is_withdrawn(self):
        """Whether readers see it no longer."""
        return self.retracted_at is not None

    @property
    def anchor(self):
        """The fragment under which the update can be linked for ever."""
        return f"update-{self.pk}"
