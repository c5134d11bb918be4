"""Links under which somebody without an account reads one version of a page that is not public."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import clock

TOKEN_BYTES = 32


def fingerprint(token):
    """Return what is kept of a token: who reads the database cannot open what it protects."""
    return hashlib.sha256(token.encode()).hexdigest()


class PreviewLinkQuerySet(models.QuerySet):
    """Links, with names for the ways in which they are asked for."""

    def valid(self):
        """Return the links that open something now."""
        return self.filter(revoked_at=None, expires_at__gt=clock.now())

    def of_token(self, token):
        """Return the link of a token with its revision, whether it still opens anything or not, or None."""
        return self.filter(fingerprint=fingerprint(token)).select_related("page", "revision").first()


class PreviewLink(models.Model):
    """One link to one revision. It shows nothing later, ends by itself and can be taken back."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64, unique=True)
    note = models.CharField(_("for whom"), max_length=100, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self):
        return f"{self.page}: {self.note or self.created_at:%Y-%m-%d}"

    @property
    def is_valid(self):
        """Whether it opens something now."""
        return self.revoked_at is None and self.expires_at > clock.now()

    @classmethod
    def make(cls, page, *, user, lifetime, note=""):
        """Return a link to the latest revision of a page, and its token, which is told only now.

        ``lifetime`` is a timedelta.
        """
        token = secrets.token_urlsafe(TOKEN_BYTES)
        link = cls.objects.create(
            page=page,
            revision=page.latest_revision or page.save_revision(user=user),
            fingerprint=fingerprint(token),
            note=note,
            created_by=user,
            expires_at=clock.now() + lifetime,
        )
        return link, token
