"""The report of what matters for security: everything in the record, and edits of users, groups, sites and settings."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.contrib.settings.registry import registry
from wagtail.models import Site

from portal.security.record import PREFIX


class SecurityReportView(LogEntriesView):
    """Wagtail's history of the site, cut down to what decides who may do what. For administrators alone."""

    page_title = _("Security")
    header_icon = "lock"
    index_url_name = "portal_security_report"
    index_results_url_name = "portal_security_report_results"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def filter_queryset(self, queryset):
        models = [get_user_model(), Group, Site, *registry]
        watched = ContentType.objects.get_for_models(*models).values()
        entries = super().filter_queryset(queryset)
        return entries.filter(Q(action__startswith=PREFIX) | Q(content_type__in=list(watched)))

    def get_filename(self):
        return super().get_filename().replace("audit-log", "security")


urlpatterns = [
    path("reports/security/", SecurityReportView.as_view(), name="portal_security_report"),
    path(
        "reports/security/results/",
        SecurityReportView.as_view(results_only=True),
        name="portal_security_report_results",
    ),
]
