"""Links by which a reviewer without an account signs one version of one story."""

import uuid

from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal import clock

SALT = "news.sign-off"


class SignOffLinkQuerySet(models.QuerySet):
    """Links, with names for the ways in which they are asked for."""

    def open(self):
        """Return links that can still be used."""
        return self.filter(used_at=None, revoked_at=None, expires_at__gt=clock.now())

    def by_token(self, token):
        """Return the link that a token names, whatever its state, or None for a token that we did not make."""
        try:
            key = uuid.UUID(signing.Signer(salt=SALT).unsign(token))
        except (signing.BadSignature, ValueError):
            return None
        return self.filter(pk=key).select_related("reviewer", "revision", "article").first()


class SignOffLink(models.Model):
    """One invitation to sign: for one reviewer and one revision, once, until it expires or is revoked."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="sign_off_links")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    reviewer = models.ForeignKey(
        "news.Author", verbose_name=_("reviewer"), on_delete=models.CASCADE, related_name="sign_off_links"
    )
    created_by = models.ForeignKey(
        "portal.User", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField(_("expires"))
    used_at = models.DateTimeField(null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SignOffLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("sign-off link")
        verbose_name_plural = _("sign-off links")

    def __str__(self):
        return f"{self.reviewer}: {self.article}"

    def get_absolute_url(self):
        """Return the path of the page on which the reviewer signs. Whoever has it may sign: it is a secret."""
        return reverse("news:sign_off", args=[signing.Signer(salt=SALT).sign(str(self.key))])

    @property
    def is_open(self):
        """Whether it can still be used."""
        return self.used_at is None and self.revoked_at is None and self.expires_at > clock.now()
