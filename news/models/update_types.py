"""What publishing a live story again means for its readers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from news.models.corrections import Correction
from portal import clock


class UpdateType(models.TextChoices):
    """What kind of change an editor makes to a story that readers know already."""

    SILENT = "silent", _("Silent fix: spelling, style, nothing that changes what it says")
    SUBSTANTIVE = "substantive", _("Update: it says something new, and its date moves")
    CORRECTION = "correction", _("Correction: it said something wrong, and says so in public")


class UpdateChoice(models.Model):
    """The part of a story in which an editor says what a change is, kept in the revision until that is published."""

    update_type = models.CharField(
        _("what kind of change is this?"),
        max_length=12,
        blank=True,
        choices=UpdateType.choices,
        help_text=_("Asked when the words of a public story change. Without an answer a change counts as an update."),
    )
    correction_was_wrong = models.TextField(
        _("what was wrong"),
        blank=True,
        help_text=_("For a correction: it stands with the story and in the public log."),
    )
    correction_is_right = models.TextField(_("what is right"), blank=True)
    correction_severe = models.BooleanField(
        _("severe"), default=False, help_text=_("Shown above the story, and on its cards for 48 hours.")
    )

    CHOICE_FIELDS = ("update_type", "correction_was_wrong", "correction_is_right", "correction_severe")

    class Meta:
        abstract = True

    def forget_update_choice(self):
        """Start over: the next change is another decision."""
        for name in self.CHOICE_FIELDS:
            setattr(self, name, self._meta.get_field(name).get_default())

    def apply_update_choice(self):
        """Date the change if it is a substantive one, and return the correction that it asks for, unsaved, or None.

        Called when a story that was public before is published with other words, or with an answer.
        """
        correction = None
        if self.update_type == UpdateType.CORRECTION and self.correction_was_wrong.strip():
            correction = Correction(
                article_id=self.pk,
                was_wrong=self.correction_was_wrong,
                is_right=self.correction_is_right,
                severe=self.correction_severe,
                approved_by=self.published_by(),
            )
        elif self.update_type != UpdateType.SILENT:
            self.updated_at = clock.now()
        self.forget_update_choice()
        return correction

    def published_by(self):
        """Return who approved the revision that is going live, else who made it, or None."""
        revision = self.live_revision
        if revision is None:
            return None
        approvals = TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED)
        approval = approvals.exclude(finished_by=None).order_by("-finished_at").first()
        return approval.finished_by if approval else revision.user
