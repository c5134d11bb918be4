"""What readers say is wrong in a story, and what the desk made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal import clock


class ErrorReport(models.Model):
    """One reader's report about one version of a story. Nothing is kept of the reader but what they typed."""

    class State(models.TextChoices):
        NEW = "new", _("New")
        IN_HAND = "in_hand", _("In hand")
        CORRECTED = "corrected", _("Corrected")
        DISMISSED = "dismissed", _("No error")

    article = models.ForeignKey(
        "news.ArticlePage", verbose_name=_("story"), on_delete=models.CASCADE, related_name="error_reports"
    )
    version = models.DateTimeField(
        _("version"), null=True, blank=True, editable=False, help_text=_("When the version that was read went live.")
    )
    message = models.TextField(_("what is wrong"), max_length=3000)
    quote = models.TextField(_("where it stands"), max_length=500, blank=True)
    email = models.EmailField(_("address for an answer"), blank=True)
    created_at = models.DateTimeField(_("received"), default=clock.now, editable=False, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    answer = models.TextField(_("what the desk did"), blank=True)

    panels = [FieldPanel("state"), FieldPanel("answer")]

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")

    def __str__(self):
        return f"{self.article}: {self.message[:60]}"
