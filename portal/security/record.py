"""The record of what matters for security, in Wagtail's own log: who came in, who did not, who may now do what."""

import logging

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, get_active_log_context, log
from wagtail.models import GroupPagePermission

from portal.security.clients import client_address

logger = logging.getLogger(__name__)

PREFIX = "portal.security."
ACTIONS = {
    "sign_in": gettext_lazy("Signed in"),
    "sign_in_failed": gettext_lazy("Tried to sign in, and failed"),
    "locked_out": gettext_lazy("Locked out after too many tries"),
    "factor_added": gettext_lazy("Second factor added"),
    "factor_removed": gettext_lazy("Second factor removed"),
    "recovery_renewed": gettext_lazy("Recovery codes renewed"),
    "recovery_used": gettext_lazy("Signed in with a recovery code"),
    "sessions_ended": gettext_lazy("Sessions ended"),
    "password_changed": gettext_lazy("Password changed"),
    "rights_changed": gettext_lazy("Rights changed"),
}
RIGHTS = ("is_superuser", "is_active")


def record(action, subject, *, request=None, actor=None, **details):
    """Write one entry about a user or group, ``subject``. ``details`` are short texts or lists of them.

    ``actor`` is who did it: by default whoever is signed in on the request.
    """
    if request is not None:
        details["address"] = client_address(request)
        if actor is None and request.user.is_authenticated:
            actor = request.user
    log(instance=subject, action=f"{PREFIX}{action}", user=actor, data=details)
    logger.info("%s: %s", action, getattr(subject, "pk", subject))


class DetailedFormatter(LogFormatter):
    """Says what happened, and the details that are known."""

    def format_message(self, log_entry):
        data = log_entry.data
        details = [data[name] for name in ("what", "address") if data.get(name)]
        if data.get("added"):
            details.append(_("added: %(names)s") % {"names": ", ".join(data["added"])})
        if data.get("removed"):
            details.append(_("removed: %(names)s") % {"names": ", ".join(data["removed"])})
        return f"{self.label} ({'; '.join(details)})" if details else self.label


def register_actions(registry):
    """Make the actions known to Wagtail's log."""
    for name, label in ACTIONS.items():
        formatter = type("SecurityFormatter", (DetailedFormatter,), {"label": label, "message": label})
        registry.register_action(f"{PREFIX}{name}")(formatter)


# --- Changes of rights, wherever in the admin they are made ----------------------


def note_password_and_rights(sender, instance, **kwargs):
    """Record a new password, and who becomes or ceases to be an administrator or active."""
    actor = get_active_log_context().user
    if actor is None or not instance.pk:
        return
    before = sender.objects.filter(pk=instance.pk).values("password", *RIGHTS).first()
    if before is None:
        return
    if before["password"] != instance.password:
        record("password_changed", instance, actor=actor)
    changed = {True: [], False: []}
    for name in RIGHTS:
        if before[name] != getattr(instance, name):
            changed[getattr(instance, name)].append(str(sender._meta.get_field(name).verbose_name))
    if any(changed.values()):
        record("rights_changed", instance, actor=actor, added=changed[True], removed=changed[False])


def note_membership(sender, instance, action, *, reverse, model, pk_set, **kwargs):
    """Record which groups or permissions somebody gained or lost."""
    actor = get_active_log_context().user
    if actor is None or reverse:
        return
    if action == "pre_clear":
        field = next(field for field in instance._meta.many_to_many if field.remote_field.through is sender)
        names = [str(item) for item in getattr(instance, field.name).all()]
    elif action in {"post_add", "post_remove"}:
        names = [str(item) for item in model.objects.filter(pk__in=pk_set)]
    else:
        return
    if names:
        key = "added" if action == "post_add" else "removed"
        record("rights_changed", instance, actor=actor, **{key: names})


def note_page_right(sender, instance, **kwargs):
    """Record a right on pages that a group gains (a new row) or loses (a deleted one)."""
    actor = get_active_log_context().user
    if actor is None:
        return
    right = f"{instance.permission.name} · {instance.page}"
    key = "added" if kwargs.get("created") else "removed"
    if kwargs.get("created") is not False:
        record("rights_changed", instance.group, actor=actor, **{key: [right]})


def connect():
    """Listen to what changes rights; called once the apps are ready."""
    user = get_user_model()
    pre_save.connect(note_password_and_rights, sender=user)
    for through in (user.groups.through, user.user_permissions.through, Group.permissions.through):
        m2m_changed.connect(note_membership, sender=through)
    post_save.connect(note_page_right, sender=GroupPagePermission)
    post_delete.connect(note_page_right, sender=GroupPagePermission)
