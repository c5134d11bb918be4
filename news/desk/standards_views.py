"""Screens of the publish gate: the findings of one story, and the reports of overrides and of copy from elsewhere."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.permissions import PublishersReadPolicy
from news.models import ArticlePage, SectionPage, Standards, StandardsOverride
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


class OverridesReport(ReportView):
    """Every decision to publish against the standards, newest first."""

    model = StandardsOverride
    permission_policy = PublishersReadPolicy(StandardsOverride)
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


FROM_ELSEWHERE = (ArticlePage.Origin.WIRE, ArticlePage.Origin.PARTNER, ArticlePage.Origin.SPONSORED)


class ThirdPartyReport(ReportView):
    """How much of each section comes from elsewhere: search engines punish a site that lends its name."""

    model = SectionPage
    permission_policy = PublishersReadPolicy(SectionPage)
    permission_required = "view"
    page_title = _("Stories from elsewhere")
    header_icon = "globe"
    index_url_name = "news_standards:third_party"
    index_results_url_name = "news_standards:third_party_results"
    default_ordering = "title"
    is_searchable = False
    columns = [
        Column("title", label=_("Section")),
        Column("stories_in_all", label=_("Public stories")),
        Column("from_elsewhere", label=_("Wire, partner and sponsored")),
        Column("share", label=_("Per cent")),
        Column("warning", label=_("Warning")),
    ]
    list_export = ["title", "stories_in_all", "from_elsewhere", "share", "warning"]
    export_filename = "stories-from-elsewhere"

    def get_base_queryset(self):
        """Return the sections that hold public stories, with their numbers."""
        public = Q(stories__is_public=True)
        elsewhere = public & Q(stories__origin__in=FROM_ELSEWHERE)
        sections = SectionPage.objects.defer("front").annotate(
            stories_in_all=Count("stories", filter=public), from_elsewhere=Count("stories", filter=elsewhere)
        )
        return sections.filter(stories_in_all__gt=0)

    def decorate_paginated_queryset(self, object_list):
        """Add the share, and a warning past the limit of the settings."""
        limit = Standards.load().third_party_limit
        for section in object_list:
            section.share = round(100 * section.from_elsewhere / section.stories_in_all)
            section.is_over = section.share > limit
            section.warning = gettext("Above %(limit)d per cent") % {"limit": limit} if section.is_over else ""
        return object_list


class PublishersMenuItem(MenuItem):
    """Shown to those who may publish."""

    def is_shown(self, request):
        return OverridesReport.permission_policy.user_has_permission(request.user, "view")


overrides_url = lazy(lambda: reverse("news_standards:overrides"), str)

third_party_url = lazy(lambda: reverse("news_standards:third_party"), str)

urlpatterns = [
    path("from-elsewhere/", ThirdPartyReport.as_view(), name="third_party"),
    path("from-elsewhere/results/", ThirdPartyReport.as_view(results_only=True), name="third_party_results"),
    path("<key:page_id>/findings/", story_findings, name="findings"),
    path("overrides/", OverridesReport.as_view(), name="overrides"),
    path("overrides/results/", OverridesReport.as_view(results_only=True), name="overrides_results"),
]
