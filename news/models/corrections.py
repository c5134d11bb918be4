"""Corrections: what was wrong, said in public and never taken back."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from news import cache_tags
from news.syndication.lists import corrections_nodes
from portal import clock
from portal.addresses import address_at
from portal.fields import word_of
from portal.page_cache.tags import tag
from portal.pages import BasePage
from portal.pagination import paginate
from portal.visibility import open_to_all

CORRECTIONS_PER_PAGE = 30


class CorrectionQuerySet(models.QuerySet):
    """Corrections, with names for the ways in which they are listed."""

    def public(self):
        """Return corrections of stories that readers can open, newest first."""
        return self.filter(article__is_public__in=[True]).order_by("-published_at", "-id")

    def newest_severe(self):
        """Return when the newest severe correction was published, or None."""
        return self.filter(severe=True).aggregate(newest=models.Max("published_at"))["newest"]

    def with_log(self):
        """Return corrections with ``log_path``, the place in the tree of the public log of all, or None."""
        return self.annotate(log_path=CorrectionsPage.path_of_log())


class Correction(models.Model):
    """One public correction of a story. Append-only: it is amended by another one."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        UPDATE = "update", _("Update")
        EDITORS_NOTE = "editors_note", _("Editor’s note")
        RETRACTION = "retraction", _("Retraction")

    class Placement(models.TextChoices):
        TOP = "top", _("Above the story")
        BOTTOM = "bottom", _("Below the story")

    article = models.ForeignKey("news.ArticlePage", on_delete=models.PROTECT, related_name="corrections")
    live_update = models.ForeignKey(
        "news.LiveUpdate",
        verbose_name=_("live update"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrections",
        help_text=_("Of a live blog: the update that was wrong, with which the correction stands."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.CORRECTION)
    severe = models.BooleanField(
        _("severe"), default=False, help_text=_("Shown above the story, and on its cards for 48 hours.")
    )
    was_wrong = models.TextField(_("what was wrong"))
    is_right = models.TextField(_("what is right"), blank=True)
    placement = models.CharField(_("place"), max_length=10, choices=Placement.choices, default=Placement.BOTTOM)
    amends = models.ForeignKey(
        "self", verbose_name=_("amends"), null=True, blank=True, on_delete=models.PROTECT, related_name="amendments"
    )
    approved_by = models.ForeignKey(
        "portal.User",
        verbose_name=_("approved by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_at = models.DateTimeField(_("published"), default=clock.now, db_index=True)

    objects = CorrectionQuerySet.as_manager()

    panels = [
        PageChooserPanel("article"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("placement"), FieldPanel("severe")]),
        FieldPanel("was_wrong"),
        FieldPanel("is_right"),
        FieldPanel("amends"),
    ]

    class Meta:
        ordering = ["published_at", "id"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.was_wrong[:60]}"

    def save(self, *args, **kwargs):
        """Write the correction down, once: a correction is amended by another one."""
        if not self._state.adding:
            raise PermissionDenied(_("A correction stands as it was published. Amend it by another one."))
        return super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Refuse: what was wrong stays on record."""
        raise PermissionDenied(_("A correction is never deleted. Amend it by another one."))

    def get_kind_display(self):
        """Return the words for the kind."""
        return word_of(self.Kind, self.kind)

    @property
    def stands_above(self):
        """Whether the correction stands above the story's text."""
        return self.severe or self.placement == self.Placement.TOP


class CorrectionsPage(BasePage):
    """The public log of everything the newsroom got wrong."""

    standfirst = models.CharField(_("standfirst"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst")]

    max_count_per_parent = 1
    subpage_types = []
    lists_stories = True
    has_feed = True
    page_description = _("Every correction, newest first. One is enough.")

    class Meta:
        verbose_name = _("corrections page")
        verbose_name_plural = _("corrections pages")

    @classmethod
    def path_of_log(cls):
        """Return the place in the tree of the public log, as an annotation.

        By the key: asked for the first in the tree, SQLite walks through all pages in search of the one.
        """
        return models.Subquery(cls.objects.filter(open_to_all()).order_by("pk").values("url_path")[:1])

    @classmethod
    def address_of_log(cls, corrections, request):
        """Return where readers find the log, asked of corrections that know its place, or "" where there is none."""
        log_path = next((correction.log_path for correction in corrections), None)
        return (log_path and address_at(log_path, request)) or ""

    def summary(self):
        return self.standfirst

    def get_context(self, request, *args, **kwargs):
        """Add one page of the corrections of public stories."""
        corrections = paginate(
            request,
            Correction.objects.public().select_related("article").defer("article__body", "article__body_text"),
            CORRECTIONS_PER_PAGE,
        )
        context = super().get_context(request, *args, page_number=corrections.number, **kwargs)
        tag(cache_tags.CORRECTIONS)
        context["corrections"] = corrections
        return context

    def structured_data(self, context):
        return corrections_nodes(context)
