"""Breaking news: one line above every page, for a limited time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from portal import clock


class BreakingNewsQuerySet(models.QuerySet):
    """Breaking news, with names for the ways in which they are asked for."""

    def to_come(self):
        """Return what is running or will run, the most severe and newest first."""
        return self.filter(ends_at__gt=clock.now()).order_by("-severity", "-starts_at", "-pk")


class BreakingNews(models.Model):
    """One line above every page. Its end is mandatory: a strip that nobody takes down is worse than none."""

    class Severity(models.IntegerChoices):
        NOTICE = 1, _("Notice")
        BREAKING = 2, _("Breaking")
        EMERGENCY = 3, _("Emergency")

    text = models.CharField(_("text"), max_length=140)
    severity = models.PositiveSmallIntegerField(_("severity"), choices=Severity.choices, default=Severity.BREAKING)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where the line leads. Blank: nowhere."),
    )
    starts_at = models.DateTimeField(_("from"), default=clock.now)
    ends_at = models.DateTimeField(_("until"))

    objects = BreakingNewsQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldPanel("severity"),
        PageChooserPanel("page"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
    ]

    class Meta:
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("breaking news")
        verbose_name_plural = _("breaking news")

    def __str__(self):
        return self.text

    def clean(self):
        """Refuse an end that lies before the start."""
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end has to come after the start.")})
