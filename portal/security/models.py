"""What the portal remembers about signing in: sessions, failures, second factors."""

from importlib import import_module

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _


class Session(AbstractBaseSession):
    """A session that knows whose it is, so that people can see their own and end them."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="sessions")
    address = models.CharField(_("address"), max_length=64, blank=True)
    device = models.CharField(_("browser"), max_length=200, blank=True)
    seen_at = models.DateTimeField(_("last seen"))

    class Meta(AbstractBaseSession.Meta):
        pass

    @classmethod
    def get_session_store_class(cls):
        return import_module(settings.SESSION_ENGINE).SessionStore


class Throttle(models.Model):
    """How often something was tried, in a window of time that begins with the first try."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=1)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.count} until {self.ends_at:%H:%M}"


class Authenticator(models.Model):
    """One second factor of a user: an app that shows codes, or a passkey.

    ``secret`` is the app's shared secret, sealed; ``credential_id`` and
    ``public_key`` are a passkey's, in base64url. ``counter`` never goes back:
    the last period in which an app's code was used, or a passkey's signatures.
    """

    class Kind(models.TextChoices):
        APP = "app", _("Authenticator app")
        PASSKEY = "passkey", _("Passkey")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="authenticators")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=100, blank=True)
    secret = models.TextField(blank=True)
    credential_id = models.CharField(max_length=1400, blank=True)
    public_key = models.TextField(blank=True)
    counter = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    used_at = models.DateTimeField(_("last used"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["credential_id"], condition=models.Q(kind="passkey"), name="portal_passkey_once"
            ),
            models.UniqueConstraint(fields=["user"], condition=models.Q(kind="app"), name="portal_one_app_a_user"),
        ]

    def __str__(self):
        return self.name or self.get_kind_display()


class RecoveryCode(models.Model):
    """The digest of a code that opens the door once, for the day when the phone is lost."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="portal_recovery_code_once")]

    def __str__(self):
        return f"recovery code {self.pk}"
