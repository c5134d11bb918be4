"""What was meant to go out, or to come off, and did not."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import clock


class ScheduleFailureQuerySet(models.QuerySet):
    """Failures, with names for the ways in which they are asked for."""

    def open(self):
        """Return what still waits for somebody, the longest overdue first."""
        return self.filter(resolved_at=None).order_by("intended_at", "pk")


class ScheduleFailure(models.Model):
    """One thing that could not be done at its time. The runner goes on trying, and closes it when it succeeds.

    ``subject`` names the object whatever its model, for instance
    ``wagtailcore.page:12``; ``page`` is set where it is a page.
    """

    class Action(models.TextChoices):
        PUBLISH = "publish", _("Publish")
        EXPIRE = "expire", _("Take off the site")

    action = models.CharField(max_length=10, choices=Action.choices)
    subject = models.CharField(max_length=100)
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=255)
    intended_at = models.DateTimeField()
    message = models.TextField()
    attempts = models.PositiveIntegerField(default=0)
    first_failed_at = models.DateTimeField(default=clock.now)
    last_failed_at = models.DateTimeField(default=clock.now)
    resolved_at = models.DateTimeField(null=True)

    objects = ScheduleFailureQuerySet.as_manager()

    class Meta:
        verbose_name = _("failed schedule")
        verbose_name_plural = _("failed schedules")
        constraints = [
            models.UniqueConstraint(
                fields=["action", "subject"], condition=models.Q(resolved_at=None), name="news_one_open_failure"
            )
        ]

    def __str__(self):
        return f"{self.get_action_display()}: {self.title}"
