"""Screens of the publish gate: the findings of one story, and the report of overrides."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.models import ArticlePage, StandardsOverride
from news.standards import gate


def findings_context(story, user):
    """Return what the list of findings shows: those of the story's latest version, and what was overridden."""
    found = gate.findings(story)
    left = set(gate.not_overridden(story, found))
    return {
        "story": story,
        "blockers": [finding for finding in found if finding.blocks and finding in left],
        "overridden": [finding for finding in found if finding.blocks and finding not in left],
        "warnings": [finding for finding in found if not finding.blocks],
        "may_override": user.has_perm("news.override_standards"),
    }


def story_findings(request, page_id):
    """Show the findings of the latest version of a story, for the panel beside its editor."""
    page = get_object_or_404(ArticlePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    story = page.specific.get_latest_revision_as_object()
    return render(request, "news/desk/findings.html", findings_context(story, request.user))


class OverridesPolicy(ModelPermissionPolicy):
    """Lets everybody who publishes read the overrides; nobody changes them."""

    def user_has_permission(self, user, action):
        return user.is_active and PagePermissionPolicy().user_has_permission(user, "publish")

    def user_has_any_permission(self, user, actions):
        return self.user_has_permission(user, "view")


class OverridesReport(ReportView):
    """Every decision to publish against the standards, newest first."""

    model = StandardsOverride
    permission_policy = OverridesPolicy(StandardsOverride)
    permission_required = "view"
    page_title = _("Overrides of the standards")
    header_icon = "warning"
    index_url_name = "news_standards:overrides"
    index_results_url_name = "news_standards:overrides_results"
    default_ordering = "-created_at"
    columns = [
        TitleColumn(
            "article", label=_("Story"), get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.article_id])
        ),
        Column("codes", label=_("Rules"), accessor=lambda row: ", ".join(row.codes)),
        Column("reason", label=_("Reason")),
        UserColumn("user", label=_("Who"), blank_display_name=_("A program")),
        DateColumn("created_at", label=_("When")),
    ]
    list_export = ["article.title", "codes", "reason", "user", "created_at"]
    export_headings = {"article.title": _("Story"), "codes": _("Rules"), "reason": _("Reason"), "created_at": _("When")}
    export_filename = "overrides"

    def get_base_queryset(self):
        """Return the overrides of stories that the user may publish."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "publish")
        rows = StandardsOverride.objects.filter(article__page_ptr__in=pages.values("pk"))
        return rows.select_related("user", "article").defer("article__body", "article__body_text")


class OverridesMenuItem(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request):
        return OverridesReport.permission_policy.user_has_permission(request.user, "view")


overrides_url = lazy(lambda: reverse("news_standards:overrides"), str)

urlpatterns = [
    path("<int:page_id>/findings/", story_findings, name="findings"),
    path("overrides/", OverridesReport.as_view(), name="overrides"),
    path("overrides/results/", OverridesReport.as_view(results_only=True), name="overrides_results"),
]
