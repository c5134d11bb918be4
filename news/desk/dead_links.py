"""The report of links that lead nowhere any more."""

from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.permissions import EditorsReadPolicy
from news.models import OutgoingLink, StoryLink

NAME = "news_dead_links"


class DeadLinksReport(ReportView):
    """Every dead link in a public story, those that have been dead for longest first."""

    model = StoryLink
    permission_policy = EditorsReadPolicy(StoryLink)
    permission_required = "view"
    page_title = _("Dead links")
    header_icon = "link"
    index_url_name = f"{NAME}:index"
    index_results_url_name = f"{NAME}:index_results"
    default_ordering = "link__failing_since"
    is_searchable = False
    columns = [
        TitleColumn(
            "article", label=_("Story"), get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.article_id])
        ),
        Column("address", label=_("Link"), accessor="link.address"),
        Column("answer", label=_("Answer"), accessor=lambda row: row.link.answer_in_words()),
        DateColumn("since", label=_("Dead since"), accessor="link.failing_since"),
        DateColumn("checked", label=_("Last asked"), accessor="link.checked_at"),
    ]
    list_export = ["article.title", "link.address", "link.answer_in_words", "link.failing_since", "link.checked_at"]
    export_headings = {
        "article.title": _("Story"),
        "link.address": _("Link"),
        "link.answer_in_words": _("Answer"),
        "link.failing_since": _("Dead since"),
        "link.checked_at": _("Last asked"),
    }
    export_filename = "dead-links"

    def get_base_queryset(self):
        """Return the dead links of public stories that the user may edit."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        rows = StoryLink.objects.filter(
            link__in=OutgoingLink.objects.dead(), article__is_public=True, article__page_ptr__in=pages.values("pk")
        )
        return rows.select_related("article", "link").defer("article__body", "article__body_text")


class DeadLinksMenuItem(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request):
        return DeadLinksReport.permission_policy.user_has_permission(request.user, "view")


report_url = lazy(lambda: reverse(f"{NAME}:index"), str)

urlpatterns = [
    path("", DeadLinksReport.as_view(), name="index"),
    path("results/", DeadLinksReport.as_view(results_only=True), name="index_results"),
]
