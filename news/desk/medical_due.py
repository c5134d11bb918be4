"""Which public stories need a medical review: never reviewed, edited since, overdue, due soon."""

from datetime import timedelta

import django_filters
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.medical_views import NAME, review_url
from news.desk.permissions import EditorsReadPolicy
from news.models import ArticlePage, MedicalReview
from portal import clock

DUE_SOON = timedelta(days=30)
NEVER, EDITED, OVERDUE, SOON, FINE = "never", "edited", "overdue", "soon", "fine"
STATES = {
    NEVER: gettext_lazy("Never reviewed"),
    EDITED: gettext_lazy("Edited since the review"),
    OVERDUE: gettext_lazy("Overdue"),
    SOON: gettext_lazy("Due in 30 days"),
    FINE: gettext_lazy("Fine"),
}


def to_review():
    """Return the public stories that need a medical review, with what is known of their newest signature."""
    newest = MedicalReview.objects.signed().filter(article=OuterRef("pk"))
    return ArticlePage.objects.filter(is_public=True, risk_class__in=["B", "C"]).annotate(
        signed_at=Subquery(newest.values("signed_at")[:1]),
        signed_hash=Subquery(newest.values("content_hash")[:1]),
        due_on=Subquery(newest.values("next_due")[:1]),
    )


def _conditions():
    """Return for each of the STATES what holds of its stories; no story is in two of them."""
    today = clock.today()
    signed = Q(signed_at__isnull=False)
    valid = signed & Q(signed_hash=F("content_hash"))
    return {
        NEVER: ~signed,
        EDITED: signed & ~Q(signed_hash=F("content_hash")),
        OVERDUE: valid & Q(due_on__lt=today),
        SOON: valid & Q(due_on__gte=today, due_on__lte=today + DUE_SOON),
        FINE: valid & (Q(due_on=None) | Q(due_on__gt=today + DUE_SOON)),
    }


def in_state(queryset, state):
    """Return those stories of `to_review` that are in one of the STATES."""
    return queryset.filter(_conditions()[state])


def count_states(queryset):
    """Return how many stories of `to_review` are in each of the STATES, in one query."""
    return queryset.aggregate(**{state: Count("pk", filter=condition) for state, condition in _conditions().items()})


def state_of(story):
    """Return in which of the STATES a story of `to_review` is."""
    today = clock.today()
    if story.signed_at is None:
        return NEVER
    if story.signed_hash != story.content_hash:
        return EDITED
    if story.due_on and story.due_on < today:
        return OVERDUE
    return SOON if story.due_on and story.due_on <= today + DUE_SOON else FINE


class DueFilters(WagtailFilterSet):
    """By state, risk class and owner."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=list(STATES.items()),
        method="filter_state",
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = ArticlePage
        fields = ["state", "risk_class", "responsible_editor"]

    def filter_state(self, queryset, name, value):
        """Keep the stories in that state."""
        return in_state(queryset, value)


class DueReport(ReportView):
    """What is to be reviewed: never signed, edited since, overdue, due soon. One click starts the review."""

    model = ArticlePage
    permission_policy = EditorsReadPolicy(ArticlePage)
    permission_required = "view"
    page_title = gettext_lazy("Medical reviews due")
    header_icon = "clipboard-list"
    index_url_name = f"{NAME}:due"
    index_results_url_name = f"{NAME}:due_results"
    filterset_class = DueFilters
    default_ordering = "due_on"
    export_filename = "medical-reviews"
    columns = [
        TitleColumn("title", label=gettext_lazy("Story"), get_url=review_url),
        Column("risk_class", label=gettext_lazy("Risk class")),
        Column("state", label=gettext_lazy("State"), accessor=lambda story: STATES[state_of(story)]),
        Column("responsible_editor", label=gettext_lazy("Owner")),
        DateColumn("signed_at", label=gettext_lazy("Signed")),
        Column("due_on", label=gettext_lazy("Due")),
    ]
    list_export = ["title", "risk_class", "responsible_editor", "signed_at", "due_on"]

    def get_base_queryset(self):
        """Return the stories that the user may edit, those first that were never signed or are due first."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        stories = to_review().filter(page_ptr__in=pages.values("pk")).select_related("responsible_editor")
        return stories.defer("body", "body_text").order_by(F("due_on").asc(nulls_first=True), "pk")


class DueMenuItem(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request):
        return DueReport.permission_policy.user_has_permission(request.user, "view")


due_url = lazy(lambda: reverse(f"{NAME}:due"), str)

urlpatterns = [
    path("due/", DueReport.as_view(), name="due"),
    path("due/results/", DueReport.as_view(results_only=True), name="due_results"),
]
