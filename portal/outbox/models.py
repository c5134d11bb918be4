"""The table of what is to be sent, and of what became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal import clock


class OutboxEntry(models.Model):
    """One message for another machine.

    It waits while ``next_at`` has a value, was delivered when ``done_at`` has
    one, and was given up when neither has.
    """

    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("about"), max_length=255, blank=True)
    payload = models.JSONField(_("content"), default=dict)
    created_at = models.DateTimeField(_("written"), default=clock.now)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_at = models.DateTimeField(_("next attempt"), null=True, blank=True, default=clock.now)
    done_at = models.DateTimeField(_("delivered"), null=True, blank=True)
    last_error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("message to another machine")
        verbose_name_plural = _("messages to other machines")
        ordering = ["-id"]
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["kind", "next_at"], condition=Q(next_at__isnull=False), name="portal_outbox_waiting"),
            models.Index(fields=["created_at"], name="portal_outbox_written"),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}".strip()

    @property
    def outcome(self):
        """What became of it, in words."""
        if self.done_at:
            return _("delivered")
        if self.next_at is None:
            return _("given up")
        if not self.attempts:
            return _("waiting")
        return ngettext("waiting after %d attempt", "waiting after %d attempts", self.attempts) % self.attempts
