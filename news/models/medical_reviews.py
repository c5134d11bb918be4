"""Medical reviews: who vouched for which words of a health story, and when."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import clock

LONG_OVERDUE = timedelta(days=183)


class MedicalReviewQuerySet(models.QuerySet):
    """Medical reviews, with names for the ways in which they are asked for."""

    def signed(self):
        """Return reviews in which the reviewer vouched for the story, newest first."""
        return self.filter(decision=MedicalReview.Decision.APPROVED).order_by("-signed_at", "-id")

    def signed_for(self, article):
        """Return the newest signature under any words of a story, or None."""
        return self.signed().filter(article_id=article.pk).first() if article.pk else None

    def vouch_for(self, article):
        """Tell whether the newest signature under a story is one under exactly the words that it has here."""
        signed = self.signed_for(article)
        return signed is not None and signed.content_hash == article.compute_content_hash()


class MedicalReview(models.Model):
    """One signature under one version of a story.

    ``content_hash`` is the hash of what was read (`ArticlePage.compute_content_hash`);
    the story's badge holds only while the live hash is the same.
    """

    class Decision(models.TextChoices):
        APPROVED = "approved", _("Approved")
        CHANGES = "changes", _("Changes asked for")

    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="medical_reviews")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    content_hash = models.CharField(max_length=64)
    reviewer = models.ForeignKey("news.Author", on_delete=models.PROTECT, related_name="medical_reviews")
    credentials = models.CharField(
        _("credentials when signed"), max_length=300, help_text=_("As they stood on the day of the signature.")
    )
    scope = models.CharField(_("scope"), max_length=200, default=_("The whole article"))
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices, default=Decision.APPROVED)
    note = models.TextField(_("note"), blank=True)
    signed_at = models.DateTimeField(_("signed"))
    next_due = models.DateField(_("next review due"), null=True, blank=True)

    objects = MedicalReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-signed_at", "-id"]
        verbose_name = _("medical review")
        verbose_name_plural = _("medical reviews")

    def __str__(self):
        return f"{self.reviewer} {self.signed_at:%Y-%m-%d}"

    @property
    def is_long_overdue(self):
        """Whether the next review is so late that readers are told."""
        return bool(self.next_due) and clock.today() - self.next_due > LONG_OVERDUE
