"""What an editor sees first: the panels of the admin's front page."""

from django.db.models import Case, CharField, F, IntegerField, When
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Revision, TaskState
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.models import ScheduleFailure
from news.schedule.times import spoken
from portal import clock

MOST_SHOWN = 10


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
