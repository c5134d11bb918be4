"""All stories in one list, whichever section they live in, with columns and filters for what a desk asks first."""

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, IntegerField, Q
from django.db.models.functions import Cast
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, Revision, WorkflowState

from news.desk.finding import find, in_order_of
from news.desk.problems import PROBLEMS, with_problem
from news.models import ArticlePage, Author, Contribution, SectionPage
from news.models.handovers import holder_name
from news.querysets import contributions

WIDE = "desk-wide"
"""The class of columns for which a telephone has no room."""

DRAFT, WAITING, SCHEDULED, LIVE, CHANGED, RETIRED = "draft", "waiting", "scheduled", "live", "changed", "retired"
STATUSES = {
    DRAFT: gettext_lazy("Draft"),
    WAITING: gettext_lazy("Waits for approval"),
    SCHEDULED: gettext_lazy("Scheduled"),
    LIVE: gettext_lazy("Live"),
    CHANGED: gettext_lazy("Live, with a newer draft"),
    RETIRED: gettext_lazy("Retired"),
}


def in_status(stories, status):
    """Return those of ``stories`` that are in one of the STATUSES."""
    conditions = {
        DRAFT: Q(live=False, retired_at=None),
        WAITING: Q(pk__in=_pages_of(WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS))),
        SCHEDULED: Q(pk__in=_pages_of(Revision.objects.filter(approved_go_live_at__isnull=False))),
        LIVE: Q(live=True),
        CHANGED: Q(live=True, has_unpublished_changes=True),
        RETIRED: Q(live=False, retired_at__isnull=False),
    }
    return stories.filter(conditions[status])


def _pages_of(rows):
    """Return the keys of the pages to which rows with a generic key belong, which stores them as text."""
    rows = rows.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return rows.values(page_key=Cast("object_id", IntegerField()))


def reason_of(story):
    """Return why a story is in its status, in a few words, or "" where the status says it all."""
    if story.current_workflow_state:
        return _("Waits for: %(task)s") % {"task": story.current_workflow_state.current_task_state.task.name}
    if story.retired_at and not story.live:
        return _("Retired: %(reason)s") % {"reason": story.retired_reason}
    if story.live and not story.is_public:
        return _("Not open to everybody: its section is not published, or it is private")
    return ""


class StatusColumn(Column):
    """The status, and under it its reason."""

    cell_template_name = "news/desk/story_status.html"


class InSection(django_filters.ModelMultipleChoiceFilter):
    """Stories of a section and of the sections below it."""

    def get_filter_predicate(self, v):
        """Compare places in the tree, not the nearest section alone."""
        return {"path__startswith": v.path}


class StoryFilters(WagtailFilterSet):
    """By section, kind, status, author, date and what is wrong."""

    section = InSection(
        label=gettext_lazy("Section"),
        queryset=SectionPage.objects.defer("front").order_by("path"),
        widget=CheckboxSelectMultiple,
    )
    status = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"), choices=list(STATUSES.items()), method="filter_status"
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Kind"), choices=ArticlePage.Kind.choices, widget=CheckboxSelectMultiple
    )
    author = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Author"), queryset=Author.objects.order_by("name"), method="filter_author"
    )
    holder = django_filters.ModelChoiceFilter(
        label=gettext_lazy("With"),
        queryset=get_user_model().objects.filter(is_active=True).order_by("first_name", "last_name", "username"),
        method="filter_holder",
    )
    published_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Published"), widget=DateRangePickerWidget, field_name="published_at"
    )
    problem = django_filters.ChoiceFilter(
        label=gettext_lazy("Problem"), choices=list(PROBLEMS.items()), method="filter_problem"
    )

    class Meta:
        model = ArticlePage
        fields = ["section", "status", "kind", "author", "holder", "published_at", "problem"]

    def filter_status(self, queryset, name, value):
        """Keep the stories in that status."""
        return in_status(queryset, value)

    def filter_author(self, queryset, name, value):
        """Keep the stories that the author wrote or photographed."""
        written = Contribution.objects.filter(author=value, role__in=Contribution.AUTHOR_ROLES)
        return queryset.filter(pk__in=written.values("article_id"))

    def filter_holder(self, queryset, name, value):
        """Keep the stories that are with somebody: handed to them, or begun by them and never handed on."""
        return queryset.filter(Q(handover__holder=value) | Q(handover=None, owner=value))

    def filter_problem(self, queryset, name, value):
        """Keep the public stories with that problem."""
        return with_problem(queryset, value)


class StoryListView(IndexView):
    """Every story that the user may know of, the one changed last on top."""

    def annotate_queryset(self, pages):
        """Add what the columns show, so that no row asks for more."""
        pages = super().annotate_queryset(pages.defer("body", "body_text"))
        return pages.annotate(
            section_title=F("section__title"),
            holder_name=holder_name(),
            byline=contributions("id", "name", role__in=Contribution.AUTHOR_ROLES),
        )

    def search_queryset(self, queryset):
        """Keep what fits the words, in the text and the byline too; the best first unless a column was chosen."""
        if not self.is_searching:
            return queryset
        keys = find(self.model.objects.filter(pk__in=queryset.order_by().values("pk")), self.search_query)
        return queryset.filter(pk__in=keys) if self.is_explicitly_ordered else in_order_of(keys, queryset)


class StoryListViewSet(PageListingViewSet):
    """The list of stories in the admin's menu."""

    model = ArticlePage
    index_view_class = StoryListView
    icon = "doc-full"
    menu_label = gettext_lazy("Stories")
    menu_order = 110
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=gettext_lazy("Headline"), sort_key="title", classname="title"),
        Column("byline", label=gettext_lazy("Byline"), accessor=lambda story: ", ".join(_names(story)), classname=WIDE),
        Column("with", label=gettext_lazy("With"), accessor="holder_name", classname=WIDE),
        Column("section", label=gettext_lazy("Section"), accessor="section_title", classname=WIDE),
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind", classname=WIDE),
        NumberColumn("word_count", label=gettext_lazy("Words"), sort_key="word_count", classname=WIDE),
        DateColumn(
            "latest_revision_created_at",
            label=gettext_lazy("Changed"),
            sort_key="latest_revision_created_at",
            classname=WIDE,
        ),
        StatusColumn("status", label=gettext_lazy("Status"), accessor=reason_of, sort_key="live"),
    ]
    filterset_class = StoryFilters


def _names(story):
    return [contribution.author.name for contribution in story.byline]


story_list = StoryListViewSet("stories")
story_list_url = lazy(lambda: reverse(story_list.get_url_name("index")), str)
