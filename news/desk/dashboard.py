"""What an editor sees first: the panels of the admin's front page."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, F, IntegerField, Q, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.medical_due import FINE, STATES, count_states, due_url, to_review
from news.desk.new_story import sections_for
from news.desk.problems import PROBLEMS, with_problem
from news.desk.story_list import story_list_url
from news.models import ArticlePage, ErrorReport, ScheduleFailure
from news.schedule.times import spoken
from portal import clock

MOST_SHOWN = 10
ALL_NEW_REPORTS = lazy(lambda: f"{reverse('error_reports:list')}?state={ErrorReport.State.NEW}", str)


class NewStoryPanel(Component):
    """A button for every section to which this person may add a story, those first that they used last."""

    name = "new_story"
    order = 100
    template_name = "news/desk/new_story.html"

    def get_context_data(self, parent_context):
        """Return the sections."""
        return {"sections": sections_for(parent_context["request"].user)}


class DraftsPanel(Component):
    """What is with this person: begun by them and not published, or handed to them; the last changed first."""

    name = "drafts"
    order = 110
    template_name = "news/desk/drafts.html"

    def get_context_data(self, parent_context):
        """Return the stories that this person may still edit, whatever was handed to them first."""
        user = parent_context["request"].user
        begun = Q(owner=user, handover=None, has_unpublished_changes=True)
        mine = ArticlePage.objects.filter(begun | Q(handover__holder=user), retired_at=None)
        mine = mine.select_related("section", "handover__given_by").defer("body", "body_text", "section__front")
        newest = mine.order_by(
            F("handover__given_at").desc(nulls_last=True), F("latest_revision_created_at").desc(nulls_last=True), "-pk"
        )
        shown = [story for story in newest[:MOST_SHOWN] if story.permissions_for_user(user).can_edit()]
        return {"drafts": list(zip(shown, standings(shown), strict=True)), "user": user}


def standings(stories):
    """Return for each story in a few words how far it is: when it goes out, who looks at it, whether it is live."""
    now, zone = clock.now(), timezone.get_current_timezone()
    keys = [str(story.pk) for story in stories]
    approved = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False)
    times = dict(approved.values_list("object_id", "approved_go_live_at"))
    reviews = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=keys,
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    tasks = dict(reviews.values_list("object_id", "current_task_state__task__name"))
    return [_standing(story, times, tasks, lambda at: spoken(at, zone, now)) for story in stories]


def _standing(story, times, tasks, in_words):
    key = str(story.pk)
    if key in times:
        return _("Scheduled for %(time)s") % {"time": in_words(times[key])}
    if key in tasks:
        return _("In review: %(task)s") % {"task": tasks[key]}
    if not story.live:
        return _("Draft")
    return _("Live, with a newer draft") if story.has_unpublished_changes else _("Live")


class AtWorkPanel(Component):
    """Who has which story open now."""

    name = "at_work"
    order = 155
    template_name = "news/desk/at_work.html"

    def get_context_data(self, parent_context):
        """Return the stories that this person may edit and others have open, with who they are."""
        user = parent_context["request"].user
        page_type = ContentType.objects.get_for_model(Page)
        sessions = EditingSession.objects.available().filter(content_type=page_type).exclude(user=user)
        people = {}
        for session in sessions.select_related("user").order_by("-last_seen_at")[:MOST_SHOWN]:
            people.setdefault(int(session.object_id), {})[session.user] = None
        allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        pages = allowed.filter(pk__in=people).in_bulk()
        return {"pages": [(pages[key], list(users)) for key, users in people.items() if key in pages]}


class UpcomingPanel(Component):
    """What goes out by itself, the soonest first, and above it what missed its time."""

    name = "upcoming"
    order = 130
    template_name = "news/desk/upcoming.html"

    def get_context_data(self, parent_context):
        """Return the failures and schedules among the pages that this user may edit."""
        user = parent_context["request"].user
        pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, {"add", "change", "publish"})
        now, zone = clock.now(), timezone.get_current_timezone()
        approved = Revision.page_revisions.filter(
            approved_go_live_at__gt=now, object_id__in=pages.annotate(key=Cast("pk", CharField())).values("key")
        )
        times = approved.order_by("approved_go_live_at", "pk").values_list("object_id", "approved_go_live_at")
        times = list(times[:MOST_SHOWN])
        found = pages.in_bulk([int(key) for key, _at in times])
        upcoming = [(found[int(key)], spoken(at, zone, now)) for key, at in times]
        failures = ScheduleFailure.objects.open().filter(page__in=pages)[:MOST_SHOWN]
        return {"failures": failures, "upcoming": upcoming}


class WaitingPanel(Component):
    """What waits for this person's approval: their own tasks first, then the oldest. Takes the stock panel's place."""

    name = "waiting"
    order = 120
    replaces = "workflow_objects_to_moderate"
    template_name = "news/desk/waiting.html"

    def get_context_data(self, parent_context):
        """Return the open tasks that this user may do, with whose they are and until when."""
        user = parent_context["request"].user
        states = TaskState.objects.reviewable_by(user).select_related("revision__user", "task", "assignment__assignee")
        states = states.annotate(
            is_mine=Case(When(assignment__assignee=user, then=0), default=1, output_field=IntegerField())
        ).order_by("is_mine", F("assignment__due_at").asc(nulls_last=True), "started_at")
        shown = list(states[:MOST_SHOWN])
        return {"states": shown, "now": clock.now(), "user": user}


class HealthDuePanel(Component):
    """How many public stories on health need a medical review, by what is wrong with the last one."""

    name = "health_due"
    order = 140
    template_name = "news/desk/numbers.html"

    def get_context_data(self, parent_context):
        """Return the numbers among the stories that this person may edit, each with where they are listed."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(parent_context["request"].user, "change")
        numbers = count_states(to_review().filter(page_ptr__in=pages.values("pk")))
        rows = [(label, numbers[state], f"{due_url()}?state={state}") for state, label in STATES.items()]
        return {
            "name": self.name,
            "heading": _("Medical reviews due"),
            "rows": [row for state, row in zip(STATES, rows, strict=True) if state != FINE and row[1]],
        }


class ErrorReportsPanel(Component):
    """What readers say is wrong and nobody has looked at, the oldest first: it waits longest."""

    name = "error_reports"
    order = 150
    template_name = "news/desk/error_reports.html"

    def get_context_data(self, parent_context):
        """Return the new reports of stories that this person may edit, if reports are theirs to handle."""
        user = parent_context["request"].user
        if not user.has_perm("news.change_errorreport"):
            return {"reports": []}
        pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        new = ErrorReport.objects.filter(state=ErrorReport.State.NEW, article__page_ptr__in=pages.values("pk"))
        new = new.select_related("article").defer("article__body", "article__body_text").order_by("created_at", "pk")
        return {"reports": new[:MOST_SHOWN], "count": new.count(), "all_url": ALL_NEW_REPORTS}


class ProblemsPanel(Component):
    """What is wrong with stories that readers can see."""

    name = "problems"
    order = 160
    template_name = "news/desk/numbers.html"

    def get_context_data(self, parent_context):
        """Return the numbers among the stories that this person may edit, each with where they are listed."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(parent_context["request"].user, "change")
        stories = ArticlePage.objects.filter(page_ptr__in=pages.values("pk")).order_by()
        rows = [
            (label, with_problem(stories, problem).count(), f"{story_list_url()}?problem={problem}")
            for problem, label in PROBLEMS.items()
        ]
        return {"name": self.name, "heading": _("Problems"), "rows": [row for row in rows if row[1]]}
