"""Where security plugs into Wagtail: pages in the account, at the users, among the reports. Loaded with its hooks."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem
from wagtail.admin.widgets import Button

from portal.security import account, report
from portal.security.record import register_actions

hooks.register("register_log_actions", register_actions)


@hooks.register("register_admin_urls")
def register_pages():
    """Add the pages. Wagtail lets in only who may use the admin at all."""
    return [*account.urlpatterns, *report.urlpatterns]


@hooks.register("register_account_menu_item")
def register_account_item(request):
    """Lead from the account to its security."""
    return {
        "url": reverse("portal_security"),
        "label": _("Sign-in and security"),
        "help_text": _("Second factor, recovery codes, and where you are signed in."),
    }


@hooks.register("register_user_listing_buttons")
def register_user_button(user, request_user):
    """Lead from a user to their sessions and second factors."""
    if request_user.has_perm("portal.change_user"):
        yield Button(_("Security"), reverse("portal_user_security", args=[user.pk]), icon_name="lock", priority=40)


@hooks.register("register_reports_menu_item")
def register_report_item():
    """Put the report beside Wagtail's own."""
    return AdminOnlyMenuItem(
        _("Security"), reverse("portal_security_report"), name="security", icon_name="lock", order=1050
    )
