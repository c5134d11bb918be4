"""The outbox as administrators see it: what waits, what has arrived, what went wrong. Nothing can be edited here."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from portal.outbox.models import OutboxEntry


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Lets people look, and nobody add, change or delete: a log is no form."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class OutboxViewSet(ModelViewSet):
    """Messages to other machines, newest first."""

    model = OutboxEntry
    name = "outbox"
    icon = "mail"
    menu_label = _("Outbox")
    menu_order = 950
    add_to_settings_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = [
        "__str__",
        "outcome",
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
        DateColumn("next_at", label=_("Next attempt")),
        "last_error",
    ]
    list_filter = {"kind": ["exact"], "done_at": ["isnull"], "next_at": ["isnull"]}
    search_fields = ["kind", "key", "last_error"]
    # None of them can be filled in, but the viewset wants to know its form.
    form_fields = ["kind"]
